"""Who is in an archive: every entity with all the forms in which its name stands in the texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import Any

from dragoman.records import Record

__all__ = ["Actor", "ActorName", "actors_of"]


class ActorName(Record, frozen=True, kw_only=True):
    """One form of a name in one language, and how often it stands in the articles."""

    text: str
    language: str | None
    count: int


class Actor(Record, frozen=True, kw_only=True):
    """An entity as the archive's articles show it. `name` is English or a romanisation."""

    id: str
    name: str | None
    type: str
    country: str | None
    mentions: int
    articles: int
    languages: tuple[str, ...]
    names: tuple[ActorName, ...]


def actors_of(rows: Iterable[dict[str, Any]]) -> list[Actor]:
    """Gather mention rows (sorted by entity) into actors, most mentioned first, then by id."""
    found = [_actor(id, list(group)) for id, group in groupby(rows, key=itemgetter("entity"))]
    return sorted(found, key=lambda actor: (-actor.mentions, actor.id))


def _actor(id: str, rows: list[dict[str, Any]]) -> Actor:
    forms: Counter[tuple[str, str | None]] = Counter()
    shown: Counter[tuple[str | None, str, str | None]] = Counter()
    articles: set[str] = set()
    for row in rows:
        forms[row["text"], row["language"]] += row["count"]
        shown[row["name"], row["type"], row["country"]] += row["count"]
        articles.update(row["articles"])
    # The most frequent wins, and of equals the first in order of the alphabet, so that no run differs.
    name, type, country = min(shown, key=lambda key: (-shown[key], [part or "" for part in key]))
    names = tuple(
        ActorName(text=text, language=language, count=count)
        for (text, language), count in sorted(
            forms.items(), key=lambda item: (-item[1], item[0][0], item[0][1] or "")
        )
    )
    return Actor(
        id=id,
        name=name,
        type=type,
        country=country,
        mentions=sum(forms.values()),
        articles=len(articles),
        languages=tuple(sorted({language for _, language in forms if language})),
        names=names,
    )
