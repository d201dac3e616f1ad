"""Short forms: one word of a full name, or a body's acronym in brackets, means whom the long form means."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .line import Line
from .names_context import Context
from .names_found import Span
from .names_match import is_ending, name_endings, stem_end

__all__ = ["link_acronyms", "link_short_forms", "repeated_spans"]

_ALIKE = 3
"""Letters by which words are looked up: all of them have as many."""
_KIN_REACH = 14
"""Tokens from somebody's name to that of the kinsman whom words beside it say he is of."""
_LEAST_REPEATED = 2
"""Letters that a word needs more than, to be looked for as somebody's short name."""
_FAMILY_FIRST = frozenset(("CHN", "HKG", "KOR", "PRK", "TWN"))
"""Countries whose people have their family name first, also where names are written given name first: Wang Yi."""
_BEFORE_NAMES = frozenset(("marker", "subordinator", "coordinator", "contrast", "title", "honorific", "reporting"))
"""Kinds of words behind which a short name may stand, where no capital shows it: not "सप्लाई चेन"."""


def link_acronyms(spans: Sequence[Span], context: Context) -> None:
    """Let an unlisted name in brackets right after a body's or weapon's name mean the same: its acronym."""
    for before, span in pairwise(span for span in spans if span.type is not None):
        bracketed = (
            context.word(span.line, span.first - 1) == "(" and context.word(span.line, span.last + 1) == ")"
        )
        beside = before.line == span.line and before.last == span.first - 2
        if bracketed and beside and before.type in ("ORG", "WEA") and (span.entity or "").startswith("new:"):
            span.settle(before.type, before.entity, before.name, before.country, "short form")


def repeated_spans(spans: Sequence[Span], context: Context) -> list[Span]:
    """Return where one word of a person's full name stands alone and was not taken for anything.

    Of a listed person it is the last word, and none that means something else: a list has the short forms by which
    people are best known, and the many others are common words as often as names.
    """
    words: dict[str, Span] = {}
    shared: dict[str, list[Span]] = {}
    for span in spans:
        if span.type == "PER" and len(span.words) > 1:
            for word in _short_words(span, context):
                if len(word) > _LEAST_REPEATED:
                    words[word] = span
                    shared.setdefault(word, []).append(span)
    shared = {word: bearers for word, bearers in shared.items() if len({one.entity for one in bearers}) > 1}
    families = _family_words(spans, context)
    words = {**families, **words}
    if not words:
        return []
    taken = {(span.line, t) for span in spans if span.type for t in range(span.first, span.last + 1)}
    endings, cased = name_endings(context.language), context.language.text.capitals
    inflection = context.language.inflection
    replaces = inflection.replaces
    alike: dict[str, list[str]] = {}
    for word in words:
        alike.setdefault(word[:_ALIKE], []).append(word)
    found = []
    for number, line in enumerate(context.lines):
        for at, token in enumerate(line.tokens):
            if (number, at) in taken or (cased and not token.text[0].isupper()):
                continue
            if replaces:
                word = next((form for form in inflection.citations(token.norm) if form in words), "")
            else:
                norm = token.norm
                fitting = alike.get(norm[:_ALIKE])
                if fitting is None:
                    continue
                word = next((w for w in fitting if norm.startswith(w) and is_ending(norm[len(w) :], endings)), "")
            listed = word and not (words[word].entity or "").startswith("new:")
            if listed and any(hit.payload.kind not in ("context", "class") for hit in line.at[at]):
                continue
            if word in families and not cased and not _opens_phrase(line, at, (number, at - 1) in taken):
                continue
            if word in families and not cased and len(word) <= _LEAST_REPEATED and not _governed(line, at):
                continue
            if word and (replaces or not (cased and token.norm != word)):
                whole = words[word]
                if word in shared:
                    told = _told_of(shared[word], number, at, context)
                    if told is None:
                        continue  # two of one family: nothing says which
                    whole = told
                end = None if replaces else stem_end(token, word)
                span = Span(number, at, at, alias=word, stem_end=end, words=(word,))
                span.settle("PER", whole.entity, whole.name, whole.country, "short form")
                found.append(span)
    return found


def _kin_of(one: Span, other: Span, context: Context) -> bool:
    """Whether words between two names of a line say that their bearers are kin: "Jo Roe, a son of Al Roe"."""
    if one.line != other.line or one.entity == other.entity or not one.last < other.first <= one.last + _KIN_REACH:
        return False
    return any(
        hit.payload.item == "kin" and one.last < hit.first < other.first
        for hit in context.lines[one.line].hits.get("class", ())
    )


def _told_of(bearers: Sequence[Span], line: int, at: int, context: Context) -> Span | None:
    """Return whom a family name means that kinsfolk bear: who was last introduced as the kin of another.

    Nobody where another bearer, told without a word for kin before his name, was named in full since.
    """
    before = [one for one in bearers if (one.line, one.first) < (line, at)]
    chosen: Span | None = None
    for one, other in pairwise([*before, None]):
        assert one is not None
        if other is not None and _kin_of(one, other, context):
            chosen = one
        elif chosen is not None and one.entity != chosen.entity and not _behind_kin(one, context):
            chosen = None
    return chosen


def _behind_kin(span: Span, context: Context) -> bool:
    """Whether a word for kin stands before a name: "his mother, Ann Roe", "son of the former mayor Al Roe"."""
    return any(
        hit.payload.item == "kin" and hit.first < span.first <= hit.first + _KIN_REACH
        for hit in context.lines[span.line].hits.get("class", ())
    )


def _family(span: Span, context: Context) -> str:
    """Return the family name that a whole name written as one word begins with, or nothing."""
    names = context.language.pack.names
    families = names.family_names + names.rare_family_names if names is not None else ()
    fitting = (one for one in families if span.alias.startswith(one) and len(span.alias) == len(one) + 2)
    return max(fitting, key=len, default="")


def _short_words(span: Span, context: Context) -> tuple[str, ...]:
    if (span.entity or "").startswith("new:"):
        return span.words[0], span.words[-1]
    last = _without_article(span.words[-1], context)
    given_first = context.language.pack.names is None or context.language.pack.names.given_first
    return (last,) if given_first and last not in context.language.not_names else ()


def _without_article(word: str, context: Context) -> str:
    """Return a family name as it stands alone: "Moualem" of "al-Moualem"."""
    article, hyphen, rest = word.partition("-")
    names = context.language.pack.names
    article_of_name = names is not None and bool(hyphen) and article in names.connectors
    return rest if article_of_name and len(rest) > _LEAST_REPEATED else word


def _family_words(spans: Sequence[Span], context: Context) -> dict[str, Span]:
    """Return the family names that stand first in the names of listed people, each of one of them alone."""
    text = context.language.text
    names = context.language.pack.names
    if names is not None and not names.given_first:
        return {}
    found: dict[str, Span] = {}
    several: set[str] = set()
    for span in spans:
        listed = span.type == "PER" and len(span.words) > 1 and (span.entity or "").startswith("per:")
        word = span.words[0] if span.words else ""
        if not listed or span.country not in _FAMILY_FIRST or len(word) < _LEAST_REPEATED:
            continue
        if word in context.language.not_names or word in text.identify:
            continue
        if found.setdefault(word, span).entity != span.entity:
            several.add(word)
    return {word: span for word, span in found.items() if word not in several}


def _opens_phrase(line: Line, at: int, named: bool) -> bool:
    """Whether nothing that could belong to a word stands right before it: a mark, a name or a word of grammar."""
    if at == 0 or named or not line.tokens[at - 1].norm[0].isalnum():
        return True
    return any(hit.payload.kind in _BEFORE_NAMES for hit in line.at[at - 1])


def _governed(line: Line, at: int) -> bool:
    """Whether an adposition or a verb of saying stands right behind a word, as behind short names: "री ने"."""
    behind = line.at[at + 1] if at + 1 < len(line.at) else []
    return any(hit.payload.kind in ("marker", "reporting") for hit in behind)


def link_short_forms(spans: Sequence[Span], context: Context) -> None:
    """Let one word of a full name, standing alone, mean the person whom the text names in full with it, if
    there is only one. It must be an unlisted or doubtful name, or stand beside a title or honorific."""
    full: dict[str, dict[str | None, Span]] = {}
    for span in spans:
        if span.type == "PER" and len(span.words) > 1:
            for word in (span.words[0], span.words[-1]):
                full.setdefault(word, {}).setdefault(span.entity, span)
        elif span.type == "PER" and (family := _family(span, context)):
            full.setdefault(family, {}).setdefault(span.entity, span)
    inflection = context.language.inflection
    for span in spans:
        wholes = full.get(span.words[0], {}) if len(span.words) == 1 else {}
        if not wholes and inflection.replaces and len(span.words) == 1:
            cited = (form for form in inflection.citations(span.words[0]) if form in full)
            wholes = full.get(next(cited, ""), {})
        if len(wholes) != 1 or span.type not in (None, "PER"):
            continue
        whole = next(iter(wholes.values()))
        unlisted = (whole.entity or "").startswith("new:")
        if span.how == "best known" and unlisted and span.words[0] != whole.words[-1]:
            continue  # "Trump" beside a "Trump Tower" that no list has
        listed = (span.entity or "").startswith("per:") and span.how != "best known"
        if not listed and (span.type is not None or context.personal(span)):
            span.settle("PER", whole.entity, whole.name, whole.country, "short form")
            span.candidates = ()
