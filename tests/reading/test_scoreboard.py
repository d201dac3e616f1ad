"""The packs' own examples and the open gold are read at least as well as the scoreboard says."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.packs.loader import codes

TOOL = Path(__file__).parents[2] / "tools" / "scoreboard.py"


@pytest.fixture(scope="module")
def scoreboard() -> ModuleType:
    spec = importlib.util.spec_from_file_location("scoreboard", TOOL)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("code", codes("events"))
def test_examples_are_gold(scoreboard: ModuleType, code: str) -> None:
    examples = scoreboard.examples(code)
    assert len(examples) >= 60
    assert len({example.text for example in examples}) == len(examples)
    for example in examples:
        assert example.published and example.reports is not None, example.text
        for report in example.reports or ():
            assert report.status and (report.actors or report.recipients), example.text
        for found in (*(example.times or ()), *(example.names or ())):
            assert found.text in example.text, (example.text, found.text)


def test_no_figure_has_fallen(scoreboard: ModuleType) -> None:
    kept = json.loads(scoreboard.BOARD.read_text("utf-8"))
    worse = scoreboard.fallen(scoreboard.board(), kept)
    assert not worse, "\n".join([*worse, "if that is meant: python tools/scoreboard.py"])


def test_every_language_has_its_place_on_the_board(scoreboard: ModuleType) -> None:
    assert set(json.loads(scoreboard.BOARD.read_text("utf-8"))) == set(codes("events"))
