"""What was called off: "postponed a visit to China" tells of a refusal and of a visit that did not take place.

A pack's class `put-off` tells which of these verbs only put an act off.

The act that a cancelling verb names as its object is a report of its own, by the same subject; where the refusal
names nobody, whoever was to be met or visited is refused.
"""

from __future__ import annotations

from collections.abc import Sequence

from .drafts import Draft
from .language import EntryHit
from .line import Line
from .noun_phrases import Reader
from .parties import fill_frame
from .roles import fill, roles_of
from .setting import Setting
from .sites import noun_site
from .verdicts import Verdict

__all__ = ["with_cancelled"]

_NEAR = 6
"""Tokens between a cancelling verb and the noun of what it cancels."""
_DONE = frozenset(("occurred", "ongoing"))
_TO_COME = _DONE | {"planned"}
"""What is put off lies ahead, as the day may tell to which it is put off."""


def with_cancelled(line: Line, drafts: Sequence[Draft], reader: Reader, setting: Setting) -> list[Draft]:
    """Return the drafts of a line with what they call off."""
    kept = list(drafts)
    for draft in drafts:
        if not draft.frame.cancels:
            continue
        put_off = any(
            hit.payload.item == "put-off" and draft.hit.first <= hit.first <= draft.hit.last
            for hit in line.hits.get("class", ())
        )
        if draft.verdict.status not in (_TO_COME if put_off else _DONE):
            continue
        cancelled = _named(draft, reader) or next(
            (d for d in (_act(line, h, draft, reader, setting) for h in _nouns(line, draft)) if d), None
        )
        if put_off:  # nobody is refused: it is to be on another day
            kept = [d for d in kept if d is not draft]
        if cancelled is None:
            continue
        if put_off:
            cancelled = cancelled._replace(verdict=Verdict("planned", False, cancelled.verdict.why))
        elif not draft.recipients:
            others = cancelled.recipients or tuple(p for p in cancelled.actors if p not in draft.actors)
            kept = [d._replace(recipients=others) if d is draft else d for d in kept]
        kept = [d for d in kept if d.hit.head != cancelled.hit.head or d.frame.cancels]
        kept.append(cancelled)
    return kept


def _nouns(line: Line, draft: Draft) -> list[EntryHit]:
    """Return the nouns of acts beside or inside a cancelling verb, the nearest first."""
    segment = line.segments[draft.hit.head]
    near = [
        hit
        for hit in line.hits.get("noun", ())
        if line.segments[hit.head] == segment
        and hit.payload.frame is not None
        and hit.payload.frame.type == "CONSULT"
        and max(draft.hit.first - hit.last, hit.first - draft.hit.last) <= _NEAR
    ]
    return sorted(near, key=lambda hit: abs(hit.head - draft.hit.head))


def _named(draft: Draft, reader: Reader) -> Draft | None:
    """Return the act that the verb's own words name, to or with whom it has as recipients."""
    named = draft.hit.payload.item.named
    if named is None or not draft.recipients:
        return None
    verdict = Verdict("not_occurred", True, draft.verdict.why)
    frame = reader.language.frames[named]
    if frame.both:
        draft = draft._replace(actors=(*draft.actors, *draft.recipients), recipients=())
    return draft._replace(frame=frame, time=None, verdict=verdict)


def _act(line: Line, hit: EntryHit, draft: Draft, reader: Reader, setting: Setting) -> Draft | None:
    """Return the cancelled act, with the canceller as its subject."""
    frame = hit.payload.frame
    predicate = next((p for p in line.predicates if p.first <= draft.hit.head <= p.last), None)
    if frame is None or predicate is None or (predicate.subject is None and not line.cased):
        return None
    site = noun_site(line, hit, reader.language)
    if not (line.cased and fill("owner", site, line, reader.language)):  # "отменил визит [канцлера]"
        site.subject, site.subject_how = predicate.subject, "subject of the verb that calls it off"
    site.before = [m for m in line.mentions if m.last < hit.first and m.first > (predicate.head if not
                   reader.language.subject_first else -1)]  # fmt: skip
    filled = fill_frame(line, site, frame, roles_of(frame, hit.payload.item), reader, setting)
    if isinstance(filled, str):
        return None
    words = line.words(draft.hit.first, draft.hit.last)
    return Draft(
        frame, hit, filled.actors, filled.recipients, filled.place, None, Verdict("not_occurred", True, words),
        draft.links, round(max(0.1, draft.confidence - filled.lost - 0.05), 2),
    )  # fmt: skip
