"""Events by place, for a map and for the table beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from dragoman.records import Event, EventPlace

__all__ = ["Spot", "spots"]


class Spot(NamedTuple):
    """A place with its events; without a position it is a state, which the map knows by its letters."""

    place: EventPlace
    events: list[Event]


def spots(events: Iterable[Event]) -> list[Spot]:
    """Return the places of events, those with most events first. Events without a place are left out."""
    found: dict[tuple[object, ...], list[Event]] = defaultdict(list)
    places: dict[tuple[object, ...], EventPlace] = {}
    for event in events:
        place = event.place
        if place is None or (place.lat is None and place.country is None):
            continue
        key = (place.country,) if place.lat is None else (place.lat, place.lon)
        places.setdefault(key, place)
        found[key].append(event)
    listed = [Spot(places[key], own) for key, own in found.items()]
    return sorted(listed, key=lambda spot: (-len(spot.events), spot.place.name or spot.place.country or ""))
