"""Reads one article: the stages in order, each a plain function over what the ones before it found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from ..knowledge import Knowledge
from ..records import Anomaly, Article, Name, Quotation, Reading, Sentence, Time
from .attribution import find_regions, settle_speakers
from .beside_names import seat_bodies, settle_launched, settle_named_nations, settle_neighbours
from .bracketed import with_bracketed
from .cancelled import with_cancelled
from .cases import mark_cases
from .chains import chain_clauses
from .clauses import segment
from .confidence import load_weights
from .denials import denied_drafts
from .discourse import Discourse
from .drafts import Draft
from .events import find_drafts, speaker_of
from .groups import settle_groups
from .homographs import settle
from .identify import identify
from .involvement import involved_drafts
from .kin import settle_kin
from .language import EntryHit, Language
from .layout import find_dropped, find_quotes, find_sentences, one_a_line
from .line import Line, Mention
from .lists import join_mentions
from .mentions import find_mentions
from .names import find_names
from .names_given import given_names
from .noun_phrases import Reader
from .own_words import settle_objects, settle_own_words
from .particles import join_glued
from .passed_over import passed_over
from .phrases import mark_roles
from .predicates import find_predicates
from .reports import dated_ahead, make_reports
from .setting import country_of_text, names_home, setting_of
from .subjects import attach
from .time import find_published, find_times, published_in_url
from .tokens import tokenize
from .wordclass import settle_forms

_COMMENTS = frozenset(("ACCUSE", "REQUEST", "REJECT"))
"""Types of what third parties say to those whom a text is about."""
_LEAST_QUOTE = 8
"""Code points of a quotation at the least: a shorter one is a word in quotation marks."""
__all__ = ["Parsed", "parse", "read"]


@dataclass(slots=True)
class Parsed:
    """A reading together with the workspaces it was made from, for `--explain`."""

    reading: Reading
    lines: list[Line] = field(default_factory=list)
    drafts: list[list[Draft]] = field(default_factory=list)


def read(article: Article, languages: Mapping[str, Language], knowledge: Knowledge, version: str) -> Reading:
    """Return the reading of an article: the same article, packs and knowledge give the same reading anywhere."""
    return parse(article, languages, knowledge, version).reading


def parse(article: Article, languages: Mapping[str, Language], knowledge: Knowledge, version: str) -> Parsed:
    """Read an article and keep the workspaces."""
    found = identify(article.text, languages, article.language)
    language = languages.get(found.language or "")
    published, published_how = article.published, article.published_how
    if published is None and language is not None and language.times is not None:
        dated = find_published(article.text, [language.times])
        if dated is not None:
            published, published_how = str(dated[0]), dated[1]
    if published is None and article.url and (day := published_in_url(article.url)) is not None:
        published, published_how = day, "url"
    base = {
        "reader": version, "language": found.language, "script": found.script, "title": article.title,
        "published": published, "published_how": published_how, "outlet": article.outlet, "text": article.text,
    }  # fmt: skip
    if language is None:
        return Parsed(Reading(**base, dropped=article.dropped))  # type: ignore[arg-type]
    dropped = tuple(
        sorted({*article.dropped, *find_dropped(article.text, language.clutter)}, key=lambda d: d.start)
    )
    sentences = find_sentences(article.text, language.text, dropped)
    times, anomalies = _times(article.text, sentences, language, published)
    if language.pack.names is None:  # who is meant is not known, so neither is what they did
        quotations = tuple(
            Quotation(start=a, end=b) for a, b in find_quotes(article.text, language.text) if b - a >= _LEAST_QUOTE
        )
        return Parsed(
            Reading(
                **base, sentences=sentences, times=times, quotations=quotations,  # type: ignore[arg-type]
                dropped=dropped, warnings=anomalies,
            )
        )  # fmt: skip
    begins = [time.start for time in times]
    lines = [
        _line(
            article.text,
            number,
            s,
            list(times[bisect_left(begins, s.start) : bisect_left(begins, s.end)]),
            language,
        )
        for number, s in enumerate(sentences)
    ]
    names = find_names(lines, language, knowledge, published)
    quotes = find_quotes(article.text, language.text)
    reader = Reader(language, knowledge, published)
    for line in lines if names.citations else ():
        line.citations = {
            at: names.citations[token.start]
            for at, token in enumerate(line.tokens)
            if token.start in names.citations
        }
    drafts = _understand(lines, names.names, [(d.start, d.end, d.country) for d in names.demonyms], quotes, reader)
    reports = make_reports(article, lines, drafts, published, load_weights())
    given = given_names(names, lines, language, knowledge)
    anomalies = tuple(sorted((*anomalies, *dated_ahead(reports, published)), key=lambda one: one.start))
    reading = Reading(
        **base, sentences=sentences, times=times, names=given,  # type: ignore[arg-type]
        quotations=_quotations(quotes, lines, given), dropped=dropped, warnings=anomalies,
        reports=reports,
    )  # fmt: skip
    return Parsed(reading, lines, drafts)


def _times(
    text: str, sentences: Sequence[Sentence], language: Language, published: str | None
) -> tuple[tuple[Time, ...], tuple[Anomaly, ...]]:
    if language.times is None:
        return (), ()
    return find_times(text, sentences, language.times, published)


def _line(text: str, number: int, sentence: Sentence, inside: list[Time], language: Language) -> Line:
    tokens = tokenize(text, sentence.start, sentence.end, language.folding)
    shapes = language.lexicon.shapes(tokens)
    hits: dict[str, list[EntryHit]] = {}
    at: list[list[EntryHit]] = [[] for _ in tokens]
    matched = language.lexicon.find(tokens, shapes, passed_over(inside, tokens, language))
    if language.text.agglutinative:
        matched = with_bracketed(matched, tokens, language)
    for hit in settle(matched, tokens, language):
        kind = hit.payload.kind
        if kind in hits:
            hits[kind].append(hit)
        else:
            hits[kind] = [hit]
        at[hit.first].append(hit)
    return Line(number, sentence.start, sentence.end, text, tokens, shapes, hits, at, inside)


def _understand(
    lines: list[Line],
    names: tuple[Name, ...],
    demonyms: list[tuple[int, int, str]],
    quotes: list[tuple[int, int]],
    reader: Reader,
) -> list[list[Draft]]:
    """Take the lines in order: mentions, clauses, attribution, reports; each line remembers those before."""
    discourse = Discourse(reader.knowledge)
    speaker: Mention | None = None
    home = country_of_text(names, demonyms, lines)
    at_home = names_home(names, demonyms, lines, reader.language, home)
    discourse.home_named = at_home
    drafts: list[list[Draft]] = []
    decks = bool(lines) and reader.published is None and not one_a_line(lines[0].text, [x.start for x in lines])
    begins, peopled = [name.start for name in names], [one[0] for one in demonyms]
    for line in lines:
        if not line.tokens:
            drafts.append([])
            continue
        if decks and line.index and "\n" in line.text[lines[line.index - 1].end : line.start]:
            discourse = Discourse(reader.knowledge)
            discourse.home_named = at_home  # an undated page may be one of decks: nothing looks back
        here = list(names[bisect_left(begins, line.start) : bisect_left(begins, line.end)])
        people = demonyms[bisect_left(peopled, line.start) : bisect_left(peopled, line.end)]
        own = _home(reader)
        countries = {*(one.country for one in here if one.type != "FAC"), *(one[2] for one in people)} - {None}
        discourse.home_named = at_home or (bool(own) and countries == {*own})
        if own and "class" in line.hits and (not at_home or countries - {*own}):
            here = [name for name in here if not (name.country in own and _seat_of_any(line, name))]
        if "compound" in line.hits:
            here = [name for name in here if not _in_compound(line, name.start, name.end)]
            people = [one for one in people if not _in_compound(line, one[0], one[1])]
        find_mentions(line, here, people, reader, discourse)
        (mark_cases if reader.language.cased else mark_roles)(line, reader.language)
        (settle_neighbours if reader.language.leading_markers else seat_bodies)(line)
        (join_glued if reader.language.text.agglutinative else join_mentions)(line, reader.language)
        settle_groups(line)
        if "class" in line.hits:
            settle_kin(line, cased=reader.language.cased)
        settle_forms(line, reader.language)
        for mention in line.mentions:
            if mention.human and len(mention.parties) > 1 and not mention.genitive:
                discourse.listed(mention.parties, line.index)
        find_predicates(line, reader.language)
        if reader.language.text.agglutinative:
            chain_clauses(line, reader.language, reader.published)
        else:
            segment(line, reader.language)
            attach(line, reader.language)
        if reader.language.leading_markers:
            settle_launched(line)
            settle_named_nations(line)
        if not reader.language.cased:
            settle_own_words(line)
            settle_objects(line)
        _name_states(line, reader)
        speaker = find_regions(line, reader.language, quotes, speaker)
        settle_speakers(line, reader.language)
        setting = setting_of(line, home)
        found = with_cancelled(line, find_drafts(line, reader, setting, drafts), reader, setting)
        found += denied_drafts(line, found, drafts, reader.language.frames["reject-accusation"])
        frame = reader.language.frames["involved"]
        found += involved_drafts(line, found, frame, verb_final=reader.language.subject_first)
        drafts.append(found)
        for draft in drafts[-1]:
            if len(draft.actors) > 1 and not draft.frame.both and line.formed:
                discourse.joint(draft.actors, line.index)
            if draft.frame.both:
                discourse.met(draft.actors, line.index)
            elif len(draft.actors) == len(draft.recipients) == 1 and draft.frame.type not in _COMMENTS:
                discourse.faced((*draft.actors, *draft.recipients), line.index)
        discourse.subject = speaker_of(line)
    return drafts


def _name_states(line: Line, reader: Reader) -> None:
    """Write out states that a pronoun was settled to mean, which so far have only their code."""
    for mention in line.mentions:
        for party in mention.parties:
            if party.country and party.name == party.country:
                break
        else:
            continue
        mention.parties = tuple(
            msgspec.structs.replace(p, name=reader.knowledge.country_name(p.country))
            if p.country and p.name == p.country
            else p
            for p in mention.parties
        )


def _home(reader: Reader) -> tuple[str, ...]:
    names = reader.language.pack.names
    return names.home if names is not None and names.home_yields else ()


def _seat_of_any(line: Line, name: Name) -> bool:
    """Whether a building bears a name that every state's seat of power has: "the president's palace"."""
    return name.type == "FAC" and any(
        hit.payload.item == "seat" and line.tokens[hit.first].start == name.start for hit in line.hits["class"]
    )


def _in_compound(line: Line, start: int, end: int) -> bool:
    """Whether a short name or nationality is but a part of a longer word ("Ý", Italy, in "Ý chí", will)."""
    return any(
        line.tokens[hit.first].start <= start and end <= line.tokens[hit.last].end and hit.first < hit.last
        for hit in line.hits.get("compound", ())
    )


def _quotations(
    quotes: list[tuple[int, int]], lines: list[Line], names: tuple[Name, ...]
) -> tuple[Quotation, ...]:
    """Return the quotations with the index of the name that speaks, where it has one."""
    found = []
    for start, end in quotes:
        if end - start < _LEAST_QUOTE:
            continue
        found.append(Quotation(start=start, end=end, speaker=_speaker_index(start, end, lines, names)))
    return tuple(found)


def _speaker_index(start: int, end: int, lines: list[Line], names: tuple[Name, ...]) -> int | None:
    for line in lines:
        if not (line.start <= start < line.end):
            continue
        for region in line.regions:
            covers = line.tokens[region.first].start <= start + 1 and end - 1 <= line.tokens[region.last].end
            if region.source is None or not region.links or not (covers or region.kind == "quoted"):
                continue
            link = region.links[0]
            for index, name in enumerate(names):
                if link.start <= name.start < link.end:
                    return index
    return None
