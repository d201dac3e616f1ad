"""Statements made by hand, and the annotated texts as statements that a faultless reader would make."""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path
from typing import Any

from dragoman.ledger import Ledger, Statement, build_ledger
from dragoman.records import Event, Link, Party, Place, Report, ReportTime, Trigger

GOLD = Path(__file__).parents[1] / "gold" / "open"
PEOPLE = {
    "putin": ("RUS", "Vladimir Putin"), "lavrov": ("RUS", "Sergei Lavrov"), "kim": ("PRK", "Kim Jong Un"),
    "blinken": ("USA", "Antony Blinken"), "xi": ("CHN", "Xi Jinping"), "qin": ("CHN", "Qin Gang"),
}  # fmt: skip
CONTEXT = {"CONSULT": ("diplomatic",), "ASSAULT": ("military",)}
_numbers = count()


def party(text: str) -> Party:
    """A party out of a country code, a person of `PEOPLE`, or an entity id."""
    country, name = PEOPLE.get(text, (text if len(text) == 3 else None, text))
    entity = f"per:{text}" if text in PEOPLE else text
    kind = "PER" if text in PEOPLE else "GPE" if country else "ORG"
    return Party(start=0, end=1, text=name, entity=entity, name=name, type=kind, country=country)


def place(name: str, country: str | None = None, lat: float | None = None, lon: float | None = None) -> Place:
    return Place(start=0, end=1, text=name, name=name, country=country or name, lat=lat, lon=lon)


def days(text: str | None) -> ReportTime | None:
    """A time out of "2023-10-18", "2023-10-18..2023-10-19" or "2023-10-18.." (offsets 0 to 0)."""
    if not text:
        return None
    first, dots, last = text.partition("..")
    return ReportTime(start=0, end=0, earliest=first or None, latest=(last or None) if dots else first)


def say(
    type: str, sides: str, status: str = "occurred", *, published: str | None = "2023-10-20", **more: Any
) -> Statement:
    """A statement of its own article: `say("CONSULT", "lavrov>PRK", "planned", when="2023-10", visit=True)`.

    `sides` are actors, ">", recipients, each with spaces between. Further words: `when`, `visit`, `mode`,
    `context`, `at` (a place), `by` (sources), `article`, `start`, `language`, `quote`, `outlet`, `gloss`, `id`.
    """
    number = next(_numbers)
    actors, _, recipients = sides.partition(">")
    mode = ("visit",) if more.get("visit") else tuple(more.get("mode", ()))
    report = Report(
        id=more.get("id", f"r{number:06d}"),
        type=type,
        mode=mode,
        context=tuple(more.get("context", CONTEXT.get(type, ()))),
        status=status,
        negated=more.get("negated", status in ("denied", "not_occurred")),
        actors=tuple(party(one) for one in actors.split()),
        recipients=tuple(party(one) for one in recipients.split()),
        place=more.get("at"),
        time=days(more.get("when")),
        trigger=Trigger(start=more.get("start", 0), end=more.get("start", 0) + 1, text="x"),
        attribution=tuple(
            Link(start=0, end=1, name=one, entity=f"org:{one.lower()}") for one in more.get("by", ())
        ),
        sentence=0,
        confidence=0.9,
        gloss=more.get("gloss", ""),
    )
    article = more.get("article", f"a{number:06d}")
    return Statement(
        report=report,
        article=article,
        outlet=more.get("outlet", f"outlet of {article}"),
        published=published,
        language=more.get("language", "en"),
        quote=more.get("quote", f"sentence {article} {more.get('start', 0)}"),
        start=more.get("start", 0),
        end=more.get("start", 0) + 50,
    )


def ledger(*statements: Statement) -> Ledger:
    return build_ledger(statements)


def only(*statements: Statement) -> Event:
    """The one event that statements make."""
    events = build_ledger(statements).events
    assert len(events) == 1, [(e.type, e.status, e.earliest, e.latest, e.reports) for e in events]
    return events[0]


def gold_statements() -> list[tuple[Statement, str]]:
    """The annotated reports as statements, with the event that each belongs to.

    Who, status, days, place and sources are those annotated. What the annotation leaves out stays empty:
    persons, towns, modes, contexts and wording, which a reader gives; only that a CONSULT with one recipient
    is a visit is known, by the convention of the annotation.
    """
    found: list[tuple[Statement, str]] = []
    for path in sorted(GOLD.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            text = json.loads(line)
            for number, report in enumerate(text["reports"]):
                found.append((_gold_statement(text, number, report), report["event"]))
    return found


def _gold_statement(text: dict[str, Any], number: int, report: dict[str, Any]) -> Statement:
    recipients, actors = report["recipients"], report["actors"]
    first, last = report.get("earliest") or "", report.get("latest") or ""
    return say(
        report["type"],
        f"{' '.join(actors)}>{' '.join(recipients)}",
        report["status"],
        published=text.get("published"),
        visit=report["type"] == "CONSULT" and len(actors) == len(recipients) == 1,
        when=f"{first}..{last}" if first or last else None,
        at=place(report["place"]) if report.get("place") else None,
        by=report.get("by", ()),
        article=text["id"],
        outlet=text.get("outlet") or text["id"],
        language=text["language"],
        quote=report["quote"],
        start=text["text"].find(report["quote"]),
        id=f"{text['id']}/{number:03d}",
    )
