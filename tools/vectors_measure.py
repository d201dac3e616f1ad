"""Measures page vectors: how often a page finds its English translation first, by language, and pages a second.

    python tools/vectors_measure.py PAGES [--folds 4]

PAGES is JSON Lines of {"page", "language", "sentences"}: pages in several languages. Cross-validated by page:
language means and the linear map are learned from the other folds alone, and the right page is sought among all
English ones. The speed is that of the shipped table, on all cores, each process starting without memory of words.
"""

from __future__ import annotations

import argparse
import os
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
from make_vectors import Pages, plain_vectors, read_pages

from dragoman.stories.alignment import Vectors, fit
from dragoman.stories.vectors import TokenVectors, load_vectors

ENGLISH = "en"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--folds", type=int, default=4)
    options = parser.parse_args()
    pages = read_pages(options.pages)
    shares = found_first(pages, plain_vectors(pages, load_vectors()), options.folds)
    print("  ".join(f"{language} {share:.3f}" for language, share in shares.items()))
    values = list(shares.values())
    print(f"mean of {len(values)} languages {sum(values) / len(values):.4f}, worst {min(values):.4f}")
    wall, processor = speed(pages)
    print(f"{wall:.0f} pages a second on {os.cpu_count()} cores, {processor:.0f} a second of one core's time")


def found_first(pages: Pages, versions: Vectors, folds: int) -> dict[str, float]:
    """Return by language the share of pages whose nearest English page is their translation."""
    english = pages.languages.index(ENGLISH)
    hits: dict[str, list[bool]] = {language: [] for language in pages.languages if language != ENGLISH}
    fold = np.arange(len(versions)) % folds
    for number in range(folds):
        alignment = fit(versions[fold != number], pages.languages)
        targets = alignment.apply(versions[:, english], [ENGLISH] * len(versions))
        asked = np.flatnonzero(fold == number)
        for language, row in hits.items():
            own = versions[asked, pages.languages.index(language)]
            nearest = (alignment.apply(own, [language] * len(own)) @ targets.T).argmax(axis=1)
            row.extend((nearest == asked).tolist())
    return {language: sum(row) / len(row) for language, row in hits.items()}


def speed(pages: Pages) -> tuple[float, float]:
    """Return pages a second on all cores, and a second of processor time, opening the table included."""
    cores = os.cpu_count() or 1
    texts = [
        (text, language) for page in pages.texts for text, language in zip(page, pages.languages, strict=True)
    ]
    parts = [texts[core::cores] for core in range(cores)]
    start = time.perf_counter()
    with ProcessPoolExecutor(cores) as pool:
        spent = sum(pool.map(embed, parts))
    return len(texts) / (time.perf_counter() - start), len(texts) / spent


def embed(texts: list[tuple[str, str]]) -> float:
    """Embed in one process; return the processor time that it took, in seconds."""
    start = time.process_time()
    TokenVectors().embed([text for text, _ in texts], [language for _, language in texts])
    return time.process_time() - start


if __name__ == "__main__":
    main()
