"""Finds the stretches of a line that may stand inside any pattern: days, adverbs of several words, words in marks,
commas of a list of names.

"agreed [on Friday] to lend", "vowed that ["]harsh", "told China[,] Russia and Iran to leave",
"समझौते पर [सोमवार को] हस्ताक्षर किए", "संधि [तत्काल प्रभाव से] निलंबित कर दी".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..records import Time
from .language import Language
from .tokens import Token

__all__ = ["passed_over"]

_OPENING = frozenset("«“„")
_CLOSING = frozenset("»”“")
_MARKS = frozenset('"“”')
_NAME = 3
"""Words of a name in a list at the most."""
_FEW = 6
"""Tokens from a quotation mark to the one that closes it, where they only set words apart."""


def passed_over(times: Sequence[Time], tokens: Sequence[Token], language: Language) -> dict[int, int]:
    """Return the stretches of a line: first token -> first token behind."""
    found = _adverbs(tokens, language) if language.adverbials else {}
    if language.leading_markers:
        found |= _set_apart(tokens)
        found |= _listing(tokens, language)
    leading, trailing = language.leading_markers, language.trailing_markers
    for time in times if leading or trailing else ():
        if time.type not in ("DATE", "TIME"):
            continue
        first = next((at for at, token in enumerate(tokens) if token.end > time.start), len(tokens))
        behind = next((at for at in range(first, len(tokens)) if tokens[at].start >= time.end), len(tokens))
        if first and tokens[first - 1].norm in leading:
            first -= 1
        if behind < len(tokens) and tokens[behind].norm in trailing:
            behind += 1
        found[first] = behind
    if language.cased:
        found.update(_scare_quotes(tokens))
    return found


def _scare_quotes(tokens: Sequence[Token]) -> dict[int, int]:
    """Return the marks before a few words that are no speech: "назвал это «варварской» акцией"."""
    found = {}
    for at, token in enumerate(tokens[:-1]):
        if token.text in _OPENING and tokens[at + 1].text[:1].islower():
            close = next(
                (c for c in range(at + 2, at + 1 + _FEW) if tokens[c : c + 1] and tokens[c].text in _CLOSING), 0
            )
            found.update({at: at + 1} if close else {})
    return found


def _set_apart(tokens: Sequence[Token]) -> dict[int, int]:
    """Return the marks around words that are set apart inside a sentence: the "harsh" answer."""
    marks = [at for at, token in enumerate(tokens) if token.norm in _MARKS]
    return {
        mark: mark + 1
        for opening, closing in zip(marks[::2], marks[1::2], strict=False)
        for mark in (opening, closing)
        if opening and 1 < closing - opening <= _FEW and tokens[opening + 1].text[:1].islower()
    }


def _listing(tokens: Sequence[Token], language: Language) -> dict[int, int]:
    """Return the commas of lists of names whose last is joined by a word: "China, Russia and North Korea"."""
    found: dict[int, int] = {}
    commas: list[int] = []
    for at, token in enumerate(tokens):
        if token.text == ",":
            named = at > 0 and tokens[at - 1].text[0].isupper()
            going_on = bool(commas) and at - commas[-1] <= _NAME + 1
            commas = [*(commas if going_on else ()), at] if named else []
        elif commas and token.text[0].islower():
            behind = at + 1 < len(tokens) and tokens[at + 1].text[0].isupper()
            several = len(commas) > 1 or at - commas[-1] > 1  # not "took Sake, and Congolese troops fled"
            if token.norm in language.coordinators and behind and several and at - commas[-1] <= _NAME + 1:
                found.update({comma: comma + 1 for comma in commas})
            commas = []
    return found


def _adverbs(tokens: Sequence[Token], language: Language) -> dict[int, int]:
    """Return where adverbs of several words stand, the longest at each place."""
    found: dict[int, int] = {}
    for at, (token, following) in enumerate(pairwise(tokens)):
        begun = language.adverbials.get(token.norm)
        for words in begun.get(following.norm, ()) if begun is not None else ():
            behind = at + len(words)
            if behind > found.get(at, 0) and tuple(t.norm for t in tokens[at:behind]) == words:
                found[at] = behind
    return found
