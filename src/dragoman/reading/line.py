"""The workspace of one sentence: its tokens, what the lexicon found, and what is built on them.

A `Line` lives only while its article is read; stages add to it in the order of its fields.
"""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from ..packs.names_schema import Group
from ..packs.schema import Role, Tag
from ..records import Link, Name, Party, Time
from .language import EntryHit
from .lexicon import Shape
from .tokens import Token

__all__ = ["Line", "Mention", "Predicate", "Region"]


class Mention(msgspec.Struct, eq=False):
    """A noun phrase that means somebody or some place: tokens `first` to `last`, inclusive."""

    first: int
    last: int
    parties: tuple[Party, ...]
    kind: str
    """person, state, body, people, vehicle, place, demonym, other, source (no identity)."""
    role: Role | None = None
    """As the language marks it; None where nothing marks it."""
    tags: frozenset[Tag] = frozenset()
    marker: tuple[int, int] | None = None
    genitive: bool = False
    modifier: bool = False
    """It stands beside an unknown noun as its modifier, so it is nobody's subject."""
    place: Name | None = None
    lost: float = 0.0
    """Confidence lost by steps taken to find out who is meant."""
    capital: bool = False
    """The place is a capital, which may speak for its government."""
    needs_place: bool = False
    """A body without a nationality: the place of the act may give it."""
    apposition_of: Mention | None = None
    reflexive: bool = False
    """A reflexive, whose parties are those of its clause's subject, once that is known."""
    ours: bool = False
    """A body that the text, or whoever speaks in it, calls ours."""
    office: bool = False
    """An office without a country or holder, as that of somebody whom a state's own police arrests."""
    group: Group | None = None
    """The pack's word for several actors, where it is not yet known who they are."""
    rival: tuple[Party, ...] = ()
    """Whom else a pronoun could mean, where it cannot mean those of `parties`."""
    source_kind: str | None = None
    """expert, official, witness, media, document, evidence, anonymous: what the noun says of a source."""
    gender: str | None = None
    """Grammatical gender of a state's name or a body's word ("m", "f"), in languages that show roles by case."""
    cases: frozenset[Tag] = frozenset()
    """Cases that its form may be, in languages that show roles by case."""

    @property
    def countries(self) -> set[str]:
        """Countries of all parties."""
        return {party.country for party in self.parties if party.country}

    @property
    def human(self) -> bool:
        """Whether it can act."""
        return self.kind in ("person", "state", "body", "people", "vehicle", "other")


class Region(msgspec.Struct, eq=False):
    """Tokens `first` to `last` are somebody's words: their source and stance hold for all inside."""

    first: int
    last: int
    links: tuple[Link, ...]
    kind: str
    """quoted, reported, according, content (of an accusation, denial, demand, promise), hearsay."""
    stance: str = "reports"
    source: Mention | None = None
    source_kind: str | None = None
    subject: Mention | None = None
    """Who is meant to act inside, where the outer verb says so (accused of …)."""


class Predicate(msgspec.Struct, eq=False):
    """Something verbal at token `head`: a trigger, a reporting verb, an auxiliary or an unknown verb."""

    first: int
    last: int
    head: int
    tags: frozenset[Tag]
    hits: list[EntryHit] = msgspec.field(default_factory=list)
    segment: int = 0
    joined: bool = False
    """Shares its subject with the predicate before, unless it has its own."""
    before: list[Mention] = msgspec.field(default_factory=list)
    after: list[Mention] = msgspec.field(default_factory=list)
    subject: Mention | None = None
    subject_how: str = "subject"
    unknown: bool = False
    """An agent is marked whom nobody knows: nobody else acts."""
    adjectival: bool = False
    """A participle that describes the noun behind it ("किए गए हमले"), and closes no clause."""
    helped: bool = False
    """Auxiliaries behind it are part of it, and `tags` are those of the whole."""


class Line(msgspec.Struct, eq=False):
    """One sentence while it is read."""

    index: int
    start: int
    end: int
    text: str
    """The whole article's text; offsets point into it."""
    tokens: list[Token]
    shapes: list[Shape]
    hits: dict[str, list[EntryHit]]
    at: list[list[EntryHit]]
    """Hits by their first token."""
    times: list[Time] = msgspec.field(default_factory=list)
    mentions: list[Mention] = msgspec.field(default_factory=list)
    segments: list[int] = msgspec.field(default_factory=list)
    """Number of the segment of every token."""
    segment_kinds: list[str] = msgspec.field(default_factory=list)
    """How each segment is joined: main, coordinate, contrast, condition, time-…, relative, content …"""
    regions: list[Region] = msgspec.field(default_factory=list)
    predicates: list[Predicate] = msgspec.field(default_factory=list)
    dated: dict[int, frozenset[int]] | None = None
    """By the number of a time, the segments that it dates, where clauses stand inside one another."""
    cased: bool = False
    """Whether cases tell roles in its language."""
    formed: bool = False
    """`wordclass` has told verbs from nouns, and marked passives in the tags."""
    citations: dict[int, frozenset[str]] = msgspec.field(default_factory=dict)
    """By the first token of a name or nationality: its words as the tables have them, in the nominative."""
    nominal: set[int] = msgspec.field(default_factory=set)
    """Heads of triggers that could be verb or noun and are nouns here ("Putin's visit", "Russian strikes")."""
    ends: list[int] = msgspec.field(default_factory=list)
    """Where each token ends, once somebody has asked which one an offset lies in."""
    notes: list[str] = msgspec.field(default_factory=list)
    """For `--explain`: what was considered and why it was not reported."""

    def words(self, first: int, last: int) -> str:
        """Return the text of tokens `first` to `last`, inclusive."""
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def token_at(self, offset: int) -> int:
        """Return the index of the token that covers `offset`, or of the first after it."""
        if not self.ends:
            self.ends = [token.end for token in self.tokens]
        return bisect_right(self.ends, offset)

    def mention_at(self, token: int) -> Mention | None:
        """Return the mention that covers a token, if any."""
        for mention in self.mentions:
            if mention.first <= token <= mention.last:
                return mention
        return None
