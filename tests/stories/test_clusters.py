"""Stories: one course of events, whatever the language and the order of arrival."""

import random
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Event, EventParty, Evidence, Story
from dragoman.stories.clusters import OPEN_DAYS, StoryPage, stories_of
from dragoman.stories.traces import Trace

SUBJECTS = np.eye(4)


def page(
    article: str, subject: int, day: str | None = "2024-06-19", names: str = "RUS PRK", **more: Any
) -> StoryPage:
    vector = np.round(SUBJECTS[subject] * 127).astype(np.int8).tobytes()
    trace = Trace(model="m", vector=vector, names=tuple(names.split()))
    return StoryPage(article=article, published=day, language=more.pop("language", "en"), trace=trace, **more)


def event(id: str, *articles: str, gloss: str = "Vladimir Putin visited North Korea") -> Event:
    evidence = tuple(Evidence(report=f"{id}/{one}", article=one) for one in articles)
    actors = (EventParty(entity="per:vladimir-putin", country="RUS"),)
    return Event(id=id, type="CONSULT", gloss=gloss, actors=actors, evidence=evidence, earliest="2024-06-19")


def groups(stories: list[Story]) -> list[tuple[str, ...]]:
    return [story.articles for story in stories]


def test_one_subject_in_two_languages_is_one_story() -> None:
    pages = [page("a", 0), page("b", 0, "2024-06-20", language="hi"), page("c", 1, names="KEN")]
    (story,) = stories_of(pages, [event("e", "a", "b")])
    assert story.articles == ("a", "b")
    assert (story.languages, story.first, story.last) == (("en", "hi"), "2024-06-19", "2024-06-20")
    assert (story.title, story.events, story.actors) == (
        "Vladimir Putin visited North Korea", ("e",), ("per:vladimir-putin",),
    )  # fmt: skip


def test_another_subject_is_another_story_whoever_takes_part() -> None:
    assert not stories_of([page("a", 0), page("b", 1)], [])


def test_one_event_brings_two_subjects_together_if_the_same_take_part() -> None:
    assert groups(stories_of([page("a", 0), page("b", 1)], [event("e", "a", "b")])) == [("a", "b")]
    assert not stories_of([page("a", 0), page("b", 1, names="KEN")], [event("e", "a", "b")])


def test_a_story_ends_when_nobody_tells_it() -> None:
    assert OPEN_DAYS < 200
    assert not stories_of([page("a", 0, "2024-01-01"), page("b", 0, "2024-12-01")], [])


def test_a_page_read_by_an_older_version_joins_by_events_alone() -> None:
    bare = [
        StoryPage(article="a", title="A", published="2024-06-19"),
        StoryPage(article="b", published="2024-06-19"),
    ]
    assert not stories_of(bare, [event("e", "a", "b")])
    assert not stories_of([], [])


def test_the_id_is_that_of_the_founding_article() -> None:
    two = stories_of([page("a", 0), page("b", 0)], [])
    three = stories_of([page("a", 0), page("b", 0), page("c", 0, "2024-06-21")], [])
    assert [one.id for one in two] == [one.id for one in three]


@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.integers(1, 28), st.sampled_from(["RUS", "PRK", "RUS PRK"])), max_size=12
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_arrival_does_not_matter(told: list[tuple[int, int, str]], chance: random.Random) -> None:
    pages = [page(f"a{n}", subject, f"2024-06-{day:02}", names) for n, (subject, day, names) in enumerate(told)]
    events = [event("e", "a0", "a1")]
    expected = stories_of(pages, events)
    chance.shuffle(pages)
    assert stories_of(pages, events) == expected
    assert all(len(story.articles) > 1 for story in expected)
