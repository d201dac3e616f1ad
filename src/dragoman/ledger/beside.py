"""Tolls told in a sentence of their own: "Troops shelled the town. Ten people were killed, the mayor said."

Such a sentence names nobody who did it, so it is no report. It counts with the attack that its article told last,
unless it gives days of its own that are not those of the attack.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..records import Reading, Report, Time
from ..stories.traces import Toll
from .figures import counted_in
from .statements import AHEAD, Fact, ordinal

__all__ = ["attacks_of", "of_its_days", "tolls_beside"]

_REACH = 3
"""Sentences from an attack to a toll at the most."""
_FATES = ("dead", "hurt")
_SHORT = 3
"""Days that a toll may span to be that of one attack; more are those of a war."""


def attacks_of(reports: Collection[Report]) -> dict[int, list[Report]]:
    """Return the attacks that are told as done or claimed, by the number of their sentence."""
    found: dict[int, list[Report]] = {}
    for report in reports:
        if report.type == "ASSAULT" and report.status not in AHEAD and not report.negated:
            found.setdefault(report.sentence, []).append(report)
    return found


def tolls_beside(reading: Reading, attacks: Mapping[int, Collection[Report]]) -> tuple[Toll, ...]:
    """Return the tolls of the attacks of an article, given by sentence, that stand in sentences without one."""
    found, last = [], -_REACH - 1
    for number, sentence in enumerate(reading.sentences if attacks else ()):
        if number in attacks:
            last = number if _of_one_side(attacks[number]) else -_REACH - 1
        elif number - last <= _REACH:
            text = reading.text[sentence.start : sentence.end]
            if not any(figure.fate in _FATES for figure in counted_in(text, reading.language)):
                continue
            own = [one for one in reading.times if sentence.start <= one.start < sentence.end]
            days = next((one for one in own if one.type in ("DATE", "TIME") and one.earliest), None)
            if len(own) > 1 or (own and days is None) or (days is not None and not _is_short(days)):
                continue
            first, until = (days.earliest, days.latest) if days is not None else (None, None)
            found.append(Toll(of=reading.sentences[last].start, text=text, earliest=first, latest=until))
    return tuple(found)


def _of_one_side(attacks: Collection[Report]) -> bool:
    return len({tuple(party.name for party in one.actors) for one in attacks}) == 1


def _is_short(time: Time) -> bool:
    first, last = ordinal(time.earliest), ordinal(time.latest)
    return first is not None and last is not None and last - first < _SHORT


def of_its_days(toll: Toll, fact: Fact) -> bool:
    """Whether a toll may be that of an act: it gives no days, or the act's; a day is allowed for counting."""
    first, last = ordinal(toll.earliest), ordinal(toll.latest)
    if first is None or last is None or fact.when.first is None or fact.when.last is None:
        return True
    return first <= fact.when.last + 1 and fact.when.first <= last + 1
