"""Drafts to reports: ids, codes, scores, contexts and an English gloss."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import blake2b

from msgspec import structs

from ..packs.frames import Frame, quad_of, score_of
from ..records import Anomaly, Article, Party, Report, Trigger
from .confidence import Weights, certainty
from .drafts import Draft
from .line import Line

__all__ = ["dated_ahead", "gloss", "make_reports", "told_once"]

_HISTORICAL_DAYS = 90
_AHEAD = frozenset(("planned", "proposed"))
_PLOVER = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}
_UNNAMED = {
    "ASSAULT": "people",
    "COERCE": "people",
    "RETREAT": "people",
    "SANCTION": "others",
    "AID": "people",
    "REQUEST": "others",
    "THREATEN": "others",
    "ACCUSE": "an act",
    "CONSULT": "others",
    "PROTEST": "others",
    "CONCEDE": "people",
    "SUPPORT": "a body",
}
"""Who stands in a gloss for a recipient that the sentence does not name."""
_OF_A_STATE = ("People in {actors}", "Protesters in {actors}", "Workers in {actors}", "A court of {actors}")
"""How glosses begin whose actor is a state for its people or courts; whoever acts himself stands without."""
_UPON_PEOPLE = frozenset(("targeted", "abduct", "beat", "torture", "sexual"))
_STATUS_WORDS = {
    "ongoing": "under way",
    "planned": "planned",
    "proposed": "proposed",
    "conditional": "conditional",
    "forecast": "forecast",
    "alleged": "alleged",
    "denied": "denied",
    "not_occurred": "did not happen",
}


def make_reports(
    article: Article,
    lines: Sequence[Line],
    drafts: Sequence[Sequence[Draft]],
    published: str | None,
    weights: Weights | None,
) -> tuple[Report, ...]:
    """Return the reports of an article in the order of their triggers.

    What is less sure than the least that `weights` ask is noted in its line instead; without weights all are made.
    """
    found = []
    for id, line, draft in told_once(article, lines, drafts):
        sure = certainty(draft, line, weights)
        if weights is not None and sure < weights.least:
            words = line.words(draft.hit.first, draft.hit.last)
            line.notes.append(
                f"{words} [{draft.frame.id}]: {gloss(draft)}, but of such reports only {sure:.2f} are right"
            )
            continue
        found.append(_report(id, line, draft, published, sure))
    return tuple(found)


def told_once(
    article: Article, lines: Sequence[Line], drafts: Sequence[Sequence[Draft]]
) -> list[tuple[str, Line, Draft]]:
    """Return the drafts that may become reports, with the reports' ids; of drafts with one id the first."""
    told: dict[str, tuple[str, Line, Draft]] = {}
    for line, found in zip(lines, drafts, strict=True):
        for draft in found:
            if any(_tells_more(other, draft) for other in found):
                continue
            id = _id(article, line, draft)
            told.setdefault(id, (id, line, draft))
    return list(told.values())


def _tells_more(other: Draft, draft: Draft) -> bool:
    """Whether another draft of the same words, act and actors names to whom it is done, and this one nobody."""
    return (
        not draft.recipients
        and bool(other.recipients)
        and other.hit.first <= draft.hit.last
        and draft.hit.first <= other.hit.last
        and other.frame.id == draft.frame.id
        and {p.country or p.entity for p in other.actors} == {p.country or p.entity for p in draft.actors}
    )


def dated_ahead(reports: Sequence[Report], published: str | None) -> tuple[Anomaly, ...]:
    """Return a warning for each act that is told as done and dated after the article that tells it."""
    found = []
    for report in reports:
        time = report.time
        if time is None or time.earliest is None or published is None or report.status != "occurred":
            continue
        if time.earliest[:10] > published[:10]:
            detail = f"told as done, dated {time.earliest}, in an article of {published[:10]}"
            found.append(Anomaly(start=time.start, end=time.end, kind="dated-after-publication", detail=detail))
    return tuple(found)


def _report(id: str, line: Line, draft: Draft, published: str | None, sure: float) -> Report:
    frame, status = draft.frame, draft.verdict.status
    assert status is not None
    start, end = line.tokens[draft.hit.first].start, line.tokens[draft.hit.last].end
    latest = draft.time.latest if draft.time else None
    plover = _PLOVER.get(frame.type, frame.type) if status in _AHEAD else frame.type
    return Report(
        id=id,
        type=frame.type,
        mode=frame.mode,
        context=_contexts(line, draft),
        plover=plover,
        quad=quad_of(frame.type),
        score=score_of(frame.type, frame.mode),
        status=status,
        negated=draft.verdict.negated,
        historical=_historical(latest, published),
        actors=draft.actors,
        recipients=draft.recipients,
        place=draft.place,
        time=draft.time,
        trigger=Trigger(start=start, end=end, text=line.text[start:end]),
        attribution=draft.links,
        sentence=line.index,
        confidence=sure,
        gloss=gloss(draft),
        frame=frame.id,
    )


def _id(article: Article, line: Line, draft: Draft) -> str:
    """Return an id that stays as long as article, sentence, trigger and parties do."""
    parties = [p.entity or p.country or p.name or "" for p in (*draft.actors, *draft.recipients)]
    offset = line.tokens[draft.hit.first].start - line.start
    parts = (article.id, line.text[line.start : line.end], str(offset), draft.frame.type, *parties)
    digest = blake2b("\x1f".join(parts).encode(), digest_size=8)
    return f"r{digest.hexdigest()}"


def _contexts(line: Line, draft: Draft) -> tuple[str, ...]:
    shown = {hit.payload.item for hit in line.hits.get("context", ())}
    return tuple(dict.fromkeys((*draft.frame.context, *sorted(shown))))


def _historical(latest: str | None, published: str | None) -> bool:
    if latest is None or published is None:
        return False
    return date.fromisoformat(latest[:10]) < date.fromisoformat(published[:10]) - timedelta(days=_HISTORICAL_DAYS)


def gloss(draft: Draft) -> str:
    """Return a plain English sentence made from a draft's fields alone."""
    recipients = _names(tuple(structs.replace(p, name=_called(p)) for p in draft.recipients))
    words = draft.frame.gloss
    if not recipients:
        words = _without_recipients(draft.frame)
    place = draft.place.name if draft.place else None
    ground = [party.entity for party in draft.recipients]
    if (
        draft.place
        and place
        and place != recipients
        and "visit" in draft.frame.mode
        and ground == [draft.place.country]
    ):
        recipients = f"{place}, {recipients}"
    if words.startswith(_OF_A_STATE) and any(map(_acts_himself, draft.actors)):
        words = words[words.index("{actors}") :]
    if "envoy of {recipients}" in words:  # who is summoned is himself the official that the text means
        recipients = recipients.replace("an official of ", "")
    text = words.format(actors=_names(draft.actors), recipients=recipients)
    if place and place not in text:
        text += f" {'to' if draft.frame.id == 'invite' else 'in'} {place}"
    text = text[:1].upper() + text[1:]  # "officials of South Korea condemned …"
    status = draft.verdict.status or ""
    if status not in _STATUS_WORDS:
        return text
    expected_not = draft.verdict.negated and status not in ("denied", "not_occurred")
    return f"{text} ({_STATUS_WORDS[status]}{' not to happen' if expected_not else ''})"


def _without_recipients(frame: Frame) -> str:
    """Return a gloss for nobody named: cut before the preposition that would lead to him, else an unnamed one."""
    head, _, rest = frame.gloss.partition("{recipients}")
    head = head.rstrip()
    if rest.strip() or "{actors}" not in head:
        return frame.gloss.replace("{recipients}", _UNNAMED.get(frame.type, "something"))
    for preposition in (" of", " to", " from", " with", " against", " on", " about", " at", " by", " for", " in"):
        if head.endswith(preposition):
            return head.removesuffix(preposition)
    if frame.type == "ASSAULT" and _UPON_PEOPLE.isdisjoint(frame.mode):
        return head  # what was attacked may be no person
    return frame.gloss.replace("{recipients}", _UNNAMED.get(frame.type, "something"))


def _acts_himself(party: Party) -> bool:
    """Whether a party is somebody, and no state for its people: a person, people of a place, a named body."""
    name = party.name or ""
    return party.type == "PER" or " of " in name or "'" in name or (party.entity or "").startswith("org:")


def _called(party: Party) -> str:
    """Return a party's name; people whom the text places nowhere are those of its country, not the state."""
    name = party.name or party.text
    unplaced = party.type == "ORG" and party.entity is None and party.how == "the country of the text"
    return f"people of {name}" if unplaced and "CVL" in party.sector else name


def _names(parties: tuple[Party, ...]) -> str:
    names = list(dict.fromkeys(p.name or p.text for p in parties))
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
