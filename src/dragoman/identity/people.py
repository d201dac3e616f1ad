"""Which unlisted people of an archive are one person, spelled otherwise: by the two names and their company alone.

Two names are compared where their words begin with sounds of the same class and each differs by one sound at the
most. They are one person's where they sound alike (`sound_distance`), nothing says that their states differ, and
they keep the same company: who else stands in the articles that name them. Names that stand in one article are two
people's, unless they are all but the same. Every verdict names its reasons, and a person's word stands above it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import combinations, permutations
from typing import NamedTuple

from dragoman.knowledge.sound import sound_distance

__all__ = ["Bearer", "OnePerson", "groups_of", "likely_pairs", "one_person"]

PREFIX = "new:"
_ALIKE, _NEARLY_SAME = 0.146, 0.07
"""Distance of sounds up to which two spellings are of one name, and that within one article."""
_COMPANY = 3
"""How much company two names must share: a state counts one, anybody and anything else two."""
_STATE = 3
"""Letters of a state's id."""
_FORMS = 3
"""Spellings of a name that are compared, the commonest first."""
_LONGEST = 4
_CLASSES = str.maketrans("rpfvwdgkhqzjcmy", "lbbbbtkkkksssni")
"""Sounds that scripts take together."""


class Bearer(NamedTuple):
    """An unlisted person as the articles show it: spellings with the commonest first, and the articles."""

    id: str
    country: str | None
    names: tuple[str, ...]
    articles: frozenset[str]


class OnePerson(NamedTuple):
    """Two ids that are one person's, `a` before `b` in order; `score` is 1 for names that sound the same."""

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]


def likely_pairs(bearers: Iterable[Bearer]) -> Iterator[tuple[Bearer, Bearer, float]]:
    """Yield the pairs of people whose names sound alike, with the distance of their sounds, in order of ids."""
    blocks: dict[tuple[str, ...], list[tuple[Bearer, list[str]]]] = defaultdict(list)
    for bearer in sorted(bearers):
        words = [word.translate(_CLASSES) for word in bearer.id.removeprefix(PREFIX).split("-")]
        if 1 < len(words) <= _LONGEST and all(words):
            blocks[tuple(sorted(_opening(word) for word in words))].append((bearer, words))
    for block in blocks.values():
        for (one, words), (other, others) in combinations(block, 2):
            if _near(words, others):
                distance = min(
                    sound_distance(a, b) for a in one.names[:_FORMS] for b in other.names[:_FORMS]
                )  # fmt: skip
                if distance <= _ALIKE:
                    yield one, other, distance


def one_person(
    one: Bearer, other: Bearer, distance: float, company: Mapping[str, Collection[str]]
) -> OnePerson | None:
    """Return the verdict that two people whose names sound alike are one, or None. `company` holds, by id, the
    listed entities that stand in the same articles."""
    if one.country and other.country and one.country != other.country:
        return None
    if one.articles & other.articles and distance > _NEARLY_SAME:
        return None
    shared = set(company.get(one.id, ())) & set(company.get(other.id, ()))
    if sum(1 if len(id_) == _STATE else 2 for id_ in shared) < _COMPANY:
        return None
    reasons = [f"sound alike ({1 - distance:.2f})", f"same company: {', '.join(sorted(shared)[:3])}"]
    if one.country and one.country == other.country:
        reasons.append(f"same state: {one.country}")
    return OnePerson(min(one.id, other.id), max(one.id, other.id), round(1 - distance, 3), tuple(reasons))


def groups_of(
    pairs: Iterable[tuple[str, str]], apart: Collection[tuple[str, str]], first: Callable[[str], object]
) -> dict[str, str]:
    """Return, for every id of a pair, the id that stands for its group: the least by `first`, then by id.

    Pairs are joined in their order; one that would bring together two ids of `apart` (each pair sorted) is left.
    """
    members: dict[str, set[str]] = {}
    for a, b in pairs:
        ours, theirs = members.setdefault(a, {a}), members.setdefault(b, {b})
        if ours is theirs or any(tuple(sorted((x, y))) in apart for x in ours for y in theirs):
            continue
        ours |= theirs
        members.update(dict.fromkeys(theirs, ours))
    heads = {}
    for id_, group in members.items():
        if len(group) > 1:
            heads[id_] = min(group, key=lambda member: (first(member), member))
    return heads


def _opening(word: str) -> str:
    """Return the sound class that a word begins with; a vowel at its head is heard or not."""
    bare = word.lstrip("ai")
    return bare[:1]


def _near(words: list[str], others: list[str]) -> bool:
    """Whether each word differs from one of the others by one sound at the most, in the best order."""
    return any(all(_one_edit(a, b) for a, b in zip(words, order, strict=True)) for order in permutations(others))


def _one_edit(a: str, b: str) -> bool:
    """Whether one sound added, left out or changed makes one word of the other."""
    if a == b:
        return True
    if abs(len(a) - len(b)) > 1:
        return False
    same = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[same + (len(a) >= len(b)) :] == b[same + (len(b) >= len(a)) :]
