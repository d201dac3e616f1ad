"""Years that no calendar of ours holds: "13 September 9999" is no 13 September of the year of publication."""

from __future__ import annotations

from typing import Final

from .lexicon import TimeLexicon
from .meaning import Core
from .numeric import year_of
from .tokens import Token, digits_of

__all__ = ["strange_year"]

_LEAST_DIGITS: Final = 4


def strange_year(core: Core, tokens: list[Token], lexicon: TimeLexicon) -> str | None:
    """Return the digits beside a day and month that stand where its year does and are none that we can date.

    They touch the date, or one word of time stands between ("năm", "সালের"). Behind a comma they must end
    the clause: in "on 13 September, 3500 soldiers" a count begins.
    """
    meaning = core.meaning
    if not meaning.month or meaning.year or meaning.relative or meaning.until:
        return None
    for near, far in ((core.past, core.past + 1), (core.first - 1, core.first - 2)):
        digits = _digits_at(tokens, near)
        if digits:
            return digits
        if not (0 <= near < len(tokens) and 0 <= far < len(tokens)):
            continue
        between, digits = tokens[near].key, _digits_at(tokens, far)
        if digits and between in lexicon.words:
            return digits
        ends = far + 1 == len(tokens) or not (tokens[far + 1].number or tokens[far + 1].key[:1].isalpha())
        if digits and between == "," and far > near and ends:
            return digits
    return None


def _digits_at(tokens: list[Token], index: int) -> str | None:
    """Return the plain digits of a token, four or more, that are no year between 1000 and 2100."""
    if not 0 <= index < len(tokens) or not tokens[index].number:
        return None
    digits = digits_of(tokens[index].key)
    return digits if digits.isdecimal() and len(digits) >= _LEAST_DIGITS and not year_of(digits) else None
