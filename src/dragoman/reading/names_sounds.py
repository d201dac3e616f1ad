"""Finds listed people whose names the text spells as no table does: by how their full names sound.

Transliterations differ from paper to paper, and no list has them all. The sound key of two to four words that
nobody knows must be that of one listed person's full name alone, and the two must sound alike with their vowels
too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from ..knowledge import Knowledge
from ..knowledge.sound import sound_distance, sound_key
from .names_context import Context
from .names_finder import Finder, settle_unlisted
from .names_found import Span
from .names_match import is_ending, stem_end

__all__ = ["link_holders", "link_sounding", "sounding_spans", "unlink_strangers", "word_stems"]

_ALIKE = 0.2
"""Distance of sounds up to which two spellings are of one name; 0.146 brings seventy in a hundred pairs together,
and the keys of both are the same besides."""
_SURELY = 0.12
"""Distance up to which they are, whatever the text speaks of."""
_HELD = 0.25
"""The same for a family name behind the title of an office that its bearer holds."""
_LONGEST, _SHORTEST = 4, 2
_LONGEST_ENDING = 7
"""Letters of all endings of one name."""
_HYPHENS = {"-", "‑"}


def link_sounding(spans: Iterable[Span], knowledge: Knowledge) -> None:
    """Let unlisted people of two words or more be the listed person whose name sounds the same."""
    for span in spans:
        if span.type != "PER" or len(span.words) < 2 or not (span.entity or "").startswith("new:"):
            continue
        person = knowledge.sounding((span.entity or "")[len("new:") :])
        if person is not None and sound_distance(span.alias, person.name) <= _ALIKE:
            span.settle("PER", person.id, person.name, person.country, "sound")


def unlink_strangers(spans: Iterable[Span], countries: Mapping[str, int], context: Context) -> None:
    """Let people whose names sound but roughly like a listed person's be unlisted, where nothing else in the text
    speaks of that person's country. `countries` count those that the text speaks of, these people among them.
    """
    sounding = [span for span in spans if span.how == "sound" and span.type == "PER" and span.country]
    for span in sounding:
        line = context.lines[span.line]
        start, end = line.tokens[span.first].start, line.tokens[span.last].end
        written = line.text[start : span.stem_end or end]
        alike = sum(1 for one in sounding if one.country == span.country)
        if countries.get(span.country or "", 0) > alike or sound_distance(written, span.name or "") <= _SURELY:
            continue
        settle_unlisted(span, "PER", line.words(span.first, span.last), None, "unlisted")


def link_holders(
    spans: Iterable[Span], context: Context, knowledge: Knowledge, countries: Sequence[str], day: str | None
) -> None:
    """Let one unlisted word behind a title be who holds that office, if his family name sounds so.

    `countries` are those that the text speaks of, most often first; scripts without capitals alone.
    """
    if context.language.text.capitals or day is None:
        return
    for span in spans:
        if span.type != "PER" or len(span.words) != 1 or not (span.entity or "").startswith("new:"):
            continue
        hit = context.ending(span.line, span.first - 1, "title")
        office = getattr(hit.payload.item, "office", None) if hit is not None else None
        if office is None:
            continue
        holders = {one.id: one for state in countries if state for one in knowledge.holder(office, state, day)}
        fitting = [
            one
            for one in holders.values()
            if _key(one.name.split()[-1]) == _key(span.alias)
            and sound_distance(span.alias, one.name.split()[-1]) <= _HELD
        ]
        if len(fitting) == 1:
            span.settle("PER", fitting[0].id, fitting[0].name, fitting[0].country, "sound")


def sounding_spans(number: int, finder: Finder) -> Iterator[Span]:
    """Yield the listed people of a line whose names are written as no table has them."""
    tokens = finder.context.lines[number].tokens
    at = 0
    while at < len(tokens):
        span = _sounding_at(number, at, finder)
        at = at + 1 if span is None else span.last + 1
        if span is not None:
            yield span


def _sounding_at(number: int, at: int, finder: Finder) -> Span | None:
    context, knowledge = finder.context, finder.context.knowledge
    line = context.lines[number]
    key, last, words = _opening(knowledge, line.tokens[at].norm), at, 1
    if not key or not _may_belong(number, at, finder):
        return None
    found = None
    while words < _LONGEST and key and knowledge.sounds_on(key + "-"):
        last += 2 if context.word(number, last + 1) in _HYPHENS else 1
        if not context.is_word(number, last) or not _may_belong(number, last, finder):
            break
        words += 1
        norm = line.tokens[last].norm
        if not knowledge.sounds_on(f"{key}-{_key(norm)[:2]}"):
            break
        before = line.text[line.tokens[at].start : line.tokens[last].start]
        named = [
            (sound_distance(before + stem, person.name), len(stem), stem, person)
            for stem in word_stems(norm, finder.endings)
            if (person := knowledge.sounding(f"{key}-{_key(stem)}")) is not None
        ]
        if named and (best := min(named, key=lambda one: one[:2]))[0] <= _ALIKE:
            found = (last, *best[2:])
        key = f"{key}-{_key(norm)}"
    if found is None:
        return None
    last, stem, person = found
    span = finder.settle_words(number, at, last, "PER", "sound")
    token = line.tokens[last]
    span.stem_end = stem_end(token, stem) if stem != token.norm else None
    span.words = (*span.words[:-1], stem)
    span.alias = " ".join(span.words)
    span.settle("PER", person.id, person.name, person.country, "sound")
    return span


def _may_belong(number: int, token: int, finder: Finder) -> bool:
    """Whether a token may belong to a name that no list has as it is written."""
    taken = finder.taken.get((number, token))
    if taken is not None:
        return finder.soft(taken)
    return not finder.context.known(number, token) and finder.context.is_word(number, token)


@lru_cache(maxsize=50_000)
def word_stems(word: str, endings: frozenset[str]) -> tuple[str, ...]:
    """Return a word, and what it is without endings, longest first; remembered."""
    cuts = range(len(word) - 1, max(1, len(word) - _LONGEST_ENDING), -1)
    return word, *(word[:cut] for cut in cuts if is_ending(word[cut:], endings))


@lru_cache(maxsize=50_000)
def _opening(knowledge: Knowledge, word: str) -> str:
    """Return the key of a word that full names of listed people may begin with, by sound, else nothing."""
    key = _key(word) if len(word) > _SHORTEST else ""
    return key if key and knowledge.sounds_on(key + "-") else ""


@lru_cache(maxsize=50_000)
def _key(word: str) -> str:
    return sound_key(word)
