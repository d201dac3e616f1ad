"""What all tests share: no network, and a reader so plain that a test can say what it will read."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import dragoman.pipeline
from dragoman.engines import processes
from dragoman.records import Article, Name, Party, Reading, Report, ReportTime, Sentence, Trigger

ACT = re.compile(
    r"(?P<actor>[A-Z]{3}) (?P<verb>meets|helps|blames) (?P<other>[A-Z]{3})(?: on (?P<day>[\d-]{10}))?"
)
TYPES = {"meets": "CONSULT", "helps": "AID", "blames": "ACCUSE"}


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise AssertionError("tests may not use the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def plain_reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Reads "RUS meets PRK on 2023-09-13." and nothing else; fails on the word "unreadable"."""
    processes._context.cache_clear()
    monkeypatch.setattr(dragoman.pipeline, "load_context", lambda: None)
    monkeypatch.setattr(dragoman.pipeline, "read_article", read_plainly)
    yield
    processes._context.cache_clear()


@pytest.fixture
def write_lines(tmp_path: Path) -> Callable[..., str]:
    """Writes article objects to a JSON Lines file and returns its path."""

    def write(name: str, *articles: dict[str, Any]) -> str:
        path = tmp_path / name
        path.write_text("".join(json.dumps(x, ensure_ascii=False) + "\n" for x in articles), "utf-8")
        return str(path)

    return write


def read_plainly(article: Article, _context: object) -> Reading:
    if "unreadable" in article.text:
        raise ValueError("a word that this reader cannot bear")
    sentences, names, reports = [], [], []
    for found in re.finditer(r"[^.\n]+\.?", article.text):
        for act in ACT.finditer(article.text, found.start(), found.end()):
            sides = [_party(act, "actor"), _party(act, "other")]
            names += [_name(side) for side in sides]
            reports.append(_report(article.id, act, sides, len(sentences)))
        sentences.append(Sentence(start=found.start(), end=found.end()))
    return Reading(
        reader="plain",
        language=article.language or "en",
        script="Latn",
        title=article.title,
        published=article.published,
        published_how=article.published_how,
        outlet=article.outlet,
        text=article.text,
        sentences=tuple(sentences),
        names=tuple(names),
        reports=tuple(reports),
    )


def _party(act: re.Match[str], side: str) -> Party:
    code = act[side]
    return Party(
        start=act.start(side), end=act.end(side), text=code, entity=code, name=code, type="GPE", country=code
    )


def _name(party: Party) -> Name:
    known = {key: getattr(party, key) for key in ("start", "end", "text", "entity", "name", "country")}
    return Name(type="GPE", **known)


def _report(article: str, act: re.Match[str], sides: list[Party], sentence: int) -> Report:
    day = act["day"]
    return Report(
        id=f"{article}/{act.start()}",
        type=TYPES[act["verb"]],
        actors=(sides[0],),
        recipients=(sides[1],),
        trigger=Trigger(start=act.start("verb"), end=act.end("verb"), text=act["verb"]),
        time=day and ReportTime(start=act.start("day"), end=act.end("day"), value=day, earliest=day, latest=day),
        sentence=sentence,
        confidence=0.9,
        gloss=act[0],
    )
