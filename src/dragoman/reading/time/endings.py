"""Word endings with what each means, looked up by length: a word costs one look-up a length, not one an ending."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

__all__ = ["Endings"]

Value = TypeVar("Value")


class Endings(Generic[Value]):
    """Endings and their values; of one that is given twice the first value stands."""

    def __init__(self, pairs: Iterable[tuple[str, Value]]) -> None:
        by_length: dict[int, dict[str, Value]] = {}
        for ending, value in pairs:
            by_length.setdefault(len(ending), {}).setdefault(ending, value)
        self._tables = sorted(by_length.items(), reverse=True)

    def __bool__(self) -> bool:
        """Say whether there is any ending."""
        return bool(self._tables)

    def of(self, word: str, least: int = 1) -> Iterator[tuple[str, Value]]:
        """Yield stem and value for each ending of a word, longer endings first; stems have `least` letters."""
        room = len(word) - least
        for length, table in self._tables:
            if length <= room and (value := table.get(word[-length:])) is not None:
                yield word[:-length], value
