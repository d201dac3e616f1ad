"""Who acts in headlines, where a comma or quotation mark in place of a particle parts the doer from the deed."""

from __future__ import annotations

from .language import Language
from .line import Line, Mention, Predicate
from .verb_final import can_act

__all__ = ["bare_subject", "quoted_speaker", "speaks_of_others", "unknown_opener"]

_PAUSES = frozenset((",", "…", "“", "‘", '"', "'"))
"""Marks behind who opens a headline, or the half of one."""
_OPENING = frozenset(("“", "‘", '"', "'"))
_CLOSING = frozenset(("”", "’", '"', "'"))
_OPENER = 4
"""Tokens before the first comma of a headline that are who acts, at the most."""
_OTHERS = frozenset(("person", "state", "body", "people"))


def bare_subject(line: Line, verb: Predicate) -> Mention | None:
    """Return the unmarked phrase that opens a headline: "Putin, Pyongyang arrival", "president resignation"."""
    for mention in verb.before:
        before = line.tokens[mention.first - 1].text if mention.first else ""
        opens = (mention.first <= 1 or before == "…") and not mention.tags and not mention.modifier
        behind = line.tokens[mention.last + 1].text if mention.last + 1 < len(line.tokens) else ""
        parted = behind in _PAUSES or (mention.last + 1 == verb.first and _of_one(verb))
        if opens and mention.role is None and parted and can_act(_freed(mention)):
            mention.genitive = False
            return mention
    return None


def _of_one(verb: Predicate) -> bool:
    """Whether a headline's act is of a person alone, done to nobody: he resigns, or goes where the word says."""
    if "headline" not in verb.tags:
        return False
    for hit in verb.hits:
        frame = hit.payload.frame
        if frame is not None and ((frame.person and not frame.recipient) or frame.type == "CONSULT"):
            return bool(frame.person or hit.payload.item.to)
    return False


def _freed(mention: Mention) -> Mention:
    if mention.genitive and not mention.tags:
        mention.genitive = False
    return mention


def unknown_opener(line: Line, verb: Predicate) -> bool:
    """Whether somebody nobody knows opens a headline before a comma: he acts, and no one named behind him."""
    if "headline" not in verb.tags:
        return False
    comma = next((at for at, token in enumerate(line.tokens[:_OPENER]) if token.text == ","), 0)
    return 0 < comma < verb.first and not any(mention.first < comma for mention in line.mentions) and all(
        token.norm[0].isalpha() for token in line.tokens[:comma]
    )  # fmt: skip


def quoted_speaker(line: Line, language: Language) -> Mention | None:
    """Return who is named right before the quotation that the rest of a headline is: "X 'shot down two'"."""
    if not language.text.agglutinative or len(line.tokens) < _OPENER:
        return None
    mention = next((m for m in line.mentions if m.first <= 1), None)
    if mention is None or mention.tags or mention.role is not None or mention.kind not in _OTHERS:
        return None
    first = mention.last + 1
    if first >= len(line.tokens) or line.tokens[first].text not in _OPENING:
        return None
    closed = [at for at in range(first + 1, len(line.tokens)) if line.tokens[at].text in _CLOSING]
    if not closed or closed[-1] < len(line.tokens) - 2:
        return None
    mention.genitive = False
    return mention


def speaks_of_others(line: Line, speaker: Mention) -> bool:
    """Whether somebody else who could act is named bare in what a headline quotes."""
    return any(m is not speaker and m.kind in _OTHERS and m.role is None for m in line.mentions)
