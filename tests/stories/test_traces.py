"""Translations are found by figures, names and nearness together."""

import numpy as np
import pytest

from dragoman.records import Name, Reading
from dragoman.stories.traces import Trace, near, trace_of, translated, vector_of

EAST = np.array([1.0, 0.0], np.float32)
BETWEEN = np.array([0.8, 0.6], np.float32)
NORTH = np.array([0.0, 1.0], np.float32)


def trace(
    text: str = "48 hours, 1,250 men, 17 km, 2024", vector: np.ndarray = EAST, names: str = "RUS PRK"
) -> Trace:
    found = tuple(Name(start=0, end=0, text="", type="GPE", entity=one) for one in names.split())
    reading = Reading(reader="", language=None, script=None, text=text, names=found)
    return trace_of(reading, vector, "m")


def test_figures_and_names_of_a_page_are_kept() -> None:
    assert trace("১,২৫০ and 12,50,000 and 3.5 of 2 in 1.250.000").numbers == (1250, 1250000, 3, 1250000)
    assert trace().names == ("PRK", "RUS")
    assert vector_of(trace(vector=BETWEEN)) == pytest.approx(BETWEEN, abs=0.005)


def test_a_translation_agrees_in_all() -> None:
    assert translated(trace(), trace("17 km, 48, 1250, 17, 2024", BETWEEN)) == (
        "4 figures in one order, 2 names, nearness 0.80"
    )


@pytest.mark.parametrize(
    "other",
    [
        trace(vector=NORTH),
        trace("48 hours, 900 men, 18 km, 2024"),
        trace("2024, 17 km, 1,250 men, 48 hours"),
        trace(names="IRN ISR"),
        trace("48 hours"),
    ],
    ids=["another subject", "other figures", "another order", "other names", "too few figures"],
)
def test_what_differs_in_one_is_no_translation(other: Trace) -> None:
    assert translated(trace(), other) is None


def test_vectors_of_two_models_are_not_compared() -> None:
    import msgspec

    assert near(trace(), msgspec.structs.replace(trace(), model="other")) == 0.0
