"""The ledger in the forms of other programs: PLOVER records, GDELT rows, GeoJSON, iCalendar, FollowTheMoney."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from dragoman.records import Event, EventParty
from dragoman.store import Actor

__all__ = ["GDELT_COLUMNS", "calendar", "feature", "followthemoney", "gdelt_row", "plover"]

_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
_ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code",
          "Type1Code", "Type2Code", "Type3Code")  # fmt: skip
GDELT_COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{part}" for part in _ACTOR), *(f"Actor2{part}" for part in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"Actor1Geo_{part}" for part in _GEO), *(f"Actor2Geo_{part}" for part in _GEO),
    *(f"ActionGeo_{part}" for part in _GEO), "DATEADDED", "SOURCEURL",
)  # fmt: skip
"""The columns of a GDELT 2.0 event row, after its codebook."""
_ROOT = {
    "AGREE": "03", "CONSULT": "04", "SUPPORT": "05", "COOPERATE": "06", "AID": "07", "CONCEDE": "08",
    "RETREAT": "08", "REQUEST": "10", "ACCUSE": "11", "REJECT": "12", "THREATEN": "13", "PROTEST": "14",
    "MOBILIZE": "15", "SANCTION": "16", "COERCE": "17", "ASSAULT": "18",
}  # fmt: skip
"""CAMEO's root code for each type: of assaults that of assault (fighting, 19, is told apart by no mode)."""
_QUAD = {"verbal cooperation": 1, "material cooperation": 2, "verbal conflict": 3, "material conflict": 4}
_HAPPENED = frozenset(("occurred", "ongoing"))
_COUNTRY_GEO, _CITY_GEO = 1, 4
_SCHEMA = {"PER": "Person", "ORG": "Organization"}


def plover(event: Event) -> dict[str, Any]:
    """Return an event in PLOVER's own record form; what it names no field for stands under `dragoman`."""
    return {
        "id": event.id,
        "date": event.earliest,
        "event": event.plover or event.type,
        "mode": list(event.mode),
        "context": list(event.context),
        "source": [_plover_party(party) for party in event.actors],
        "target": [_plover_party(party) for party in event.recipients],
        "location": event.place.to_dict() if event.place else None,
        "text": event.evidence[0].quote if event.evidence else "",
        "language": event.evidence[0].language if event.evidence else None,
        "publication": [one.article for one in event.evidence],
        "goldstein": event.score,
        "dragoman": {"type": event.type, "status": event.status, "latest": event.latest,
                     "independent": event.independent, "gloss": event.gloss},
    }  # fmt: skip


def _plover_party(party: EventParty) -> dict[str, Any]:
    return {"actor": party.country, "name": party.name, "id": party.entity}


def gdelt_row(event: Event) -> dict[str, object] | None:
    """Return an event as a GDELT 2.0 row, or None for one that did not happen or has no day."""
    if event.status not in _HAPPENED or event.earliest is None:
        return None
    day = date.fromisoformat(event.earliest)
    row: dict[str, object] = dict.fromkeys(GDELT_COLUMNS, "")
    code = _ROOT[event.type]
    told = [one.published for one in event.evidence if one.published]
    added = min(told, default=event.earliest)[:10].replace("-", "")
    row |= {
        "GLOBALEVENTID": event.id,
        "SQLDATE": f"{day:%Y%m%d}",
        "MonthYear": f"{day:%Y%m}",
        "Year": f"{day:%Y}",
        "FractionDate": round(day.year + (day.timetuple().tm_yday - 1) / 365, 4),
        "IsRootEvent": 0 if event.part_of else 1,
        "EventCode": code, "EventBaseCode": code, "EventRootCode": code,
        "QuadClass": _QUAD.get(event.quad, ""),
        "GoldsteinScale": event.score,
        "NumMentions": event.reports, "NumSources": event.independent, "NumArticles": event.articles,
        "DATEADDED": added,
        "SOURCEURL": next((one.url for one in event.evidence if one.url), ""),
    }  # fmt: skip
    sides = (event.actors[:1], event.recipients[:1] or event.actors[1:2])
    for number, side in enumerate(sides, 1):
        for party in side:
            row[f"Actor{number}Code"] = party.country or party.entity or ""
            row[f"Actor{number}Name"] = party.name or ""
            row[f"Actor{number}CountryCode"] = party.country or ""
    if event.place is not None:
        row["ActionGeo_Type"] = _CITY_GEO if event.place.lat is not None else _COUNTRY_GEO
        row["ActionGeo_FullName"] = event.place.name or ""
        row["ActionGeo_CountryCode"] = event.place.country or ""
        row["ActionGeo_Lat"] = "" if event.place.lat is None else event.place.lat
        row["ActionGeo_Long"] = "" if event.place.lon is None else event.place.lon
    return row


def feature(event: Event) -> dict[str, Any] | None:
    """Return an event as a GeoJSON feature, or None where its place has no position."""
    if event.place is None or event.place.lat is None or event.place.lon is None:
        return None
    told = ("id", "type", "status", "gloss", "earliest", "latest", "reports", "independent")
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [event.place.lon, event.place.lat]},
        "properties": {**{key: getattr(event, key) for key in told}, "place": event.place.name},
    }


def calendar(events: Iterable[Event]) -> Iterator[str]:
    """Yield the lines of an iCalendar (RFC 5545) of what is announced for days that are known."""
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dragoman//ledger//EN")
    for event in events:
        if event.status not in ("planned", "proposed") or event.earliest is None or event.latest is None:
            continue
        end = date.fromisoformat(event.latest) + timedelta(1)
        said = min((one.published for one in event.evidence if one.published), default=event.earliest)[:10]
        yield from (
            "BEGIN:VEVENT",
            f"UID:{event.id}@dragoman",
            f"DTSTAMP:{said.replace('-', '')}T000000Z",
            f"DTSTART;VALUE=DATE:{event.earliest.replace('-', '')}",
            f"DTEND;VALUE=DATE:{end:%Y%m%d}",
            *_folded(f"SUMMARY:{_escaped(event.gloss)}"),
            *(_folded(f"LOCATION:{_escaped(event.place.name)}") if event.place and event.place.name else ()),
            "STATUS:TENTATIVE",
            "END:VEVENT",
        )
    yield "END:VCALENDAR"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 octets, as the standard asks."""
    piece, size = "", 0
    for char in line:
        width = len(char.encode())
        if size + width > 75:
            yield piece
            piece, size = " ", 1
        piece, size = piece + char, size + width
    yield piece


def followthemoney(actor: Actor) -> dict[str, Any] | None:
    """Return a person or body as a FollowTheMoney entity; None for anything else."""
    schema = _SCHEMA.get(actor.type)
    if schema is None:
        return None
    names = list(dict.fromkeys([actor.name or actor.id, *(one.text for one in actor.names)]))
    properties: dict[str, list[str]] = {"name": names[:1], "alias": names[1:]}
    if actor.country:
        properties["country"] = [actor.country.lower()]
    return {"id": actor.id, "schema": schema, "properties": properties}
