"""What the ledger is made of: reports with the articles they stand in, and the facts that comparing needs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from hashlib import blake2b
from typing import Literal, NamedTuple

import msgspec
from msgspec import structs

from ..records import Party, Record, Report, ReportTime
from ..stories.traces import Trace
from .bodies import side_of, voice_of
from .delays import names_old_day, tells_delay
from .fitting import fitting

__all__ = [
    "AHEAD",
    "CLAIMED",
    "DONE",
    "Fact",
    "Interval",
    "Judgement",
    "Statement",
    "canonical",
    "canonical_key",
    "fact_of",
    "ordinal",
    "own_word",
    "tellers",
]

FRESH_DAYS = 7
"""A deed told as news without a date lies in the days up to publication."""
_NEWS_DAYS = 3
"""News of what was said is some days old at most; a plan for days long past is told looking back."""
UNDER_WAY_DAYS = 2
"""A visit or meeting under way as the text speaks lies just before publication, since it lasts days only."""
DONE = frozenset(("occurred", "ongoing"))
AHEAD = frozenset(("planned", "proposed", "forecast", "conditional"))
CLAIMED = frozenset(("alleged", "denied"))
_WORDS = frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"))
_HARM = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))
_SMALL_WORDS = frozenset(
    ("a", "an", "the", "and", "or", "of", "to", "from", "with", "against", "on", "about", "at", "by", "for", "in")
) | frozenset(("people", "others", "something", "act", "body"))
"""Words of a gloss that name no act: joints, and what stands for somebody whom the text does not name."""
WORD = r"[^\s.,;:!?()\[\]\"“”‘’'«»।|/–—-]+"
"""A word of any script, with its vowel signs (which `\\w` would cut)."""
_WORD = re.compile(WORD)


class Statement(Record, frozen=True, kw_only=True):
    """One report with its article. `quote` is the sentence, `start` and `end` its offsets.

    `trace` is what translations of the article are found by, and whom it credits.
    """

    report: Report
    article: str
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    quote: str = ""
    start: int = 0
    end: int = 0
    reader: str = ""
    trace: Trace | None = None


class Judgement(Record, frozen=True, kw_only=True):
    """A person's word on reports: the events of two are one (`same`), `report` does not belong to the event of
    `other` (`different`), or `report` is none (`reject`); or on ids of actors, in order: they are one
    (`one-actor`) or not (`two-actors`)."""

    kind: Literal["same", "different", "reject", "one-actor", "two-actors"]
    report: str
    other: str = ""

    @property
    def id(self) -> str:
        """What it is undone by; the same for the same judgement."""
        return (
            f"j{blake2b(chr(31).join((self.kind, self.report, self.other)).encode(), digest_size=6).hexdigest()}"
        )


class Interval(NamedTuple):
    """Days as ordinals, inclusive; `None` is open. `from_text` is false where publication gave it."""

    first: int | None
    last: int | None
    from_text: bool

    @property
    def bounded(self) -> bool:
        """Whether both ends are known."""
        return self.first is not None and self.last is not None

    @property
    def days(self) -> int:
        """How many days it has; a great number where an end is open."""
        return self.last - self.first + 1 if self.first is not None and self.last is not None else 10**7


class Fact(msgspec.Struct, frozen=True, eq=False):
    """What two statements are compared by; everything comes from the statement itself, once."""

    statement: Statement
    id: str
    family: str
    """The type, or `arms`: deliveries of arms, as aid or as trade, are one family."""
    actors: frozenset[str]
    recipients: frozenset[str]
    parties: frozenset[str]
    persons: dict[str, frozenset[str]]
    """Named persons by country (or by themselves, where they have none)."""
    when: Interval
    published: int | None
    said: int | None
    """The day on which it was said: that of an invitation where the text dates it, else of publication."""
    denied_by: tuple[str, ...]
    """Who denies it in the sentence itself or in the next."""
    status: str
    """That of the report, but what is told as done of days after publication can only be planned, and what one of
    the sides says that it did not happen is denied."""
    ahead: bool
    """Whether it speaks of something to come."""
    visit: bool
    received: bool
    """Whether it is a visit told by its host in person: who was received has met him."""
    claim: bool
    """Whether somebody only claims or denies it; so does a group that takes an attack on itself."""
    put_off: bool
    """Whether its sentence says that what was announced comes later; what was called off is not."""
    to_oneself: bool
    """Whether visitor and host are the same state, which no visit can be."""
    act: frozenset[str]
    """The words of the gloss less the names: what was done, in English, whatever the language."""
    words: frozenset[str]


def canonical(statements: Iterable[Statement]) -> list[Statement]:
    """Return statements in the order that everything is decided in: publication, article, place in the text."""
    return sorted(statements, key=canonical_key)


def canonical_key(statement: Statement) -> tuple[bool, str, str, int, int, str]:
    """Return what statements are ordered by."""
    published, report = statement.published, statement.report
    return published is None, published or "", statement.article, statement.start, report.trigger.start, report.id


def fact_of(statement: Statement) -> Fact:
    """Return the facts of a statement."""
    statement = _fitted(statement)
    report = statement.report
    published = ordinal(statement.published)
    persons: dict[str, set[str]] = {}
    for party in (*report.actors, *report.recipients):
        if party.type == "PER" and party.entity and party.entity.startswith(("per:", "new:")):
            persons.setdefault(party.country or party.entity, set()).add(party.entity)
    actors, recipients = frozenset(_side(report.actors)), frozenset(_side(report.recipients))
    visit = "visit" in report.mode
    when, said = _when(_dated(statement), published)
    status = _status(report, actors, recipients)
    if status in DONE and published is not None and _lies_ahead(when, published):
        status = "planned"
    words = frozenset(_WORD.findall(statement.quote.casefold()))
    ahead = status in AHEAD
    put_off = ahead and tells_delay(statement.quote, words, statement.language)
    if put_off and published is not None and _is_of_old_day(statement):
        when, said = Interval(published, None, False), published
    return Fact(
        statement=statement,
        id=report.id,
        family=_family(report),
        actors=actors,
        recipients=recipients,
        parties=actors | recipients,
        persons={country: frozenset(ids) for country, ids in persons.items()},
        when=when,
        published=published,
        said=said,
        denied_by=_deniers(statement),
        status=status,
        ahead=ahead,
        visit=visit,
        claim=status in CLAIMED or _is_own_claim(report, actors),
        received=visit and status in DONE and _is_reception(report),
        put_off=put_off,
        to_oneself=visit and bool(actors) and actors == recipients,
        act=_act(report),
        words=words,
    )


def _fitted(statement: Statement) -> Statement:
    report = statement.report
    time = fitting(report, statement.published)
    if time is report.time:
        return statement
    return structs.replace(statement, report=structs.replace(report, time=time))


def _is_reception(report: Report) -> bool:
    """Whether somebody is told to have been received by a person, so that the two have met."""
    return bool(report.recipients) and all(party.type == "PER" for party in report.recipients)


def _is_of_old_day(statement: Statement) -> bool:
    time = statement.report.time
    if time is None or not time.end:
        return False
    return names_old_day(
        statement.quote, (time.start - statement.start, time.end - statement.start), statement.language
    )


def _deniers(statement: Statement) -> tuple[str, ...]:
    denials = statement.trace.denials if statement.trace is not None else ()
    return next((one.by for one in denials if one.report == statement.report.id), ())


def _status(report: Report, actors: frozenset[str], recipients: frozenset[str]) -> str:
    """Return the status: what one of the sides says that it did not happen is denied.

    Who is accused denies what he is accused of, not that he is.
    """
    if report.status == "not_occurred" and report.type in _HARM and _told_by(report, actors | recipients):
        return "denied"
    if report.status == "denied" and report.type == "ACCUSE" and _told_by(report, recipients - actors):
        return "occurred"
    return report.status


def _is_own_claim(report: Report, actors: frozenset[str]) -> bool:
    """Whether a group takes an attack on itself."""
    return report.type == "ASSAULT" and all(":" in one for one in actors) and _told_by(report, actors)


def _told_by(report: Report, sides: frozenset[str]) -> bool:
    return any(side_of(link) in sides for link in report.attribution)


def _dated(statement: Statement) -> Report:
    """Return the report, with the days that its article gives under the title where it is the title's."""
    report = statement.report
    for one in statement.trace.headings if statement.trace is not None and report.time is None else ():
        if one.report == report.id:
            return structs.replace(
                report, time=ReportTime(start=0, end=0, earliest=one.earliest, latest=one.latest)
            )
    return report


def _lies_ahead(when: Interval, published: int) -> bool:
    """Whether days begin after publication (a day is allowed for time zones), or with it and go on."""
    if when.first is None or not when.from_text:
        return False
    return when.first > published + 1 or (when.first >= published and (when.last or 0) > published + 1)


def _side(parties: Iterable[Party]) -> set[str]:
    return {side_of(party) or f"name:{party.name or party.text}" for party in parties}


def _family(report: Report) -> str:
    """Return the family of types in which reports may speak of one event."""
    if "military" in report.context and (
        report.type == "AID" or (report.type == "COOPERATE" and "economic" in report.context)
    ):
        return "arms"
    return report.type


def _when(report: Report, published: int | None) -> tuple[Interval, int | None]:
    """Return the days of the act, and the day on which it was said.

    A prediction that something will not happen in some days does not date it: it speaks of the next such act.
    """
    time = report.time
    absent = report.negated and report.status in AHEAD
    if time is not None and (time.earliest or time.latest) and not (absent and published is not None):
        first, last = ordinal(time.earliest), ordinal(time.latest)
        if (
            published is not None
            and report.type in _WORDS
            and report.status in DONE
            and (first or 0) > published + 1
        ):
            # Words said already cannot be of a day to come: it is that of what they are about.
            return Interval(published - FRESH_DAYS, published, False), published
        if published is not None and last is not None and _is_of_saying(report.status, published - last):
            # An invitation whose day has passed: the day is that of inviting, the visit still lies ahead.
            return Interval(last, None, False), last
        if last is None and published is not None and report.status in DONE:
            last = max(published, first or published)
        if published is not None and report.status in AHEAD and last is not None and last >= published:
            first = max(first or 0, published)  # "this year" and "by the end of the year" are from now on
        return Interval(first, last, True), published
    if published is None:
        return Interval(None, None, False), None
    if report.status == "ongoing" and report.type == "CONSULT":
        return Interval(published - UNDER_WAY_DAYS, published, False), published
    if report.status in DONE and not report.historical:
        return Interval(published - FRESH_DAYS, published, False), published
    if report.status in AHEAD:
        return Interval(published, None, False), published
    return Interval(None, published if report.status in CLAIMED else None, False), published


def _is_of_saying(status: str, ago: int) -> bool:
    """Whether a day so many days before publication is that of announcing or inviting, not of what is to come."""
    return ago >= 0 if status == "proposed" else status in AHEAD and 0 < ago <= _NEWS_DAYS


def _act(report: Report) -> frozenset[str]:
    gloss = report.gloss
    if gloss.endswith(")"):
        gloss = gloss.rpartition(" (")[0]
    names = [party.name or party.text for party in (*report.actors, *report.recipients)]
    if report.place is not None and report.place.name:
        names.append(report.place.name)
    for name in sorted(names, key=len, reverse=True):
        if name:
            gloss = gloss.replace(name, " ")
    return frozenset(_WORD.findall(gloss.casefold())) - _SMALL_WORDS


def tellers(fact: Fact) -> frozenset[str]:
    """Return whom the sentence names as its sources: states for their persons and bodies, else who they are."""
    links = fact.statement.report.attribution
    return frozenset(who for link in links if (who := voice_of(link) or link.name))


def own_word(fact: Fact) -> bool:
    """Return whether a deed is told by who did it, as a claim of responsibility is, which may come days later."""
    return not tellers(fact).isdisjoint(fact.actors)


def ordinal(day: str | None) -> int | None:
    """Return a day, or the day of a date-time, as an ordinal number."""
    return date.fromisoformat(day[:10]).toordinal() if day else None
