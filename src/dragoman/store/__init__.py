"""The archive: the only room that knows the database."""

from dragoman.store.actors import Actor, ActorName
from dragoman.store.adding import AddOptions, AddResult
from dragoman.store.archive import Archive
from dragoman.store.filters import EventFilter
from dragoman.store.judging import Judged
from dragoman.store.listing import About, ArticleLine, Share
from dragoman.store.paging import MOST, Page, Slice
from dragoman.store.reader import Reader
from dragoman.store.searching import Hit

__all__ = [
    "MOST",
    "About",
    "Actor",
    "ActorName",
    "AddOptions",
    "AddResult",
    "Archive",
    "ArticleLine",
    "EventFilter",
    "Hit",
    "Judged",
    "Page",
    "Reader",
    "Share",
    "Slice",
]
