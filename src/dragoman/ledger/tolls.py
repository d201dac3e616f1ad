"""Figures that contradict each other in accounts of one event: of the dead, hurt, held or freed, jets, marchers.

A toll grows from day to day: figures are held against each other only where they were told on one day, when the
count had settled, where a later one of the dead is smaller (nobody rises again), or where the two sides tell them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..records import Conflict
from .beside import of_its_days
from .dates import AGAINST
from .figures import ESTIMATED, Figure, contradict, count_alike, counted_in, knows
from .numbers import figures_of
from .sizes import crowd_in, term_in
from .statements import DONE, Fact, tellers
from .twice import told_by_somebody, two_counts

__all__ = ["number_conflicts"]

_COUNTED = frozenset(
    ("ASSAULT", "COERCE", "RETREAT", "AID", "PROTEST", "MOBILIZE", "COOPERATE", "SANCTION", "arms")
)
_COMPARED = 60
"""Accounts of one event whose figures are compared."""
_ONE_SIZE = 2
_ONE_SCALE = 10
"""Of two figures for the same, how many times the smaller the greater may be; else they count other things."""
_FALLEN = 0.4
"""What must be left of an earlier toll in a later, smaller one; less is that of a part."""
_NEVER_LESS = frozenset(("dead", "held"))
"""Whose number does not fall from day to day: nobody rises again, and of captives a smaller count is put right."""
_COURTS = frozenset(("SANCTION", "COERCE"))
"""How verdicts are coded."""
_YEAR = 12
_SETTLED_DAYS = 7
_ANSWERED = 7
"""Days within which two sides tell of one and the same count."""


class _Account(NamedTuple):
    """The figures of one sentence: that of a report, or (then without tellers) a toll told beside it.

    `counted_again` is the count of a march in a sentence of its own, which answers that of its article too.
    """

    fact: Fact
    text: str
    tellers: frozenset[str]
    figures: tuple[Figure, ...]
    plain: list[tuple[int, str]]
    counted_again: bool = False


def number_conflicts(facts: Sequence[Fact]) -> Iterator[Conflict]:
    """Return figures that differ between accounts, each pair of them once.

    They must count the same by the words of their packs; or, where no such words stand, the same word must follow
    both in one language, and across languages of which one has no such words in its pack each must be the only
    figure, and the two of one size.
    """
    told = list(_accounts(facts))
    yield from _terms(facts)
    seen: set[tuple[int, int]] = set()
    for one in told:
        if one.counted_again and crowd_in(one.text, one.fact.statement.language).two_counts:
            low, high = sorted(one.figures)
            pair = low.value, high.value
            if pair not in seen and contradict(low, high) and _one_scale(low, high):
                seen.add(pair)
                yield Conflict(kind="number", detail=_either(*pair), reports=(one.fact.id,))
    for fact in facts:
        both = two_counts(fact.statement.quote, fact.statement.language) if fact.family in _COUNTED else None
        if both is not None and both not in seen and not fact.ahead:
            seen.add(both)
            yield Conflict(kind="number", detail=_either(*both), reports=(fact.id,))
    for number, one in enumerate(told[:_COMPARED]):
        for other in told[:number]:
            if not _of_the_same(one, other):
                continue
            for small, great in _differing(one, other):
                if (small, great) not in seen:
                    seen.add((small, great))
                    ids = (other.fact.id, one.fact.id)
                    yield Conflict(kind="number", detail=_either(small, great), reports=ids)


def _either(small: int, great: int) -> str:
    return f"{small:,} or {great:,}"


def _terms(facts: Sequence[Fact]) -> Iterator[Conflict]:
    """Yield the terms of prison of one verdict that differ."""
    found: dict[int, Fact] = {}
    for fact in facts if len(facts) > 1 else ():
        if fact.family in _COURTS and fact.status in DONE:
            months = term_in(fact.statement.quote, fact.statement.language)
            if months:
                found.setdefault(months, fact)
    if len(found) > 1:
        small, great = sorted(found)[:2]
        whole = small % _YEAR == great % _YEAR == 0
        told = _either(small // _YEAR, great // _YEAR) if whole else _either(small, great)
        detail = f"{told} {'years' if whole else 'months'}"
        yield Conflict(kind="number", detail=detail, reports=(found[small].id, found[great].id))


def _accounts(facts: Sequence[Fact]) -> Iterator[_Account]:
    counted = [fact for fact in facts if fact.family in _COUNTED and not fact.ahead and _tells_figures(fact)]
    marches = list(_marches(counted))
    yield from marches
    beside_any = any(fact.statement.trace is not None and fact.statement.trace.tolls for fact in counted)
    if len({fact.statement.quote for fact in counted}) < 2 and not marches and not beside_any:
        return
    beside: set[str] = set()
    for fact in counted:
        quote, language = fact.statement.quote, fact.statement.language
        figures, plain = counted_in(quote, language), figures_of(fact.statement)
        if figures or plain:
            yield _Account(fact, quote, tellers(fact), figures, plain)
        trace = fact.statement.trace
        for toll in trace.tolls if trace is not None and fact.family == "ASSAULT" else ():
            if toll.of == fact.statement.start and toll.text not in beside and of_its_days(toll, fact):
                beside.add(toll.text)
                figures = counted_in(toll.text, language)
                again = toll.earliest is None and _by_another(fact, toll.text, figures)
                yield _Account(fact, toll.text, frozenset(), figures, [], again)


def _by_another(fact: Fact, text: str, figures: Sequence[Figure]) -> bool:
    """Whether a toll beside an act tells more dead than the act's own sentence, each by somebody named for it."""
    quote, language = fact.statement.quote, fact.statement.language
    if not (told_by_somebody(quote, language) and told_by_somebody(text, language)):
        return False
    own = [one.value for one in counted_in(quote, language) if one.fate == "dead"]
    more = [one.value for one in figures if one.fate == "dead"]
    return len(own) == len(more) == 1 and more[0] > own[0]


def _tells_figures(fact: Fact) -> bool:
    """Whether the figures of a sentence may be those of its act: who denies an attack may tell its dead for all
    that."""
    return fact.status not in AGAINST or (fact.family == "ASSAULT" and fact.status == "not_occurred")


def _marches(counted: Sequence[Fact]) -> Iterator[_Account]:
    """Yield how many marched by sentences of their own."""
    seen: set[str] = set()
    for fact in counted:
        trace = fact.statement.trace
        quote, language = fact.statement.quote, fact.statement.language
        if fact.family == "PROTEST" and quote not in seen and crowd_in(quote, language).two_counts:
            seen.add(quote)
            yield _Account(fact, quote, tellers(fact), crowd_in(quote, language).figures, [], True)
        for toll in trace.tolls if trace is not None and fact.family == "PROTEST" else ():
            if toll.of == fact.statement.start and toll.text not in seen and of_its_days(toll, fact):
                seen.add(toll.text)
                figures = crowd_in(toll.text, fact.statement.language).figures
                if figures:
                    yield _Account(fact, toll.text, frozenset(), figures, [], True)


def _of_the_same(one: _Account, other: _Account) -> bool:
    """Whether two accounts may count the same: what was done to the same, told by two."""
    here, there = one.fact, other.fact
    if here.recipients and there.recipients and not here.recipients & there.recipients:
        return False
    if one.text == other.text:
        return False
    if here.statement.article != there.statement.article or _two_sources(one, other):
        return True
    return one.counted_again or other.counted_again


def _two_sources(one: _Account, other: _Account) -> bool:
    return bool(one.tellers and other.tellers) and not one.tellers & other.tellers


def _differing(one: _Account, other: _Account) -> Iterable[tuple[int, int]]:
    alike = [
        (f, g)
        for f in one.figures
        for g in other.figures
        if count_alike(f, g) and _alone(f, one) and _alone(g, other)
    ]
    if alike:
        for f, g in alike:
            agreed = {h.value for h in one.figures} & {h.value for h in other.figures}
            if agreed & {f.value, g.value} or not contradict(f, g):
                continue
            if not _one_scale(f, g) and not (_two_sources(one, other) and _surely_alike(f, g)):
                continue
            if _held_against(one, other, (f, g)):
                yield min(f.value, g.value), max(f.value, g.value)
        return
    if not _settled(one.fact, other.fact) or _two_fates(one.figures, other.figures):
        return
    if one.fact.statement.language == other.fact.statement.language:
        yield from _after_one_word(one.plain, other.plain)
    elif len(one.plain) == len(other.plain) == 1 and not all(
        knows(a.fact.statement.language) for a in (one, other)
    ):
        small, great = sorted((one.plain[0][0], other.plain[0][0]))
        if small < great < _ONE_SIZE * small:
            yield small, great


def _alone(figure: Figure, account: _Account) -> bool:
    """Whether a sentence has one such figure only, so that it is clear which one answers another sentence's."""
    like = [f for f in account.figures if f.fate == figure.fate and f.thing == figure.thing]
    return len(like) == 1


def _one_scale(one: Figure, other: Figure) -> bool:
    small, great = sorted((one.value, other.value))
    return small == 0 or great <= _ONE_SCALE * small


def _surely_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures count one fate of one kind of people: however far apart, they count the same."""
    return (
        bool(one.fate) and (one.fate, one.thing) == (other.fate, other.thing) and other.thing not in ("", "people")
    )


def _two_fates(figures: Iterable[Figure], others: Iterable[Figure]) -> bool:
    """Whether what the figures of two sentences count is known, and is not the same."""
    here, there = ({(f.fate, f.thing) for f in row if f.fate or f.thing} for row in (figures, others))
    return bool(here and there)


def _after_one_word(
    figures: Sequence[tuple[int, str]], others: Sequence[tuple[int, str]]
) -> Iterable[tuple[int, int]]:
    counts = {word for _, word in figures} & {word for _, word in others} - {""}
    for word in sorted(counts):
        here, there = {v for v, w in figures if w == word}, {v for v, w in others if w == word}
        if len(here) == len(there) == 1 and here != there:
            yield min(*here, *there), max(*here, *there)


def _held_against(one: _Account, other: _Account, figures: tuple[Figure, Figure]) -> bool:
    here, there = one.fact, other.fact
    if _settled(here, there):
        return True
    if here.published is None or there.published is None:
        return False
    if _two_sides(one, other):
        return abs(here.published - there.published) <= _ANSWERED
    (early, before), (_, after) = sorted(
        zip((here.published, there.published), figures, strict=True), key=lambda pair: pair[0]
    )
    at_most = max(after.value, after.high) * (ESTIMATED if after.bound == "about" else 1)
    surely = before.bound in ("", "least") and (not after.bound or (after.high > 0 and at_most < before.value))
    fallen = surely and before.value * _FALLEN <= at_most < before.value
    return fallen and before.fate == after.fate and before.fate in _NEVER_LESS and early > 0


def _two_sides(one: _Account, other: _Account) -> bool:
    """Whether who did it tells one figure, and those to whom it was done the other."""
    here, there = one.tellers, other.tellers
    if not here or not there or here & there:
        return False
    actors = one.fact.actors | other.fact.actors
    recipients = one.fact.recipients | other.fact.recipients
    return bool((here & actors and there & recipients) or (there & actors and here & recipients))


def _settled(one: Fact, other: Fact) -> bool:
    """Whether two counts may be held against each other: a toll that grew from day to day is no conflict."""
    if one.published is None or other.published is None:
        return False
    if one.published == other.published:
        return True
    day = min((f.when.last or 0 for f in (one, other) if f.when.from_text and f.when.bounded), default=None)
    return day is not None and min(one.published, other.published) - day >= _SETTLED_DAYS
