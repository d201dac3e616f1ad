"""How many origins stand behind an event: copies, rewrites of one wire and one source's words count once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .statements import Fact

__all__ = ["count_origins"]

_SHARED = 0.5
"""Share of common word pairs from which two sentences are one text."""


def count_origins(facts: Sequence[Fact]) -> int:
    """Return the number of independent origins of some facts.

    Articles are joined where one outlet wrote them, where they cite the same source, or where their sentences
    share most of their word pairs.
    """
    articles = list(dict.fromkeys(fact.statement.article for fact in facts))
    parent = {article: article for article in articles}

    def root(article: str) -> str:
        while parent[article] != article:
            parent[article] = parent[parent[article]]
            article = parent[article]
        return article

    known: dict[str, str] = {}
    for fact in facts:
        for source in _sources(fact):
            first = known.setdefault(source, fact.statement.article)
            parent[root(fact.statement.article)] = root(first)
    pairs = [(fact.statement.article, fact.statement.language, _pairs(fact)) for fact in facts]
    for number, (article, language, words) in enumerate(pairs):
        for other, other_language, other_words in pairs[:number]:
            if language == other_language and root(article) != root(other) and _alike(words, other_words):
                parent[root(article)] = root(other)
    return len({root(article) for article in articles})


def _sources(fact: Fact) -> list[str]:
    """Return what an account rests on: the outlets and bodies it cites, else its own outlet."""
    cited = [link.entity or link.name or "" for link in fact.statement.report.attribution]
    named = [f"source:{one}" for one in cited if one.startswith(("org:", "per:"))]
    if named:
        return named
    return [f"outlet:{fact.statement.outlet}"] if fact.statement.outlet else []


def _pairs(fact: Fact) -> frozenset[tuple[str, str]]:
    words = fact.statement.quote.casefold().split()
    return frozenset(pairwise(words))


def _alike(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    return bool(one and other) and len(one & other) / min(len(one), len(other)) >= _SHARED
