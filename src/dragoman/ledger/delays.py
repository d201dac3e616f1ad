"""Whether a sentence tells that something was put off to later days, by the words of its language's pack."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from ..packs.loader import load_packs

__all__ = ["names_old_day", "tells_delay"]


class _Words(NamedTuple):
    """Single words, beginnings of words, and several words in a row, in folded case."""

    exact: frozenset[str]
    begun: tuple[str, ...]
    rows: tuple[str, ...]


def tells_delay(quote: str, words: Collection[str], language: str | None) -> bool:
    """Return whether a sentence, given with its words in folded case, says that something was put off."""
    listed = _listed(language) if language else None
    if listed is None:
        return False
    if not listed.exact.isdisjoint(words) or any(word.startswith(listed.begun) for word in words):
        return True
    return bool(listed.rows) and any(row in quote.casefold() for row in listed.rows)


def names_old_day(quote: str, day: tuple[int, int], language: str | None) -> bool:
    """Return whether a day in a sentence that tells a delay is the one from which something was put off."""
    before, after = quote[: day[0]].casefold().rstrip(), quote[day[1] :].casefold()
    return any(before.endswith(one) and other.match(after) for one, other in _old(language))


@cache
def _old(language: str | None) -> tuple[tuple[str, re.Pattern[str]], ...]:
    pack = load_packs().get(language) if language else None
    listed = pack.time.put_off_from if pack is not None and pack.time is not None else ()
    parts = (one.casefold().partition("_") for one in listed)
    return tuple(
        (before.rstrip(), re.compile(re.escape(after).replace(re.escape(" …"), r"(?:\s\S+){0,2}")))
        for before, _, after in parts
    )


@cache
def _listed(language: str) -> _Words | None:
    pack = load_packs().get(language)
    if pack is None or pack.time is None or not pack.time.put_off:
        return None
    given = [word.casefold() for word in pack.time.put_off]
    return _Words(
        exact=frozenset(word for word in given if not word.endswith("*") and " " not in word),
        begun=tuple(word.removesuffix("*") for word in given if word.endswith("*")),
        rows=tuple(word for word in given if " " in word),
    )
