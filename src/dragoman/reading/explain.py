"""Shows how a sentence was understood: its phrases and roles, verbs, sources, and why reports were made or not."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Report
from .line import Line, Mention

__all__ = ["explain_line"]


def explain_line(line: Line, reports: Sequence[Report]) -> str:
    """Return a readable account of one line."""
    rows = [f"[{line.index}] {line.text[line.start : line.end]}"]
    rows.extend(f"    time    {time.text} = {time.earliest}..{time.latest} ({time.how})" for time in line.times)
    rows.extend(f"    phrase  {_phrase(line, mention)}" for mention in line.mentions)
    for predicate in line.predicates:
        frames = [h.payload.frame.id if h.payload.frame else h.payload.kind for h in predicate.hits]
        subject = _subject(line, predicate.subject)
        kind = line.segment_kinds[predicate.segment]
        rows.append(
            f"    verb    {line.words(predicate.first, predicate.last)} {frames} {sorted(predicate.tags)} "
            f"in clause {predicate.segment} ({kind}), subject: {subject} ({predicate.subject_how})"
        )
    for region in line.regions:
        chain = " < ".join(str(link.name) for link in region.links)
        rows.append(
            f"    words   {region.kind} {region.stance} of {chain or '-'}: {line.words(region.first, region.last)}"
        )
    for report in reports:
        rows.append(
            f"    REPORT  {report.type} {list(report.mode)} {report.status} {report.gloss} "
            f"[{report.trigger.text}] {report.confidence}"
        )
    rows.extend(f"    not     {note}" for note in line.notes)
    return "\n".join(rows)


def _subject(line: Line, mention: Mention | None) -> str:
    if mention is None:
        return "-"
    here = any(mention is one for one in line.mentions)
    return line.words(mention.first, mention.last) if here else "…"


def _phrase(line: Line, mention: Mention) -> str:
    who = ", ".join(
        f"{party.name or '?'} ({party.entity or party.country or '-'}; {party.how})" for party in mention.parties
    )
    marks = [mention.kind, mention.role or "unmarked"]
    marks += ["genitive"] if mention.genitive else []
    marks += ["modifier"] if mention.modifier else []
    return f"{line.words(mention.first, mention.last)} = {who or '-'} [{', '.join(marks)}]"
