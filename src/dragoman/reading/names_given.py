"""Names as they are given back: bodies joined with the state that makes them a name, words around a name left out.

Events read a body and its state apart, since what a body does its state does: Russia's foreign ministry, Quân
đội Ukraine, 한국 국방부. Which words of bodies make a name with a state, the pack says (`named_bodies`); a
government is the state. What tables list with the word for what it is ("tỉnh Tver", the Naf river) is named
without it (`outside_names`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from ..knowledge import Knowledge, fold
from ..records import Name
from .language import Language
from .line import Line
from .names_found import DemonymHit, NamesFound
from .names_match import is_ending, name_endings

__all__ = ["given_names"]

_WORD = re.compile(r"\S+")
_LONGEST_OUTSIDE = 2
"""Words that say what a name is: at the most."""
_STATE = 3
"""Letters of a state's id."""
_LONGEST_FORCES = 5
"""Syllables of a word for a body that is written together with its state, at the most."""
_POSSESSIVES = {"'s", "’s", "'", "’", "s"}


class _State(NamedTuple):
    """A state's name or the adjective for it, as tokens of a line, inclusive."""

    first: int
    last: int
    country: str
    named: bool
    """It is the name and no adjective."""


class _Body(NamedTuple):
    """A body as tokens of a line, inclusive, and where its words end in the text, before any ending."""

    first: int
    last: int
    end: int


def given_names(
    found: NamesFound, lines: Sequence[Line], language: Language, knowledge: Knowledge
) -> tuple[Name, ...]:
    """Return the names of a text for its reading, by start and never overlapping."""
    pack = language.pack.names
    outside = _folded(pack.outside_names) if pack is not None else frozenset[str]()
    bare = tuple(_bare(name, outside, language) for name in found.names)
    given = _with_state_bodies(found._replace(names=bare), lines, language, knowledge)
    given = tuple(_forces(name, lines, language, knowledge) for name in given)
    letters = [name for name in _letters(lines, knowledge) if not any(_meet(name, one) for one in given)]
    return tuple(sorted((*given, *letters), key=lambda name: name.start)) if letters else given


def _meet(name: Name, other: Name) -> bool:
    return name.start < other.end and other.start < name.end


def _letters(lines: Sequence[Line], knowledge: Knowledge) -> Iterator[Name]:
    """Yield the states that are written as one letter each, alone or several in one word: 美, 한미."""
    for line in lines:
        for hit in line.hits.get("compact", ()):
            states, token = hit.payload.item.countries, line.tokens[hit.first]
            if hit.payload.item.role is not None or hit.first != hit.last or len(token.norm) != len(token.text):
                continue
            if token.norm[: len(states)] not in {form.rstrip("~") for form in hit.payload.item.forms}:
                continue
            for at, state in enumerate(states, token.start):
                yield Name(
                    start=at, end=at + 1, text=line.text[at : at + 1], type="GPE", entity=state,
                    name=knowledge.country_name(state), country=state, how="alias",
                )  # fmt: skip


def _forces(name: Name, lines: Sequence[Line], language: Language, knowledge: Knowledge) -> Name:
    """Return a state with the word for its forces that is written together with it: 케냐군."""
    state = name.entity is not None and len(name.entity) == _STATE and name.type == "GPE"
    if not state or language.text.modifier != "before" or not language.text.agglutinative:
        return name
    line = next(line for line in lines if line.start <= name.start < line.end)
    token = line.tokens[line.token_at(name.end - 1)]
    rest = token.norm[name.end - token.start :] if len(token.norm) == len(token.text) else ""
    heads, endings = _heads(language), name_endings(language)
    for size in range(min(_LONGEST_FORCES, len(rest)), 0, -1):
        if rest[:size] in heads and is_ending(rest[size:], endings):
            return _name(line, name.start, name.end + size, name.country or "", language, knowledge)
    return name


def _bare(name: Name, outside: frozenset[str], language: Language) -> Name:
    """Return a name without the words at its edges that say what it is; where capitals mark names, they have none
    and the rest has; where endings replace letters, those before it may be in any case."""
    capitals, inflection = language.text.capitals, language.inflection
    if not outside or " " not in name.text or name.type in ("WEA", "TRE", "EVT"):
        return name
    start, end = 0, len(name.text)
    words = [(match.start(), match.end()) for match in _WORD.finditer(name.text)]
    for count in range(min(_LONGEST_OUTSIDE, len(words) - 1), 0, -1):
        if _said(name.text[: words[count - 1][1]], name.text[words[count][0] :], outside, capitals):
            start = words[count][0]
            break
        cased = count == 1 and inflection.replaces and name.text[words[1][0]].isupper() and name.text[0].islower()
        if cased and not outside.isdisjoint(inflection.citations(fold(name.text[: words[0][1]]).text)):
            start = words[1][0]
            break
        if _said(name.text[words[-count][0] :], name.text[: words[-count - 1][1]], outside, capitals):
            end = words[-count - 1][1]
            break
    text = name.text[start:end]
    return msgspec.structs.replace(name, start=name.start + start, end=name.start + end, text=text)


@lru_cache(maxsize=16)
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word).text for word in words)


@lru_cache(maxsize=20_000)
def _said(part: str, rest: str, outside: frozenset[str], capitals: bool) -> bool:
    """Whether a part of a name only says what the rest is."""
    return fold(part).text in outside and (not capitals or (part.islower() and rest[:1].isupper()))


@lru_cache(maxsize=64)
def _heads(language: Language) -> frozenset[str]:
    """Return a language's words of bodies that make a name with their state."""
    names = language.pack.names
    return frozenset(map(language.folding, names.named_bodies)) if names is not None else frozenset()


def _with_state_bodies(
    found: NamesFound, lines: Sequence[Line], language: Language, knowledge: Knowledge
) -> tuple[Name, ...]:
    """Return the names with those of states and the bodies beside them made one; they never overlap."""
    heads = _heads(language)
    if not heads:
        return found.names
    names = list(found.names)
    begins = [name.start for name in found.names]
    for number, line in enumerate(lines):
        if "body" not in line.hits and "title" not in line.hits:
            continue
        here = found.names[bisect_left(begins, line.start) : bisect_left(begins, line.end)]
        states = list(_states(line, here, [hit for hit in found.demonyms if hit.line == number]))
        for body in _bodies(line, heads, language) if states else ():
            joined = _joined(line, body, states, language)
            if joined is not None:
                start, last, country = joined
                end = line.tokens[last].end if last > body.last else body.end
                names = _put(names, _name(line, line.tokens[start].start, end, country, language, knowledge))
    return tuple(names)


def _bodies(line: Line, heads: frozenset[str], language: Language) -> Iterator[_Body]:
    """Yield the bodies of a line that make a name with a state, those that a title names among them."""
    for hit in line.hits.get("body", ()):
        end = _end(line, hit.first, hit.last, heads, language)
        if end is not None:
            yield _Body(hit.first, hit.last, end)
    for hit in line.hits.get("title", ()):
        if not (hit.payload.item.office or "").startswith(("spokesperson", "central-bank", "chief-justice")):
            continue
        for token in range(hit.first, hit.last + 1):
            end = _end(line, token, token, heads, language)
            if end is None:
                continue
            after = language.text.modifier == "after" or language.inflection.replaces
            yield _Body(token, hit.last, line.tokens[hit.last].end) if after else _Body(hit.first, token, end)
            break


def _states(line: Line, names: Iterable[Name], demonyms: Iterable[DemonymHit]) -> Iterator[_State]:
    """Yield the states of a line, and places inside them that stand right beside a word, with no ending."""
    for name in names:
        if name.type != "GPE" or name.how != "alias":
            continue
        first, last = line.token_at(name.start), line.token_at(name.end - 1)
        if name.entity is not None and len(name.entity) == 3:
            yield _State(first, last, name.entity, True)
        elif name.country is not None and name.end == line.tokens[last].end:
            yield _State(first, last, name.country, True)
    for hit in demonyms:
        yield _State(hit.first, hit.last, hit.country, False)


def _end(line: Line, first: int, final: int, heads: frozenset[str], language: Language) -> int | None:
    """Return where a body's words end without an ending, or None where none of them makes a name."""
    citations = language.inflection.citations if language.inflection.replaces else None
    tokens = line.tokens[first : final + 1]
    phrase = " ".join(token.norm for token in tokens)
    if citations is not None:
        named = any(not heads.isdisjoint((token.norm, *citations(token.norm))) for token in tokens)
        return tokens[-1].end if named else None
    if phrase in heads or any(token.norm in heads for token in tokens):
        return tokens[-1].end
    endings, last = name_endings(language), tokens[-1]
    for cut in range(len(last.norm) - 1, 1, -1):
        if last.norm[:cut] in heads and is_ending(last.norm[cut:], endings):
            return last.start + cut if len(last.norm) == len(last.text) else last.end
    return None


def _joined(line: Line, hit: _Body, states: Sequence[_State], language: Language) -> tuple[int, int, str] | None:
    """Return the first and last token of a body with its state, and the state."""
    follows = language.text.modifier == "after" or language.inflection.replaces
    for state in states:
        if state.first == hit.last + 1 and follows and state.named:
            return hit.first, state.last, state.country
        gap = hit.first - 1 - state.last
        before = language.text.modifier == "before" or not state.named
        if gap == 0 and before and not (state.named and language.inflection.replaces):
            return state.first, hit.last, state.country
        if gap == 1 and state.named and _possessive(line, state.last + 1, language):
            return state.first, hit.last, state.country
    return None


def _possessive(line: Line, token: int, language: Language) -> bool:
    """Whether a token is what stands between an owner and what is owned."""
    if line.tokens[token].norm in _POSSESSIVES:
        return True
    return any(
        hit.first == hit.last == token and hit.payload.item.role == "genitive"
        for hit in line.hits.get("marker", ())
    )


def _name(line: Line, start: int, end: int, country: str, language: Language, knowledge: Knowledge) -> Name:
    written = line.text[start:end]
    hit = next((hit for hit in knowledge.lookup(language.code, fold(written).text) if hit.type == "ORG"), None)
    body = knowledge.entity(hit.entity) if hit is not None else None
    return Name(
        start=start, end=end, text=written, type="ORG", entity=body.id if body else None,
        name=body.name if body else None, country=country, how="body of a state",
    )  # fmt: skip


def _put(names: Sequence[Name], body: Name) -> list[Name]:
    """Return the names with a body in place of what lies inside it; as they are where it would cut one."""
    inside = [name for name in names if name.start < body.end and body.start < name.end]
    listed = any(name.type == "ORG" and not (name.entity or "new:").startswith("new:") for name in inside)
    if listed or any(name.start < body.start or name.end > body.end for name in inside):
        return list(names)
    kept = [name for name in names if name not in inside]
    return sorted([*kept, body], key=lambda name: name.start)
