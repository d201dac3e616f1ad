"""Whether a word agrees with a verb in number and gender, as far as its form tells."""

from __future__ import annotations

from .cases import adjectival
from .language import Language
from .line import Line, Mention, Predicate

__all__ = ["agrees", "excluded"]


def agrees(mention: Mention, predicate: Predicate, line: Line, language: Language) -> bool:
    """Whether number agrees, as far as the form tells: one person or state by name does nothing in the plural."""
    if not predicate.tags & {"past", "present", "future"}:
        return True
    behind = line.at[mention.last + 1] if mention.last + 1 < len(line.at) else []
    if "plural" in predicate.tags and any(hit.payload.kind == "coordinator" for hit in behind):
        return True  # "Япония и еще десять стран"
    if "plural" in predicate.tags and mention.kind in ("vehicle", "body") and _one_thing(mention, line, language):
        return False
    if mention.kind in ("state", "body") and len(mention.parties) == 1 and "plural" not in predicate.tags:
        return not _of_other_gender(mention, predicate, line, language)
    if "plural" not in predicate.tags:
        if (
            mention.kind == "vehicle"
            and "plural" in mention.tags
            and _of_other_gender(mention, predicate, line, language)
        ):
            return False  # "десятки ракет выпустила армия"
        return len(mention.parties) < 2 or "past" not in predicate.tags
    if len(mention.parties) > 1 or mention.kind not in ("person", "state", "place") or "plural" in mention.tags:
        return True
    if mention.parties and mention.parties[0].how == "officials without names":
        return True
    name = mention.parties[0].text if mention.parties else ""
    pronoun = bool(mention.parties) and mention.parties[0].how == "pronoun"
    return name.isupper() or (mention.kind == "person" and pronoun)


def _one_thing(mention: Mention, line: Line, language: Language) -> bool:
    """Whether a noun ends as those of one thing do, and does nothing in the plural: "танкер захватили военные"."""
    words = line.tokens[mention.first : mention.last + 1]
    head = next((w for w in words if w.text.isalpha() and not adjectival(w.norm, language)), None)
    if head is None or head.text.isupper() or len(mention.parties) > 1:
        return False
    if "plural" in mention.tags and (head is words[-1] or mention.kind == "vehicle"):
        return False  # an owner behind the head says nothing of it: "консульство Филиппин"
    return head.norm.endswith(language.text.one_thing)


def _of_other_gender(mention: Mention, predicate: Predicate, line: Line, language: Language) -> bool:
    """Whether a noun has an ending that the past form of its verb excludes; acronyms tell nothing."""
    verb = line.tokens[predicate.head].norm
    excluded = next((ends for form, ends in language.text.disagreement.items() if verb.endswith(form)), ())
    words = line.tokens[mention.first : mention.last + 1]
    if mention.first and line.tokens[mention.first - 1].text in '«“„"':
        return False  # a name in marks: the word before it agrees
    head = next((w for w in words if w.text.isalpha() and not adjectival(w.norm, language)), None)
    fixed = head is not None and head.norm.endswith(language.text.indeclinable)
    told = head is not None and not head.text.isupper() and not fixed
    return (
        bool(excluded) and "past" in predicate.tags and told and head is not None and head.norm.endswith(excluded)
    )


def excluded(line: Line, at: int, predicate: Predicate, language: Language) -> bool:
    """Whether a noun's ending differs in number or gender from the verb's: "[удар] осудила Аргентина"."""
    word, verb = line.tokens[at].norm, line.tokens[predicate.head].norm
    if line.tokens[at].text.isupper() or not predicate.tags & {"past", "present", "future"}:
        return False
    if "plural" in predicate.tags:
        listed = any(hit.payload.kind == "coordinator" for hit in (*line.at[at + 1], *line.at[max(0, at - 1)]))
        return word.endswith(language.text.one_thing) and not listed
    if "past" not in predicate.tags or word.endswith(language.text.indeclinable):
        return False
    ends = next((ends for form, ends in language.text.disagreement.items() if verb.endswith(form)), ())
    return bool(ends) and word.endswith(tuple(ends))
