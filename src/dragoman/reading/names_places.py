"""Finds places and buildings that no list has by the word that says what they are: the Kotal forest, sông Belo,
মেরা উপত্যকা, 코탈 숲.

The pack lists such words (`place_heads`), and whether they stand before the name or behind it. Where the script
has no capitals, the word beside one must be listed or look like a name (`names_looks.py`). The head decides what
the name is, whatever the words beside it mean alone: the Jordan river is no state.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..packs.names_schema import PlaceHead
from ..records import NameType
from .language import EntryHit
from .names_finder import Finder, settle_unlisted
from .names_found import Span
from .names_looks import Looks, looks_for
from .names_match import is_ending

__all__ = ["headed_places"]

_LONGEST = 4
"""Words with capitals beside a head at the most."""
_LONGEST_UNCASED = 2
_LIKELY = {"LOC": -5, "FAC": 8}
"""How much each word must look like a name (tenths of the log of the odds), by what the head names."""
_SURE = {"LOC": -5, "FAC": 20}
"""The same for one word alone."""
_MARGIN = 60
"""By how much the tagger must prefer the name of a body to be followed."""
_HYPHENS = {"-", "‑"}


def headed_places(number: int, finder: Finder) -> Iterator[Span]:
    """Yield the places of a line that a head shows."""
    line = finder.context.lines[number]
    hits = [hit for hit in line.hits.get("place-word", ()) if isinstance(hit.payload.item, PlaceHead)]
    if not hits:
        return
    cased = finder.context.language.text.capitals
    looks = None if cased else looks_for(finder.context.knowledge, finder.context.language.code)
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.last)):
        if any(_held(finder.taken.get((number, token))) for token in range(hit.first, hit.last + 1)):
            continue
        if hit.payload.item.before:
            bounds = _after(number, hit, finder) if cased else _uncased_after(number, hit, finder, looks)
        else:
            bounds = _before(number, hit, finder) if cased else _uncased_before(number, hit, finder, looks)
        if bounds is None or _proposed(number, *bounds, hit, finder):
            continue
        if _allowed(number, *bounds, hit.payload.item, finder):
            yield _settled(number, *bounds, hit, finder)


def _held(span: Span | None) -> bool:
    """Whether a word belongs to a name already: of several words, or settled."""
    return span is not None and (span.settled or not span.single)


def _proposed(number: int, first: int, last: int, hit: EntryHit, finder: Finder) -> bool:
    """Whether the tagger sees a longer name of a body there."""
    first, last = min(first, hit.first), max(last, hit.last)
    return any(
        type_ == "ORG" and span.first <= first and span.last >= last and margin >= _MARGIN
        for span, type_, margin in finder.context.proposals.get(number, ())
    )


def _inner(number: int, first: int, last: int, finder: Finder) -> list[Span]:
    """Return the listed names among words, each once."""
    inner = {id(s): s for t in range(first, last + 1) if (s := finder.taken.get((number, t))) is not None}
    return list(inner.values())


def _allowed(number: int, first: int, last: int, head: PlaceHead, finder: Finder) -> bool:
    """Whether what is listed among the words beside a head may be part of its name."""
    for listed in _inner(number, first, last, finder):
        whole = listed.first <= first and listed.last >= last
        if listed.settled or (whole and head.unlisted) or all(hit.type in ("PER", "ORG") for hit in listed.hits):
            return False
        if whole and not head.states and any(len(hit.entity) == 3 for hit in listed.hits):
            return False
    return True


def _outside(number: int, hit: EntryHit, finder: Finder) -> bool:
    """Whether a head before a name stands outside it, in whatever case it is."""
    language, names = finder.context.language, finder.context.language.pack.names
    if hit.payload.item.beside:
        return True
    if not language.inflection.replaces or names is None or hit.first != hit.last:
        return False
    norm = finder.context.lines[number].tokens[hit.first].norm
    outside = frozenset(map(language.folding, names.outside_names))
    return not outside.isdisjoint(language.inflection.citations(norm))


def _settled(number: int, first: int, last: int, hit: EntryHit, finder: Finder) -> Span:
    """Settle a head and the words beside it. A listed name among them that is such a place keeps its entity."""
    head: PlaceHead = hit.payload.item
    taken, line = finder.taken, finder.context.lines[number]
    inner = _inner(number, first, last, finder)
    listed = inner[0] if len(inner) == 1 else None
    if not (head.before and _outside(number, hit, finder)):
        first, last = min(first, hit.first), max(last, hit.last)
    span = finder.span(number, first, last)
    if last == hit.last and not finder.context.language.text.capitals:
        finder.cut(span, hit.payload.item.forms)
    for token in range(span.first, span.last + 1):
        taken[number, token] = span
    same = next((one for one in listed.hits if one.type == head.type), None) if listed is not None else None
    countries = {
        entity.country
        for one in inner
        if one.hits and (entity := finder.context.knowledge.entity(one.hits[0].entity)) is not None
    }
    country = countries.pop() if len(countries) == 1 else None
    for one in inner:
        one.reject()
    written = line.text[line.tokens[span.first].start : span.stem_end or line.tokens[span.last].end]
    settle_unlisted(span, head.type, written, country if head.type == "FAC" else None, "word of a place")
    if same is not None and (entity := finder.context.knowledge.entity(same.entity)) is not None:
        span.settle(head.type, entity.id, entity.name, entity.country, "alias")
    return span


def _capital(number: int, token: int, finder: Finder) -> bool:
    """Whether a word with a capital may belong to a place's name: no title, no time, nobody's adjective."""
    context = finder.context
    if not context.word(number, token)[:1].isupper() or context.dated(number, token):
        return False
    if context.ending(number, token, "title") or context.ending(number, token, "honorific"):
        return False
    span = finder.taken.get((number, token))
    return span is None or (not span.settled and all(hit.kind not in ("demonym", "metonym") for hit in span.hits))


def _after(number: int, hit: EntryHit, finder: Finder) -> tuple[int, int] | None:
    """Return the words with capitals behind a head: Mount Elgon, sông Kaladan."""
    context, first = finder.context, hit.last + 1
    if (
        hit.first == hit.last
        and context.language.text.modifier == "before"
        and not context.language.inflection.replaces
        and not context.word(number, hit.first)[:1].isupper()
    ):
        return None  # "to mount X": where names stand before such words, those before a name are part of it
    last = first - 1
    while last - first < _LONGEST:
        step = last + 1
        while step <= last + 2 and _joins(context.word(number, step), finder):
            step += 1
        if not _capital(number, step, finder) or (step > last + 1 and last < first):
            break
        span = finder.taken.get((number, step))
        if span is not None and last >= first and step == last + 1 and not finder.soft(span):
            break  # somebody else's name: "острова Агалега Индии"
        last = span.last if span is not None and not span.settled else step
    return (first, last) if last >= first else None


def _joins(word: str, finder: Finder) -> bool:
    """Whether a word joins two with capitals: a hyphen, al, de."""
    return word in finder.connectors or word in _HYPHENS


def _before(number: int, hit: EntryHit, finder: Finder) -> tuple[int, int] | None:
    """Return the words with capitals before a head: the Jenin refugee camp."""
    context, last = finder.context, hit.first - 1
    first = last + 1
    connectors = finder.connectors
    while last - first < _LONGEST - 1:
        step = first - 1
        if first <= last and (context.word(number, step) in connectors or context.word(number, step) in _HYPHENS):
            step -= 1
        if not _capital(number, step, finder):
            break
        span = finder.taken.get((number, step))
        first = span.first if span is not None and not span.settled else step
    while first <= last and context.first_word(number, first) and context.known(number, first):
        first += 1
    return (first, last) if first <= last else None


def _uncased_before(number: int, hit: EntryHit, finder: Finder, looks: Looks | None) -> tuple[int, int] | None:
    """Return a listed place, or one or two unknown words that look like names, right before a head."""
    last = hit.first - 1
    listed = finder.taken.get((number, last))
    if listed is not None and listed.last == last and not finder.soft(listed):
        return (listed.first, last) if _gives_name(listed) else None
    first = last
    type_ = hit.payload.item.type
    while last - first < _LONGEST_UNCASED and _may_name(number, first, type_, finder, looks):
        glued = finder.context.language.text.agglutinative
        if (first < last or glued) and _inflected(number, first, finder, looks):
            break
        if first < last and glued:
            break  # names of places are one word there
        first -= 2 if finder.context.word(number, first - 1) in _HYPHENS else 1
    if finder.context.word(number, first) in _HYPHENS:
        first += 1
    return _likely(number, first + 1, last, type_, finder, looks)


def _uncased_after(number: int, hit: EntryHit, finder: Finder, looks: Looks | None) -> tuple[int, int] | None:
    """Return a listed place, or one or two words that look like names, right behind a head: माउंट एल्गन."""
    first = hit.last + 1
    listed = finder.taken.get((number, first))
    if listed is not None and not finder.soft(listed):
        return (first, listed.last) if _gives_name(listed, suffixed=True) else None
    last = first
    type_ = hit.payload.item.type
    while last - first < _LONGEST_UNCASED and _may_name(number, last, type_, finder, looks):
        last += 1
    return _likely(number, first, last - 1, type_, finder, looks)


def _gives_name(listed: Span, suffixed: bool = False) -> bool:
    """Whether a listed name may be the name of a place with a head beside it."""
    return (
        not listed.settled
        and (suffixed or not listed.suffix)
        and any(
            hit.type in ("GPE", "LOC", "FAC") and hit.kind not in ("demonym", "metonym") for hit in listed.hits
        )
    )


def _may_name(number: int, token: int, type_: NameType, finder: Finder, looks: Looks | None) -> bool:
    context = finder.context
    if not context.is_word(number, token) or len(context.word(number, token)) < 2:
        return False
    span = finder.taken.get((number, token))
    if span is not None:
        return not span.suffix and finder.soft(span)
    if context.known(number, token) or context.dated(number, token):
        return False
    return looks is not None and looks.score(context.lines[number].tokens[token].norm) > _LIKELY[type_]


def _inflected(number: int, token: int, finder: Finder, looks: Looks | None) -> bool:
    """Whether a word looks more like a name without an ending, so that no name goes on behind it."""
    norm = finder.context.lines[number].tokens[token].norm
    if looks is None or (number, token) in finder.taken:
        return False
    cuts = (cut for cut in range(2, len(norm)) if is_ending(norm[cut:], finder.endings))
    return any(looks.score(norm[:cut]) > looks.score(norm) for cut in cuts)


def _likely(
    number: int, first: int, last: int, type_: NameType, finder: Finder, looks: Looks | None
) -> tuple[int, int] | None:
    if first > last:
        return None
    if first == last and (number, first) not in finder.taken:
        norm = finder.context.lines[number].tokens[first].norm
        if looks is None or looks.score(norm) <= _SURE[type_]:
            return None
    return first, last
