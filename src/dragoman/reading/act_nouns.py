"""Acts named by a noun that tells what the verb behind it is about, where endings are glued to words.

Somebody denies it ("byeongwon gonggyeok-eul buin-haetda", denied the attack), or people suffered by it
("Israel-ui gongseup-euro 14-myeong-i sumjyeotda", by a raid of Israel fourteen died).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ..packs.schema import Tag
from .language import EntryHit
from .line import Line, Mention, Predicate

if TYPE_CHECKING:
    from .sites import Site

__all__ = ["denied_by", "settle_act_noun", "suffered"]

_NEAR = 3
"""Tokens from the noun of an act to the verb that denies it, words for a claim between."""
_WHERE: frozenset[Tag] = frozenset(("locative", "ablative"))
_DOERS = frozenset(("vehicle", "body", "state", "person", "people"))
_STRUCK = frozenset(("ASSAULT", "COERCE", "SANCTION"))


def denied_by(line: Line, hit: EntryHit) -> Predicate | None:
    """Return the verb of denying whose object is a noun, or the claim that it is in; None without one."""
    if hit.payload.kind != "noun" or "genitive" in hit.tags:
        return None
    behind = next((p for p in line.predicates if p.head > hit.last), None)
    if behind is None or behind.first - hit.last > _NEAR or "passive" in behind.tags:
        return None
    denies = any(one.payload.frame is not None and one.payload.frame.content == "denied" for one in behind.hits)
    marked = "accusative" in hit.tags or (not hit.tags and behind.first <= hit.last + 2)
    return behind if denies and marked and line.segments[hit.head] == behind.segment else None


def suffered(line: Line, hit: EntryHit) -> Predicate | None:
    """Return the verb of dying, or of being hurt or destroyed, by what a noun names; the pack lists them."""
    frame = hit.payload.frame
    by = bool(hit.tags & {"allative", "locative"}) and "ablative" not in hit.tags
    if hit.payload.kind != "noun" or frame is None or frame.type != "ASSAULT" or not by:
        return None
    if any(one.payload.kind == "marker" for one in line.at[hit.last + 1]) if hit.last + 1 < len(line.at) else True:
        return None
    heads = {one.head for one in line.hits.get("class", ()) if one.payload.item == "suffers"}
    for verb in line.predicates:
        if verb.head > hit.last and line.segment_kinds[verb.segment] != "relative":
            near = (
                line.segments[hit.head] == verb.segment
                or line.segment_kinds[line.segments[hit.head]] == "relative"
            )
            return verb if heads & set(range(verb.first, verb.last + 1)) and near else None
    return None


def settle_act_noun(line: Line, hit: EntryHit, site: Site) -> None:
    """Give the noun of an act that is denied or suffered who did it, and to whom."""
    denies = denied_by(line, hit)
    harmed = suffered(line, hit) if denies is None else None
    if denies is None and harmed is None:
        return
    owners = [m for m in site.before if "genitive" in m.tags and m.parties]
    if denies is not None and not owners:
        site.subject, site.subject_how = denies.subject, "who denies it"
    elif not owners:
        beside = [m for m in site.before if m.last >= hit.first - 1 and m.kind in _DOERS and m.parties]
        beside = [m for m in beside if not m.tags & _WHERE]  # "[Pakistan-eseo] japok-euro"
        if not beside:
            return
        site.subject, site.subject_how = replace(beside[-1], genitive=False, role=None), "subject"
        owners = beside[-1:]
    _take_struck(hit, site, owners)
    if harmed is not None:
        _take_victims(line, hit, site, harmed)


def _take_struck(hit: EntryHit, site: Site, owners: list[Mention]) -> None:
    """Let a bare phrase right before the noun, behind whose act it is, be whom it struck."""
    frame = hit.payload.frame
    if frame is None or frame.type not in _STRUCK:
        return
    bare = [m for m in site.before if m not in owners and not m.tags and m is not site.subject and m.parties]
    if bare and hit.first - bare[-1].last <= 2 and (site.subject is None or site.subject.last < bare[-1].first):
        struck = replace(bare[-1], role="target", genitive=False, modifier=False)
        site.before = [*(m for m in site.before if m is not bare[-1]), struck]


def _take_victims(line: Line, hit: EntryHit, site: Site, verb: Predicate) -> None:
    """Let who dies or is hurt be whom it struck, and where they do be the place."""
    behind = [
        m for m in line.mentions if hit.last < m.first < verb.head and line.segments[m.first] == verb.segment
    ]
    places = [replace(m, role="place", genitive=False, modifier=False) for m in behind if m.kind == "place"]
    people = [m for m in behind if m.kind in ("people", "demonym", "body", "vehicle", "person") and m.parties]
    kind = {"demonym": "people"}
    struck = [
        replace(m, kind=kind.get(m.kind, m.kind), role="target", genitive=False, modifier=False, tags=frozenset())
        for m in people[-1:]
    ]
    site.before = [*site.before, *places[-1:], *struck]
