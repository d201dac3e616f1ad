"""The archive: the only room that knows the database."""

from dragoman.store.actors import Actor, ActorName
from dragoman.store.adding import AddOptions, AddResult
from dragoman.store.archive import Archive
from dragoman.store.filters import EventFilter
from dragoman.store.judging import Judged

__all__ = ["Actor", "ActorName", "AddOptions", "AddResult", "Archive", "EventFilter", "Judged"]
