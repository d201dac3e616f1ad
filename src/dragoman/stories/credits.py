"""Which agency a page credits as a whole: in its byline, in brackets where it begins or ends, or on a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.knowledge import Knowledge, fold
from dragoman.records import Article

__all__ = ["credit_of"]

AGENCIES = ("wire", "state")
"""Kinds of outlets whose texts others print: news agencies, those of states among them."""
_MARGIN = 200
"""Code points at the beginning and end of a text where a credit may stand in brackets."""
_BRACKETS = re.compile(r"[(/\[]([^()/\[\]\n]{2,40})[)/\]]")
_DATELINE = re.compile(r"^[^\n]{0,40}?([^\s,.\n–—-][^,.\n–—-]{0,30}?)\s*(?: [-–—]{1,2} )")
_PARTS = re.compile(r"[,;|·/]|\s[-–—]\s|:")
_LINE = 40
"""Code points of the longest line that is nothing but a credit."""


def credit_of(article: Article, language: str | None, knowledge: Knowledge) -> str | None:
    """Return the name of the news agency that an article credits as its source, None where it credits none.

    What an article says in its sentences ("Reuters reports that") is no credit: it belongs to those sentences.
    """
    for words in _candidates(article):
        for hit in knowledge.lookup(language or "en", fold(words.strip(" .*\t\"'«»")).text):
            entity = knowledge.entity(hit.entity)
            if entity is not None and entity.kind in AGENCIES and not _same(entity.name, article.outlet):
                return entity.name
    return None


def _candidates(article: Article) -> Iterator[str]:
    if article.byline:
        yield article.byline
        yield from _PARTS.split(article.byline)
    text = article.text.strip()
    body = text.removeprefix(article.title or "").lstrip()
    head, tail = body[:_MARGIN], body[-_MARGIN:]
    for stretch in (head, tail):
        for brackets in _BRACKETS.findall(stretch):
            yield brackets
            yield from _PARTS.split(brackets)
    if dateline := _DATELINE.match(head):
        yield dateline[1]
        yield dateline[1].rpartition(" ")[2]
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    for line in dict.fromkeys([*lines[:2], *lines[-2:]]):
        if len(line) <= _LINE:
            yield line
            yield from _PARTS.split(line)


def _same(name: str, outlet: str | None) -> bool:
    return outlet is not None and name.casefold() == outlet.casefold()
