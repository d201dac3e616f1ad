"""Finds a pack's patterns in a sentence: one look-up a token, whatever the number of patterns.

A pattern (see `packs.schema`) is compiled to elements; patterns are kept by the word that their first element
needs, so a token meets only the patterns that can begin with it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from typing import Generic, NamedTuple, TypeVar

from ..errors import DataError
from ..packs.schema import Tag
from .tokens import Folding, Inflection, Token

__all__ = ["Hit", "Lexicon"]

P = TypeVar("P")
_Key = tuple[str, str]
GAP = 6
"""Words that `…` may pass over."""
LIGHT = 2
"""Transparent words that may stand between two words of a pattern."""
SHAPES_KEPT = 200_000
"""Forms whose shapes a lexicon remembers."""
_STOPS = frozenset(',;:.!?()[]{}"“”‘’«»।৷|–—')
_NO_TAGS: frozenset[Tag] = frozenset()
_EMPHATIC: frozenset[Tag] = frozenset(("emphatic",))


class _Element(NamedTuple):
    word: str
    kind: str
    """exact, noun (`~`), verb (`+`), carried (exact, or with a particle of emphasis: before a verb at the end)."""
    gap: bool
    """A gap may stand before it."""


class _End(NamedTuple):
    """A pattern ends here: which of its elements is the head, and whose pattern it is."""

    head: int
    payload: int


class _Node:
    """Patterns that begin alike share their nodes; a child is reached by the next word, close by or over a gap."""

    __slots__ = ("close", "ends", "over_gap")

    def __init__(self) -> None:
        self.ends: list[_End] = []
        self.close: dict[_Key, _Node] = {}
        self.over_gap: dict[_Key, _Node] = {}

    def child(self, element: _Element) -> _Node:
        """Return the node for an element behind this one, made where it is missing."""
        children = self.over_gap if element.gap else self.close
        key = (element.word, element.kind)
        node = children.get(key)
        if node is None:
            node = children[key] = _Node()
        return node


class Hit(NamedTuple, Generic[P]):
    """A pattern found: tokens `first` to `last` (inclusive), its head token, and the head's tags."""

    first: int
    last: int
    head: int
    tags: frozenset[Tag]
    payload: P


class Lexicon(Generic[P]):
    """Patterns with payloads, matched against token sequences."""

    def __init__(
        self,
        entries: Iterable[tuple[str, P]],
        folding: Folding,
        inflection: Inflection,
        *,
        classes: dict[str, tuple[str, ...]] | None = None,
        transparent: Iterable[str] = (),
        head_last: bool = False,
        turned: Iterable[tuple[str, P]] = (),
    ) -> None:
        self._inflection = inflection
        self._payloads: list[P] = []
        self._root = _Node()
        self._barriers = frozenset(folding(word) for word in (classes or {}).get("barrier", ()))
        self._transparent = frozenset(folding(word.rstrip("~+")) for word in transparent if " " not in word)
        self._shapes: dict[str, Shape] = {}
        self._keys: set[_Key] = set()
        index: dict[int, int] = {}
        elements_of = cache(partial(_word_elements, folding=folding))
        for pattern, payload in entries:
            number = index.get(id(payload))
            if number is None:
                number = index[id(payload)] = len(self._payloads)
                self._payloads.append(payload)
            for elements in _expand(pattern, classes or {}, elements_of):
                if head_last and elements[-1].kind == "verb":
                    elements = _carried(elements)
                verbs = [i for i, e in enumerate(elements) if e.kind == "verb"] or [len(elements) - 1]
                self._add(elements, _End(verbs[-1] if head_last else verbs[0], number))
        for pattern, payload in turned:
            self._payloads.append(payload)
            for elements in _expand(pattern, classes or {}, elements_of):
                if len(elements) > 1 and elements[-1].kind == "verb":
                    self._add(_turned(elements), _End(0, len(self._payloads) - 1))

    def _add(self, elements: tuple[_Element, ...], end: _End) -> None:
        """Put one plain sequence into the tree."""
        node = self._root
        for element in elements:
            node = node.child(element)
            self._keys.add((element.word, element.kind))
        node.ends.append(end)

    def find(self, tokens: Sequence[Token], shapes: Sequence[Shape] | None = None) -> list[Hit[P]]:
        """Return all hits in order of their first token; overlapping ones are all kept, longest first."""
        shapes = shapes if shapes is not None else self.shapes(tokens)
        hits: list[Hit[P]] = []
        for at, shape in enumerate(shapes):
            if not shape.begins:
                continue
            begun: list[Hit[P]] = []
            for node, tags in shape.begins:
                self._follow(node, [(at, tags)], tokens, shapes, begun)
            if begun:
                begun.sort(key=lambda hit: -hit.last)
                hits.extend(begun)
        return hits

    def shapes(self, tokens: Sequence[Token]) -> list[Shape]:
        """Return each token's possible keys; they may be shared by lexicons of one pack."""
        known = self._shapes
        shapes = []
        for token in tokens:
            shape = known.get(token.norm)
            if shape is None:
                shape = self._shape(token.norm)
                if len(known) < SHAPES_KEPT:
                    known[token.norm] = shape
            shapes.append(shape)
        return shapes

    def _shape(self, norm: str) -> Shape:
        """Return the shape of a form; of its possible keys those that some pattern asks for."""
        wanted, first = self._keys, self._root.close
        keys = tuple((key, tags) for key, tags in _keys_of(norm, self._inflection).items() if key in wanted)
        return Shape(keys, tuple((first[key], tags) for key, tags in keys if key in first))

    def _follow(
        self,
        node: _Node,
        path: list[tuple[int, frozenset[Tag]]],
        tokens: Sequence[Token],
        shapes: Sequence[Shape],
        begun: list[Hit[P]],
    ) -> None:
        """Collect the hits of a node and of all nodes behind it; `path` has token and tags of each element."""
        for end in node.ends:
            head, tags = path[end.head]
            begun.append(Hit(path[0][0], path[-1][0], head, tags, self._payloads[end.payload]))
        for children, is_gap in ((node.close, False), (node.over_gap, True)):
            if children:
                for child, step, tags in self._reach(children, is_gap, path[-1][0] + 1, tokens, shapes):
                    self._follow(child, [*path, (step, tags)], tokens, shapes, begun)

    def _reach(
        self,
        children: dict[_Key, _Node],
        is_gap: bool,
        step: int,
        tokens: Sequence[Token],
        shapes: Sequence[Shape],
    ) -> Iterator[tuple[_Node, int, frozenset[Tag]]]:
        """Yield the children that the next words reach, each at its first place."""
        reached: set[int] = set()
        for _ in range((GAP if is_gap else LIGHT) + 1):
            if step >= len(tokens):
                return
            for key, tags in shapes[step].keys:
                child = children.get(key)
                if child is not None and id(child) not in reached:
                    reached.add(id(child))
                    yield child, step, tags
            norm = tokens[step].norm
            if norm in _STOPS or norm in self._barriers or not (is_gap or norm in self._transparent):
                return
            step += 1


class Shape(NamedTuple):
    """The keys under which a token may be found in a lexicon, with what each says."""

    keys: tuple[tuple[_Key, frozenset[Tag]], ...]
    begins: tuple[tuple[_Node, frozenset[Tag]], ...]
    """The beginnings of patterns that it is."""


def _keys_of(norm: str, inflection: Inflection) -> dict[_Key, frozenset[Tag]]:
    by_key: dict[tuple[str, str], frozenset[Tag]] = {(norm, "exact"): _NO_TAGS, (norm, "carried"): _NO_TAGS}
    for analysis in inflection.noun(norm):
        by_key.setdefault((analysis.stem, "noun"), analysis.tags)
        if analysis.tags == _EMPHATIC:
            by_key[analysis.stem, "carried"] = _NO_TAGS
    for analysis in inflection.verb(norm):
        # A stem with an ending tells more than the same letters bare.
        key = (analysis.stem, "verb")
        if key not in by_key or (analysis.tags and not by_key[key]):
            by_key[key] = analysis.tags
    return by_key


_SPLIT = re.compile(r"\([^)]*\)[~+]?|<[^>]+>|\S+")


_ElementsOf = Callable[[str], tuple[_Element, ...]]


def _expand(
    pattern: str, classes: dict[str, tuple[str, ...]], elements_of: _ElementsOf
) -> list[tuple[_Element, ...]]:
    """Return every plain sequence of elements that a pattern stands for."""
    slots: list[list[list[str]]] = []
    for part in _SPLIT.findall(pattern):
        if part.startswith("<") and part.endswith(">"):
            if part[1:-1] not in classes:
                raise DataError(f"pattern {pattern!r} names the class {part}, which is not in classes")
            slots.append([member.split() for member in classes[part[1:-1]]])
        elif part.startswith("("):
            mark = part[-1] if part[-1] in "~+" else ""
            inner = part.rstrip("~+").strip("()")
            slots.append(
                [(one.strip() + ("" if one.strip()[-1:] in "~+" else mark)).split() for one in inner.split("|")]
            )
        else:
            slots.append([[part]])
    sequences = []
    for choice in itertools.product(*slots):
        words = [word for chosen in choice for word in chosen]
        sequences.append(_elements(words, pattern, elements_of))
    return sequences


def _elements(words: list[str], pattern: str, elements_of: _ElementsOf) -> tuple[_Element, ...]:
    elements: list[_Element] = []
    gap = False
    for word in words:
        if word in ("…", "..."):
            gap = True
            continue
        first, *others = elements_of(word)
        elements.append(_Element(first.word, first.kind, True) if gap else first)
        elements.extend(others)
        gap = False
    if not elements:
        raise DataError(f"pattern {pattern!r} has no word")
    return tuple(elements)


def _carried(elements: tuple[_Element, ...]) -> tuple[_Element, ...]:
    """Let the words that a verb carries take a particle of emphasis: বৈঠকও করেছে is বৈঠক করেছে."""
    carried = (_Element(e.word, "carried", e.gap) if e.kind == "exact" else e for e in elements[:-1])
    return (*carried, elements[-1])


def _turned(elements: tuple[_Element, ...]) -> tuple[_Element, ...]:
    """Put the closing verb first, and what it carries behind a gap: ড্রোন হামলা চালায় -> চালায় … ড্রোন হামলা."""
    carried = elements[0]._replace(gap=True)
    return (elements[-1]._replace(gap=False), carried, *elements[1:-1])


def _word_elements(word: str, folding: Folding) -> tuple[_Element, ...]:
    """Split a pattern's word as `tokens.tokenize` would (hyphens are tokens of their own)."""
    kind = {"~": "noun", "+": "verb"}.get(word[-1], "exact")
    pieces = [piece for piece in re.split(r"([-–])", word.rstrip("~+")) if piece]
    if not pieces:
        raise DataError(f"the pattern word {word!r} has a mark and no letters")
    *others, last = pieces
    return (*(_Element(folding(piece), "exact", False) for piece in others), _Element(folding(last), kind, False))
