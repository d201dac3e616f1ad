"""The command line from outside: what is printed, where, and with which exit code."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.interfaces.cli.app import app, run

COMMANDS = {
    *("add", "read", "events", "show", "timeline", "stories", "actors", "conflicts", "forecasts", "languages"),
    *("score", "demo", "refresh", "merge", "split", "reject", "undo", "relations", "search", "serve", "export"),
}


@pytest.fixture
def dragoman(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], plain_reader: None
) -> Callable[..., tuple[int, str, str]]:
    """Runs a command in an empty folder; returns exit code, stdout and stderr."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DRAGOMAN_ARCHIVE", raising=False)

    def command(*words: str, stdin: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        code = run(words)
        told = capsys.readouterr()
        return code, told.out, told.err

    return command


Command = Callable[..., tuple[int, str, str]]


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_every_command_is_there_with_help_and_examples(dragoman: Command) -> None:
    assert {command.name for command in app.registered_commands} == COMMANDS
    for name in COMMANDS:
        code, out, _ = dragoman(name, "--help")
        assert code == 0 and f"dragoman {name}" in out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("add", "nowhere"), 3),
        (("add",), 2),
        (("read", "nowhere"), 3),
        (("events",), 4),
        (("events", "--colour", "red"), 2),
        (("events", "--format", "xml"), 2),
        (("fly",), 2),
        (("score", "nowhere"), 3),
        (("read", "-", "--published", "someday"), 2),
        (("read", "-", "--language", "?"), 2),
    ],
)
def test_errors_are_one_line_and_one_code(dragoman: Command, words: tuple[str, ...], code: int) -> None:
    ended, out, err = dragoman(*words)
    assert (ended, out) == (code, "")
    assert err.startswith("dragoman: ") and err.count("\n") == 1 and "Traceback" not in err


def test_a_slip_of_the_pen_leaves_no_archive(dragoman: Command, tmp_path: Path) -> None:
    dragoman("add", "nowhere")
    dragoman("events")
    assert list(tmp_path.iterdir()) == []


def test_read_streams_one_line_an_article(dragoman: Command) -> None:
    given = '{"id": "q1", "text": "RUS meets PRK."}\nbroken\n{"text": "হ্যাঁ।", "language": "bn"}\n'
    code, out, err = dragoman("read", "-", stdin=given)
    first, second = lines(out)
    assert code == 0 and "line 2" in err
    assert next(iter(first)) == "id" and first["reports"][0]["type"] == "CONSULT"
    assert "id" not in second and "হ্যাঁ।" in out


def test_add_then_ask(dragoman: Command, write_lines: Callable[..., str]) -> None:
    path = write_lines(
        "a.jsonl",
        {"id": "a1", "text": "RUS meets PRK on 2023-09-13.", "published": "2023-09-14"},
        {"id": "a2", "text": "RUS helps BLR.", "published": "2099-99-99"},
    )
    code, out, _ = dragoman("add", path, "--format", "jsonl")
    (counts,) = lines(out)
    assert code == 0 and list(counts) == ["added", "updated", "unchanged", "quarantined", "events", "seconds"]
    assert (counts["added"], counts["quarantined"], counts["events"]) == (1, 1, 1)
    (event,) = lines(dragoman("events")[1])
    assert dragoman("events", "--format", "csv")[1].splitlines()[0] == ",".join(event)
    assert lines(dragoman("show", event["id"])[1]) == [event]
    assert lines(dragoman("show", "a1")[1])[0]["id"] == "a1"
    assert lines(dragoman("show", "RUS")[1])[0]["mentions"] == 1
    assert lines(dragoman("show", "quarantine")[1])[0]["origin"].endswith("line 2")
    assert lines(dragoman("timeline", "RUS", "PRK")[1]) == [event]
    assert lines(dragoman("timeline", "RUS", "BLR")[1]) == []
    assert dragoman("show", "nothing")[0] == 2
    assert dragoman("events", "--type", "FLIGHT")[0] == 2


def test_tables_are_for_people(dragoman: Command, write_lines: Callable[..., str]) -> None:
    path = write_lines("a.jsonl", {"id": "a1", "text": "RUS meets PRK on 2023-09-13.", "outlet": "The Heron"})
    assert "1 added" in dragoman("add", path, "--format", "table")[1]
    (event,) = lines(dragoman("events")[1])
    for words in (
        *(("events",), ("show", event["id"]), ("show", "a1"), ("show", "RUS"), ("show", "quarantine")),
        *(
            ("timeline",),
            ("stories",),
            ("actors",),
            ("actors", "RUS"),
            ("conflicts",),
            ("forecasts",),
            ("languages",),
        ),
        ("read", path),
    ):
        code, out, err = dragoman(*words, "--format", "table")
        assert (code, err) == (0, "") and out.strip(), words
    shown = dragoman("show", event["id"], "--format", "table")[1]
    assert "RUS meets PRK on 2023-09-13." in shown and "The Heron" in shown
    assert "13 Sep " in dragoman("timeline", "--format", "table")[1]


def test_nothing_heavy_is_loaded_for_help() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from dragoman.interfaces.cli import app; "
        "print([m for m in ('sqlalchemy', 'trafilatura', 'yaml', 'alembic', 'babel', 'numpy') "
        "if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_explaining_goes_line_by_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    given = b'{"id": "q1", "text": "The two leaders met. They talked."}\n'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
    assert run(["read", "-", "--explain", "--language", "en"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("q1 (en)") and "The two leaders met." in told


def test_a_reader_that_has_seen_enough_is_no_fault(tmp_path: Path) -> None:
    import subprocess
    import sys

    many = tmp_path / "many.jsonl"
    many.write_text('{"text": "One sentence after another."}\n' * 3000)
    for form in ("jsonl", "table"):
        words = [sys.executable, "-m", "dragoman", "read", str(many), "--format", form]
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout and process.stderr
            process.stdout.readline()
            process.stdout.close()
            assert (process.stderr.read(), process.wait()) == (b"", 0)


def test_search_finds_words(dragoman: Command, write_lines: Callable[..., str]) -> None:
    dragoman("add", write_lines("a.jsonl", {"id": "a", "text": "RUS meets PRK. Nothing else."}), "--quiet")
    code, out, _ = dragoman("search", "else", "--format", "jsonl")
    assert code == 0
    (hit,) = lines(out)
    assert list(hit)[:7] == ["article", "sentence", "start", "end", "text", "language", "score"]
    assert (hit["article"], hit["text"].strip()) == ("a", "Nothing else.")
    assert "No sentence" in dragoman("search", "absent", "--format", "table")[1]
    assert dragoman("search", '"')[0] == 0


def test_serve_says_what_is_wrong(dragoman: Command, write_lines: Callable[..., str]) -> None:
    import socket

    assert dragoman("serve")[0] == 4
    dragoman("add", write_lines("a.jsonl", {"id": "a", "text": "RUS meets PRK."}), "--quiet")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        code, _, told = dragoman("serve", "--port", str(taken.getsockname()[1]))
    assert code == 2
    assert "--port" in told
