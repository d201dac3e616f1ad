"""Time expressions in a text, read as intervals; the words and patterns are the language pack's.

`tokens` → `match` (words fill slots, the longest pattern wins) → `compose` (neighbours make one) →
`resolve` (publication date, tense and earlier dates make an interval).
"""

from .find import find_times
from .lexicon import TimeLexicon, compile_time
from .published import find_published, published_in_url

__all__ = ["TimeLexicon", "compile_time", "find_published", "find_times", "published_in_url"]
