"""Tells who is meant inside an accusation: whom it accuses, whose bodies it names, what is the act itself."""

from __future__ import annotations

from ..packs.frames import Frame
from .attribution import regions_of
from .line import Line, Mention, Region
from .setting import Setting
from .sites import Site

__all__ = ["accused_in", "also_accused", "is_own_content", "of_accuser", "own_accusation"]


def accused_in(line: Line, site: Site, *, verb_final: bool = False) -> Mention | None:
    """Return who is accused of an act that is told without a subject of its own, inside an accusation."""
    for region in reversed(regions_of(line, site.head)):
        if region.kind == "content" and region.stance == "alleges" and region.subject is not None:
            own = site.subject
            if own is None or own is region.source or not region.first <= own.first <= region.last:
                return region.subject
        if region.kind == "content" and region.stance == "denies" and not site.verb_head and line.citations:
            return region.source if not any(m.genitive or m.kind == "demonym" for m in site.after[:1]) else None
        if region.kind == "content" and region.stance == "denies" and verb_final and _own_deed(region, site):
            return region.source
    return None


def _own_deed(region: Region, site: Site) -> bool:
    """Whether a denial that ends in the name of a deed speaks of its own side: "[अस्पताल पर हमले] से इनकार किया"."""
    owned = any(m.genitive or m.kind == "demonym" for m in site.before if m.first >= region.first)
    source = region.source
    return source is not None and not owned and source.last < region.first and site.last >= region.last - 1


def of_accuser(line: Line, site: Site, setting: Setting) -> Setting:
    """Return whose bodies without nationality are in an accusation: those of the state that accuses."""
    source = next((r.source for r in reversed(regions_of(line, site.head)) if r.stance == "alleges"), None)
    if not line.formed or source is None or len(source.countries) != 1:
        return setting
    (country,) = source.countries
    return Setting(country, country)


def own_accusation(line: Line, site: Site) -> bool:
    """Whether the accuser himself would act inside what he accuses somebody of."""
    return site.subject_how != "subject" and any(
        region.kind == "content" and region.stance == "alleges" and region.source is site.subject
        for region in regions_of(line, site.head)
    )


def is_own_content(region: Region, site: Site) -> bool:
    if region.kind == "according" and region.stance == "alleges" and region.source in site.before:
        return not site.verbal and region.last > site.last  # "কিয়েভের অভিযোগ, …": the accusation itself
    return region.kind == "content" and region.source is not None and region.source is site.subject and (
        region.first > site.last or region.last < site.first
    )  # fmt: skip


def also_accused(line: Line, site: Site, accused: Mention, frame: Frame) -> Mention | None:
    """Return who else one verb accuses: "accused X of betrayal and [Y] of duplicity".

    He stands behind "and", before the same adposition as the first.
    """
    if frame.type != "ACCUSE" or not line.formed or not site.verb_head or accused.first < site.head:
        return None
    charge = accused.last + 1
    if charge >= len(line.tokens) or not any(
        h.payload.kind == "marker" and h.last == charge for h in line.at[charge]
    ):
        return None
    joints = {hit.last for hit in line.hits.get("coordinator", ())}
    for mention in line.mentions:
        behind = mention.last + 1
        if mention.first <= charge or behind >= len(line.tokens) or mention.genitive or not mention.parties:
            continue
        articles = range(mention.first - 1, mention.first - 3, -1)
        joined = any(at in joints for at in articles)
        if joined and mention.human and line.tokens[behind].norm == line.tokens[charge].norm:
            return (
                mention if not any(p.subject is mention and "finite" in p.tags for p in line.predicates) else None
            )
    return None
