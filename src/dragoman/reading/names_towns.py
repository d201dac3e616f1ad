"""Finds towns whose names the language's table lacks: by how they sound, in a country that the text speaks of.

Most of the world's towns have a Latin name in the tables and none in the scripts of every language. A word that
nobody knows is such a town where it sounds like one of a country named in the text, and stands where a place does:
with a locative ending or preposition, beside a word for places, or right beside a place of that country.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from ..knowledge import Knowledge
from ..knowledge.sound import sound_distance, sound_key
from ..records import Entity
from .language import Language
from .names_context import Context, is_locative
from .names_finder import settle_unlisted
from .names_found import Span
from .names_looks import Looks, looks_for
from .names_match import name_endings, stem_end
from .names_sounds import word_stems

__all__ = ["town_spans"]

_ALIKE, _CLOSE = 0.15, 0.05
"""Distance of sounds up to which a word is a town's name where its place shows it, and for names of few sounds."""
_SURE = 25
"""How much a word that sounds like no town must look like a name to be a place of the one before it."""
_ALONE = 30
"""The same where no place stands before it, but a word for places behind."""
_HEADED = 8
"""The same where adpositions are words of their own, so that a word is whole."""
_FEW, _SEVERAL = 2, 3
_UNLIKE = -30
"""How little a word may look like a name that has more than several sounds of a town's."""
_MANY = 6
"""Sounds of a name that needs nothing beside it where all of them fit."""
_SHORTEST = 3
_ROW = 5
"""Names of a list at the most."""
_PLACES = ("GPE", "LOC", "FAC")
_COUNTRIES = 6
"""Countries of a text at the most in which towns are looked for."""


def town_spans(
    spans: Iterable[Span], demonyms: Iterable[Span], context: Context, countries: Sequence[str]
) -> list[Span]:
    """Return the towns of a text among what no other step took; `countries` are those that it speaks of."""
    told = [country for country in countries if country][:_COUNTRIES]
    if not told:
        return []
    taken = {
        (span.line, token): span
        for span in (*(span for span in spans if span.type is not None), *demonyms)
        for token in range(span.first, span.last + 1)
    }
    finder = _Towns(context, taken, told)
    return [span for number in range(len(context.lines)) for span in finder.find(number)]


class _Towns:
    """Looks for towns in the lines of one text."""

    def __init__(self, context: Context, taken: dict[tuple[int, int], Span], countries: Sequence[str]) -> None:
        self.context, self.taken, self.countries = context, taken, countries
        self.cased = context.language.text.capitals
        names = context.language.pack.names
        self.whole = names is not None and bool(names.family_names)
        """Whether owners stand bare before what is theirs, and titles behind names."""
        self.common = context.language.common_words
        self.endings = name_endings(context.language)
        self.looks: Looks | None = None if self.cased else looks_for(context.knowledge, context.language.code)

    def find(self, number: int) -> Iterator[Span]:
        """Yield the towns of a line."""
        if self.cased and self.context.titled(number):
            return
        for at in range(len(self.context.lines[number].tokens)):
            span = None
            if self._open(number, at):
                span = self._town_at(number, at) or self._inside_at(number, at)
            if span is not None:
                self.taken[number, at] = span
                yield span

    def _open(self, number: int, at: int) -> bool:
        """Whether a word may be a town's name: nobody knows it, and it is written as names are."""
        context, word = self.context, self.context.word(number, at)
        if len(word) < _SHORTEST or not word[0].isalpha() or context.known(number, at):
            return False
        if self.cased and not (word[0].isupper() and not word.isupper()):
            return False
        if context.lines[number].tokens[at].norm in context.language.not_names:
            return False
        held = self.taken.get((number, at))
        return held is None and not context.dated(number, at)

    def _town_at(self, number: int, at: int) -> Span | None:
        token = self.context.lines[number].tokens[at]
        not_names = self.context.language.not_names
        named = [
            (distance, len(stem), stem, town)
            for stem in self._stems(token.norm)
            if len(stem) >= _SHORTEST and stem not in not_names and stem not in self.common and self._alike(stem)
            for distance, town in self._sounding(stem)
        ]
        if not named:
            return None
        _, _, stem, town = min(named, key=lambda one: one[:2])
        replaces = self.context.language.inflection.replaces
        end = stem_end(token, stem) if stem != token.norm and not replaces else None
        rest = "" if replaces else token.norm[len(stem) :]
        span = Span(number, at, at, alias=stem, stem_end=end, suffix=rest, words=(stem,))
        if not self._placed(span, town):
            return None
        span.settle(town.type, town.id, town.name, town.country, "sound")
        return span

    def _inside_at(self, number: int, at: int) -> Span | None:
        """Return an unknown place by the place that it lies in right before it: 콜롬비아 카타툼보에서."""
        if self.looks is None:
            return None
        outer = self._outer(number, at)
        inside = outer is not None
        token = self.context.lines[number].tokens[at]
        stems = [stem for stem in self._stems(token.norm) if len(stem) >= _SHORTEST]
        stem = max(stems, key=self.looks.score, default="")
        headed = self.context.starting(number, at + 1, "place-word") is not None
        least = _SURE if inside else _HEADED if headed and self.context.language.postposed else _ALONE
        if not stem or self.looks.score(stem) < least or stem in self.common:
            return None
        span = Span(
            number,
            at,
            at,
            alias=stem,
            stem_end=stem_end(token, stem),
            suffix=token.norm[len(stem) :],
            words=(stem,),
        )
        shown = inside or headed
        if not shown or not self.context.placed(span) or self.context.personal(span):
            return None
        written = token.text[: len(stem)] if span.stem_end else token.text
        return settle_unlisted(
            span, "GPE", written, outer.country if outer is not None else None, "word of a place"
        )

    def _outer(self, number: int, at: int) -> Span | None:
        """Return the state or province that owns a word: right before it, bare or in the genitive."""
        before = self.taken.get((number, at - 1))
        if before is not None:
            owns = not before.suffix if self.whole else self.context.genitive(before.suffix)
        else:
            before = self.taken.get((number, at - 2))
            owns = before is not None and not before.suffix and self._of(number, at - 1)
        return before if owns and before is not None and before.type == "GPE" else None

    def _of(self, number: int, token: int) -> bool:
        """Whether a word parts an owner from what is owned."""
        marker = self.context.starting(number, token, "marker")
        return marker is not None and marker.last == token and marker.payload.item.role == "genitive"

    def _alike(self, stem: str) -> bool:
        """Whether a word that sounds like a town looks like a name: the less, the more sounds they share."""
        if self.looks is None:
            return True
        return self.looks.score(stem) > (_UNLIKE if len(_key(stem)) > _SEVERAL else 0)

    def _stems(self, norm: str) -> Iterable[str]:
        if self.context.language.inflection.replaces:
            return self.context.language.inflection.citations(norm)
        if self.cased:
            return (norm,)
        stems = word_stems(norm, self.endings)
        return _outside_places(stems, self.context.language) if self.whole else stems

    def _sounding(self, stem: str) -> list[tuple[float, Entity]]:
        """Return the towns of the text's countries that sound like a word, with how far off they are."""
        key = _key(stem)
        least = _CLOSE if len(key) <= _FEW else _ALIKE
        towns = [
            (sound_distance(stem, town.name), town)
            for country in self.countries
            for town in _towns(self.context.knowledge, country, key)
        ]
        return [one for one in towns if one[0] <= least]

    def _placed(self, span: Span, town: Entity) -> bool:
        """Whether something shows a place: an ending, a preposition, a word for places, its country beside it."""
        if self.context.personal(span):
            return False
        if self._sure(span) and (self.context.placed(span) or self._listed(span) or self._reached(span)):
            return True
        if len(_key(span.alias)) >= _MANY and sound_distance(span.alias, town.name) <= _CLOSE:
            return True
        beside = (
            self.taken.get((span.line, at))
            for at in (span.first - 1, span.first - 2, span.last + 1, span.last + 2)
        )
        return any(
            one is not None and one.type == "GPE" and one.country == town.country and self._joined(one, span)
            for one in beside
        )

    def _sure(self, span: Span) -> bool:
        """Whether a word has sounds enough to be a town's, or as few and looks like a name."""
        if len(_key(span.alias)) > _FEW:
            return True
        if self.looks is None or not self.context.language.postposed:
            return False
        return self.looks.score(span.alias) >= _ALONE

    def _listed(self, span: Span) -> bool:
        """Whether the last of a list of names that a word opens stands where a place does: "X, Y और Z में"."""
        if self.cased or self.whole:
            return False
        at, words = span.last, 0
        while words < _ROW:
            joint = self.context.word(span.line, at + 1)
            if joint != "," and self.context.starting(span.line, at + 1, "coordinator") is None:
                return False
            after = self.taken.get((span.line, at + 2))
            if after is not None and after.type not in (None, *_PLACES):
                return False
            if after is None and not self._open(span.line, at + 2):
                return False
            at, words = at + 2 if after is None else after.last, words + 1
            if self.context.placed(Span(span.line, at, at)):
                return True
        return False

    def _reached(self, span: Span) -> bool:
        """Whether a verb of arriving stands right behind a bare word: "पालु पहुंचे"."""
        if self.cased or self.whole or span.suffix:
            return False
        hits = self.context.lines[span.line].hits.get("verb", ())
        return any(
            hit.first == span.last + 1
            and hit.payload.frame is not None
            and hit.payload.frame.mode[:1] == ("visit",)
            for hit in hits
        )

    def _joined(self, place: Span, span: Span) -> bool:
        """Whether a place stands right beside a word, or with nothing but a comma or a hyphen between."""
        first, last = (place.last, span.first) if place.last < span.first else (span.last, place.first)
        between = [self.context.word(span.line, token) for token in range(first + 1, last)]
        if not between or (len(between) == 1 and between[0] in {",", "-", "("}):
            return True
        return len(between) == 1 and place.first > span.last and self._of(span.line, span.last + 1)


@lru_cache(maxsize=50_000)
def _key(word: str) -> str:
    return sound_key(word).replace("-", "")


@lru_cache(maxsize=50_000)
def _outside_places(stems: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """Return the stems that do not end as one with a locative does, which glued to a name belongs to none."""
    return tuple(
        stem for stem in stems if not any(is_locative(stem[cut:], language) for cut in range(2, len(stem)))
    )


@lru_cache(maxsize=50_000)
def _towns(knowledge: Knowledge, country: str, key: str) -> tuple[Entity, ...]:
    return knowledge.towns(country, key) if key else ()
