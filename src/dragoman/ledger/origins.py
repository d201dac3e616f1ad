"""Where the articles behind an event have it from: copies, translations, one wire and one statement count once.

An article that reports by itself is an origin of its own. One that only passes on what others say leans on them;
where all that it passes on was passed on by others, a day before at most, it is no new origin, but one that adds a
word of somebody else is. What an announcement or a title says without a source leans on the source that the text
names beside it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..records import Lead, Link, Origin
from ..stories.traces import translated
from .postponed import AGAINST
from .statements import AHEAD, WORD, Fact

__all__ = ["origins_of"]

_WORD = re.compile(WORD)
_GRAM = 5
"""Words in a row that make two sentences comparable."""
_SHARED = 0.5
"""Share of common rows of words above which two sentences are one text."""
_COMPARED = 200
"""Articles of one event, in canonical order, among which translations are looked for."""
_TRANSLATING = 3
"""Days from a text to its translation."""
_SAME_NEWS = 1
"""Days between two articles that pass on one statement."""
_SPOKEN = frozenset(("ACCUSE", "REJECT", "REQUEST", "THREATEN"))
"""Types that are somebody's statement: who tells one has it from who made it."""


class _Source(NamedTuple):
    """Who is cited: `key` is a state for its persons, else the body's name in folded case.

    `of` is what he speaks of: what is to come, what happened, or that it did not. These are three statements.
    """

    key: str
    name: str
    person: str | None
    of: str = ""


_Chain = tuple[_Source, ...]
"""Who says one thing, and from whom he has it: any of them may be where another article has it from."""


class _Account(NamedTuple):
    """What one article tells of an event. Without `own` reporting it leans on its sources alone.

    `chains` are those of its statements, `sources` all who stand in them, each once.
    """

    article: str
    outlet: str | None
    published: int | None
    chains: tuple[_Chain, ...]
    sources: _Chain
    own: bool


def origins_of(facts: Sequence[Fact]) -> tuple[Origin, ...]:
    """Return the origins behind the facts of one event (in canonical order), the first told first."""
    by_article: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_article[fact.statement.article].append(fact)
    accounts = [_account(own) for own in by_article.values()]
    leads = [*_copied(facts), *_translated(by_article), *_passed_on(accounts), *_of_one_outlet(accounts)]
    joined = _Joined(by_article)
    for lead in leads:
        if lead.of is not None:
            joined.join(lead.of, lead.article)
    by_origin: dict[str, list[Lead]] = defaultdict(list)
    for lead in leads:
        by_origin[joined.root(lead.article)].append(lead)
    return tuple(_origin(group, by_origin[joined.root(group[0])]) for group in joined.groups())


def _origin(articles: tuple[str, ...], leads: Sequence[Lead]) -> Origin:
    """Return one origin: of each article the leads to a source, or to an article, that say most."""
    named = Counter(lead.source for lead in leads if lead.source)
    shown: dict[tuple[str, str | None, str | None], Lead] = {}
    for lead in leads:
        shown.setdefault((lead.article, lead.of if lead.source is None else None, lead.source), lead)
    order = {article: number for number, article in enumerate(articles)}
    return Origin(
        articles=articles,
        source=max(named, key=lambda name: (named[name], name)) if named else None,
        leads=tuple(sorted(shown.values(), key=lambda lead: order[lead.article])),
    )


def _account(facts: Sequence[Fact]) -> _Account:
    """Return what an article tells; a title tells its text, so it counts only where nothing else does."""
    first = facts[0].statement
    told = [fact for fact in facts if fact.statement.start > 0] or list(facts)
    cited = [_sources(fact) for fact in told]
    agency = first.trace.credit if first.trace else None
    credit = [_Source(agency.casefold(), agency, None)] if agency else []
    some = any(cited)
    own = not credit and any(
        not sources and not (fact.ahead and some) for fact, sources in zip(told, cited, strict=True)
    )
    found = dict.fromkeys(source for fact in facts for source in (*_of(fact, credit), *_sources(fact)))
    chains = dict.fromkeys((*_of(fact, credit), *sources) for fact, sources in zip(told, cited, strict=True))
    return _Account(
        first.article, first.outlet, facts[0].published, tuple(filter(None, chains)), tuple(found), own
    )


def _sources(fact: Fact) -> list[_Source]:
    """Return who is cited for a fact; of a statement that names no source, who made it."""
    found = [source for link in fact.statement.report.attribution if (source := _source(link))]
    if not found and fact.statement.report.type in _SPOKEN and fact.status not in AHEAD:
        actors = fact.statement.report.actors
        found = [source for one in actors if (source := _known(one.entity, one.country, one.name))]
    return _of(fact, found)


def _of(fact: Fact, sources: Iterable[_Source]) -> list[_Source]:
    of = "ahead" if fact.ahead else "against" if fact.status in AGAINST else "done"
    return [source._replace(of=of) for source in sources]


def _source(link: Link) -> _Source | None:
    return _known(link.entity, link.country, link.name)


def _known(entity: str | None, country: str | None, name: str | None) -> _Source | None:
    called = name or entity or country
    if not called:
        return None
    if entity and entity.startswith(("per:", "new:")):
        return _Source(country or entity, called, entity)
    if country and (entity is None or entity == country):
        return _Source(country, called, None)
    return _Source(called.casefold(), called, None)


def _copied(facts: Sequence[Fact]) -> Iterable[Lead]:
    """Sentences that share most of their rows of words."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    grams: list[frozenset[tuple[str, ...]]] = []
    for number, fact in enumerate(facts):
        article, own = fact.statement.article, _grams(fact.statement.quote)
        grams.append(own)
        near = Counter(other for gram in own for other in holders[gram])
        for other, shared in sorted(near.items()):
            least = min(len(own), len(grams[other]))
            if shared > _SHARED * least and facts[other].statement.article != article:
                reason = f"{shared} of {least} rows of words are the same"
                yield Lead(article=article, of=facts[other].statement.article, kind="copy", reason=reason)
        for gram in own:
            if not any(facts[other].statement.article == article for other in holders[gram]):
                holders[gram].append(number)


def _translated(by_article: dict[str, list[Fact]]) -> Iterable[Lead]:
    """Articles that are one text in two languages, published within some days."""
    firsts = [facts[0] for facts in by_article.values() if facts[0].statement.trace is not None][:_COMPARED]
    for number, later in enumerate(firsts):
        for earlier in firsts[:number]:
            one, other = earlier.statement, later.statement
            if one.language == other.language or one.trace is None or other.trace is None:
                continue
            if earlier.published and later.published and later.published - earlier.published > _TRANSLATING:
                continue
            if reason := translated(one.trace, other.trace):
                yield Lead(article=other.article, of=one.article, kind="translation", reason=reason)


def _passed_on(accounts: Iterable[_Account]) -> Iterable[Lead]:
    """Articles that lean on others, and those all of whose statements were passed on a day before at most.

    Undated ones come last, and of one day those that pass on most first.
    """
    recent = _Recent()
    leaning = [account for account in accounts if not account.own and account.sources]
    for account in sorted(leaning, key=lambda one: (one.published is None, one.published or 0, -len(one.chains))):
        for source in account.sources:
            reason = f"cites {source.name}"
            yield Lead(article=account.article, source=source.name, kind="statement", reason=reason)
        found = [recent.of(account, chain) for chain in account.chains]
        earlier = Counter(one for one, _ in filter(None, found))
        if earlier and None not in found:
            nearest = max(earlier, key=lambda one: earlier[one])  # the first of those that cover most of it
            for one, source in filter(None, found):
                if one is nearest:
                    yield Lead(
                        article=account.article,
                        of=one.article,
                        source=source.name,
                        kind="statement",
                        reason=f"both cite {source.name}",
                    )
        recent.keep(account)


class _Recent:
    """Who passed on the words of each source."""

    def __init__(self) -> None:
        self._of_person: dict[tuple[str, str, str | None], list[_Account]] = defaultdict(list)
        self._of_any: dict[tuple[str, str], list[_Account]] = defaultdict(list)

    def keep(self, account: _Account) -> None:
        for source in account.sources:
            said = source.key, source.of
            self._of_person[*said, source.person].append(account)
            self._of_any[said].append(account)

    def of(self, account: _Account, chain: _Chain) -> tuple[_Account, _Source] | None:
        """Return the first who passed on a statement a day before at most, and whose it was.

        A state that is cited for itself may be any of its persons; two persons made two statements.
        """
        for source in chain:
            said = source.key, source.of
            if source.person is None:
                before = self._of_any.get(said, [])
            else:
                before = [
                    one for person in (source.person, None) for one in self._of_person.get((*said, person), ())
                ]
            for one in before:
                if one is not account and _one_news(one, account):
                    return one, source
        return None


def _one_news(one: _Account, other: _Account) -> bool:
    if one.published is None or other.published is None:
        return True
    return abs(one.published - other.published) <= _SAME_NEWS


def _of_one_outlet(accounts: Sequence[_Account]) -> Iterable[Lead]:
    """What one outlet reports itself, and what others have from it."""
    first: dict[str, str] = {}
    for account in accounts:
        if account.outlet and account.own:
            earlier = first.setdefault(account.outlet.casefold(), account.article)
            if earlier != account.article:
                reason = f"both are of {account.outlet}"
                yield Lead(article=account.article, of=earlier, kind="outlet", reason=reason)
    for account in accounts:
        for source in account.sources:
            own = first.get(source.key)
            if own is not None and own != account.article and not account.own:
                reason = f"cites {source.name}, whose article is here"
                yield Lead(article=account.article, of=own, source=source.name, kind="statement", reason=reason)


class _Joined:
    """Sets of articles, joined one by one."""

    def __init__(self, articles: Iterable[str]) -> None:
        self._parent = {article: article for article in articles}

    def join(self, one: str, other: str) -> None:
        self._parent[self.root(other)] = self.root(one)

    def groups(self) -> list[tuple[str, ...]]:
        """Return the sets, each in the order in which its articles were given."""
        found: dict[str, list[str]] = {}
        for article in self._parent:
            found.setdefault(self.root(article), []).append(article)
        return [tuple(group) for group in found.values()]

    def root(self, article: str) -> str:
        while self._parent[article] != article:
            self._parent[article] = self._parent[self._parent[article]]
            article = self._parent[article]
        return article


def _grams(quote: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(quote.casefold())
    if len(words) < _GRAM:
        return frozenset([tuple(words)]) if words else frozenset()
    return frozenset(tuple(words[i : i + _GRAM]) for i in range(len(words) - _GRAM + 1))
