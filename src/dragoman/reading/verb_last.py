"""What the order of words tells of a verb that stands last, or of a noun in its stead, before its site is made."""

from __future__ import annotations

from collections.abc import Sequence

from .language import EntryHit, Language
from .line import Line, Mention, Predicate

__all__ = ["PERSONS", "goes_on", "is_bare", "of_people"]

PERSONS = frozenset(("persons", "captives", "suspect"))
"""Classes of words for people that any person or nationality marked as an object belongs to."""


def goes_on(line: Line, predicate: Predicate) -> bool:
    """Whether a participle, or an "although", stands before another verb, to which what follows belongs."""
    if predicate.helped or not ("conjunctive" in predicate.tags or {"conditional", "emphatic"} <= predicate.tags):
        return False
    return any(
        p.head > predicate.last and p.segment == predicate.segment and "finite" in p.tags for p in line.predicates
    )


def is_bare(hit: EntryHit, language: Language) -> bool:
    """Whether a pack lists a noun, without any ending of a verb, as what a court or police does: "সু চি আটক"."""
    frame = hit.payload.frame
    if frame is None or not language.subject_first or language.text.agglutinative or hit.tags:
        return False
    return frame.authority and hit.payload.kind == "verb" and hit.first == hit.last


def of_people(wanted: str, before: Sequence[Mention], after: Sequence[Mention], subject: Mention | None) -> bool:
    """Whether people are marked as whom something is done to: sent home, freed, handed over to a court.

    `wanted` is one of `PERSONS`: captives are freed to their own country, suspects given to another or to a court.
    """
    whom = [m for m in before if m.role == "dative" and m.kind in ("person", "people", "demonym")]
    whom += [m for m in after[:1] if m.role == "dative" and m.kind in ("person", "people")]
    whom += [m for m in before[-1:] if {"genitive", "plural"} <= m.tags and m.kind == "people"]
    whom = [m for m in whom if m.countries and m is not subject]
    goals = [m for m in before if m.role in ("goal", "instrument") and m.parties]
    goals += [m for m in before if m.role == "dative" and (m.kind == "state" or m.capital)]
    home = any(m.countries & goal.countries for m in whom for goal in goals)
    if wanted == "persons":
        return bool(whom)
    if wanted == "captives":
        return bool(whom) and (home or not goals)
    return bool(whom and goals) and not home
