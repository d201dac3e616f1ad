"""The routes that read: each asks the archive one question and hands its records on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from litestar import Request, Response, get
from litestar.params import PathParameter, QueryParameter

from dragoman.interfaces.export.tables import TABLES
from dragoman.ledger import LedgerConflict, Network, Trend
from dragoman.records import Event, Forecast, Reading, Relation, Story
from dragoman.scoring.languages import Language, known_languages
from dragoman.store import About, Actor, ArticleLine, EventFilter, Hit, Judged, Page
from dragoman.store.filters import checked_day
from dragoman.store.today import Today

from .answers import answered, found, table
from .columns import ARTICLES, CONFLICTS, FORECASTS, HITS, STORIES
from .feeds import FEEDS
from .parameters import AsOf, Part, Since, TheReader, Told, Wanted

__all__ = ["READING"]

Asked = Request[Any, Any, Any]
ALONE = EventFilter()
_COLUMNS = {one.name: one.columns for one in TABLES}
Format = Annotated[
    Literal["json", "csv"] | None, QueryParameter(description="The form; without it, what Accept asks for.")
]
EventFormat = Annotated[
    Literal["json", "csv", "atom", "ics"] | None,
    QueryParameter(description="The form; without it, what Accept asks for."),
]
Name = Annotated[
    str | None, QueryParameter(description="A name, or part of one, in any script; an id.", max_length=200)
]
Question = Annotated[
    str, QueryParameter(description='Words, "words that stand together", -words to leave out.', max_length=500)
]
Side = Annotated[str | None, QueryParameter(description="A state or actor.", min_length=1, max_length=200)]
By = Annotated[
    Literal["day", "week", "month", "year", "all"] | None,
    QueryParameter(description="The periods: months for two sides, else all time."),
]
Id = Annotated[str, PathParameter(description="The id.", max_length=2000)]


@get("/today", sync_to_thread=True)
def today(request: Asked, reader: TheReader, since: Since = None) -> Response[Today]:
    """What is new: events told since a day, relations that changed, contradictions, what is announced."""
    if since is not None:
        checked_day("--since", since)
    return answered(request, reader.archive, lambda: reader.today(since))


@get("/events", sync_to_thread=True)
def events(
    request: Asked,
    reader: TheReader,
    wanted: Wanted,
    part: Part,
    format: EventFormat = None,
) -> Response[Page[Event]]:
    """The ledger, filtered: by earliest date (unknown last), then id; also as CSV, Atom feed and calendar."""
    forms = {**table(_COLUMNS["events"]), **FEEDS}
    return answered(request, reader.archive, lambda: reader.archive.event_page(wanted, part), forms)


@get("/events/{id:path}", sync_to_thread=True)
def event(request: Asked, reader: TheReader, id: Id) -> Response[Event]:
    """One event with all evidence; an id given out once leads to the event that now holds its report."""
    key = id.removeprefix("/")
    return answered(request, reader.archive, lambda: found(reader.archive.event(key), f"no event {key}"))


@get("/stories", sync_to_thread=True)
def stories(
    request: Asked,
    reader: TheReader,
    wanted: Wanted,
    part: Part,
    format: Format = None,
) -> Response[Page[Story]]:
    """Articles about one course of events, across languages, the last told first; filters are of their events."""
    return answered(request, reader.archive, lambda: reader.stories(wanted, part), table(STORIES))


@get("/stories/{id:path}", sync_to_thread=True)
def story(request: Asked, reader: TheReader, id: Id) -> Response[Story]:
    """One story."""
    key = id.removeprefix("/")
    return answered(request, reader.archive, lambda: found(reader.story(key), f"no story {key}"))


@get("/articles", sync_to_thread=True)
def articles(
    request: Asked,
    reader: TheReader,
    told: Told,
    part: Part,
    format: Format = None,
) -> Response[Page[ArticleLine]]:
    """Articles without their texts, newest first; days are those of publication."""
    forms = table(ARTICLES)
    return answered(request, reader.archive, lambda: reader.archive.article_page(told, part), forms)


@get("/articles/{id:path}", sync_to_thread=True)
def article(request: Asked, reader: TheReader, id: Id) -> Response[Reading]:
    """One article: its text, and everything that was understood in it."""
    key = id.removeprefix("/")
    return answered(request, reader.archive, lambda: found(reader.archive.reading(key), f"no article {key}"))


@get("/actors", sync_to_thread=True)
def actors(
    request: Asked,
    reader: TheReader,
    part: Part,
    name: Name = None,
    format: Format = None,
) -> Response[Page[Actor]]:
    """Who is in the archive, under all their names, most mentioned first."""
    return answered(request, reader.archive, lambda: reader.actors(name, part), table(_COLUMNS["actors"]))


@get("/actors/{id:path}", sync_to_thread=True)
def actor(request: Asked, reader: TheReader, id: Id) -> Response[Actor]:
    """One actor: all names in all scripts."""
    key = id.removeprefix("/")
    return answered(request, reader.archive, lambda: found(reader.archive.actor(key), f"no actor {key}"))


@get("/relations", sync_to_thread=True)
def relations(
    request: Asked,
    reader: TheReader,
    wanted: Wanted,
    part: Part,
    a: Side = None,
    b: Side = None,
    by: By = None,
    format: Format = None,
) -> Response[Page[Relation]]:
    """Cooperation and conflict between two sides, of one side with everybody, or of all pairs."""
    period = by or ("month" if b is not None else "all")
    find = lambda: reader.relations((a, b), period, wanted, part)  # noqa: E731
    return answered(request, reader.archive, find, table(_COLUMNS["relations"]))


@get("/relations/{pair:str}", sync_to_thread=True)
def relation(
    request: Asked,
    reader: TheReader,
    wanted: Wanted,
    part: Part,
    pair: Annotated[str, PathParameter(description="Two sides, as in RUS..PRK.", max_length=410)],
    by: By = None,
    format: Format = None,
) -> Response[Page[Relation]]:
    """Cooperation and conflict between two sides over time."""
    a, parted, b = pair.partition("..")
    found((a and b and parted) or None, "write two sides as RUS..PRK")
    find = lambda: reader.relations((a, b), by or "month", wanted, part)  # noqa: E731
    return answered(request, reader.archive, find, table(_COLUMNS["relations"]))


@get("/trends", sync_to_thread=True)
def trends(
    request: Asked,
    reader: TheReader,
    wanted: Wanted,
    part: Part,
    a: Side = None,
    b: Side = None,
    by: By = None,
) -> Response[Page[Trend]]:
    """Whether relations grow warmer or colder: points with their events, a slope and the interval it lies in."""
    find = lambda: reader.trends((a, b), by or "month", wanted, part)  # noqa: E731
    return answered(request, reader.archive, find)


@get("/network", sync_to_thread=True)
def network(request: Asked, reader: TheReader, wanted: Wanted) -> Response[Network]:
    """Who deals with whom: sides, their ties, blocs, and triads that are out of balance."""
    return answered(request, reader.archive, lambda: reader.network(None, wanted))


@get("/conflicts", sync_to_thread=True)
def conflicts(
    request: Asked,
    reader: TheReader,
    wanted: Wanted,
    part: Part,
    format: Format = None,
) -> Response[Page[LedgerConflict]]:
    """Where reports contradict each other, or an article contradicts itself."""
    return answered(request, reader.archive, lambda: reader.conflicts(wanted, part), table(CONFLICTS))


@get("/forecasts", sync_to_thread=True)
def forecasts(
    request: Asked,
    reader: TheReader,
    wanted: Wanted,
    part: Part,
    as_of: AsOf = None,
    format: Format = None,
) -> Response[Page[Forecast]]:
    """What was announced or predicted, and what came of it as of a day."""
    find = lambda: reader.forecasts(as_of, wanted, part)  # noqa: E731
    return answered(request, reader.archive, find, table(FORECASTS))


@get("/search", sync_to_thread=True, opt={"costly": True})
def search(
    request: Asked, reader: TheReader, told: Told, part: Part, q: Question, format: Format = None
) -> Response[Page[Hit]]:
    """Sentences that hold words: all of them, "those together", and not -those; the best come first."""
    return answered(request, reader.archive, lambda: reader.archive.search_page(q, told, part), table(HITS))


@get("/languages", sync_to_thread=True)
def languages(request: Asked, reader: TheReader) -> Response[Sequence[Language]]:
    """The languages that are read, the layers of each pack, and how well each is read (measured)."""
    return answered(request, reader.archive, known_languages)


@get("/archive", sync_to_thread=True)
def archive(request: Asked, reader: TheReader) -> Response[About]:
    """The archive itself: sizes, days, languages, outlets, versions."""
    return answered(request, reader.archive, reader.about)


@get("/quarantine", sync_to_thread=True)
def quarantine(request: Asked, reader: TheReader) -> Response[Sequence[dict[str, str]]]:
    """What could not be read: where it came from, why, and its beginning."""
    return answered(request, reader.archive, reader.archive.quarantine)


@get("/judgements", sync_to_thread=True)
def judgements(request: Asked, reader: TheReader) -> Response[Sequence[Judged]]:
    """What persons judged; an `id` takes it back."""
    return answered(request, reader.archive, reader.archive.judgements)


READING = (
    *(today, events, event, stories, story, articles, article, actors, actor, relations, relation),
    *(trends, network, conflicts, forecasts),
    search,
    *(languages, archive, quarantine, judgements),
)
"""All routes that read, in the order of the schema."""
