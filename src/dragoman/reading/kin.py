"""Tells relatives of somebody from himself: "жена президента", "vợ Tổng thống" is not the president."""

from __future__ import annotations

from .line import Line, Mention

__all__ = ["settle_kin"]


def settle_kin(line: Line, *, cased: bool) -> None:
    """Let a phrase that a word of kinship opens, or stands before, mean nobody known where its name is another's.

    The words (for kin, and for lawyers and others who are somebody's) are the class `relative` of packs in whose
    language the owner stands behind. Where cases tell roles, a name in the nominative is the relative's own
    ("дочь президента Иванка").
    """
    for hit in line.hits.get("class", ()):
        if hit.payload.item != "relative":
            continue
        mention = line.mention_at(hit.first if cased else hit.last + 1)
        if mention is None or mention.kind != "person":
            continue
        if _owner_inside(line, mention, hit.last + 1) if cased else mention.first == hit.last + 1:
            mention.parties, mention.kind, mention.place = (), "source", None


def _owner_inside(line: Line, mention: Mention, at: int) -> bool:
    """Whether only the owner's name or office, in the genitive, follows the word of kinship in its phrase."""
    if at > mention.last:
        return False
    inside = range(at, mention.last + 1)
    named = {word for start in inside for word in line.citations.get(start, ())}
    if any(line.tokens[token].norm in named for token in inside):
        return False
    titles = [hit for hit in line.at[at] if hit.payload.kind == "title"]
    genitive = bool(titles) and all("genitive" in hit.tags and "nominative" not in hit.tags for hit in titles)
    return genitive or at in line.citations
