"""Finds a pack's patterns in a sentence: one look-up a token, whatever the number of patterns.

Patterns are kept as a tree of the words they ask for, so a token meets only the patterns that can begin with it.
The tree is grown where texts lead: a node knows which patterns have come so far, and its children are made when a
text gets there for the first time. Putting a lexicon together therefore costs what the pack is long, not what its
alternatives multiply to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

import msgspec

from ..packs.schema import Tag
from .notation import CARRIED, EXACT, NOUN, VERB, Alternative, Chain, Notation
from .tokens import Folding, Inflection, Token

__all__ = ["Hit", "Lexicon", "Shape"]

P = TypeVar("P")
_PARTS = 2
"""Letters that a compound has before its last noun at the least."""
GAP = 6
"""Words that `…` may pass over."""
_LISTED = 3
"""Tokens that each comma of a list lets a gap pass over beyond its own: the comma, and a name of two."""
LIGHT = 2
"""Transparent words that may stand between two words of a pattern."""
SHAPES_KEPT = 200_000
"""Forms whose shapes a lexicon remembers."""
_STOPS = frozenset(',;:.!?()[]{}"“‘«।৷|–—')
_CLOSING_QUOTES = frozenset("”’»")
"""Marks behind words set apart, which belong to the phrase around them ("called it a ‘mistake’")."""
_NO_TAGS: frozenset[Tag] = frozenset()
_EMPHATIC: frozenset[Tag] = frozenset(("emphatic",))
_STOP, _WORD, _LIGHT_WORD = 0, 1, 2
"""What a token is to a pattern that has to pass it: no way through, only by a gap, or always."""


class _Place(msgspec.Struct, frozen=True, gc=False):
    """How far a pattern has come: the element of an alternative in one of its slots, how many elements that
    makes, and which of them is the head (-1: none yet)."""

    chain: Chain
    slot: int
    alternative: Alternative
    element: int
    length: int
    head: int


class _End(msgspec.Struct, frozen=True, gc=False):
    """A pattern ends here: which of its elements is the head, and whose pattern it is."""

    head: int
    payload: int


class _Node(msgspec.Struct, gc=False, eq=False):
    """Patterns that began alike; a child is reached by the next word, close by or over a gap."""

    close: dict[str, _Node]
    over_gap: dict[str, _Node]
    places: tuple[_Place, ...] | None = ()
    """The patterns that have come here, until the children are made."""
    ends: tuple[_End, ...] = ()

    def grow(self, places: tuple[_Place, ...]) -> None:
        """Make the children."""
        ends: list[_End] = []
        close: dict[str, _Node] = {}
        over_gap: dict[str, _Node] = {}
        for place in places:
            chain, following = place.chain, place.slot + 1
            if place.element + 1 < len(place.alternative):
                _enter(place, place.slot, place.alternative, place.element + 1, close, over_gap)
            elif following < len(chain.slots):
                for other in chain.slots[following]:
                    _enter(place, following, other, 0, close, over_gap)
            else:
                ends.append(_End(place.head if place.head >= 0 else place.length - 1, chain.payload))
        self.ends, self.close, self.over_gap = tuple(ends), close, over_gap
        self.places = None


def _enter(
    place: _Place,
    slot: int,
    alternative: Alternative,
    element: int,
    close: dict[str, _Node],
    over_gap: dict[str, _Node],
) -> None:
    """Put a pattern's next element among the children."""
    word = alternative[element]
    children = over_gap if word.gap else close
    node = children.get(word.key)
    if node is None:
        node = children[word.key] = _Node(_NO_CHILDREN, _NO_CHILDREN)
    assert node.places is not None
    head = place.chain.head(word, place.length, place.head)
    node.places = (*node.places, _Place(place.chain, slot, alternative, element, place.length + 1, head))


_NO_CHILDREN: dict[str, _Node] = {}


class Hit(msgspec.Struct, Generic[P], frozen=True, gc=False):
    """A pattern found: tokens `first` to `last` (inclusive), its head token, and the head's tags."""

    first: int
    last: int
    head: int
    tags: frozenset[Tag]
    payload: P
    joint: int = 0
    """The first token behind the last words that the pattern's gap passed over, or `first`."""


class Shape(msgspec.Struct, frozen=True, gc=False):
    """The keys under which a token may be found in a lexicon, with what each says."""

    keys: tuple[tuple[str, frozenset[Tag]], ...]
    alone: tuple[tuple[frozenset[Tag], int], ...]
    """The patterns of one word that it is: tags, and the number of the payload."""
    begins: tuple[tuple[_Node, frozenset[Tag]], ...]
    """The beginnings of longer patterns that it is."""
    passing: int
    """Whether a pattern may pass over it."""
    names: frozenset[str]
    """The keys alone."""


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
        self._barriers = frozenset(folding(word) for word in (classes or {}).get("barrier", ()))
        self._transparent = frozenset(folding(word.rstrip("~+")) for word in transparent if " " not in word)
        self._heads = tuple(folding(word) for word in (classes or {}).get("compound-head", ()))
        self._acts = tuple(folding(word) for word in (classes or {}).get("compound-act", ()))
        self._whole = tuple(folding(word) for word in (classes or {}).get("compound-whole", ()))
        self._shapes: dict[str, Shape] = {}
        notation = Notation(folding, classes or {})
        chains: list[Chain] = []
        index: dict[int, int] = {}
        for pattern, payload in entries:
            number = index.get(id(payload))
            if number is None:
                number = index[id(payload)] = len(self._payloads)
                self._payloads.append(payload)
            chains += notation.chains(pattern, number, head_last=head_last)
        for pattern, payload in turned:
            self._payloads.append(payload)
            chains += notation.turned(pattern, len(self._payloads) - 1)
        self._begins = _beginnings(chains)
        self._keys = frozenset(
            element.key
            for slot in {id(slot): slot for chain in chains for slot in chain.slots}.values()
            for alternative in slot
            for element in alternative
        )

    def find(
        self,
        tokens: Sequence[Token],
        shapes: Sequence[Shape] | None = None,
        jumps: Mapping[int, int] | None = None,
    ) -> list[Hit[P]]:
        """Return all hits in order of their first token; overlapping ones are all kept, longest first.

        `jumps` are stretches that may stand inside any pattern (first token -> first token behind): "agreed on
        Friday to lend".
        """
        shapes = shapes if shapes is not None else self.shapes(tokens)
        payloads, hits = self._payloads, list[Hit[P]]()
        present = frozenset[str]().union(*(shape.names for shape in shapes))
        for at, shape in enumerate(shapes):
            begun = [Hit(at, at, at, tags, payloads[payload], at) for tags, payload in shape.alone]
            if not shape.begins:
                hits.extend(begun)
                continue
            behind = shapes[at + 1] if at + 1 < len(shapes) else None
            for node, tags in shape.begins:
                # most beginnings are no more than that: the next word of no pattern follows
                dead = behind is None or (
                    behind.passing < _LIGHT_WORD and node.close.keys().isdisjoint(behind.names)
                )
                gapped = node.over_gap and not node.over_gap.keys().isdisjoint(present)
                if not dead or gapped or (jumps and at + 1 in jumps):
                    self._go_on(node, ((at, tags),), at, shapes, begun, jumps)
            if len(begun) > len(shape.alone):
                begun.sort(key=_shortest)
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
        wanted, first = self._keys, self._begins
        keys = tuple((key, tags) for key, tags in _keys_of(norm, self._inflection).items() if key in wanted)
        if self._acts:
            keys += tuple(self._by_head(norm, self._acts, keys))
        if self._heads and not any(key.startswith(NOUN) for key, _ in keys):
            keys += tuple(self._by_head(norm, self._heads, keys))
        passing = _LIGHT_WORD if norm in self._transparent or norm in _CLOSING_QUOTES else _WORD
        if norm in _STOPS or norm in self._barriers:
            passing = _STOP
        opened = [(first[key], tags) for key, tags in keys if key in first]
        for node, _ in opened:
            if node.places is not None:
                node.grow(node.places)
        alone = tuple((tags, end.payload) for node, tags in opened for end in node.ends)
        begins = tuple((node, tags) for node, tags in opened if node.close or node.over_gap)
        return Shape(keys, alone, begins, passing, frozenset(key for key, _ in keys))

    def _by_head(
        self, norm: str, heads: tuple[str, ...], keys: tuple[tuple[str, frozenset[Tag]], ...]
    ) -> Iterator[tuple[str, frozenset[Tag]]]:
        """Yield the keys of the noun that an unlisted compound ends in: "sanghojeopgeun-hyeopjeong"."""
        for analysis in self._inflection.noun(norm):
            head = next((one for one in heads if analysis.stem.endswith(one)), None)
            if head is None or len(analysis.stem) < len(head) + _PARTS or analysis.stem.endswith(self._whole):
                continue
            key = NOUN + head
            if key in self._keys and all(key != known for known, _ in keys):
                yield key, analysis.tags
                return

    def _follow(
        self,
        node: _Node,
        path: tuple[tuple[int, frozenset[Tag]], ...],
        joint: int,
        shapes: Sequence[Shape],
        begun: list[Hit[P]],
        jumps: Mapping[int, int] | None,
    ) -> None:
        """Collect the hits of a node and of all nodes behind it; `path` has token and tags of each element.

        `joint` is the first token behind the last gap that passed over words.
        """
        if (places := node.places) is not None:
            node.grow(places)
        for end in node.ends:
            head, tags = path[end.head]
            begun.append(Hit(path[0][0], path[-1][0], head, tags, self._payloads[end.payload], joint))
        if node.close or node.over_gap:
            self._go_on(node, path, joint, shapes, begun, jumps)

    def _go_on(
        self,
        node: _Node,
        path: tuple[tuple[int, frozenset[Tag]], ...],
        joint: int,
        shapes: Sequence[Shape],
        begun: list[Hit[P]],
        jumps: Mapping[int, int] | None,
    ) -> None:
        """Collect the hits of all nodes behind one."""
        close, over_gap = node.close, node.over_gap
        first = path[-1][0] + 1
        behind = jumps.get(first) if jumps else None
        for begin in (first,) if behind is None else (first, behind):
            if close:
                self._reach(close, LIGHT, _LIGHT_WORD, path, joint, shapes, begun, begin, jumps)
            if over_gap:
                self._reach(over_gap, GAP, _WORD, path, joint, shapes, begun, begin, jumps)

    def _reach(
        self,
        children: dict[str, _Node],
        passes: int,
        passing: int,
        path: tuple[tuple[int, frozenset[Tag]], ...],
        joint: int,
        shapes: Sequence[Shape],
        begun: list[Hit[P]],
        first: int,
        jumps: Mapping[int, int] | None,
    ) -> None:
        """Follow the children that the words from `first` reach, each at its first place.

        At most `passes` words are passed over, each of them at least `passing`.
        """
        reached: list[_Node] = []
        asked = children.keys()
        step, hop = first, first
        if jumps and passes == GAP:  # the commas of a list, and what they part, are not counted
            comma = self._shapes.get(",")
            passes += sum(_LISTED for at in jumps if first <= at <= first + GAP and shapes[at] is comma)
        for shape in shapes[first : first + passes + 1]:
            if step < hop:  # inside a stretch that any gap passes over
                step += 1
                continue
            if not asked.isdisjoint(shape.names):
                for key, tags in shape.keys:
                    child = children.get(key)
                    if child is not None and child not in reached:
                        reached.append(child)
                        over = step if passes >= GAP and step > first else joint
                        self._follow(child, (*path, (step, tags)), over, shapes, begun, jumps)
            if shape.passing < passing:
                hop = jumps.get(step, 0) if jumps and passes >= GAP else 0
                if hop <= step:
                    return
            step += 1


def _shortest(hit: Hit[P]) -> int:
    return -hit.last


def _beginnings(chains: Iterable[Chain]) -> dict[str, _Node]:
    """Return the first nodes by their keys. What begins with a gap never begins."""
    root: dict[str, _Node] = {}
    over_gap: dict[str, _Node] = {}
    for chain in chains:
        before = _Place(chain, -1, (), -1, 0, -1)
        for alternative in chain.slots[0]:
            _enter(before, 0, alternative, 0, root, over_gap)
    return root


def _keys_of(norm: str, inflection: Inflection) -> dict[str, frozenset[Tag]]:
    by_key: dict[str, frozenset[Tag]] = {EXACT + norm: _NO_TAGS, CARRIED + norm: _NO_TAGS}
    for analysis in inflection.noun(norm):
        by_key.setdefault(NOUN + analysis.stem, analysis.tags)
        if analysis.tags == _EMPHATIC:
            by_key[CARRIED + analysis.stem] = _NO_TAGS
        for form in inflection.uncounted(analysis):
            by_key.setdefault(CARRIED + form, _NO_TAGS)
    for analysis in inflection.verb(norm):
        # A stem with an ending tells more than the same letters bare.
        key = VERB + analysis.stem
        if key not in by_key or (analysis.tags and not by_key[key]):
            by_key[key] = analysis.tags
    return by_key
