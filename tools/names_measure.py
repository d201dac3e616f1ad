"""Measures the finding of names on annotated sentences that stand outside the project.

    python tools/names_measure.py names.ru.jsonl [--language ru] [--limit 500] [--misses 40] [--table]

A line of the input is {"tokens": [...], "tags": [...]} with BIO tags of PER, ORG and LOC; where every token is
one character, they are joined without blanks. A found name counts as right where it overlaps with a marked one
of the same type ("relaxed"), each once; states, places and facilities are all LOC. Weapons, treaties and named
events are not marked in such files and are left out.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import dragoman

TYPES = {"PER": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


class Span(NamedTuple):
    """A name: offsets in its sentence and PER, ORG or LOC."""

    start: int
    end: int
    type: str


class Sentence(NamedTuple):
    """A sentence with the names that are marked in it."""

    text: str
    names: list[Span]


class Count(NamedTuple):
    """Names that were rightly found, found, and marked."""

    right: int
    found: int
    marked: int

    def __str__(self) -> str:
        precision = self.right / max(1, self.found)
        recall = self.right / max(1, self.marked)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return f"{precision:.3f} | {recall:.3f} | {f1:.3f} | {self.marked}"


def sentences(path: Path) -> list[Sentence]:
    """Read annotated sentences."""
    return [sentence(json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def sentence(record: dict[str, list[str]]) -> Sentence:
    """Return the text of an annotated sentence and its names."""
    tokens = [unicodedata.normalize("NFC", token) for token in record["tokens"]]
    gap = "" if all(len(token) <= 1 for token in tokens) else " "
    text, names = "", list[Span]()
    for token, tag in zip(tokens, record["tags"], strict=True):
        start = len(text) + (len(gap) if text else 0)
        text += (gap if text else "") + token
        kind = tag[2:]
        if tag.startswith("I-") and names and names[-1].type == kind:
            names[-1] = names[-1]._replace(end=len(text))
        elif tag != "O" and kind in TYPES:
            names.append(Span(start, len(text), kind))
    return Sentence(text, names)


def found_names(text: str, language: str) -> list[Span]:
    """Return the names that the reader finds."""
    names = dragoman.read(text, language=language).names
    return [Span(name.start, name.end, TYPES[name.type]) for name in names if name.type in TYPES]


def match(found: list[Span], marked: list[Span]) -> tuple[list[Span], list[Span]]:
    """Return the found names that are wrong and the marked ones that were missed."""
    open_ = list(marked)
    wrong = []
    for span in found:
        fitting = [m for m in open_ if m.type == span.type and m.start < span.end and span.start < m.end]
        if fitting:
            open_.remove(fitting[0])
        else:
            wrong.append(span)
    return wrong, open_


def main() -> None:
    """Measure one file and print precision, recall and F1 for each type."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--language", help="the code; without it, the part of the file's name before .jsonl")
    parser.add_argument("--limit", type=int, default=None, help="only the first sentences")
    parser.add_argument("--misses", type=int, default=0, help="print so many wrong and missed names")
    options = parser.parse_args()
    language = options.language or options.path.name.split(".")[1]
    states = Count(0, 0, 0)
    right, found, marked = Counter[str](), Counter[str](), Counter[str]()
    shown = 0
    for one in sentences(options.path)[: options.limit]:
        names = found_names(one.text, language)
        wrong, missed = match(names, one.names)
        found.update(span.type for span in names)
        acting = sum(span.type == "LOC" and any(m.type == "ORG" and m.start < span.end and span.start < m.end
                     for m in missed) for span in wrong)  # fmt: skip
        states = Count(states.right + acting, 0, 0)
        marked.update(span.type for span in one.names)
        right.update(span.type for span in names)
        right.subtract(span.type for span in wrong)
        if (wrong or missed) and shown < options.misses:
            shown += len(wrong) + len(missed)
            print(one.text)
            for sign, spans in (("+", wrong), ("-", missed)):
                for span in spans:
                    print(f"   {sign} {span.type} {one.text[span.start : span.end]}")
    print("type | precision | recall | F1 | names")
    for kind in ("PER", "ORG", "LOC"):
        print(kind, "|", Count(right[kind], found[kind], marked[kind]))
    print("all |", Count(right.total(), found.total(), marked.total()))
    if states.right:
        total = Count(right.total() + states.right, found.total(), marked.total())
        print("states that act marked as ORG, found as LOC, taken for right |", total)


if __name__ == "__main__":
    main()
