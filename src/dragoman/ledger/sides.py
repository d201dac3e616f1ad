"""The features `parties` and `persons`: whether two statements speak of the same sides and the same people."""

from __future__ import annotations

from .levels import Feature
from .statements import DONE, Fact, tellers

__all__ = [
    "MORE",
    "NO_RECIPIENT",
    "OTHER_CULPRIT",
    "TWO_IN_COMMON",
    "a_body_of",
    "blame_each_other",
    "blames_another",
    "is_alone",
    "parties",
    "persons",
    "untold_host",
]

_SPOKEN = frozenset(("AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
_ADDRESSED = _SPOKEN - {"AGREE"}
"""Words to one are not words to another; a promise is often told without saying to whom."""
_MUTUAL = frozenset(("arms", "ASSAULT"))
"""What two do to each other may be told of both, or of one and the other."""
_PERSONAL = frozenset(("CONSULT", "COERCE", "RETREAT", "SANCTION"))
_NEXT_SENTENCE = 4
"""Characters between a title and the sentence after it."""

_SAME_PARTIES = Feature("parties", "same", 0.4)
TWO_IN_COMMON = Feature("parties", "two in common", 0.25)
_TO_ONESELF = Feature("parties", "a visit to oneself", 0.2)
_HOST_UNTOLD = Feature("parties", "a visit, and its visitor alone", 0.3)
_OTHER_VISITOR = Feature("parties", "another visitor", 0, True)
_OTHER_PARTIES = Feature("parties", "other parties", 0, True)
OTHER_CULPRIT = Feature("parties", "another culprit of an attack that somebody claims or denies", 0.0)
_BOTH_ACT = Feature("parties", "both act, or one for the other", 0.35)
NO_RECIPIENT = Feature("parties", "one without recipient", 0.3)
_NOT_ADDRESSED = Feature("parties", "one addressed to nobody", 0.25)
MORE = Feature("parties", "one names more", 0.3)
_CROSSED = Feature("parties", "each names more", 0.1)


def parties(a: Fact, b: Fact) -> Feature:
    """Who: the same sides in the same roles; in meetings the same parties, whoever is named first.

    Of an attack two may be blamed. That alone does not make it one: a claim or denial joins the only attack on
    the same side that its article tells, and further claims join those that blame the same.
    A visit keeps its direction. Somebody's visit to his own country fits the visit that another pays there.
    """
    if a.family == "CONSULT":
        if a.to_oneself != b.to_oneself:
            odd, other = (a, b) if a.to_oneself else (b, a)
            return _TO_ONESELF if other.visit and odd.actors == other.recipients else _OTHER_PARTIES
        if untold_host(a, b):
            return _HOST_UNTOLD
        if a.visit and b.visit and a.actors != b.actors:
            return _OTHER_VISITOR
        if a.parties == b.parties:
            return _SAME_PARTIES
        if a.visit and b.visit and (a.recipients <= b.recipients or b.recipients <= a.recipients):
            return MORE
        return TWO_IN_COMMON if len(a.parties & b.parties) >= 2 else _OTHER_PARTIES
    if a.actors == b.actors and a.recipients == b.recipients:
        return _SAME_PARTIES
    if a.family in _MUTUAL and a.parties == b.parties and not (a.recipients and b.recipients):
        return _BOTH_ACT
    if not a.actors or not b.actors:
        return _OTHER_PARTIES
    if a.family == "ASSAULT" and blames_another(a, b):
        return OTHER_CULPRIT
    if a.actors == b.actors and a_body_of(a, b):
        return NO_RECIPIENT
    fewer = (a.actors <= b.actors, a.recipients <= b.recipients)
    more = (b.actors <= a.actors, b.recipients <= a.recipients)
    if not (fewer[0] or more[0]) or not (fewer[1] or more[1]):
        return _OTHER_PARTIES
    if not all(fewer) and not all(more):
        return _CROSSED
    if a.actors == b.actors and (not a.recipients or not b.recipients):
        return _NOT_ADDRESSED if a.family in _ADDRESSED else NO_RECIPIENT
    return MORE


def is_alone(fact: Fact) -> bool:
    """Return whether a visit, or a meeting that never came, is told of one side without the other."""
    lone = fact.family == "CONSULT" and len(fact.parties) == 1 and not fact.recipients
    return lone and (fact.visit or fact.status not in DONE)


def untold_host(a: Fact, b: Fact) -> bool:
    """Return whether one of two tells a visit, and the other its visitor alone, without the host."""
    if is_alone(a) == is_alone(b):
        return False
    alone, visit = (a, b) if is_alone(a) else (b, a)
    return visit.visit and visit.actors == alone.actors


def a_body_of(a: Fact, b: Fact) -> bool:
    """Return whether by one account an attack hit a body of no state (a charity), by the other a state."""
    if a.family != "ASSAULT" or not a.recipients or not b.recipients:
        return False
    here, there = (all(":" in one for one in fact.recipients) for fact in (a, b))
    return here != there


def blames_another(a: Fact, b: Fact) -> bool:
    """Return whether one attack may be laid at two doors: claimed or denied, and none is hit by the other."""
    if a.actors & b.actors or not (a.claim or b.claim):
        return False
    if _each_the_other(a, b):
        return True
    if any(one.actors & other.recipients - one.recipients for one, other in ((a, b), (b, a))):
        return False
    return a.recipients <= b.recipients or b.recipients <= a.recipients


def blame_each_other(a: Fact, b: Fact) -> bool:
    """Return whether one article tells two claims side by side, each made by whom the other blames.

    A claim with a day or place of its own is of another blow: two at war tell of many.
    """
    if a.statement.article != b.statement.article or not _each_the_other(a, b):
        return False
    early, late = sorted(
        (a, b), key=lambda f: (f.statement.start, f.statement.report.trigger.start, not f.when.from_text)
    )
    own = late.when.from_text or late.statement.report.place is not None
    return not own and late.statement.start - early.statement.end <= _NEXT_SENTENCE


def _each_the_other(a: Fact, b: Fact) -> bool:
    """Whether each of two claims is made by whom the other blames, against whom the other hears."""
    if not a.status == b.status == "alleged" or not (a.recipients <= b.actors and b.recipients <= a.actors):
        return False
    return bool(tellers(a) & b.actors and tellers(b) & a.actors)


def persons(a: Fact, b: Fact) -> Feature:
    """Which persons: for a side of which both name persons, at least one must be the same; of words, should."""
    if not a.persons or not b.persons or not (a.family in _PERSONAL or a.family in _SPOKEN):
        return _NO_PERSONS
    shared = a.persons.keys() & b.persons.keys()
    if not shared:
        return _NO_PERSONS
    apart = [side for side in shared if not a.persons[side] & b.persons[side]]
    if not apart:
        return _SAME_PERSONS
    known = all(one.startswith("per:") for side in apart for one in (*a.persons[side], *b.persons[side]))
    if a.family in _SPOKEN:
        return _OTHER_SPEAKER if known else _NO_PERSONS
    return _OTHER_PERSONS if known and a.family != "SANCTION" else _UNLISTED_PERSONS


_NO_PERSONS = Feature("persons", "not named by both", 0.0)
_SAME_PERSONS = Feature("persons", "same persons", 0.15)
_OTHER_PERSONS = Feature("persons", "other persons", 0, True)
_OTHER_SPEAKER = Feature("persons", "words of or to other persons", -0.1)
_UNLISTED_PERSONS = Feature("persons", "other persons, not all of them known", -0.2)
