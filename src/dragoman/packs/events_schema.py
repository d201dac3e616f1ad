"""What `attribution.yaml` and `events.yaml` of a pack may say: whose words, and what acts."""

from __future__ import annotations

from typing import Literal

from .schema import Patterns, Role, Strict, Tag

__all__ = [
    "Attribution",
    "Clauses",
    "Cue",
    "CueName",
    "Events",
    "Marker",
    "ReportingVerb",
    "SourceNoun",
    "StanceName",
    "Subordinator",
    "Triggers",
]


StanceName = Literal[
    "asserts", "reports", "confirms", "claims", "alleges", "doubts", "denies", "predicts", "threatens",
    "promises", "asks",
]  # fmt: skip


class ReportingVerb(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs that report what somebody says or thinks."""

    forms: Patterns
    stance: StanceName


class SourceNoun(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Sources without a name: analysts, officials, witnesses, a statement, satellite pictures."""

    forms: Patterns
    kind: Literal["expert", "official", "witness", "media", "document", "evidence", "anonymous"]


class Attribution(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who says it: reporting verbs, phrases, and how far each reaches."""

    verbs: tuple[ReportingVerb, ...] = ()
    complementisers: Patterns = ()
    """Words between reporting verb and what is reported: that, যে, कि, rằng, là."""
    closers: Patterns = ()
    """Words that close what is reported, before the reporting verb: বলে."""
    nouns: tuple[SourceNoun, ...] = ()
    according: tuple[ReportingVerb, ...] = ()
    """Phrases beside a source that make all of the clause its words: according to, মতে, के अनुसार, theo."""
    through: Patterns = ()
    """Phrases beside a source that somebody else cites: citing, বরাত দিয়ে, के हवाले से, dẫn lời."""
    hearsay: Patterns = ()
    """Without a source, status kept: reportedly, বলে জানা গেছে, बताया जाता है, được biết."""
    rumour: Patterns = ()
    """Without a source, and only a rumour or claim: allegedly, কথিত, कथित, được cho là."""
    sources: tuple[str, ...] = ()


class Marker(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Adpositions (and what works like them) and the role they give to the phrase beside them."""

    forms: Patterns
    role: Role
    after: tuple[Tag, ...] = ()
    """Only where the noun's own ending has one of these tags (Bengali -র সঙ্গে)."""


class Subordinator(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word or phrase that opens (or, where `closes`, ends) a subordinate clause."""

    forms: Patterns
    kind: Literal[
        "condition", "time-before", "time-after", "time-while", "cause", "concession", "purpose", "relative",
        "whether", "comparison",
    ]  # fmt: skip
    closes: bool = False


class Clauses(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How clauses join."""

    coordinators: Patterns = ()
    """and, or, but - between names they make lists, between clauses a border."""
    contrast: Patterns = ()
    """but, however, while on the other hand: always a border."""
    subordinators: tuple[Subordinator, ...] = ()
    infinitive: Patterns = ()
    """Words that put the next verb in the infinitive: "to", "để"."""


CueName = Literal[
    "negation",
    "past",
    "future",
    "ongoing",
    "planned",  # is to, is due to, plans to, has agreed to, কথা রয়েছে, dự kiến
    "offered",  # offered to, proposed to: proposed
    "expected",  # is expected to, likely to: forecast
    "possible",  # may, might, could, হতে পারে, có thể: forecast
    "unlikely",  # forecast, negated
    "unclear",  # whether: forecast if ahead, nothing if behind
    "wish",  # wants, hopes, seeks to
    "attempt",  # threatened to, refused to: no report
    "tried",  # tried to: not_occurred of violence, protest and force, else no report
    "obligation",  # should, must, needs to
    "counterfactual",  # should have, would have
    "ability",  # is able to, can
    "failed",  # failed to, did not manage to: not_occurred
    "cancelled",  # called off, postponed indefinitely: not_occurred
    "ended",  # ended a visit: occurred
    "began",  # began, launched: occurred
    "continued",  # is going on, continues: ongoing
    "conditional",  # would, if (inside the clause)
    "alleged",  # alleged, so-called
    "habitual",  # usually, every year: no report
    "historic",  # once, years ago, formerly
    "passive",  # auxiliaries of the passive: was, bị, được, गया/गए
    "prevented",  # foiled, averted: not_occurred
]


class Cue(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that decide the status of the trigger beside them."""

    forms: Patterns
    gives: CueName
    side: Literal["before", "after", "either"] = "either"
    within: int = 4
    """How many words may stand between the cue and the trigger's head."""
    of: Literal["verb", "noun", "any"] = "any"
    """Whether it speaks of verbal triggers, of triggers that are nouns, or of both."""


class Triggers(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of one frame (frames.yaml) in this language.

    `verbs`: verbs and fixed verbal phrases (noun and light verb as one). `nouns`: nouns that name the act;
    they need the act's owner beside them, or a light verb with its subject. `actor` and `recipient` override
    the frame's own lists of roles, in order of preference. `object` is a class that must stand beside the verb
    (its object; `place` and `state` are any by name); `said` is a class that must stand in what the verb says (a
    warning that "will answer" threatens), `own-deed`, what the speaker's own side will do, or `others-must`,
    somebody else who must act; `without` are words whose presence in the clause forbids the frame. `transitive`:
    the verbs always have an object, so that a past form without one is a passive ("Six arrested in Barcelona").
    """

    verbs: Patterns = ()
    nouns: Patterns = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    object: str | None = None
    said: str | None = None
    without: Patterns = ()
    transitive: bool = False
    to: str | None = None
    """The country that the words themselves hold as whom it is done to: 방북, a visit to the North."""
    base: Literal["proposed", "planned"] | None = None
    """The status that the words themselves give, in place of the frame's: ধর্মঘটের ডাক, a call to strike."""
    unaimed: str | None = None
    """The frame that it is where it is aimed at nobody: missiles fired at nothing are a test."""
    named: str | None = None
    """The frame that a cancelling verb's own words name: যাওয়া বাতিল করেছেন, called off going."""
    together: bool = False
    """Only where two sides act: "have decided to" tells of one what "have agreed to" tells of several."""


class Events(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The event lexicon, and what decides roles and status."""

    frames: dict[str, Triggers | tuple[Triggers, ...]]
    classes: dict[str, Patterns] = {}
    markers: tuple[Marker, ...] = ()
    clauses: Clauses = Clauses()
    status: tuple[Cue, ...] = ()
    light_verbs: Patterns = ()
    """Verbs that carry a noun trigger and bring its subject: hold, make, করে, करना, tiến hành."""
    nominalisers: Patterns = ()
    """Words that make a noun of the verb behind them, where no ending does: sự, việc, cuộc."""
    plain_verbs: Patterns = ()
    """Frequent verbs that are no act, in languages where no ending shows a verb: they take a subject and end the
    reach of the verb before them."""
    vector_verbs: Patterns = ()
    """Verbs that only colour a conjunctive participle right before them and carry its tense: করে ফেলেছে."""
    happen_verbs: Patterns = ()
    """Verbs whose subject is the noun trigger: take place, হয়, होना, diễn ra."""
    context: dict[str, Patterns] = {}
    """Context (codebook) -> words that show it in a sentence or paragraph."""
    sources: tuple[str, ...] = ()
