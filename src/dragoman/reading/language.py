"""A language pack made ready to read with: folding, inflection, and one lexicon for all its layers.

Every word list of a pack goes into one `Lexicon`, so that a sentence is matched once. What a hit means is its
`Entry`: the kind of entry, the pack's own item, and the frame where it is a trigger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any

import msgspec

from ..errors import DataError
from ..packs.events_schema import Triggers
from ..packs.frames import Frame
from ..packs.loader import Pack
from ..packs.schema import Tag
from .collecting import without_collecting
from .layout import compile_clutter
from .lexicon import Hit, Lexicon
from .time import TimeLexicon, compile_time
from .tokens import Folding, Inflection

__all__ = ["Entry", "EntryHit", "Language"]


class Entry(msgspec.Struct, frozen=True, gc=False):
    """What a lexicon hit means."""

    kind: str
    """title, body, group, compact, pronoun, honorific, former, acting, org-word, place-word,
    place-opener, following, reporting,
    complementiser, closer, source, according, through, hearsay, rumour, marker, coordinator, contrast,
    subordinator, infinitive, verb, noun (triggers), cue, light, plain, happen, class, context, without, compound,
    turned (a verbal trigger whose verb stands in front, until `turned` settles it)."""
    item: Any
    frame: Frame | None = None


EntryHit = Hit[Entry]
_VERBAL = frozenset(
    ("past", "present", "future", "finite", "conjunctive", "perfect", "progressive", "conditional")
)
"""What the ending of a verb says, and no noun's does."""


class Language:
    """One language, compiled where it is met first. It holds no state of any text."""

    def __init__(self, pack: Pack, frames: dict[str, Frame]) -> None:
        self.pack = pack
        self.code = pack.code
        self.text = pack.text
        self.folding = Folding(pack.text)
        self.inflection = Inflection(pack.text, self.folding)
        self.frames = frames
        self.clutter = compile_clutter(pack.text)
        self.cased = pack.text.cases
        self.subject_first = pack.text.order == "SOV"
        self.identify = frozenset(self.folding(word) for word in pack.text.identify)
        self.own_marked = pack.names is not None and pack.names.own_marked
        self.not_names = (
            frozenset(self.folding(word) for word in pack.names.not_names) if pack.names else frozenset()
        )
        self.transparent = frozenset(self.folding(word.rstrip("~+")) for word in pack.text.transparent)
        never = pack.text.never_verbs
        self._never_verbs = frozenset(self.folding(word) for word in never if word[0] != "-")
        self._never_endings = tuple(self.folding(word[1:]) for word in never if word[0] == "-")
        self.verbal_tags = lru_cache(maxsize=100_000)(self._verbal_tags)

    @cached_property
    def lexicon(self) -> Lexicon[Entry]:
        """All words of the pack; put together when a text of the language is met for the first time."""
        with without_collecting():
            return Lexicon(
                _entries(self.pack, self.frames),
                self.folding,
                self.inflection,
                classes=dict(self.pack.events.classes) if self.pack.events else {},
                transparent=self.text.transparent,
                head_last=self.subject_first,
                turned=_turned(self.pack, self.frames) if self.text.turned_phrases else (),
            )

    def _verbal_tags(self, norm: str) -> frozenset[Tag] | None:
        """Return what the ending of a word says if it is a verb's, else None."""
        if norm in self._never_verbs or (self._never_endings and norm.endswith(self._never_endings)):
            return None
        analyses = self.inflection.verb(norm)
        if self.text.agglutinative:  # nouns end in what looks like endings: only clear verbs count
            made = [a for a in analyses if a.tags & _VERBAL and a.stem.endswith(self.text.verb_makers)]
            clear = [a for a in made if len(a.stem) > 2 or "finite" in a.tags]
            clear = clear or [a for a in analyses if "finite" in a.tags]
            least = self.text.least_ending
            clear = clear or [a for a in analyses if "conditional" in a.tags and len(norm) - len(a.stem) >= least]
            return max((a.tags for a in clear), key=len, default=None)
        medial = not self.subject_first
        if not any(
            analysis.tags & _VERBAL
            and (
                len(norm) - len(analysis.stem) >= self.text.least_ending
                or (medial and not norm.startswith(analysis.stem))  # irregular: "gave"
            )
            for analysis in analyses
        ):
            return None
        return max((analysis.tags for analysis in analyses), key=len)

    @cached_property
    def leading_markers(self) -> frozenset[str]:
        """Adpositions of one word where they and the verb stand before their nouns and no case does their work."""
        leading = self.text.adpositions == "before" and self.text.verb_endings and not self.cased
        markers = self.pack.events.markers if leading and self.pack.events else ()
        return frozenset(self.folding(form) for marker in markers for form in marker.forms if " " not in form)

    @cached_property
    def coordinators(self) -> frozenset[str]:
        """Words and marks of one word that join the last of a list to the others."""
        clauses = self.pack.events.clauses if self.pack.events else None
        return frozenset(self.folding(form) for form in clauses.coordinators) if clauses else frozenset()

    @cached_property
    def trailing_markers(self) -> frozenset[str]:
        """Adpositions of one word that a day may have behind it, where they stand behind their nouns as words."""
        trailing = self.text.adpositions == "after" and not self.text.agglutinative and not self.cased
        markers = self.pack.events.markers if trailing and self.pack.events else ()
        given = (form for marker in markers if marker.role in ("dative", "place") for form in marker.forms)
        return frozenset(self.folding(form) for form in given if " " not in form)

    @cached_property
    def common_words(self) -> frozenset[str]:
        """Words of the language that look like names and are none."""
        names = self.pack.names
        return frozenset(map(self.folding, names.common)) if names is not None else frozenset()

    @cached_property
    def postposed(self) -> bool:
        """Whether adpositions stand behind their nouns as words of their own, so that names stay whole (Hindi)."""
        glued = any("genitive" in ending.tags for ending in self.text.noun_endings)
        return self.text.adpositions == "after" and not self.text.agglutinative and not glued

    @cached_property
    def home_bodies(self) -> frozenset[str]:
        """Bodies that papers name without their own country."""
        names = self.pack.names
        return frozenset(map(self.folding, names.home_bodies)) if names is not None else frozenset()

    @cached_property
    def home_governments(self) -> frozenset[str]:
        """Bodies that papers name so in texts that tell of their own country."""
        names = self.pack.names
        return frozenset(map(self.folding, names.home_governments)) if names is not None else frozenset()

    @cached_property
    def glued_cases(self) -> bool:
        """Whether adpositions stand behind their nouns and cases are glued to these, with no chains of endings."""
        return self.text.adpositions == "after" and not self.text.agglutinative and not self.postposed

    @cached_property
    def adverbials(self) -> dict[str, dict[str, list[tuple[str, ...]]]]:
        """The pack's adverbs of several words, by their first word and the second.

        Raises DataError for an adverb of one word, whose place is among the transparent words.
        """
        found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
        for phrase in self.text.adverbials:
            words = tuple(map(self.folding, phrase.split()))
            if len(words) == 1:
                raise DataError(
                    f"{self.code}/text.yaml: adverbials have two words or more, {phrase} is transparent"
                )
            found.setdefault(words[0], {}).setdefault(words[1], []).append(words)
        return found

    @cached_property
    def times(self) -> TimeLexicon | None:
        """The pack's time patterns, ready to match; None where the pack has none."""
        return compile_time(self.pack.time) if self.pack.time is not None else None


def _entries(pack: Pack, frames: dict[str, Frame]) -> Iterator[tuple[str, Entry]]:
    yield from _plain("compound", pack.text.compounds)
    if pack.names is not None:
        names = pack.names
        for kind, items in (
            ("title", names.titles),
            ("body", names.bodies),
            ("group", names.groups),
            ("compact", names.compacts),
            ("pronoun", names.pronouns),
            ("place-word", tuple(head for head in names.place_heads if not head.glued)),
        ):
            yield from _each(kind, items)
        for kind, forms in (
            ("honorific", names.honorifics),
            ("former", names.former),
            ("acting", names.acting),
            ("org-word", names.organisation_words),
            ("place-word", names.place_words),
            ("place-opener", names.place_openers),
            ("following", names.following),
        ):
            yield from _plain(kind, forms)
    if pack.attribution is not None:
        said = pack.attribution
        yield from _each("reporting", said.verbs)
        yield from _each("source", said.nouns)
        yield from _each("according", said.according)
        for kind, forms in (
            ("complementiser", said.complementisers),
            ("closer", said.closers),
            ("through", said.through),
            ("hearsay", said.hearsay),
            ("rumour", said.rumour),
        ):
            yield from _plain(kind, forms)
    if pack.events is not None:
        yield from _event_entries(pack, frames)


def _event_entries(pack: Pack, frames: dict[str, Frame]) -> Iterator[tuple[str, Entry]]:
    events = pack.events
    assert events is not None
    for frame_id, given in events.frames.items():
        for triggers in given if isinstance(given, tuple) else (given,):
            yield from _triggers(triggers, frames[frame_id])
            yield from _passives(triggers, frames[frame_id], pack)
    yield from _each("marker", events.markers)
    yield from _each("subordinator", events.clauses.subordinators)
    yield from _each("cue", events.status)
    for kind, forms in (
        ("coordinator", events.clauses.coordinators),
        ("contrast", events.clauses.contrast),
        ("infinitive", events.clauses.infinitive),
        ("light", events.light_verbs),
        ("plain", events.plain_verbs),
        ("nominaliser", events.nominalisers),
        ("happen", events.happen_verbs),
        ("vector", events.vector_verbs),
    ):
        yield from _plain(kind, forms)
    for name, forms in events.classes.items():
        yield from _plain("class", forms, name)
    for name, forms in events.context.items():
        yield from _plain("context", forms, name)


def _triggers(triggers: Triggers, frame: Frame) -> Iterator[tuple[str, Entry]]:
    verb, noun = Entry("verb", triggers, frame), Entry("noun", triggers, frame)
    for form in triggers.verbs:
        yield form, verb
    for form in triggers.nouns:
        yield form, noun
    if triggers.without:
        without = Entry("without", triggers, frame)
        for form in triggers.without:
            yield form, without


def _turned(pack: Pack, frames: dict[str, Frame]) -> Iterator[tuple[str, Entry]]:
    """Yield the verbal phrases of a pack, to be found with their verb in front as well."""
    for frame_id, given in pack.events.frames.items() if pack.events is not None else ():
        for triggers in given if isinstance(given, tuple) else (given,):
            for form in triggers.verbs:
                yield form, Entry("turned", triggers, frames[frame_id])


_WITH_OBJECT = re.compile(
    r"(\([^)]*\+[^)]*\)|\([^)]*\)\+|[^\s(<…]+\+(?: [a-z]+)?) … (<[^>]+>|\([^)]*\)|[\w-]+~?(?: [\w-]+~?)*)$"
)
"""A verb whose own pattern names what it does something to."""


_GOVERNING = re.compile(r"(\([^)]*\+\)|[^\s(<…]+\+) (?:… )?((?!…).+)$")
"""A verb that opens its own pattern, and the words that it governs."""


def _passives(triggers: Triggers, frame: Frame, pack: Pack) -> Iterator[tuple[str, Entry]]:
    """Yield verbs behind their objects: "sanctions were imposed", "the curfew that X imposed"."""
    if pack.text.order != "SVO" or pack.text.adpositions != "before" or pack.events is None:
        return
    if not pack.text.verb_endings:
        return
    if pack.text.cases:
        yield from _either_way(triggers, frame, pack)
        return
    helpers = [form for cue in pack.events.status for form in cue.forms
               if cue.gives == "passive" and cue.side == "before" and form.isalpha()]  # fmt: skip
    relatives = [form for sub in pack.events.clauses.subordinators if sub.kind == "relative" for form in sub.forms]
    relatives = [form for form in relatives if form not in pack.events.classes.get("subject-relative", ())]
    relatives = [form for form in (*relatives, *_complementisers(pack)) if " " not in form]
    governing = {form for marker in pack.events.markers for form in marker.forms} | set(
        pack.events.clauses.infinitive
    )
    entry = Entry("verb", triggers, frame)
    for form in triggers.verbs:
        found = _WITH_OBJECT.match(form)
        if found is None or governing & set(re.split(r"[\s()|]+", found[2])):
            continue
        if helpers:
            yield f"{found[2]} … ({'|'.join(helpers)}) {found[1]}", entry
        if relatives:
            yield f"{found[2]} ({'|'.join(relatives)}) … {found[1]}", entry


def _either_way(triggers: Triggers, frame: Frame, pack: Pack) -> Iterator[tuple[str, Entry]]:
    """Yield verbs behind what they carry, where words stand in a free order: "переговоры … провели".

    So also behind the words that they govern ("о разрыве отношений с Киевом объявил"), and behind a relative word
    that means what they carry ("соглашение, которое подписали").
    """
    entry = Entry("verb", triggers, frame)
    assert pack.events is not None
    prepositions = {form for marker in pack.events.markers for form in marker.forms}
    relatives = "|".join(pack.events.classes.get("object-relative", ()))
    for form in triggers.verbs:
        found = _WITH_OBJECT.match(form)
        if found is not None:
            yield f"{found[2]} … {found[1]}", entry
            if relatives and not prepositions & set(re.split(r"[\s()|]+", found[2])):
                yield f"{found[2]} … , ({relatives}) … {found[1]}", entry
            continue
        governed = _GOVERNING.match(form)
        if governed is not None and "+" not in governed[2]:
            words = [one for one in re.split(r"[\s()|…]+", governed[2]) if one]
            if words and not prepositions.issuperset(words):
                yield f"{governed[2]} … {governed[1]}", entry


def _complementisers(pack: Pack) -> tuple[str, ...]:
    return tuple(pack.attribution.complementisers) if pack.attribution is not None else ()


def _each(kind: str, items: tuple[Any, ...]) -> Iterator[tuple[str, Entry]]:
    for item in items:
        entry = Entry(kind, item)
        for form in item.forms:
            yield form, entry


def _plain(kind: str, forms: tuple[str, ...], item: Any = None) -> Iterator[tuple[str, Entry]]:
    entry = Entry(kind, item)
    for form in forms:
        yield form, entry
