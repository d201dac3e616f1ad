"""Measures the finding of names on our own gold, where every mention of a name is marked.

    python tools/names_gold.py tests/gold/names [--language ru] [--misses] [--table]

A found name is right where its text and type are those of a marked one, each once and in the order of the text;
people, bodies, states with their parts, and places are measured, facilities, weapons, treaties and named events
are not. An entity is right where it is the marked one; where the gold says null (nothing lists it), ours may be
null or `new:`.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import dragoman
from dragoman.records import Name
from dragoman.scoring.gold import GoldName, GoldText, load_gold

__all__ = ["TYPES", "Tally", "files", "measure", "rows"]

TYPES = ("PER", "ORG", "GPE", "LOC")
HEAD = (
    "| language | names | precision | recall | F1 | "
    + " | ".join(f"F1 {type_}" for type_ in TYPES)
    + " | entities |"
)


@dataclass(slots=True)
class Tally:
    """Counts over texts: names right, found and marked by type; entities right among the names right."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    marked: Counter[str] = field(default_factory=Counter)
    entities: int = 0
    misses: list[str] = field(default_factory=list)
    """What is wrong, one line each: - missed, + false, ~ another entity."""

    def f1(self, types: Iterable[str] = TYPES) -> tuple[float, float, float]:
        """Return precision, recall and F1 over types."""
        types = tuple(types)
        right = sum(self.right[one] for one in types)
        precision = right / max(1, sum(self.found[one] for one in types))
        recall = right / max(1, sum(self.marked[one] for one in types))
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)

    def row(self, language: str) -> str:
        """Return a row of the table."""
        figures = [*self.f1(), *(self.f1([one])[2] for one in TYPES), self.entities / max(1, self.right.total())]
        return (
            f"| {language} | {self.marked.total()} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |"
        )

    def add(self, text: GoldText) -> None:
        """Read a text and count what was found."""
        found = [name for name in dragoman.read(text.text, language=text.language, published=text.published).names
                 if name.type in TYPES]  # fmt: skip
        marked = [name for name in text.names or () if name.type in TYPES]
        self.found.update(name.type for name in found)
        self.marked.update(name.type for name in marked)
        pairs, missed, false = paired(found, marked)
        self.right.update(name.type for name, _ in pairs)
        wrong = [(name, gold) for name, gold in pairs if not same_entity(name, gold)]
        self.entities += len(pairs) - len(wrong)
        if missed or false or wrong:
            self.misses.append(f"{text.id}: {text.text}")
            self.misses += [f"   - {gold.type} {gold.text} ({gold.entity})" for gold in missed]
            self.misses += [f"   + {name.type} {name.text} ({name.entity}, {name.how})" for name in false]
            self.misses += [
                f"   ~ {name.type} {name.text}: {name.entity}, marked {gold.entity}" for name, gold in wrong
            ]


def paired(
    found: list[Name], marked: list[GoldName]
) -> tuple[list[tuple[Name, GoldName]], list[GoldName], list[Name]]:
    """Return the found names that are right with the marked ones, the marked ones missed, the found ones wrong."""
    open_, pairs, false = list(marked), list[tuple[Name, GoldName]](), list[Name]()
    for name in found:
        fitting = [gold for gold in open_ if (gold.text, gold.type) == (name.text, name.type)]
        if fitting:
            open_.remove(fitting[0])
            pairs.append((name, fitting[0]))
        else:
            false.append(name)
    return pairs, open_, false


def same_entity(name: Name, gold: GoldName) -> bool:
    """Whether the entity is the marked one, or none where none is listed."""
    if gold.entity is None:
        return name.entity is None or name.entity.startswith("new:")
    return name.entity == gold.entity


def files(folder: Path) -> list[Path]:
    """Return the files of gold in a folder, those of its second set included."""
    return sorted([*folder.glob("*.jsonl"), *folder.glob("second/*.jsonl")])


def measure(texts: Iterable[GoldText]) -> dict[str, Tally]:
    """Return the counts by language."""
    tallies: dict[str, Tally] = {}
    for text in texts:
        if text.names and text.language:
            tallies.setdefault(text.language, Tally()).add(text)
    return tallies


def rows(tallies: dict[str, Tally]) -> list[str]:
    """Return the table of all languages."""
    rule = "|---" + "|--:" * (HEAD.count("|") - 2) + "|"
    return [HEAD, rule, *(tally.row(code) for code, tally in tallies.items())]


def main() -> None:
    """Measure gold and print the table, with `--misses` before it everything that is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("path", type=Path, help="a file of gold or a folder with one for each language")
    parser.add_argument("--language", help="only texts of this language")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    paths = files(options.path) if options.path.is_dir() else [options.path]
    texts = [text for path in paths for text in load_gold(path) if options.language in (None, text.language)]
    tallies = measure(texts)
    for tally in tallies.values() if options.misses else ():
        print(*tally.misses, sep="\n")
    print(*rows(tallies), sep="\n")


if __name__ == "__main__":
    main()
