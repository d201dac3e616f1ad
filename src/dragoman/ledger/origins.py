"""How many origins stand behind an event: copies, rewrites of one wire and one source's words count once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from .statements import WORD, Fact, Statement, canonical, fact_of

__all__ = ["count_origins", "origins_of"]

_WORD = re.compile(WORD)
_GRAM = 5
"""Words in a row that make two sentences comparable."""
_SHARED = 0.5
"""Share of common rows of words above which two sentences are one text."""


def count_origins(facts: Sequence[Fact]) -> int:
    """Return the number of independent origins of some facts.

    Articles are joined where one outlet wrote them, where they cite the same source (or one is that source),
    or where sentences of theirs share most of their rows of five words.
    """
    return _joined(facts).count()


def origins_of(statements: Iterable[Statement]) -> list[tuple[str, ...]]:
    """Return the articles of an event's reports, those of one origin together, in canonical order."""
    return _joined([fact_of(one) for one in canonical(statements)]).groups()


def _joined(facts: Sequence[Fact]) -> _Joined:
    joined = _Joined([fact.statement.article for fact in facts])
    known: dict[str, str] = {}
    for fact in facts:
        article = fact.statement.article
        for source in _sources(fact):
            joined.join(article, known.setdefault(source, article))
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    grams: list[frozenset[tuple[str, ...]]] = []
    for number, fact in enumerate(facts):
        own = _grams(fact)
        grams.append(own)
        near = Counter(other for gram in own for other in holders[gram])
        for other, shared in near.items():
            if shared > _SHARED * min(len(own), len(grams[other])):
                joined.join(fact.statement.article, facts[other].statement.article)
        for gram in own:
            if not any(facts[other].statement.article == fact.statement.article for other in holders[gram]):
                holders[gram].append(number)
    return joined


class _Joined:
    """Sets of articles, joined one by one."""

    def __init__(self, articles: Sequence[str]) -> None:
        self._parent = {article: article for article in articles}

    def join(self, one: str, other: str) -> None:
        self._parent[self._root(one)] = self._root(other)

    def count(self) -> int:
        return len(self.groups())

    def groups(self) -> list[tuple[str, ...]]:
        """Return the sets, each in the order in which its articles were given."""
        found: dict[str, list[str]] = {}
        for article in self._parent:
            found.setdefault(self._root(article), []).append(article)
        return [tuple(group) for group in found.values()]

    def _root(self, article: str) -> str:
        while self._parent[article] != article:
            self._parent[article] = self._parent[self._parent[article]]
            article = self._parent[article]
        return article


def _sources(fact: Fact) -> list[str]:
    """Return what an account rests on: the outlets and bodies it cites, else its own outlet."""
    cited = [
        (link.name or link.entity or "").casefold()
        for link in fact.statement.report.attribution
        if (link.entity or "").startswith(("org:", "per:"))
    ]
    if cited:
        return cited
    return [fact.statement.outlet.casefold()] if fact.statement.outlet else []


def _grams(fact: Fact) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(fact.statement.quote.casefold())
    if len(words) < _GRAM:
        return frozenset([tuple(words)]) if words else frozenset()
    return frozenset(tuple(words[i : i + _GRAM]) for i in range(len(words) - _GRAM + 1))
