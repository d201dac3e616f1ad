"""Makes the page vectors that ship with the package: a pruned token table, and how languages are aligned.

    python tools/make_vectors.py EMBEDDINGS PAGES [--keep 130000] [--into FOLDER]

EMBEDDINGS is a folder with `vectors.int8.npy` (tokens x d), `scales.f16.npy` and `tokenizer.json` (a Unigram model
of the same tokens). PAGES is JSON Lines of {"page", "language", "sentences"}: pages that are translations of each
other. Tokens of the scripts that our languages are written in are kept; of Latin and Cyrillic, which serve many
other languages too, only the KEEP most probable of all. The same input gives the same files.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from pathlib import Path
from typing import NamedTuple

import marisa_trie
import numpy as np

from dragoman.stories.alignment import Vectors, fit
from dragoman.stories.segment import LONGEST
from dragoman.stories.vectors import DATA, TokenVectors

SCRIPTS = frozenset(
    ("LATIN", "CYRILLIC", "CJK", "ARABIC", "DEVANAGARI", "BENGALI", "HANGUL", "HIRAGANA", "KATAKANA")
) | frozenset(("KATAKANA-HIRAGANA", "IDEOGRAPHIC"))
"""First words of the Unicode names of letters."""
SHARED = frozenset(("LATIN", "CYRILLIC"))
SPECIAL = 4
"""The first tokens of the model stand for no text."""
KEEP = 130_000


class Pages(NamedTuple):
    """Pages by number, each in the same languages: `texts[page][language]`."""

    languages: list[str]
    texts: list[list[str]]


def read_pages(path: Path) -> Pages:
    """Return the pages that are there in every language, in order of their names."""
    found: dict[str, dict[str, str]] = {}
    for line in path.read_text("utf-8").splitlines():
        page = json.loads(line)
        found.setdefault(page["page"], {})[page["language"]] = "\n".join(page["sentences"])
    languages = sorted({language for texts in found.values() for language in texts})
    whole = [texts for _, texts in sorted(found.items()) if len(texts) == len(languages)]
    return Pages(languages, [[texts[language] for language in languages] for texts in whole])


def plain_vectors(pages: Pages, vectors: TokenVectors) -> Vectors:
    """Return the vectors of pages before alignment: (pages, languages, d)."""
    return np.stack([vectors.plain(texts) for texts in pages.texts])


def kept(vocabulary: list[tuple[str, float]], keep: int) -> list[int]:
    """Return the numbers of the tokens that ship; the vocabulary runs from the most probable down."""
    return [
        number
        for number, (token, _) in enumerate(vocabulary)
        if number >= SPECIAL
        and len(token) <= LONGEST
        and ((script := script_of(token)) is None or script in SCRIPTS)
        and (number < keep or script not in SHARED or len(token) == 1)
    ]


def script_of(token: str) -> str | None:
    """Return the script of the first letter, None without a letter."""
    letter = next((one for one in token if one.isalpha()), None)
    return None if letter is None else unicodedata.name(letter, "?").split()[0]


def main() -> None:
    """Write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("embeddings", type=Path)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--keep", type=int, default=KEEP)
    parser.add_argument("--into", type=Path, default=DATA)
    options = parser.parse_args()
    vocabulary = json.loads((options.embeddings / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    chosen = kept(vocabulary, options.keep)
    trie = marisa_trie.Trie([vocabulary[number][0] for number in chosen])
    rows = np.zeros(len(chosen), np.int64)
    for number in chosen:
        rows[trie[vocabulary[number][0]]] = number
    into = options.into
    into.mkdir(parents=True, exist_ok=True)
    trie.save(str(into / "tokens.marisa"))
    np.save(into / "vectors.npy", np.load(options.embeddings / "vectors.int8.npy")[rows])
    scales = np.load(options.embeddings / "scales.f16.npy")[rows]
    chances = np.array([vocabulary[number][1] for number in rows], np.float32)
    size = np.load(into / "vectors.npy", mmap_mode="r").shape[1]
    pages = read_pages(options.pages)
    space = {"scales": scales, "chances": chances, "languages": np.array(pages.languages)}
    blank = {"means": np.zeros((len(pages.languages), size), np.float32), "map": np.eye(size, dtype=np.float32)}
    np.savez(into / "space.npz", allow_pickle=False, **space, **blank)
    alignment = fit(plain_vectors(pages, TokenVectors(into)), pages.languages)
    means = np.stack([alignment.means[language] for language in pages.languages])
    np.savez(into / "space.npz", allow_pickle=False, **space, means=means, map=alignment.map)
    total = sum(file.stat().st_size for file in into.iterdir())
    print(f"{len(chosen):,} tokens of {len(vocabulary):,}, {total / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
