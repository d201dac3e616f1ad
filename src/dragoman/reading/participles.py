"""Participles that stand before their noun, with all that belongs to them, where cases tell what agrees.

"с прибывшим в Астану главой МИД", "задержанный в Варшаве активист": the noun is who does, or undergoes, the act,
and a preposition before the participle governs the noun.
"""

from __future__ import annotations

from ..packs.schema import Tag
from .language import Language
from .line import Line, Mention, Predicate

__all__ = ["cases_of_form", "described", "own_phrases", "unknown_noun"]

_REACH = 9
"""Tokens from a participle to its noun."""
_CASES: frozenset[Tag] = frozenset(
    ("nominative", "accusative", "genitive", "dative", "locative", "instrumental", "ablative")
)
_BARE: frozenset[Tag] = frozenset(("nominative", "accusative"))


def cases_of_form(norm: str, language: Language) -> frozenset[Tag]:
    """Return the cases that the ending of a noun or an adjective may show."""
    found: frozenset[Tag] = frozenset()
    for analysis in language.inflection.noun(norm):
        if analysis.stem != norm or analysis.tags:
            found |= (analysis.tags & _CASES) or _BARE
        else:
            found |= _BARE
    return found


def described(line: Line, at: int, language: Language) -> Mention | None:
    """Return the noun phrase that the participle at a token stands before, or none."""
    cases = cases_of_form(line.tokens[at].norm, language)
    unknown = unknown_noun(line, at, language)
    for mention in line.mentions:
        if mention.first <= at:
            continue
        if unknown is not None and unknown < mention.first:
            return None
        if mention.first - at > _REACH or any(
            line.tokens[between].text in ",;:()—–" for between in range(at + 1, mention.first)
        ):
            return None
        governed = mention.marker is not None and mention.marker[0] > at
        own = any(hit.last == mention.first - 1 for hit in line.hits.get("marker", ()) if hit.first > at)
        agrees = bool(mention.cases & cases) and (mention.human or mention.kind == "source")
        if agrees and not governed and not own and not (mention.kind == "demonym" or mention.modifier):
            return mention
    return None


def unknown_noun(line: Line, at: int, language: Language) -> int | None:
    """Return the token of a noun that no list has and that the participle at a token describes, or none.

    "прозвучавшие в Москве [обвинения]": it agrees, and no preposition and no mention stands right before it.
    """
    cases = cases_of_form(line.tokens[at].norm, language)
    markers = {hit.last for hit in line.hits.get("marker", ())}
    objects = {
        at for hit in line.at[at] if hit.payload.kind == "verb" and "passive" not in hit.tags
        for at in range(hit.head + 1, hit.last + 1)
    }  # fmt: skip
    governed = False
    for behind in range(at + 1, min(len(line.tokens), at + 1 + _REACH)):
        token = line.tokens[behind]
        if not token.norm[0].isalnum():
            return None
        if line.mention_at(behind) is not None or behind in objects:
            governed = False
            continue
        if behind in markers:
            governed = True
            continue
        tags = language.verbal_tags(token.norm)
        if tags is not None and not any(h.payload.kind == "noun" for h in line.at[behind]):
            return None
        if token.norm in language.transparent or token.norm.endswith(language.text.adjective_endings):
            continue
        if governed:
            governed = False
        elif cases & cases_of_form(token.norm, language):
            return behind
    return None


def own_phrases(line: Line, predicate: Predicate, noun: int) -> list[Mention]:
    """Return the phrases between a participle and its noun's first token, which belong to the participle alone."""
    return [m for m in line.mentions if predicate.head < m.first < noun]
