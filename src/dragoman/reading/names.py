"""The names stage: people, bodies, places, weapons, treaties and named events, as they stand in a text.

A name ends before its last word's ending (পুতিন of পুতিনের): the ending tells its role and is for others to
read; `whole_words` gives names with their endings. `how` says by which step the entity was found:

    alias            the knowledge base lists it, and nothing else fits here
    metonym          a capital or palace that stands for its government; the place is a candidate
    title and name   the title beside it tells bearers of one name apart
    named in full    the text names one bearer in full
    best known       one bearer of a family name stands far above the others
    family name      several people bear it: no entity, but candidates
    body of a state  a body and the state that makes it a name, joined when names are given back
    capitals, title, word of a body, word of a place, given name
                     no list has it: found by how the text is built, entity `new:` and a key of its sound
    tagger           likewise, proposed by a model learned from annotated sentences
    sound            a full name that no list has so, and that sounds like that of one listed person alone; a town
                     that sounds like one of a country that the text speaks of
    short form       one word of such a name, alone
    surname and office   a family name of one syllable with a title, which one person alone holds on the day
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from ..knowledge import Knowledge
from ..records import Name, NameType
from .language import Language
from .line import Line
from .names_apposed import whole_people
from .names_context import Context
from .names_found import DemonymHit, NamesFound, Span
from .names_match import listed_spans
from .names_resolve import Resolver
from .names_short import link_acronyms, link_short_forms, repeated_spans
from .names_sounds import link_holders, link_sounding, unlink_strangers
from .names_surnames import surname_spans
from .names_tagger import Tagger, listed_features, proposed_spans, tagger_for
from .names_towns import town_spans
from .names_unlisted import unlisted_spans
from .names_worded import worded_spans

_GROUND = frozenset(("GPE", "LOC", "FAC"))
_STATE = 3
"""Letters of a state's id."""
_NAMED_FOR = 2
"""Words that a body's name has at the least, of which the first is a town's."""
__all__ = ["DemonymHit", "NamesFound", "find_names", "whole_words"]


def find_names(
    lines: Sequence[Line], language: Language, knowledge: Knowledge, published: str | None
) -> NamesFound:
    """Find the names of a text, given as its sentences with their tokens and lexicon hits.

    `published` (ISO date or date-time, or None) decides who holds an office. Names come back by start and
    never overlap; demonyms ("Russian") come apart, since they name nobody by themselves.
    """
    context, day = Context(lines, language, knowledge), published[:10] if published else None
    spans = listed_spans(lines, language, knowledge)
    if language.leading_markers and language.pack.names is not None:
        whole_people(spans, context, frozenset(language.pack.names.given_names))
    resolver = Resolver(spans, context, knowledge, day)
    tagger = None if language.text.capitals else tagger_for(knowledge, language.code)
    if tagger is not None:
        context.proposals = _proposals(spans, lines, tagger)
    unlisted = unlisted_spans(spans, context)
    link_sounding(unlisted, knowledge)
    resolver.told(unlisted)
    resolver.run()
    unlink_strangers(unlisted, resolver.countries, context)
    told = [one for one, _ in resolver.countries.most_common()]
    link_holders(unlisted, context, knowledge, told, day)
    towns = town_spans([*spans, *unlisted], resolver.demonyms, context, told)
    everything = sorted([*spans, *unlisted, *towns], key=lambda span: (span.line, span.first, -span.last))
    link_acronyms(everything, context)
    link_short_forms(everything, context)
    more = [*repeated_spans(everything, context), *surname_spans(everything, context, knowledge, day)]
    more += worded_spans([*everything, *more], context, knowledge, day)
    if more:
        everything = sorted([*everything, *more], key=lambda span: (span.line, span.first, -span.last))
    if language.text.agglutinative:
        _lie_in(everything, context)
    elif not language.text.capitals:
        _of_their_town(everything, context)
    citations = _citations([*everything, *resolver.demonyms], lines) if language.text.cases else {}
    return NamesFound(_names(everything, lines), _demonyms(resolver.demonyms, lines), citations)


def _lie_in(spans: Sequence[Span], context: Context) -> None:
    """Give an unlisted place the country of the listed one that it begins with, or that stands bare before it."""
    knowledge, code = context.knowledge, context.language.code
    placed = [span for span in spans if span.type in _GROUND]
    for at, span in enumerate(placed):
        if span.country is not None or not (span.entity or "new:").startswith("new:"):
            continue
        first = span.words[0] if len(span.words) > 1 else ""
        hit = next((hit for hit in knowledge.lookup(code, first) if hit.type == "GPE"), None) if first else None
        inside = knowledge.entity(hit.entity) if hit is not None else None
        before = placed[at - 1] if at else None
        beside = before is not None and (before.line, before.last) == (span.line, span.first - 1)
        if inside is not None:
            span.country = inside.country or (
                hit.entity if hit is not None and len(hit.entity) == _STATE else None
            )
        elif before is not None and beside and not before.suffix and before.type == "GPE":
            span.country = before.country
    public = context.language.pack.names.public_endings if context.language.pack.names is not None else ()
    for before, span in pairwise(spans) if public else ():
        beside = (before.line, before.last) == (span.line, span.first - 1) and not before.suffix
        unlisted = span.type == "ORG" and span.country is None and (span.entity or "new:").startswith("new:")
        if beside and unlisted and before.type == "GPE" and span.words and span.words[-1].endswith(public):
            span.country = before.country  # "Buk-han joguk-pyeonghwa-tongil-wiwonhoe"


def _of_their_town(spans: Sequence[Span], context: Context) -> None:
    """Give an unlisted body the country of the town that its name begins with: "ढाका विश्वविद्यालय"."""
    knowledge, code = context.knowledge, context.language.code
    for span in spans:
        unlisted = span.country is None and (span.entity or "new:").startswith("new:")
        if span.type != "ORG" or not unlisted or len(span.words) < _NAMED_FOR:
            continue
        hit = next((hit for hit in knowledge.lookup(code, span.words[0]) if hit.type == "GPE"), None)
        town = knowledge.entity(hit.entity) if hit is not None and hit.kind != "demonym" else None
        if town is not None:
            span.country = town.country or (town.id if len(town.id) == _STATE else None)


def _citations(spans: Sequence[Span], lines: Sequence[Line]) -> dict[int, frozenset[str]]:
    """Return the words of names in the nominative, by the offset at which a name begins."""
    return {
        lines[span.line].tokens[span.first].start: frozenset(re.split(r"[\s-]+", " ".join(span.words)))
        for span in spans
        if span.words
    }


def _proposals(
    spans: Sequence[Span], lines: Sequence[Line], tagger: Tagger
) -> dict[int, list[tuple[Span, NameType, int]]]:
    by_line: dict[int, list[Span]] = {}
    for span in spans:
        by_line.setdefault(span.line, []).append(span)
    proposals = {}
    for number, line in enumerate(lines):
        listed = listed_features(by_line.get(number, ()), len(line.tokens))
        proposals[number] = proposed_spans(number, [token.text for token in line.tokens], listed, tagger)
    return proposals


def whole_words(names: Sequence[Name], lines: Sequence[Line]) -> tuple[Name, ...]:
    """Return the names of these lines with their last words' endings (পুতিনের), as texts are annotated."""
    widened = []
    for line in lines:
        for name in names:
            if line.start <= name.start < line.end:
                last = line.tokens[line.token_at(name.end - 1)]
                changed = {"end": last.end, "text": line.text[name.start : last.end]}
                widened.append(msgspec.structs.replace(name, **changed))
    return tuple(widened)


def _names(spans: Sequence[Span], lines: Sequence[Line]) -> tuple[Name, ...]:
    names: list[Name] = []
    for span in spans:
        if span.type is None:
            continue
        line = lines[span.line]
        start = line.tokens[span.first].start
        end = line.tokens[span.last].end if span.stem_end is None else span.stem_end
        if names and names[-1].end > start:
            continue
        names.append(
            Name(
                start=start,
                end=end,
                text=line.text[start:end],
                type=span.type,
                entity=span.entity,
                name=span.name,
                country=span.country,
                how=span.how,
                candidates=span.candidates,
            )
        )
    return tuple(names)


def _demonyms(spans: Sequence[Span], lines: Sequence[Line]) -> tuple[DemonymHit, ...]:
    found = []
    for span in sorted(spans, key=lambda span: (span.line, span.first)):
        line = lines[span.line]
        start = line.tokens[span.first].start
        end = line.tokens[span.last].end if span.stem_end is None else span.stem_end
        countries = list(dict.fromkeys(hit.entity for hit in span.hits))
        found.append(
            DemonymHit(
                span.line,
                span.first,
                span.last,
                start,
                end,
                line.text[start:end],
                countries[0],
                tuple(countries[1:]),
            )
        )
    return tuple(found)
