"""Articles about one course of events, whatever their language: one story.

In the order of publication each article joins the story that it fits best, or founds one. It is compared with the
story as told until then: its subject (page vectors), its participants, the events of the ledger that both tell,
and the days between. So stories depend on what is there, not on the order in which it came, and an article that is
published later moves none that were placed before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from math import log, sqrt

import numpy as np

from dragoman.records import Event, Record, Story
from dragoman.stories.alignment import Vectors
from dragoman.stories.traces import Trace, vector_of

__all__ = ["StoryPage", "stories_of"]

JOIN = 0.4
"""Fit from which an article joins a story: nearness of the subject, and what follows."""
_SUBJECT = 0.15
"""Nearness below which an article has another subject, unless both tell one event; 93 in 100 pairs lie below."""
_EVENTS = 0.3
_PARTICIPANTS = 0.5
_COMPANY = 2
"""Participants in common below which the subject itself must be near, unless both tell one event."""
_ALONE = 0.35
"""How near it must be then: one person has a part in many distant affairs."""
_DAY = 0.006
"""What each day since the story was last told takes away."""
OPEN_DAYS = 90
"""A story that nobody told for so long has ended."""
_ACTORS = 10


class StoryPage(Record, frozen=True, kw_only=True):
    """What stories are made of: an article with its trace (None where an older version read it)."""

    article: str
    title: str | None = None
    published: str | None = None
    language: str | None = None
    trace: Trace | None = None


class _Open:
    """A story in the making."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.pages: list[StoryPage] = []
        self.events: Counter[str] = Counter()
        self.names: Counter[str] = Counter()
        self.day: int | None = None
        self.square = 0.0
        """The squared length of the names, each weighing the logarithm of how many pages name it."""

    def take(self, page: StoryPage, events: Iterable[str], day: int | None) -> None:
        self.pages.append(page)
        self.events.update(events)
        for name in page.trace.names if page.trace else ():
            before = self.names[name]
            self.names[name] += 1
            self.square += log(2 + before) ** 2 - log(1 + before) ** 2
        self.day = day if day is not None else self.day


class _Subjects:
    """The mean vectors of stories, those that are open side by side."""

    def __init__(self, dimensions: int) -> None:
        self._sums = np.zeros((64, dimensions), np.float32)
        self._unit = np.zeros((64, dimensions), np.float32)

    def add(self, number: int, vector: Vectors) -> None:
        if number >= len(self._sums):
            self._sums = np.concatenate([self._sums, np.zeros_like(self._sums)])
            self._unit = np.concatenate([self._unit, np.zeros_like(self._unit)])
        self._sums[number] += vector
        length = float(np.sqrt((self._sums[number] ** 2).sum()))
        self._unit[number] = self._sums[number] / length if length else 0.0

    def near(self, numbers: Sequence[int], vector: Vectors) -> Vectors:
        found: Vectors = np.einsum("ij,j->i", self._unit[numbers], vector)
        return found


def stories_of(pages: Iterable[StoryPage], events: Sequence[Event]) -> list[Story]:
    """Return the stories of two articles and more, the last told first.

    `events` are those of the ledger, in its order; their evidence says which articles tell them.
    """
    ordered = sorted(pages, key=lambda page: (page.published is None, page.published or "", page.article))
    told: dict[str, list[str]] = defaultdict(list)
    for event in events:
        for article in dict.fromkeys(one.article for one in event.evidence):
            told[article].append(event.id)
    found = _grouped(ordered, told)
    known = {event.id: event for event in events}
    stories = [_story(one, known) for one in found if len(one.pages) > 1]
    stories.sort(key=lambda story: story.id)
    stories.sort(key=lambda story: story.last or "", reverse=True)
    return stories


def _grouped(pages: Sequence[StoryPage], told: Mapping[str, Sequence[str]]) -> list[_Open]:
    stories: list[_Open] = []
    model = next((page.trace.model for page in pages if page.trace), None)
    subjects = _Subjects(len(next((vector_of(page.trace) for page in pages if page.trace), np.zeros(1))))
    first_open = 0
    for page in pages:
        day = date.fromisoformat(page.published[:10]).toordinal() if page.published else None
        while first_open < len(stories) and _ended(stories[first_open], day):
            first_open += 1
        near = [story for story in stories[first_open:] if not _ended(story, day)]
        vector = vector_of(page.trace) if page.trace and page.trace.model == model else None
        best = _best(page, near, (subjects, vector), (told.get(page.article, ()), day))
        if best is None:
            best = _Open(len(stories))
            stories.append(best)
        best.take(page, told.get(page.article, ()), day)
        if vector is not None:
            subjects.add(best.number, vector)
    return stories


def _ended(story: _Open, day: int | None) -> bool:
    return day is not None and story.day is not None and day - story.day > OPEN_DAYS


def _best(
    page: StoryPage,
    stories: Sequence[_Open],
    subject: tuple[_Subjects, Vectors | None],
    news: tuple[Sequence[str], int | None],
) -> _Open | None:
    """Return the story that an article fits best, None where it fits none."""
    if not stories:
        return None
    subjects, vector = subject
    events, day = news
    fits = np.zeros(len(stories))
    if vector is not None:
        fits += subjects.near([story.number for story in stories], vector)
    common = (
        [any(one in story.events for one in events) for story in stories] if events else [False] * len(stories)
    )
    names = page.trace.names if page.trace else ()
    best: tuple[float, _Open] | None = None
    for place in np.flatnonzero((fits >= _SUBJECT) | common).tolist():
        story = stories[place]
        if not common[place] and fits[place] < _ALONE and sum(name in story.names for name in names) < _COMPANY:
            continue
        fit = float(fits[place]) + _EVENTS * common[place] + _PARTICIPANTS * _shared(names, story)
        if day is not None and story.day is not None:
            fit -= _DAY * max(day - story.day, 0)
        if fit >= JOIN and (best is None or fit > best[0]):
            best = fit, story
    return best[1] if best else None


def _shared(names: Sequence[str], story: _Open) -> float:
    """Return how much of the participants two share: the cosine of what is named, often named counting more."""
    if not names or not story.square:
        return 0.0
    return sum(log(1 + story.names[name]) for name in names) / sqrt(story.square * len(names))


def _weight(event: Event, articles: int) -> tuple[int, int, bool, int]:
    """Rank what a story is about: told by many of its articles, by many origins, a whole, told at length.

    The first in the ledger's order comes before others of the same rank.
    """
    return articles, event.independent, event.part_of is None, event.reports


def _story(story: _Open, known: Mapping[str, Event]) -> Story:
    founder = story.pages[0]
    events = sorted(
        (known[id] for id in story.events), key=lambda one: (one.earliest is None, one.earliest or "", one.id)
    )
    main = max(events, key=lambda event: _weight(event, story.events[event.id]), default=None)
    actors = Counter(
        party.entity for event in events for party in (*event.actors, *event.recipients) if party.entity
    )
    days = [page.published[:10] for page in story.pages if page.published]
    return Story(
        id=f"s{blake2b(founder.article.encode(), digest_size=6).hexdigest()}",
        title=(main.gloss if main else None) or founder.title or founder.article,
        articles=tuple(page.article for page in story.pages),
        languages=tuple(sorted({page.language for page in story.pages if page.language})),
        first=min(days, default=None),
        last=max(days, default=None),
        events=tuple(event.id for event in events),
        actors=tuple(id for id, _ in sorted(actors.items(), key=lambda item: (-item[1], item[0]))[:_ACTORS]),
    )
