"""Whether two statements speak of one event: named features, each a level with a weight, and a verdict.

Features come from the two statements alone, never from statistics of the archive. A feature that says
"different" decides alone; otherwise the weights of the others add up.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from .bodies import side_of
from .dates import EXACT_DAYS, dates
from .levels import Feature
from .numbers import ordinals_of
from .sides import (
    MORE,
    NO_RECIPIENT,
    OTHER_CULPRIT,
    TWO_IN_COMMON,
    a_body_of,
    blame_each_other,
    blames_another,
    parties,
    persons,
    untold_host,
)
from .statements import DONE, Fact, Statement, fact_of, tellers
from .statuses import status

__all__ = [
    "FEATURES",
    "SAME",
    "SILENT",
    "UNSURE",
    "Comparison",
    "Feature",
    "alike_but_for_days",
    "answers",
    "blame_each_other",
    "compare",
    "explain_merge",
    "such_as",
    "to_be_hosted",
    "weigh",
]

SAME = 0.6
"""Score from which two statements are one event."""
SILENT = -1.0
"""What `weigh` returns where two statements blame different sides."""
UNSURE = 0.45
"""Score from which nothing is decided: the statements stay apart, and a person may judge."""
_KIND = frozenset(("AGREE", "SUPPORT", "CONCEDE"))
_LOCAL = frozenset(("ASSAULT", "PROTEST", "COERCE"))
_LOOSE_MODES = frozenset(("ASSAULT", "ACCUSE", "PROTEST", "REQUEST"))
_LIKE_MODES = (frozenset(("discontinue", "withdraw")), frozenset(("seize", "arrest")))
"""Modes of one act in two languages: an embassy is closed or withdrawn, a man is seized or arrested."""
_APART_KM = 60
_NEXT_SENTENCE = 4
"""Characters between a title and the sentence after it."""
_ENOUGH_WORDS = 8
"""Sentences of fewer words share most of them by chance."""


class Comparison(NamedTuple):
    """A verdict with its score and the features behind it."""

    verdict: Literal["same", "unsure", "different"]
    score: float
    features: tuple[Feature, ...]


def place(a: Fact, b: Fact) -> Feature:
    """Where: another country rules attacks, protests and arrests out; towns far apart speak against it.

    Of a meeting announced for some third country it is told where it took place; a call has no place.

    Not where two sources tell one blow of one day: where it fell is then what they do not agree on.

    What is announced without a day for one country is not the meeting that took place in another.
    """
    one, other = a.statement.report.place, b.statement.report.place
    if one is None or other is None:
        return _UNPLACED if _called_rather_than_met(a, b) or _called_rather_than_met(b, a) else _NO_PLACE
    if one.country and other.country and one.country != other.country:
        if _undated_plan(a, b) or (a.family in _LOCAL and not _told_differently(a, b)):
            return _OTHER_COUNTRY
        return _COUNTRY_DIFFERS
    if one.name == other.name:
        return _SAME_PLACE
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return _SAME_COUNTRY
    north, east = (one.lat - other.lat) * 111, (one.lon - other.lon) * 75
    if north * north + east * east < _APART_KM**2:
        return _SAME_PLACE
    return _FAR_PLACE if a.family in _LOCAL else _SAME_COUNTRY


def _called_rather_than_met(plan: Fact, deed: Fact) -> bool:
    """Whether a meeting is announced for some third country, and of a talk of the two nobody says where."""
    where = plan.statement.report.place
    if plan.family != "CONSULT" or not plan.ahead or plan.visit or deed.visit or deed.status not in DONE:
        return False
    return where is not None and deed.statement.report.place is None and where.country not in plan.parties


def _told_differently(a: Fact, b: Fact) -> bool:
    """Whether two sources tell one blow of one day, and each names another country for it."""
    here, there = tellers(a), tellers(b)
    if not here or not there or here & there or a.actors != b.actors or a.recipients != b.recipients:
        return False
    return bool(a.recipients) and a.when.from_text and a.when == b.when and a.when.days <= EXACT_DAYS


def _undated_plan(a: Fact, b: Fact) -> bool:
    """Whether one of two meetings lies ahead, with no day to tell which; visits have stops."""
    return (
        (a.ahead or b.ahead)
        and not (a.visit and b.visit)
        and a.family == "CONSULT"
        and not (a.when.from_text and b.when.from_text)
    )


_NO_PLACE = Feature("place", "not named by both", 0.0)
_UNPLACED = Feature("place", "announced for some country, told without a place", -0.25)
_SAME_PLACE = Feature("place", "same or near", 0.1)
_SAME_COUNTRY = Feature("place", "same country", 0.02)
_COUNTRY_DIFFERS = Feature("place", "other country", -0.1)
_OTHER_COUNTRY = Feature("place", "other country", 0, True)
_FAR_PLACE = Feature("place", "another town", -0.25)


def manner(a: Fact, b: Fact) -> Feature:
    """How: a visit and a meeting are two (one may be part of the other), and so are two modes of most types."""
    if a.visit != b.visit and not untold_host(a, b):
        if (a.received or b.received) and a.parties == b.parties and not (a.ahead or b.ahead):
            return _RECEIVED
        return _HOSTED if _to_be_hosted(*((a, b) if a.visit else (b, a))) else _VISIT_MEETING
    one, other = a.statement.report.mode, b.statement.report.mode
    if a.statement.report.type != b.statement.report.type:
        return _FAMILY
    if one == other:
        return _SAME_MODE
    if a.family == "CONSULT":
        return _OTHER_MODE if ("phone" in one) != ("phone" in other) else _LOOSE_MODE
    if one and other and a.family not in _LOOSE_MODES:
        return _LOOSE_MODE if frozenset((*one, *other)) in _LIKE_MODES else _OTHER_MODE
    return _CAPTIVES if ("abduct" in one) != ("abduct" in other) else _LOOSE_MODE


def _to_be_hosted(visit: Fact, meeting: Fact) -> bool:
    """Whether a meeting that lies ahead is to be held where a visit that lies ahead goes: one invitation."""
    place = meeting.statement.report.place
    alike = visit.ahead and visit.parties == meeting.parties
    return alike and to_be_hosted(meeting) and place is not None and place.country in visit.recipients


def to_be_hosted(meeting: Fact) -> bool:
    """Return whether a meeting that lies ahead is to be held with one of the sides at home, as a visit is."""
    place = meeting.statement.report.place
    return meeting.ahead and place is not None and place.country in meeting.parties


_HOSTED = Feature("manner", "a visit and a meeting to come at the host's", 0.0)
_RECEIVED = Feature("manner", "received by somebody, and met", 0.15)
_VISIT_MEETING = Feature("manner", "a visit and a meeting", 0, True)
_FAMILY = Feature("manner", "another type of the family", 0.0)
_SAME_MODE = Feature("manner", "same mode", 0.1)
_OTHER_MODE = Feature("manner", "another mode", 0, True)
_CAPTIVES = Feature("manner", "a kidnapping and an attack", -0.1)
_LOOSE_MODE = Feature("manner", "one without mode, or a like one", 0.0)


def act(a: Fact, b: Fact) -> Feature:
    """What exactly: the act as the English gloss names it, without the names (signed, ratified, praised).

    To praise, to recognise and to sign are three things, to condemn, to accuse and to summon one in three words.
    Of meetings it is not compared: to meet, to talk and to receive are one.
    """
    if not a.act or not b.act or a.family == "CONSULT":
        return _NO_ACT
    if a.act == b.act:
        return _SAME_ACT
    return _OTHER_ACT if a.family in _KIND else _LIKE_ACT


_NO_ACT = Feature("act", "not compared", 0.0)
_SAME_ACT = Feature("act", "same wording", 0.05)
_LIKE_ACT = Feature("act", "another wording", 0.0)
_OTHER_ACT = Feature("act", "another act", -0.25)


def sentence(a: Fact, b: Fact) -> Feature:
    """Where in the text: one sentence that tells two acts of different sides means two; a title tells its text.

    An article that tells a meeting as held announces another one. Not so a page without a date: it may gather
    pieces of many days.
    """
    one, other = a.statement, b.statement
    if one.article != other.article:
        return _FAR
    if one.start == other.start:
        alike = a.actors == b.actors and (a.recipients == b.recipients or a_body_of(a, b))
        if alike or a.to_oneself or b.to_oneself or (a.family == "CONSULT" and a.parties == b.parties):
            return _ONE_SENTENCE
        if {a.status, b.status} == {"alleged", "denied"} and (a.parties <= b.parties or b.parties <= a.parties):
            return _ONE_SENTENCE
        return _ONE_SENTENCE if a.family == "ASSAULT" and blames_another(a, b) else _TWO_ACTS
    if answers(a, b) or answers(b, a):
        return _ANSWER
    if a.ahead != b.ahead and a.published is not None and not (a.when.from_text and b.when.from_text):
        plan = a if a.ahead else b
        if "denied" in (a.status, b.status):
            return _ONE_ARTICLE
        if a.family == "CONSULT":
            return _ONE_ARTICLE if plan.status == "proposed" else _NEXT
        return _NEXT_ACT
    if one.start and other.start:
        return _ONE_ARTICLE
    return _LEAD if max(one.start, other.start) - min(one.end, other.end) <= _NEXT_SENTENCE else _TITLE


def answers(denial: Fact, claim: Fact) -> bool:
    """Whether a denial without days of its own stands in the sentence after a claim or news of the same sides."""
    if denial.status != "denied" or denial.when.from_text or claim.status not in ("alleged", *DONE):
        return False
    return 0 <= denial.statement.start - claim.statement.end <= _NEXT_SENTENCE


_FAR = Feature("sentence", "other article", 0.0)
_ANSWER = Feature("sentence", "a denial right after what it denies", 0.15)
_ONE_SENTENCE = Feature("sentence", "same sentence, same sides", 0.0)
_TWO_ACTS = Feature("sentence", "same sentence, other sides", 0, True)
_NEXT = Feature("sentence", "one article tells a meeting as held and as to come", 0, True)
_NEXT_ACT = Feature("sentence", "one article tells it as done and as to come", -0.1)
_TITLE = Feature("sentence", "title and text", 0.1)
_LEAD = Feature("sentence", "title and the sentence after it", 0.2)
_ONE_ARTICLE = Feature("sentence", "same article", 0.0)


def numbers(a: Fact, b: Fact) -> Feature:
    """Which of a row: ordinal numbers beside the same words keep apart (the 12th package, the 13th package)."""
    if a.statement.language != b.statement.language or a.statement.quote == b.statement.quote:
        return _NO_NUMBERS
    one, other = ordinals_of(a.statement), ordinals_of(b.statement)
    for word in one.keys() & other.keys():
        if not one[word] & other[word]:
            return _OTHER_ORDINAL
        return _SAME_ORDINAL
    return _NO_NUMBERS


_NO_NUMBERS = Feature("numbers", "no ordinals beside the same words", 0.0)
_OTHER_ORDINAL = Feature("numbers", "another ordinal", 0, True)
_SAME_ORDINAL = Feature("numbers", "same ordinal", 0.1)


def words(a: Fact, b: Fact) -> Feature:
    """In which words: sentences of one language that share most of theirs are copies or rewrites."""
    if a.statement.language != b.statement.language or a.statement.article == b.statement.article:
        return _OTHER_LANGUAGE
    shorter = min(len(a.words), len(b.words))
    if shorter < _ENOUGH_WORDS:
        return _OTHER_LANGUAGE
    shared = len(a.words & b.words) / shorter
    return _MANY_WORDS if shared > 0.6 else _FEW_WORDS


_OTHER_LANGUAGE = Feature("words", "not compared", 0.0)
_MANY_WORDS = Feature("words", "most words shared", 0.2)
_FEW_WORDS = Feature("words", "few words shared", 0.0)

FEATURES = (parties, dates, status, manner, persons, sentence, place, act, numbers, words)
"""Every feature, in the order in which they are weighed and shown: the cheap and decisive ones first."""
_OTHERS = FEATURES[1:]
_ANOTHER_BLOW = frozenset(("a day apart", _FAR_PLACE.level))
"""What makes two attacks of what two are blamed for."""


def compare(a: Fact, b: Fact) -> Comparison:
    """Return whether two statements of one family are one event, with reasons."""
    found: list[Feature] = []
    score = 0.0
    for feature in FEATURES:
        result = feature(a, b)
        found.append(result)
        if result.different or (found[0] is OTHER_CULPRIT and result.level in _ANOTHER_BLOW):
            return Comparison("different", 0.0, tuple(found))
        score += result.weight
    score = round(score, 3)
    if found[0] is OTHER_CULPRIT:
        return Comparison("unsure", UNSURE, tuple(found))
    if score >= SAME:
        return Comparison("same", score, tuple(found))
    return Comparison("unsure" if score >= UNSURE else "different", score, tuple(found))


def weigh(a: Fact, b: Fact) -> float | None:
    """Return the score of `compare` without its reasons, or None where a feature rules sameness out.

    `SILENT` where the two blame different sides: that speaks neither for one attack nor against it. Clustering
    asks this a million times; it makes no lists.
    """
    first = parties(a, b)
    if first.different:
        return None
    score = first.weight
    for feature in _OTHERS:
        _, level, weight, different = feature(a, b)
        if different or (first is OTHER_CULPRIT and level in _ANOTHER_BLOW):
            return None
        score += weight
    return SILENT if first is OTHER_CULPRIT else round(score, 3)


def alike_but_for_days(a: Fact, b: Fact) -> bool:
    """Return whether nothing but days and status can keep two statements apart."""
    return not any(feature(a, b).different for feature in (parties, manner, persons, numbers))


def such_as(announced: Fact, done: Fact) -> bool:
    """Return whether a deed is of the kind that was announced, whenever it took place: the same sides in the same
    roles, the same manner, persons, ordinals and wording as far as both give them.

    A visit was paid where the visitor met the host at home; two have met where others were with them. Of a deed of
    a like type manner and wording are others.
    """
    if announced.visit and not done.visit and done.family == "CONSULT":
        received = _received(announced, done)
        return received and not persons(announced, done).different
    sides = parties(announced, done)
    if sides.weight < NO_RECIPIENT.weight and _fought_between(announced, done):
        sides = MORE
    if sides is TWO_IN_COMMON and announced.parties <= done.parties:
        sides = MORE
    if sides.different or sides.weight < NO_RECIPIENT.weight or sides is TWO_IN_COMMON:
        return False
    features = (manner, persons, place, act, numbers) if announced.family == done.family else (place, numbers)
    found = [feature(announced, done) for feature in features]
    other = (_OTHER_ACT, _UNPLACED, _COUNTRY_DIFFERS if announced.family == "CONSULT" else _OTHER_ACT)
    return not any(one.different or one in other for one in found)


def _received(visit: Fact, meeting: Fact) -> bool:
    """Whether a visitor met his host in the country of the host."""
    place = meeting.statement.report.place
    return place is not None and place.country in visit.recipients and visit.parties <= meeting.parties


def _fought_between(war: Fact, blow: Fact) -> bool:
    """Whether a blow is struck by one of those between whom a war was foreseen, against another or on his land."""
    if war.family != "ASSAULT" or blow.family != "ASSAULT" or war.recipients or not blow.actors < war.actors:
        return False
    report = blow.statement.report
    hit = blow.recipients | {party.country for party in report.recipients}
    others = (one for one in war.statement.report.actors if side_of(one) not in blow.actors)
    return any(side_of(one) in hit or (one.country or "") in hit for one in others)


def explain_merge(a: Statement, b: Statement) -> Comparison:
    """Return why two statements are one event, or not: the features up to the one that decided."""
    one, other = fact_of(a), fact_of(b)
    if one.family != other.family:
        return Comparison("different", 0.0, (Feature("family", f"{one.family} and {other.family}", 0, True),))
    return compare(one, other)
