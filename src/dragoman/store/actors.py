"""Who is in an archive: every entity with all the forms in which its name stands in the texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.records import Record

__all__ = ["Actor", "ActorName", "Joined", "actors_of"]


class ActorName(Record, frozen=True, kw_only=True):
    """One form of a name in one language, and how often it stands in the articles."""

    text: str
    language: str | None
    count: int


class Joined(Record, frozen=True, kw_only=True):
    """Two ids that were taken for one person's: `id` is what undoes it, `reasons` say why."""

    id: str
    a: str
    b: str
    score: float
    reasons: tuple[str, ...]


class Actor(Record, frozen=True, kw_only=True):
    """An entity as the archive's articles show it. `name` is English or a romanisation; `joined` tells which ids
    of unlisted spellings were taken for this one."""

    id: str
    name: str | None
    type: str
    country: str | None
    mentions: int
    articles: int
    languages: tuple[str, ...]
    names: tuple[ActorName, ...]
    joined: tuple[Joined, ...] = ()


def actors_of(
    rows: Iterable[dict[str, Any]],
    heads: Mapping[str, str] | None = None,
    joined: Mapping[str, tuple[Joined, ...]] | None = None,
) -> list[Actor]:
    """Gather mention rows into actors, most mentioned first, then by id.

    `heads` gives the id that stands for several, `joined` why they were taken for one.
    """
    by_id: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        by_id.setdefault((heads or {}).get(row["entity"], row["entity"]), []).append(row)
    found = [_actor(id_, own, (joined or {}).get(id_, ())) for id_, own in by_id.items()]
    return sorted(found, key=lambda actor: (-actor.mentions, actor.id))


def _actor(id: str, rows: list[dict[str, Any]], joined: tuple[Joined, ...]) -> Actor:
    forms: Counter[tuple[str, str | None]] = Counter()
    shown: Counter[tuple[str | None, str, str | None]] = Counter()
    articles: set[str] = set()
    for row in rows:
        forms[row["text"], row["language"]] += row["count"]
        shown[row["name"], row["type"], row["country"]] += row["count"]
        articles.update(row["articles"])
    # What some text writes so stands above romanisations; then the most frequent wins, and of equals the first in
    # order of the alphabet, so that no run differs.
    written = {text for text, _ in forms}
    name, type, country = min(
        shown, key=lambda key: (key[0] not in written, -shown[key], [part or "" for part in key])
    )
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
        joined=joined,
    )
