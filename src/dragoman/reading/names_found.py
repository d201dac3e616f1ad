"""What the names stage works on and gives back: spans of tokens with what they may mean."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from ..knowledge import AliasHit
from ..records import Candidate, Name, NameType

__all__ = ["DemonymHit", "NamesFound", "Span"]


class DemonymHit(NamedTuple):
    """A word for a country's people, or its adjective: "Russian", রুশ. `line` is the sentence's index,
    `first` and `last` are tokens, inclusive; `others` are the other countries that it may mean."""

    line: int
    first: int
    last: int
    start: int
    end: int
    text: str
    country: str
    others: tuple[str, ...] = ()


class NamesFound(NamedTuple):
    """The names of a text, by start and never overlapping, and its demonyms."""

    names: tuple[Name, ...]
    demonyms: tuple[DemonymHit, ...]
    citations: dict[int, frozenset[str]]
    """Where endings replace letters: start of a name or demonym -> its folded words in the nominative."""


class Span(msgspec.Struct, eq=False):
    """Tokens `first` to `last` of a line, inclusive, that are or may be a name."""

    line: int
    first: int
    last: int
    hits: tuple[AliasHit, ...] = ()
    """What the knowledge base has under this alias; empty for an unlisted name."""
    alias: str = ""
    """The folded name without its ending."""
    stem_end: int | None = None
    """Where the name ends in the text, before its ending; None for the end of the last token."""
    suffix: str = ""
    """The ending that follows the alias inside its last token, folded."""
    type: NameType | None = None
    entity: str | None = None
    name: str | None = None
    country: str | None = None
    how: str = "alias"
    candidates: tuple[Candidate, ...] = ()
    settled: bool = False
    """It is decided what this is; `type` None then means that it is no name."""
    words: tuple[str, ...] = ()
    """Folded words of the name."""

    @property
    def single(self) -> bool:
        """Whether the name is one word."""
        return self.first == self.last

    def reject(self) -> None:
        """Settle that this is no name."""
        self.settled, self.type = True, None

    def settle(self, type_: NameType, entity: str | None, name: str | None, country: str | None, how: str) -> None:
        """Settle what this is."""
        self.settled = True
        self.type, self.entity, self.name, self.country, self.how = type_, entity, name, country, how
