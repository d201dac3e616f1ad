from pathlib import Path

import pytest

from dragoman.interfaces.cli.app import run


def test_the_demo_tells_of_the_samples_the_same_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    told = []
    for _ in range(2):
        assert run(["demo"]) == 0
        told.append(capsys.readouterr().out.split("\n", 1)[1])
    assert (tmp_path / "dragoman-demo.db").exists()
    assert told[0] == told[1] and "A chronicle" in told[0]
