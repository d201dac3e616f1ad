"""What an article tells of an act outside the act's own sentence: tolls, denials, and the days of its title.

"Troops shelled the town. Ten people were killed, the mayor said." The second sentence names nobody who did it, so
it is no report. It counts with the attack that its article told last, unless it gives other days.
"Baku said that Yerevan had shelled the town. Yerevan denied this." The second tells of no act but denying; it
contradicts the claim before it.
A title gives no days, mostly: those of the same act in the sentences under it are its.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import structs

from ..records import Reading, Report, ReportTime, Time
from ..stories.traces import Denial, Heading, Toll, Trace
from .bodies import side_of, voice_of
from .figures import counted_in
from .sizes import crowd_in
from .statements import AHEAD, DONE, Fact, ordinal

__all__ = ["of_its_days", "with_tolls"]

_REACH = 3
"""Sentences from an attack to a toll at the most."""
_UNDER = 2
"""Sentences under a title whose days may be its."""
_FATES = ("dead", "hurt")
_DENYING = "reject-accusation"
"""The frame by which it is told that somebody denies what was said of him."""
_SPOKEN = frozenset(("ACCUSE", "REJECT", "REQUEST", "THREATEN"))
_SHORT = 3
"""Days that a toll may span to be that of one attack, and an act to be that of a title; more only limit them."""


def with_tolls(trace: Trace, reading: Reading, reports: Sequence[Report]) -> Trace:
    """Return a trace with what stands beside the sentences of an article's reports."""
    return structs.replace(
        trace,
        tolls=(*_tolls(reading, _attacks(reports)), *_counts_of_marches(reading, reports)),
        headings=tuple(_headings(reading, reports)),
        denials=tuple(_denials(reading, reports)),
    )


def _attacks(reports: Iterable[Report]) -> dict[int, list[Report]]:
    """Return the attacks that are told as done or claimed, by the number of their sentence."""
    found: dict[int, list[Report]] = {}
    for report in reports:
        if report.type == "ASSAULT" and report.status not in AHEAD and not report.negated:
            found.setdefault(report.sentence, []).append(report)
    return found


def _tolls(reading: Reading, attacks: Mapping[int, Sequence[Report]]) -> Iterator[Toll]:
    """Yield the tolls of attacks that stand in sentences without one: after it, or in the title above it."""
    told = {
        number for number, row in attacks.items() if len({tuple(p.name for p in one.actors) for one in row}) == 1
    }
    above = min(attacks, default=0)
    last = above if above in told and above <= _UNDER and _is_titled(reading) else -1
    for number, sentence in enumerate(reading.sentences if attacks else ()):
        if number in attacks:
            last = number if number in told else -1
        elif last >= 0 and (number == 0 or 0 < number - last <= _REACH):
            text = reading.text[sentence.start : sentence.end]
            if not any(figure.fate in _FATES for figure in counted_in(text, reading.language)):
                continue
            own = [one for one in reading.times if sentence.start <= one.start < sentence.end]
            if all(_is_short(one) for one in own) and len(own) < 2:
                first, until = (own[0].earliest, own[0].latest) if own else (None, None)
                yield Toll(of=reading.sentences[last].start, text=text, earliest=first, latest=until)


def _is_toll(reading: Reading, number: int) -> bool:
    sentence = reading.sentences[number]
    figures = counted_in(reading.text[sentence.start : sentence.end], reading.language)
    return any(figure.fate in _FATES for figure in figures)


def _counts_of_marches(reading: Reading, reports: Iterable[Report]) -> Iterator[Toll]:
    """Yield the sentences after a protest that tell how many took part."""
    marches = [one.sentence for one in reports if one.type == "PROTEST" and one.status in DONE]
    for number, sentence in enumerate(reading.sentences if marches else ()):
        last = max((one for one in marches if one < number), default=None)
        if number in marches or last is None or number - last > _REACH:
            continue
        text = reading.text[sentence.start : sentence.end]
        if crowd_in(text, reading.language).figures:
            own = [one for one in reading.times if sentence.start <= one.start < sentence.end]
            if len(own) < 2 and all(_is_short(one) for one in own):
                first, until = (own[0].earliest, own[0].latest) if own else (None, None)
                yield Toll(of=reading.sentences[last].start, text=text, earliest=first, latest=until)


def _is_short(time: Time | ReportTime) -> bool:
    first, last = ordinal(time.earliest), ordinal(time.latest)
    return first is not None and last is not None and last - first < _SHORT


def of_its_days(toll: Toll, fact: Fact) -> bool:
    """Whether a toll may be that of an act: it gives no days, or the act's; a day is allowed for counting."""
    first, last = ordinal(toll.earliest), ordinal(toll.latest)
    if first is None or last is None or fact.when.first is None or fact.when.last is None:
        return True
    return first <= fact.when.last + 1 and fact.when.first <= last + 1


def _denials(reading: Reading, reports: Sequence[Report]) -> Iterator[Denial]:
    """Yield the denials of what an article tells as claimed, in the claim's own sentence or in the one before.

    Sentences that only tell how many were hit may stand between.
    """
    told = {one.sentence for one in reports}
    for word in reports:
        if word.frame != _DENYING or word.negated or word.status not in DONE:
            continue
        back = word.sentence - 1
        while back > max(0, word.sentence - _REACH) and back not in told and _is_toll(reading, back):
            back -= 1
        claims = [one for one in reports if back <= one.sentence <= word.sentence and _is_claim_against(one, word)]
        nearest = max((one.sentence for one in claims), default=0)
        by = tuple(party.name or party.text for party in word.actors)
        yield from (Denial(report=one.id, by=by) for one in claims if one.sentence == nearest)


def _is_claim_against(one: Report, denial: Report) -> bool:
    """Whether somebody else than who denies claims an act of his."""
    spoken = one.type == "ACCUSE" or (one.type in _SPOKEN and (one.frame == _DENYING or one.status != "alleged"))
    if spoken or one.negated or not (one.status == "alleged" or (one.status in DONE and one.attribution)):
        return False
    deniers = _sides(denial)[0]
    tellers = frozenset(voice_of(link) or link.name for link in one.attribution)
    return bool(deniers & _sides(one)[0]) and (one.status == "alleged" or not deniers & tellers)


def _headings(reading: Reading, reports: Sequence[Report]) -> Iterator[Heading]:
    """Yield the days of what a title tells, where a sentence under it tells the same with days."""
    if (
        len(reading.sentences) < 2
        or "\n" not in reading.text[reading.sentences[0].end : reading.sentences[1].start]
    ):
        return
    under = [one for one in reports if 0 < one.sentence <= _UNDER and one.time is not None and _is_short(one.time)]
    for title in reports:
        if title.sentence == 0 and title.time is None:
            same = next((one for one in under if _same_act(title, one)), None)
            if same is None and title.status in DONE:
                same = _announced(title, reading.published, under, reports)
            if same is not None and same.time is not None:
                yield Heading(report=title.id, earliest=same.time.earliest, latest=same.time.latest)


def _announced(
    title: Report, published: str | None, under: Iterable[Report], reports: Iterable[Report]
) -> Report | None:
    """Return what the text under a title announces, where the title tells it as done: titles speak so in advance.

    Nothing in the text tells it as done, and its days are still to come.
    """
    if not published or any(one.sentence and one.status in DONE and _alike(title, one) for one in reports):
        return None
    day = published[:10]
    ahead = (one for one in under if one.status == "planned" and one.time and (one.time.earliest or "") > day)
    return next((one for one in ahead if _alike(title, one)), None)


def _is_titled(reading: Reading) -> bool:
    """Whether the first sentence stands on a line of its own."""
    first = reading.sentences[:2]
    return len(first) == 2 and "\n" in reading.text[first[0].end : first[1].start]


def _same_act(title: Report, one: Report) -> bool:
    if (title.status in AHEAD) != (one.status in AHEAD):
        return False
    return (title.status == "not_occurred") == (one.status == "not_occurred") and _alike(title, one)


def _alike(title: Report, one: Report) -> bool:
    """Whether two reports tell one act of the same sides, of whatever status."""
    if title.type != one.type or title.mode != one.mode:
        return False
    (a, b), (c, d) = _sides(title), _sides(one)
    return a == c and (b == d or not b or not d)


def _sides(report: Report) -> tuple[frozenset[str | None], frozenset[str | None]]:
    one, other = (frozenset(side_of(p) or p.name for p in side) for side in (report.actors, report.recipients))
    return one, other
