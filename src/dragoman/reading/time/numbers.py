"""Numbers at a token: in digits of any script, in words, or both ("12 lakh", "hai mươi lăm")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .lexicon import NumberWord, TimeLexicon
from .tokens import Token, digits_of

__all__ = ["Number", "number_runs", "plain_integer", "split_digits", "year_in_words"]

Number = tuple[int, int]
"""A count as (value, index past its last token)."""
_SEPARATOR: Final = re.compile(r"[.,:/\-\u2010-\u2013]")
_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}")
_LARGEST: Final = 10**12
_YEAR_DIGITS: Final = 4
_LONGEST_RUN: Final = 24
"""Words of one number at the most; what counts on beyond that is a list."""


def plain_integer(surface: str, longest: int = 12) -> int | None:
    """Return the value of plain digits, or `None` where there is anything else or too many of them."""
    if len(surface) <= longest and surface.isdecimal():
        return int(surface)
    return None


def split_digits(surface: str) -> tuple[list[str], str]:
    """Return the digit groups of a number token and the separators between them; "14-9" is (["14", "9"], "-")."""
    plain = digits_of(surface)
    dashes = "".join("-" if mark in "\u2010\u2011\u2012\u2013" else mark for mark in _SEPARATOR.findall(plain))
    return _SEPARATOR.split(plain), dashes


def number_runs(tokens: list[Token], index: int, lexicon: TimeLexicon) -> Iterator[Number]:
    """Yield every number that begins at a token, shorter ones first (the next word may be a unit after all)."""
    total, at = 0, index
    token = tokens[index]
    if token.number:
        value = _digits_value(token.key)
        if value is None:
            return
        total, at = value, index + 1
        yield total, at
    after_scale = joined = False
    while at < min(len(tokens), index + _LONGEST_RUN):
        word = _number_word(tokens, at, lexicon)
        if word is None or (word.kind == "join" and at == index):
            return
        past = at + 1 + len(word.rest)
        if word.kind == "join":
            following = _number_word(tokens, past, lexicon) if past < len(tokens) else None
            if following is None or following.kind != "value":
                return
            at, joined = past, True
            continue
        if word.kind == "scale":
            if at == index and index and tokens[index - 1].number:  # of "1.7 million" a number begins no anew
                return
            low = total % word.value
            total = total - low + max(low, 1) * word.value
            after_scale = True
        else:
            ten = joined and lexicon.ones_first and _is_ten_after_ones(total, word.value)
            if (token.number and not after_scale) or not (ten or _may_add(total, word.value, at == index)):
                return
            total += word.value
        if total > _LARGEST:
            return
        at, joined = past, False
        yield total, at


def _digits_value(surface: str) -> int | None:
    """Return the value of a number token that is one whole number: plain, or grouped by commas."""
    value = plain_integer(surface)
    if value is None and _GROUPED.fullmatch(surface):
        value = plain_integer(surface.replace(",", ""))
    return value


def _may_add(total: int, value: int, first: bool) -> bool:
    """Say whether a value may follow what is counted so far: "twenty five" is one number, "five six" is not."""
    return first or (total > 0 and total % 10 ** len(str(value)) == 0)


def _is_ten_after_ones(total: int, value: int) -> bool:
    """Say whether tens may follow the ones that they complete ("five and twenty")."""
    return 20 <= value <= 90 and value % 10 == 0 and 1 <= total % 100 <= 9


def _number_word(tokens: list[Token], at: int, lexicon: TimeLexicon) -> NumberWord | None:
    for word in lexicon.numbers.get(tokens[at].key, ()):
        if all(
            at + 1 + step < len(tokens) and tokens[at + 1 + step].key == key for step, key in enumerate(word.rest)
        ):
            return word
    return None


def year_in_words(tokens: list[Token], index: int, lexicon: TimeLexicon) -> int | None:
    """Return the year that four words for digits write one by one (一九四五), or `None`."""
    digits = []
    for token in tokens[index : index + _YEAR_DIGITS]:
        word = next((word for word in lexicon.numbers.get(token.key, ()) if not word.rest), None)
        if word is None or word.kind == "scale" or word.value > 9:
            return None
        digits.append(word.value)
    year = int("".join(map(str, digits))) if len(digits) == _YEAR_DIGITS else 0
    return year if 1000 <= year <= 2100 else None
