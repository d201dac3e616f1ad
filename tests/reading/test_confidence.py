"""What a report's confidence is made of, and that it keeps its word."""

from __future__ import annotations

import pytest

from dragoman.packs.loader import load_frames
from dragoman.reading.confidence import Weights, certainty, features, load_weights
from dragoman.reading.drafts import Draft
from dragoman.reading.lexicon import Hit
from dragoman.reading.verdicts import Verdict
from dragoman.records import Party

NAMED = Party(start=0, end=6, text="Russia", entity="RUS", name="Russia", country="RUS", how="alias")
BEFORE = Party(start=0, end=2, text="it", entity="RUS", name="Russia", country="RUS", how="pronoun, looked back")


def draft(actor: Party, recipient: Party | None, status: str = "occurred", confidence: float = 0.92) -> Draft:
    recipients = (recipient,) if recipient else ()
    hit = Hit(1, 1, 1, frozenset(), None, 1)
    verdict = Verdict(status, False, "")  # type: ignore[arg-type]
    return Draft(load_frames()["attack"], hit, (actor,), recipients, None, None, verdict, (), confidence)  # type: ignore[arg-type]


def test_features_name_the_steps_that_were_taken() -> None:
    found = features(draft(BEFORE, NAMED, "alleged", 0.82))
    assert found["steps"] == pytest.approx(1.0)
    assert {"actor looked back", "recipient named", "status hearsay", "type ASSAULT"} <= found.keys()
    assert "recipient none" not in found


def test_each_step_that_costs_makes_a_report_less_sure() -> None:
    weights = load_weights()
    assert weights is not None
    sure = certainty(draft(NAMED, NAMED), weights)
    assert 0 < certainty(draft(NAMED, NAMED, confidence=0.7), weights) < sure < 1
    assert certainty(draft(NAMED, None), weights) < sure


def test_without_weights_the_cost_of_steps_is_all() -> None:
    assert certainty(draft(NAMED, NAMED, confidence=0.81), None) == 0.81


def test_a_feature_that_was_never_seen_weighs_nothing() -> None:
    bare = Weights(reports=0, right=0, fitted_on="nothing", bias=0.0, weights={})
    assert certainty(draft(NAMED, NAMED), bare) == 0.5
