"""What a report's confidence is made of, and that it keeps its word."""

from __future__ import annotations

import pytest
from msgspec import structs

from dragoman.pipeline import explain_article, load_context
from dragoman.reading.confidence import Weights, certainty, features, load_weights
from dragoman.reading.drafts import Draft
from dragoman.reading.line import Line
from dragoman.reading.reports import make_reports
from dragoman.reading.verdicts import Verdict
from dragoman.records import Article, Party

NOTHING = Weights(reports=0, right=0, fitted_on="nothing", bias=0.0, weights={})
NAMED = Party(start=0, end=6, text="Russia", entity="RUS", name="Russia", country="RUS", how="alias")
BEFORE = Party(start=0, end=2, text="it", entity="RUS", name="Russia", country="RUS", how="pronoun, looked back")


TEXT = "Russia attacked Ukraine while Poland and Lithuania watched."


def line_of(text: str = TEXT) -> tuple[Article, Line, Draft]:
    """Return a line as it was read, and the one draft that was made of it."""
    article = Article(id="a", text=text, language="en")
    parsed = explain_article(article, load_context())
    ((draft,),) = parsed.drafts
    return article, parsed.lines[0], draft


def draft(actor: Party, recipient: Party | None, status: str = "occurred", confidence: float = 0.92) -> Draft:
    recipients = (recipient,) if recipient else ()
    read = line_of()[2]
    verdict = Verdict(status, False, "")  # type: ignore[arg-type]
    return read._replace(actors=(actor,), recipients=recipients, verdict=verdict, confidence=confidence)


def bare(draft: Draft) -> Line:
    """Return a line in which nobody stands."""
    line = line_of()[1]
    line.mentions = []
    return line


def test_features_name_the_steps_that_were_taken() -> None:
    told = draft(BEFORE, NAMED, "alleged", 0.82)
    found = features(told, bare(told))
    assert found["steps"] == pytest.approx(1.0)
    assert {"actor looked back", "recipient named", "status hearsay", "type ASSAULT"} <= found.keys()
    assert "recipient none" not in found


def test_features_count_whom_else_the_line_names_and_how_far_the_actor_is() -> None:
    _, line, told = line_of()
    found = features(told, line)
    assert found["others"] == 0.5
    assert found["actor away"] == pytest.approx(1 / 30)
    assert "actor elsewhere" not in found and "recipient elsewhere" not in found
    line.mentions = [m for m in line.mentions if "POL" not in m.countries]
    assert "others any" not in features(told, line)


def test_each_step_that_costs_makes_a_report_less_sure() -> None:
    weights = load_weights()
    assert weights is not None
    told = draft(NAMED, NAMED)
    sure = certainty(told, bare(told), weights)
    assert 0 < certainty(draft(NAMED, NAMED, confidence=0.7), bare(told), weights) < sure < 1
    assert certainty(draft(NAMED, None), bare(told), weights) < sure


def test_without_weights_the_cost_of_steps_is_all() -> None:
    told = draft(NAMED, NAMED, confidence=0.81)
    assert certainty(told, bare(told), None) == 0.81


def test_a_feature_that_was_never_seen_weighs_nothing() -> None:
    told = draft(NAMED, NAMED)
    assert certainty(told, bare(told), NOTHING) == 0.5


def test_what_is_too_unsure_is_no_report_but_a_note() -> None:
    article, line, told = line_of()
    assert len(make_reports(article, [line], [[told]], None, NOTHING)) == 1
    line.notes.clear()
    assert make_reports(article, [line], [[told]], None, structs.replace(NOTHING, least=0.6)) == ()
    assert "only 0.50 are right" in line.notes[-1]
