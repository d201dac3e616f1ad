"""Which agency a page credits as a whole: in its byline, in brackets where it begins or ends, or on a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from dragoman.knowledge import Knowledge, fold
from dragoman.records import Article, Entity

__all__ = ["credit_of"]

AGENCIES = ("wire", "state")
"""Kinds of outlets whose texts others print: news agencies, those of states among them."""
WORDS = Path(__file__).parent / "data" / "credits.json"
_MARGIN = 200
"""Code points at the beginning and end of a text where a credit may stand in brackets."""
_BRACKETS = re.compile(r"[(/\[]([^()/\[\]\n]{2,60}(?:/[^()/\[\]\n]{2,20})?)[)/\]]")
_DATELINE = re.compile(r"^[^\n]{0,40}?([^\s,.\n–—-][^,.\n–—-]{0,30}?)\s*(?: [-–—]{1,2} )")
_HEAD = re.compile(r"([^.,:।=\n–—]{1,25}?)\s*([.,:।=]|\s?[–—]{1,2}|\s-{1,2}\s)\s*")
_TAIL = re.compile(r"(?:[.!?।][\"»”’)]*\s+|(?P<dash>[—–-]{1,2})\s?|\n\s*)(?P<words>[^.!?।\n—–]{2,60}?)\s*[.।]?$")
_PARTS = re.compile(r"[,;|·/=]|\s[-–—]\s|:")
_WORD = re.compile(r"[^\s.,;:!?()\[\]\"“”‘’'«»।|/=©*–—-]+(?:-[^\s.,;:!?()\[\]\"“”‘’'«»।|/=©*–—-]+)*")
_LINE = 60
"""Code points of the longest line that is nothing but a credit."""
_SHORT = 3
"""Words of the longest piece of a dateline."""
_ENDING = 2
"""Letters that may be glued to an agency's name, and how many of the name must be left before them."""
_STEM = 4
_ANY = "en"
"""The language in which agencies are named on pages of every language."""


class _Words(msgspec.Struct, frozen=True):
    """Words that stand beside the name of who is credited, in any language, and those that make it a picture's."""

    credit: frozenset[str]
    picture: frozenset[str]


@cache
def _words() -> _Words:
    given = msgspec.json.decode(WORDS.read_bytes(), type=dict[str, list[str]])
    return _Words(**{kind: frozenset(fold(word).text for word in words) for kind, words in given.items()})


def credit_of(article: Article, language: str | None, knowledge: Knowledge) -> str | None:
    """Return the name of the news agency that an article credits as its source, None where it credits none.

    What an article says in its sentences ("Reuters reports that") is no credit: it belongs to those sentences.
    """
    known = _Agencies(knowledge, language or _ANY, article.outlet)
    return next((name for words in _candidates(article) if (name := known.named(words))), None)


class _Agencies:
    """The agencies as one language names them, save the outlet itself."""

    def __init__(self, knowledge: Knowledge, language: str, outlet: str | None) -> None:
        self._knowledge, self._language = knowledge, language
        self._outlet = (outlet or "").casefold()

    def named(self, words: list[str]) -> str | None:
        """Return the agency whose name some words are, apart from the words of crediting around it."""
        own = [fold(word).text for word in words]
        while own and _beside(own[0]) and not self._agency(own):
            own = own[1:]
        while own and _beside(own[-1]) and not self._agency(own):
            own = own[:-1]
        return self._agency(own) if own else None

    def _agency(self, words: list[str]) -> str | None:
        name = " ".join(words)
        for cut in range(_ENDING + 1):
            stem = name[: len(name) - cut]
            if cut and len(stem) < _STEM:
                return None
            for language in dict.fromkeys((self._language, _ANY)):
                for hit in self._knowledge.lookup(language, stem):
                    entity = self._knowledge.entity(hit.entity)
                    if entity is not None and _is_agency(entity) and entity.name.casefold() != self._outlet:
                        return entity.name
        return None


def _is_agency(entity: Entity) -> bool:
    return entity.type == "ORG" and entity.kind in AGENCIES


def _beside(word: str) -> bool:
    """Whether a folded word stands beside the name of who is credited: "source", or the year of a copyright."""
    return word.isdigit() or word in _words().credit


def _candidates(article: Article) -> Iterator[list[str]]:
    """Yield the words of what may be a credit, the likeliest first."""
    if article.byline:
        yield from _pieces(article.byline)
        words = _WORD.findall(article.byline)
        for start in range(len(words)):
            yield from (words[start:end] for end in range(len(words), start, -1))
    text = article.text.strip()
    body = text.removeprefix(article.title or "").lstrip()
    head, tail = body[:_MARGIN], body[-_MARGIN:]
    for stretch in (head, tail):
        for brackets in _BRACKETS.findall(stretch):
            yield from _pieces(brackets)
    if dateline := _DATELINE.match(head):
        yield from _pieces(dateline[1])
        yield _WORD.findall(dateline[1])[-1:]
    yield from _head(head)
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    for line in dict.fromkeys([*lines[:2], *lines[-2:]]):
        before, colon, _ = line.rpartition(":")
        if len(line) <= _LINE and (not colon or all(_beside(fold(word).text) for word in _WORD.findall(before))):
            yield from _pieces(line)
    yield from _tail(tail)


def _pieces(text: str) -> Iterator[list[str]]:
    """Yield the words of a stretch, of its parts and the last one of each part: not of what a picture credits."""
    words = _WORD.findall(text)
    if any(fold(word).text in _words().picture for word in words):
        return
    yield words
    parts = [_WORD.findall(part) for part in _PARTS.split(text)]
    if len(parts) > 1:
        for part in parts:
            yield part
            if "=" in text:  # a place stands before the first one: Berlin AFP = Yonhap
                yield part[-1:]


def _head(head: str) -> Iterator[list[str]]:
    """Yield the pieces of a dateline: short, and closed by more than a comma before the first sentence."""
    at, pieces, closed = 0, [], 0
    while piece := _HEAD.match(head, at):
        words = _WORD.findall(piece[1])
        if len(words) > _SHORT:
            break
        pieces.append(words)
        at = piece.end()
        if piece[2] != ",":
            closed = len(pieces)
    if at < len(head):
        yield from pieces[:closed]


def _tail(tail: str) -> Iterator[list[str]]:
    """Yield what stands behind the last sentence, where it says that it is a credit, or follows a dash."""
    if (found := _TAIL.search(tail)) is None:
        return
    said = {fold(word).text for word in _WORD.findall(found["words"])}
    if (found["dash"] or said & _words().credit) and len(said) <= 2 * _SHORT:
        yield from _pieces(found["words"])
