"""The one schema of all language packs: what `packs/data/<code>/*.yaml` may say, and what it means.

A pack is data. The engine knows kinds of languages (word order, where markers stand, where modifiers stand)
and never a language. Every layer is one file; unknown keys are refused.

**Patterns.** Wherever a field is a list of patterns, a pattern is one or more words with these marks:

    word        exactly this form (after the pack's folding)
    word~       this noun or adjective with any ending of `noun_endings`
    word+       this verb stem with any ending of `verb_endings`, or one of its irregular forms
    (a|b)       either word; each alternative may carry a mark of its own
    (a|b)c      either word with that ending: ac, bc
    <class>     any member of the class of that name in `events.yaml`
    …           a gap of up to six words inside the clause

Between two words of a pattern, up to two of the pack's `transparent` words (particles, negations, adverbs)
may stand. Of a pattern, the word marked `+` is the head, where tense and negation are read: the first of several,
in verb-final languages the last; without any, the last word.
"""

from __future__ import annotations

from typing import Literal

import msgspec

__all__ = ["Patterns", "Role", "Strict", "Tag"]

Patterns = tuple[str, ...]

Role = Literal[
    "agent",  # who does it, marked as such: Hindi ने, "by", द्वारा
    "dative",  # -কে, को: the object or the receiver, as the verb decides
    "genitive",  # -র, का, 's, của: owner of the noun beside it
    "companion",  # with
    "against",
    "toward",  # towards, প্রতি, के प्रति, đối với
    "goal",  # to a place or a person
    "place",  # in, at
    "source",  # from
    "beneficiary",  # for
    "between",
    "about",
    "target",  # on: "attack on", "sanctions on"
    "instrument",
    "topic",
    "according",  # according to, মতে, के अनुसार, theo
    "through",  # citing, quoting: বরাত দিয়ে, के हवाले से, dẫn lời
    "none",  # any other adposition: the phrase fills no role
]
Tag = Literal[
    "past", "present", "future", "perfect", "progressive", "habitual", "finite", "infinitive", "conjunctive",
    "conditional", "imperative", "subjunctive", "verbal-noun", "participle", "passive", "negative", "plural",
    "definite", "emphatic", "nominative", "accusative", "genitive", "dative", "locative", "instrumental",
    "ablative", "honorific", "topic", "comitative", "allative", "attributive", "headline", "upon",
]  # fmt: skip


class Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, cache_hash=True, gc=False):
    """Base of all pack structs: frozen, keyword-only, refusing keys it does not know."""
