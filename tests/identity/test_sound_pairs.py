"""Names over scripts: the annotated pairs, a part of them against many candidates."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

from sound_measure import is_first, read_pairs, spellings, threshold

from dragoman.identity.sound import script_of, sound_distance

PAIRS = read_pairs()


def test_the_pairs_are_many_and_of_many_scripts() -> None:
    kinds = Counter((pair.same, pair.listed) for pair in PAIRS)
    assert kinds[True, True] >= 300 and kinds[True, False] >= 300
    assert sum(not pair.same for pair in PAIRS) >= 300
    scripts = {script_of(name) for pair in PAIRS for name in (pair.a, pair.b)}
    assert {"Latn", "Beng", "Deva", "Cyrl", "Hang", "Arab"} <= scripts
    assert all(pair.a != pair.b for pair in PAIRS)


def test_no_people_of_similar_names_are_as_near_as_most_spellings_of_one() -> None:
    limit = threshold(PAIRS)
    assert [pair for pair in PAIRS if not pair.same and sound_distance(pair.a, pair.b) <= limit] == []


def test_the_right_partner_is_nearest() -> None:
    owners = spellings(PAIRS)
    asked = [pair for pair in PAIRS if pair.same][::40]
    assert sum(is_first(pair, owners) for pair in asked) >= 0.9 * len(asked)
