"""How far the words reach that a verb of saying reports."""

from __future__ import annotations

from .clauses import only_relative
from .language import EntryHit, Language
from .line import Line, Mention, Predicate
from .reaches import end_of_content

__all__ = ["NEAR", "closers_before", "reach_of"]

NEAR = 6
"""Tokens between a reporting verb and what opens its content."""
_OPENERS = frozenset((",", ":", "“", '"', "‘", "«", "„", "-", "–", "'"))


def reach_of(
    line: Line, predicate: Predicate, source: Mention | None, language: Language
) -> tuple[int, int, str] | None:
    """Return first and last token of what is reported, and on which side of the verb it stands."""
    end = end_of_content(line, predicate, language.subject_first, language.cased)
    closers = closers_before(line, predicate.first) or [  # "বলে দাবি করেছেন" as one phrase
        h for h in line.hits.get("closer", ()) if h.first == predicate.first and h.last < predicate.head
    ]
    if closers:
        first = (
            line.segments.index(predicate.segment) if line.segment_kinds[predicate.segment] == "relative" else 0
        )
        return (first, closers[-1].first - 1, "before") if closers[-1].first > first else None
    for hit in line.hits.get("complementiser", ()):
        if 0 <= hit.first - predicate.last - 1 <= NEAR and not _predicate_between(line, predicate.last, hit.first):
            return hit.last + 1, end, "after"
    after = predicate.last
    if source is not None and source.first > predicate.last:
        after = source.last
    if language.cased and _inserted(line, predicate, after):
        return after + 2, len(line.tokens) - 1, "after"
    opened = (
        after + 2 <= end
        and not _says_before(line, predicate, language)
        and line.tokens[after + 1].text in _OPENERS
        and not (language.subject_first and only_relative(line, after))
    )
    if opened and (_verbs(line, after + 1, end + 1) or line.tokens[after + 1].text != ","):
        return after + 2, end, "after"
    kind = line.segment_kinds[predicate.segment]
    if kind == "relative" or kind.startswith("time-"):
        return None  # "…, which the opposition has been urging", "… while X promised": no words stand before
    border = _comma_before(line, min(predicate.first, source.first if source else predicate.first))
    if line.segment_kinds[predicate.segment] == "contrast" and (language.subject_first or language.cased):
        border = -1  # "…, তবে কিগালি তা অস্বীকার করেছে": what is denied stands further back
    if line.formed and border > 0 and any(h.payload.kind == "coordinator" for h in line.at[border + 1]):
        return None  # "…, and the Bahamas has promised another 150": a clause of its own
    if border > 0 and not _verbs(line, after, end + 1) and _verbs(line, 0, border):
        return 0, border - 1, "before"
    if not language.subject_first and _verbs(line, after, end + 1) and _opens_content(line, predicate, after, end):
        return after + 1, end, "after"
    return None


def _inserted(line: Line, predicate: Predicate, after: int) -> bool:
    """Whether commas part a clause of saying from a subject before it and that one's verb: "Рим, сообщил N, …"."""
    if not predicate.first or after + 1 >= len(line.tokens):
        return False
    parted = line.tokens[predicate.first - 1].text == "," and line.tokens[after + 1].text == ","
    following = next((p for p in line.predicates if p.head > after), None)
    subject = following.subject if following is not None else None
    return parted and subject is not None and subject.last == predicate.first - 2


def _says_before(line: Line, predicate: Predicate, language: Language) -> bool:
    """Whether what is said stands right before the noun of saying: "… করার হুমকি দিয়েছেন", "… करने की धमकी दी"."""
    return language.subject_first and predicate.head > predicate.first and any(
        "verbal-noun" in p.tags and 1 <= predicate.first - p.last <= 2 for p in line.predicates
    )  # fmt: skip


def _opens_content(line: Line, predicate: Predicate, after: int, end: int) -> bool:
    """Whether what stands bare behind a verb of saying is what is said, and not when or how it is said.

    "Addressing the assembly, X called on …": X speaks of his own; "remarked as Y was preparing …".
    """
    if predicate.subject is not None and predicate.subject_how == "subject of the clause after":
        return False
    told = [p.segment for p in line.predicates if after < p.head <= end]
    told += [line.segments[h.head] for h in line.hits.get("noun", ()) if after < h.head <= end]
    first = min(told)
    return first == predicate.segment or line.segment_kinds[first] not in ("time-while", "time-after")


def closers_before(line: Line, verb: int) -> list[EntryHit]:
    """Return what closes reported words before a verb of saying; the day or manner of saying may stand between."""
    near = [h for h in line.hits.get("closer", ()) if 0 <= verb - h.last - 1 <= NEAR]
    return [h for h in near if verb - h.last <= 2 or not any(h.last < p.head < verb for p in line.predicates)]


def _comma_before(line: Line, token: int) -> int:
    """Return the comma (or closing quote) close before a token, or -1."""
    for at in range(token - 1, max(-1, token - 4), -1):
        if line.tokens[at].text in (",", "”", '"', "’", "»", "-", "–"):
            return at
    return -1


def _verbs(line: Line, first: int, end: int) -> bool:
    return any(first < p.head < end for p in line.predicates) or any(
        first < h.head < end for h in line.hits.get("noun", ())
    )


def _predicate_between(line: Line, first: int, last: int) -> bool:
    return any(first < p.head < last and p.hits for p in line.predicates)
