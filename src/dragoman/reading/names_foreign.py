"""Finds foreign people where titles stand behind names and particles are glued to them (Korean): two or three
words that nobody knows and that look like names, with a title behind them or before them (위원장 에드윈)."""

from __future__ import annotations

from typing import Protocol

from ..records import NameType
from .language import EntryHit
from .names_context import Context
from .names_found import Span
from .names_looks import Looks

__all__ = ["agrees", "foreign_run"]

_FEWEST, _MOST = 2, 4
_LEAST = 0
"""How much each word must look like a name (tenths of the log of the odds): loanwords do as well, so that without
a title no words are taken for one."""
_CALLED = 20
"""The same behind a word for what people do: students and doctors stand before other words more often."""
_EACH_ALONE, _ALL_ALONE = 15, 40
"""The same where nothing shows a person: of each word, and on average."""
_PARTICLE = 15
"""By how much a word must look more like a name without a particle to have one, where another word follows."""
_FULL = 3
"""Syllables of a name in full with a family name of the region."""
_FINALS = 28
"""Syllables that differ in their final consonant alone."""
_CLOSED, _OPEN = frozenset("은이을과"), frozenset("는가를와")
"""Particles behind a syllable with a final consonant, and behind one without."""
_AND = ("와", "과")
_NOMINATIVE, _TOPICS = "가", ("은", "는")
_BETWEEN = 3
"""Words of bodies or places that may stand between a name and its title: 모코에나 남아프리카공화국 대사."""


class _Finder(Protocol):
    context: Context
    taken: dict[tuple[int, int], Span]
    common: frozenset[str]
    connectors: frozenset[str]
    sure: frozenset[str]
    last_words: tuple[tuple[NameType, tuple[str, ...], tuple[str, ...]], ...]

    def stems(self, word: str) -> tuple[str, ...]: ...
    def titled_rest(self, rest: str) -> bool: ...
    def soft(self, span: Span) -> bool: ...
    def settled(self, number: int, first: int, last: int, stem: str, type_: NameType, how: str) -> Span: ...


def foreign_run(number: int, at: int, finder: _Finder, looks: Looks) -> Span | None:
    """Return the foreign person whose name begins at a token, or None."""
    tokens = finder.context.lines[number].tokens
    last, stem = at - 1, ""
    for token in range(at, min(len(tokens), at + _MOST)):
        if not _may_belong(number, token, finder):
            break
        norm, listed = tokens[token].norm, finder.taken.get((number, token))
        if token > at and norm in finder.connectors:
            continue
        found, score = _stem(norm, finder, looks)
        goes_on = found != norm and _may_belong(number, token + 1, finder) and token + 1 < len(tokens)
        if goes_on and looks.score(norm) >= score - _PARTICLE:
            found, score = norm, looks.score(norm)
        if listed is not None:
            bare = norm.removesuffix(listed.suffix)
            found = norm if looks.score(norm) >= looks.score(bare) else bare
            score = max(score, _LEAST + 1)
        if score <= _LEAST or (token == at and found != norm):
            break
        if _joins_on(norm, finder) and _may_belong(number, token + 1, finder):
            break  # "A-wa B": two names
        titled = finder.context.starting(number, token + 1, "title") is not None
        if token > at and titled:
            found = whole_before_title(number, token, norm, finder)
        elif token > at and found == norm and not _may_belong(number, token + 1, finder):
            found = next((one for one in finder.stems(norm) if agrees(one, norm[len(one) :])), norm)
        if token > at + 1 and titled and _of_body(number, token, finder):
            break
        last, stem = token, found
        if found != norm:
            break
    if last - at + 1 < _FEWEST or (last - at + 1 == _MOST and stem == tokens[last].norm):
        return None
    titled = _titled(number, at, last, stem, finder)
    alone = _alone(number, at, last, stem, finder, looks)
    called = _called(number, at, finder) and all(looks.score(tokens[t].norm) > _CALLED for t in range(at, last))
    if not titled and not alone and not (called and looks.score(stem) > _CALLED):
        return None
    return finder.settled(number, at, last, stem, "PER", "title")


def whole_before_title(number: int, token: int, word: str, finder: _Finder) -> str:
    """Return the last word of a name with a title behind it: no particle parts the two, save that of who holds it.

    "X-ga gyeongchalcheongjang-eun": one topic, so -ga is of the name; "X-ga geomchalchongjang-i dwaetda".
    """
    stem = next((one for one in finder.stems(word) if agrees(one, word[len(one) :])), word)
    if word[len(stem) :] != _NOMINATIVE:
        return stem
    title = finder.context.starting(number, token + 1, "title")
    last = finder.context.word(number, title.last if title is not None else token + 1)
    return word if last.endswith(_TOPICS) else stem


def _joins_on(word: str, finder: _Finder) -> bool:
    """Whether a word ends as one with "and" does: one more name stands behind it."""
    return word[-1] in _AND and any(agrees(stem, word[-1]) for stem in finder.stems(word) if len(stem) > 1)


def agrees(stem: str, rest: str) -> bool:
    """Whether a particle has the form that it takes behind a syllable with, or without, a final consonant."""
    closed = "가" <= stem[-1] <= "힣" and (ord(stem[-1]) - ord("가")) % _FINALS != 0
    return rest in (_CLOSED if closed else _OPEN)


def _may_belong(number: int, token: int, finder: _Finder) -> bool:
    context = finder.context
    if not context.is_word(number, token) or context.word(number, token)[0].isascii():
        return False
    span = finder.taken.get((number, token))
    if span is not None:
        whole = len(span.alias) == _FULL and span.alias[0] in finder.sure and span.hits[0].type == "PER"
        bodies = all(hit.type not in ("PER", "GPE") for hit in span.hits)
        return finder.soft(span) and not whole and not bodies
    norm = context.lines[number].tokens[token].norm
    if norm in finder.connectors:
        return True
    if norm.endswith(finder.last_words[0][2]):
        return False
    return not context.known(number, token) and norm not in finder.common and len(norm) > 1


def _stem(word: str, finder: _Finder, looks: Looks) -> tuple[str, int]:
    """Return a word without the particles that make it look most like a name, and how much it does."""
    stems: list[str] = [stem for stem in finder.stems(word) if len(stem) > 1]
    best = max(stems, key=looks.score, default=word)
    return best, looks.score(best)


def _of_body(number: int, token: int, finder: _Finder) -> bool:
    """Whether a word ends as those for bodies do, before a title or a glued one."""
    names, norm = finder.context.language.pack.names, finder.context.lines[number].tokens[token].norm
    return names is not None and len(norm) > 2 and norm[-1] in names.body_syllables


def _called(number: int, first: int, finder: _Finder) -> bool:
    """Whether a bare word for what people do stands right before words: 소방관 코리 컴퍼라토레."""
    context = finder.context
    hit = context.ending(number, first - 1, "body")
    return hit is not None and hit.payload.item.kind == "people" and _bare(number, hit, finder)


def _alone(number: int, first: int, last: int, stem: str, finder: _Finder, looks: Looks) -> bool:
    """Whether words that nothing beside them shows look so much like names that they are one: the last with a
    particle, none like a loanword that the pack lists."""
    tokens = finder.context.lines[number].tokens
    words = [*(token.norm for token in tokens[first:last]), stem]
    listed = [one for token in range(first, last + 1) if (one := finder.taken.get((number, token))) is not None]
    if stem == tokens[last].norm or any(hit.type != "PER" for one in listed for hit in one.hits):
        return False
    words = [word for word in words if word not in finder.connectors]
    if any(stem_ in finder.common for word in words for stem_ in finder.stems(word)):
        return False
    scores = [looks.score(word) for word in words]
    return min(scores) > _EACH_ALONE and sum(scores) > _ALL_ALONE * len(words)


def _bare(number: int, hit: EntryHit, finder: _Finder) -> bool:
    """Whether the word of a pack stands in a text without a particle."""
    norm = finder.context.lines[number].tokens[hit.last].norm
    return any(norm == form.rstrip("~").rsplit(" ", 1)[-1] for form in hit.payload.item.forms)


def _titled(number: int, first: int, last: int, stem: str, finder: _Finder) -> bool:
    """Whether a title stands behind words without particle, bodies or places between, or right before them."""
    context, tokens = finder.context, finder.context.lines[number].tokens
    before = context.ending(number, first - 1, "title")
    if before is not None and _bare(number, before, finder):
        return True
    if stem != tokens[last].norm:
        return False
    for token in range(last + 1, min(len(tokens), last + 2 + _BETWEEN)):
        if context.starting(number, token, "title") or context.starting(number, token, "following"):
            return True
        if finder.titled_rest(tokens[token].norm):
            return True
        span = finder.taken.get((number, token))
        between = span is not None and not span.suffix
        if not between and context.starting(number, token, "body") is None and not _of_body(number, token, finder):
            return False
    return False
