"""What took place, looked up by what was announced: the next act of the kind between the same sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ..records import Event
from .compare import such_as
from .dates import AGAINST
from .spans import iso
from .statements import AHEAD, DONE, FRESH_DAYS, Fact, tellers
from .windows import FORCE, Window, carried_out_by, is_of_calendar, late_by

__all__ = ["Deed", "Deeds", "day_after", "deed_of"]

_ANNOUNCED_AGAIN = 60
"""Days after a window within which an announcement for later days tells that nothing came of the first."""
_TOLD_LATE = 7
"""Days after a window within which it is told that nothing came of it."""
_GIVEN = frozenset(("AID", "arms", "COOPERATE", "CONSULT", "SUPPORT", "RETREAT"))
"""What the other side would not claim to its own gain if it had not been done."""
_ONCE = frozenset(("SUPPORT", "SANCTION", "RETREAT", "CONCEDE"))
"""What two sides do once, rather than again and again."""
_LATE_DAYS = 365
"""Days after a window in which the next such act still tells that it did not come in time."""


class Deed(NamedTuple):
    """The first and last day on which an event took place, as ISO dates.

    `exact` where the text gives one day for it; a visit lasts some, though only one may be told.
    """

    first: str
    last: str
    event: str
    exact: bool = False

    def lies_in(self, window: Window) -> bool:
        """Return whether it lies in a window, or as late as it may where its own day is not known for sure.

        One that ended on the day before may have done so in some other time zone.
        """
        if window.first is None or self.comes_after(window):
            return False
        return window.first <= (self.last if self._sure(window) else day_after(self.last))

    def comes_after(self, window: Window) -> bool:
        """Return whether it took place only after a window, and the days that it may be late."""
        if window.last is None:
            return False
        return self.first > (window.last if self._sure(window) else day_after(window.last, late_by(window)))

    def comes_before(self, window: Window) -> bool:
        """Return whether it was over before a window for sure, brought forward."""
        return window.first is not None and self._sure(window) and self.last < window.first

    def _sure(self, window: Window) -> bool:
        return self.exact and is_of_calendar(window)

    def told(self) -> str:
        """Return it in words."""
        if self.first == self.last:
            return f"it took place {self.first}"
        return f"it took place {self.first} to {self.last}"


def deed_of(event: Event, own: Iterable[Fact], as_of: str | None) -> Deed | None:
    """Return the days on which an event took place, where somebody tells that it did and it had by then."""
    told = [fact for fact in own if _as_done(fact)]
    if not told:
        return None
    first, last = event.earliest, event.latest
    if (first is None or last is None) and told[0].status not in DONE and told[0].published is not None:
        last = iso(told[0].published)
        first = iso(told[0].published - FRESH_DAYS)
    if first is None or last is None or (as_of and first > as_of):
        return None
    exact = event.dated == "text" and first == last and "visit" not in event.mode
    return Deed(first, last, event.id, exact)


class Deeds:
    """All that took place, by family and actor, in order of time."""

    def __init__(self, events: Sequence[Event], facts: Mapping[str, Fact]) -> None:
        self._found: dict[tuple[str, str], list[tuple[Deed, Fact]]] = defaultdict(list)
        self._articles: dict[str, frozenset[str]] = {}
        self._by_text: set[str] = set()
        self._announced: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        self._undone: dict[tuple[str, str], list[tuple[str, Fact]]] = defaultdict(list)
        for event in events:
            own = [facts[one.report] for one in event.evidence if one.report in facts]
            self._keep_undone(event, own)
            for fact in own:
                if _is_to_come_once(fact):
                    for side in fact.actors:
                        self._announced[fact.family, side].append(fact)
            told = next((fact for fact in own if fact.id == event.id), None)
            done = [fact for fact in own if _as_done(fact) and (told is None or fact.family == told.family)]
            deed = deed_of(event, done, None)
            if deed is None or (event.dated == "none" and any(fact.status in DONE for fact in done)):
                continue
            if event.dated == "text":
                self._by_text.add(event.id)
            self._articles[event.id] = frozenset(fact.statement.article for fact in done)
            best = max(done, key=lambda fact: (fact.when.from_text, len(fact.persons), len(fact.parties)))
            for side in best.parties if best.family == "CONSULT" else best.actors:
                self._found[best.family, side].append((deed, best))
        for row in self._found.values():
            row.sort(key=lambda pair: pair[0])

    def within(self, fact: Fact, window: Window, as_of: str | None) -> Deed | None:
        """Return the first act of the kind in a window that was not over when it was announced."""
        for deed, family in self._of(fact, as_of):
            if deed.lies_in(window) and self._ahead(fact, deed, family):
                return deed
        return None

    def after(self, fact: Fact, window: Window, as_of: str | None) -> Deed | None:
        """Return the first act of the kind after a window, within a year of it, of force or of what comes once.

        Visits, meetings and measures come again and again: a later one does not tell that the first did not.
        """
        once = fact.family in _ONCE and _comes_once(fact)
        if fact.status not in AHEAD or not (once or fact.family in FORCE):
            return None
        if window.last is None:
            return None
        limit = day_after(window.last, _LATE_DAYS)
        later = (deed for deed, _ in self._of(fact, as_of) if deed.comes_after(window))
        return next((deed for deed in later if deed.first <= limit), None)

    def moved(self, fact: Fact, last: str, as_of: str | None) -> Fact | None:
        """Return an announcement for later days of what was announced for days up to one.

        It is made before those days are over, or, of what two do once, in the weeks after: a second visit may be
        one more.
        """
        end = date.fromisoformat(last).toordinal()
        until = end + _ANNOUNCED_AGAIN * (fact.family in _ONCE)
        if not _comes_once(fact):
            return None
        for side in sorted(fact.actors):
            for other in self._announced.get((fact.family, side), ()):
                said = other.said or 0
                in_time = (fact.said or 0) < said <= until and _lies_after(other, end)
                other_page = fact.statement.article != other.statement.article
                if in_time and other_page and _known(other, as_of) and such_as(fact, other):
                    return other
        return None

    def _keep_undone(self, event: Event, own: Sequence[Fact]) -> None:
        if any(_as_done(fact) or fact.status == "alleged" for fact in own):
            return  # a denial of what is claimed tells nothing of what is to come
        for fact in own:
            if fact.status in AGAINST:
                for side in fact.parties if fact.family == "CONSULT" else fact.actors:
                    self._undone[fact.family, side].append((event.id, fact))

    def against(
        self, fact: Fact, window: tuple[str, str], as_of: str | None, agreed: str = ""
    ) -> tuple[str, str] | None:
        """Return what tells that nothing came of it in its window, and the event that tells so.

        Another account of such an act that did not take place or was denied, or the refusal of one side, after
        the day on which the two had last agreed on it.
        """
        first, last = (date.fromisoformat(day).toordinal() for day in window)
        said = fact.said or first
        for family in carried_out_by(fact):
            for side in sorted(fact.parties if family == "CONSULT" else fact.actors):
                for event, other in self._undone.get((family, side), ()):
                    if _known(other, as_of) and _speaks_of(other, (said, first, last)) and _decides(fact, other):
                        return "it did not take place", event
        for side in sorted(fact.parties if fact.status in AHEAD else ()):
            for deed, other in self._found.get(("REJECT", side), ()):
                answer = other.published or 0
                stands = said <= answer <= last + 1 and (iso(answer) or "") > agreed
                if stands and _known(other, as_of) and _refuses(fact, other):
                    return f"it was refused on {iso(answer)}", deed.event
        return None

    def _of(self, fact: Fact, as_of: str | None) -> Iterable[tuple[Deed, str]]:
        found = {
            (deed, family)
            for family in carried_out_by(fact)
            for side in (fact.parties if family == "CONSULT" else fact.actors)
            for deed, other in self._found.get((family, side), ())
            if not (as_of and deed.first > as_of) and _decides(fact, other)
        }
        return sorted(found)

    def _ahead(self, fact: Fact, deed: Deed, family: str) -> bool:
        """Whether the deed was not over yet when it was announced. Who tells one as done and announces one means
        two."""
        said = iso(fact.said)
        if said is None or said <= deed.last:
            return True
        if deed.event in self._by_text or family != fact.family:
            return False
        return said == day_after(deed.last) and fact.statement.article not in self._articles[deed.event]


def _comes_once(fact: Fact) -> bool:
    """Whether it was announced for days of its own and does not come again soon: a visit, a verdict, a treaty."""
    return _is_to_come_once(fact) and fact.when.from_text


def _is_to_come_once(fact: Fact) -> bool:
    ahead = fact.status in AHEAD and not fact.statement.report.negated
    return ahead and (fact.visit or fact.family in _ONCE)


def _lies_after(fact: Fact, end: int) -> bool:
    """Whether it was announced for days after some day, or after that day as settled and still to come."""
    if fact.when.from_text:
        return (fact.when.first or 0) > end
    return fact.status == "planned" and (fact.said or 0) > end


def _as_done(fact: Fact) -> bool:
    """Whether somebody tells that it took place: as news, or as a side that was given something or met."""
    if fact.status in DONE:
        return True
    sides = fact.recipients or fact.parties
    return fact.status == "alleged" and fact.family in _GIVEN and bool(tellers(fact) & sides)


def _decides(fact: Fact, other: Fact) -> bool:
    """Whether an act is of the kind that was announced, or carries out what was threatened or promised."""
    if fact.status in AHEAD:
        return such_as(fact, other)
    if fact.family == "AGREE":
        return len(fact.parties & other.parties) > 1
    # Troops are moved and weapons tested against nobody in particular.
    against = other.recipients or (fact.recipients if other.family == "MOBILIZE" else frozenset())
    return not fact.recipients or bool(fact.recipients & against)


def _known(fact: Fact, as_of: str | None) -> bool:
    return not (as_of and fact.said and (iso(fact.said) or "") > as_of)


def _speaks_of(undone: Fact, days: tuple[int, int, int]) -> bool:
    """Whether what did not take place is what was announced: of days in its window, or told from the saying on."""
    said, first, last = days
    when = undone.when
    if when.from_text and when.first is not None and when.last is not None:
        return when.first <= last and first <= when.last
    return undone.said is not None and said <= undone.said <= last + _TOLD_LATE


def _refuses(fact: Fact, refusal: Fact) -> bool:
    """Whether one side of what was announced refuses it to the other."""
    wanted = {"CONSULT": "meet", "AID": "assist", "arms": "assist"}.get(fact.family, "yield")
    mode = refusal.statement.report.mode
    if mode != (wanted,) and (mode or fact.status != "proposed"):
        return False
    others = fact.parties - refusal.actors
    return bool(refusal.actors & fact.parties) and bool(others) and bool(refusal.recipients & others)


def day_after(day: str, days: int = 1) -> str:
    """Return the next day, which is allowed for time zones, or the one after so many days."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
