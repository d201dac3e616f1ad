"""Pattern rows to a tree that is walked token by token.

See `dragoman.packs.time_schema` for how a row is written. Every row becomes the finite list of its element
sequences, and all of them share one tree of dictionaries, so a walk costs one look-up an element.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Final

import msgspec

from ...errors import DataError
from ...packs.time_schema import SLOTS, Rule
from .tokens import Folding, tokenise

__all__ = ["End", "Node", "compile_patterns", "literal"]

_ELEMENT: Final = re.compile(r"<?\((?:\\.|[^)\\])*\)>?\??|<[^>\s]+>\??|\S+")

_BRACKET: Final = re.compile(r"(?<!\\)[()<>]")


class End(msgspec.Struct, frozen=True, gc=False):
    """What a finished pattern says: its rule, and how many context elements stand at either edge."""

    rule: str
    before: int
    after: int
    order: int
    weak: bool
    shy: bool
    """Whether one weak word makes the whole pattern weak."""


class Node(msgspec.Struct, gc=False):
    """One step of the pattern tree."""

    edges: dict[str, Node] = msgspec.field(default_factory=dict)
    end: End | None = None


Step = tuple[str, bool]
"""An edge's label, and whether it is context only."""


def literal(key: str) -> str:
    """Return the label of an edge that takes this very word."""
    return "=" + key


def compile_patterns(
    patterns: Mapping[Rule, Sequence[str]], words: Iterable[str], folding: Folding
) -> tuple[Node, set[str]]:
    """Return the tree of all pattern rows and the literal words in them; `words` names the pack's word sets.

    Raises `DataError` for an unknown slot or a row that cannot be read.
    """
    known = SLOTS | frozenset(words)
    root = Node()
    literals: set[str] = set()
    for place, (rule, rows) in enumerate(patterns.items()):
        for row in rows:
            mark = row[0] if row[:2] in ("~ ", "! ") else ""
            end = End(rule, 0, 0, -1 if rule == "nothing" else place, mark == "~", mark == "!")
            for steps in _sequences(row[2:] if mark else row, known, folding):
                literals.update(label[1:] for label, _ in steps if label.startswith("="))
                _insert(root, steps, end)
    return root, literals


def _sequences(row: str, known: frozenset[str], folding: Folding) -> Iterator[list[Step]]:
    """Yield every sequence of steps that a row stands for."""
    choices = [_choices(element, row, known, folding) for element in _ELEMENT.findall(row)]
    for picked in product(*choices):
        steps = [step for group in picked for step in group]
        if all(context for _, context in steps):
            raise DataError(f"time.yaml: patterns: {row!r} has nothing but context; give it a slot")
        yield steps


def _choices(element: str, row: str, known: frozenset[str], folding: Folding) -> list[tuple[Step, ...]]:
    """Return what one element of a row may be, each as a sequence of steps."""
    optional = element.endswith("?") and len(element) > 1
    body = element[:-1] if optional else element
    context = body.startswith("<") and body.endswith(">") and len(body) > 2
    body = body[1:-1] if context else body
    grouped = body.startswith("(") and body.endswith(")") and len(body) > 2
    options = body[1:-1].split("|") if grouped else [body]
    found: list[tuple[Step, ...]] = []
    for option in options:
        if len(option) > 1 and _BRACKET.search(option):
            raise DataError(
                f"time.yaml: patterns: {row!r}: write a bracket that is a word of its own as \\( or \\)"
            )
        if option.startswith("{") and option.endswith("}"):
            slot = option[1:-1]
            if slot not in known:
                raise DataError(
                    f"time.yaml: patterns: {row!r}: unknown slot {option}; see time_schema.SLOTS and words"
                )
            found.append(((slot, context),))
        else:
            option = option.replace("\\", "")
            tokens = tokenise(option, 0, len(option), folding)
            found.append(tuple((literal(token.key), context) for token in tokens))
    if optional:
        found.append(())
    return found


def _insert(root: Node, steps: list[Step], end: End) -> None:
    """Add one sequence of steps to the tree; of two rows that read alike the earlier one stands."""
    if steps[-1] == (literal(","), False):  # what an optional comma leads to was left out
        return
    core = [index for index, (_, context) in enumerate(steps) if not context]
    node = root
    for label, _ in steps:
        node = node.edges.setdefault(label, Node())
    if node.end is None or node.end.order > end.order:
        node.end = msgspec.structs.replace(end, before=core[0], after=len(steps) - 1 - core[-1])
