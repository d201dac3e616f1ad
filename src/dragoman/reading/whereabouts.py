"""Places that have no phrase of place: the host's ground, where somebody is invited to, a country, its capital."""

from __future__ import annotations

from ..knowledge import Knowledge
from ..records import Place
from .filling import Filling
from .line import Line, Mention

__all__ = ["invited_to", "place_apart"]

_AT_HOME = frozenset(("COERCE", "PROTEST", "MOBILIZE"))
"""Types of what a state or its people do on their own ground, where no other is named."""
_STAYS = ("visit", "arrive")
_BESIDE = 1
"""Clauses from an invitation to the place that it names."""


def invited_to(task: Filling) -> Mention | None:
    """Return the place in the host's country that an invitation names: "invited him to Moscow"."""
    if task.frame.id != "invite" or not task.recipients:
        return None
    hosts = {party.country for party in task.recipients}
    number = task.line.segments[task.site.head]
    named = [
        mention
        for mention in task.line.mentions
        if mention.place is not None
        and len(mention.countries) == 1
        and mention.countries <= hosts
        and abs(task.line.segments[mention.first] - number) <= _BESIDE
    ]
    return named[-1] if named else None


def place_apart(task: Filling) -> Place | None:
    """Return the country or capital in which an act took place that no phrase of place tells, or None."""
    host = task.objects[0] if task.objects else None
    if task.frame.id in _STAYS and host is not None and host.kind == "demonym" and len(host.countries) == 1:
        (visited,) = host.countries
        return _ground(task, visited, (host.first, host.last), "ground of the host")
    country = _home(task)
    if country is None:
        return None
    number = task.line.segments[task.site.head]
    for hit in task.line.hits.get("class", ()):
        if task.line.segments[hit.first] != number or hit.payload.item not in ("nationwide", "own-capital"):
            continue
        if hit.payload.item == "nationwide":
            return _ground(task, country, (hit.first, hit.last), "whole country")
        if not _named(task.line, hit.last + 1):
            return _ground(task, country, (hit.first, hit.last), "its capital", capital=True)
    return None


def _home(task: Filling) -> str | None:
    """Return the one country whose ground "the whole country" and "the capital" mean."""
    if task.frame.type == "ASSAULT":
        struck = {party.country for party in task.recipients}
        return struck.pop() if len(struck) == 1 else None
    if task.frame.type not in _AT_HOME:
        return None
    acting = {party.country for party in task.actors}
    return acting.pop() if len(acting) == 1 else None


def _named(line: Line, token: int) -> bool:
    """Whether a name follows: "the capital of Niger", "thủ đô Nga"."""
    return any(mention.first <= token <= mention.last for mention in line.mentions)


def _ground(task: Filling, country: str, span: tuple[int, int], how: str, *, capital: bool = False) -> Place:
    knowledge: Knowledge = task.reader.knowledge
    line = task.line
    entity = knowledge.capital(country) if capital else knowledge.entity(country)
    return Place(
        start=line.tokens[span[0]].start, end=line.tokens[span[1]].end, text=line.words(*span),
        name=entity.name if entity else country, country=country,
        lat=entity.lat if entity else None, lon=entity.lon if entity else None, how=how,
    )  # fmt: skip
