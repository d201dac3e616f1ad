"""Readers of a served archive while articles are added: how long answers take.

usage: python bench/serving.py [--articles N] [--readers N] [--seconds S] [--archive PATH] [--pause S]

An archive of made-up articles is built (and kept, where a path is given), served as `dragoman serve` does it, and
asked by many readers at once while `dragoman add` reads new articles. A reader asks, looks at it for about PAUSE
seconds, and asks the next question; with a pause of 0 it measures how much can be answered at all. The limit: no
error, and 95 of 100 answers within 200 milliseconds.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import msgspec
from synthetic import year

from dragoman.ledger import Statement
from dragoman.records import Article, Name, Reading, Sentence
from dragoman.store import Archive, writes
from dragoman.store.connection import writing

LIMIT = 0.2
"""Seconds in which 95 of 100 answers have to be there."""
NEW = 200
"""Articles that wait to be added, for each second: more than one core reads."""
SAMPLES = Path(__file__).parents[1] / "src" / "dragoman" / "samples"
SENTENCES = 20
BATCH = 2_000
LISTS = [("today", "/"), ("conflicts", "/api/conflicts"), ("forecasts", "/forecasts"), ("relations", "/relations")]
"""What is made from all events, and worked out before the readers come."""
SYLLABLES = {
    "bn": ["রা", "ষ্ট্র", "প", "তি", "পু", "তি", "ন", "স", "ফ", "র", "চু", "ক্তি", "দে", "শ", "নে", "তা"],
    "hi": ["रा", "ष्ट्र", "प", "ति", "या", "त्रा", "स", "म", "झौ", "ता", "दे", "श", "ने", "ता"],
    "vi": ["chủ", "tịch", "nước", "thăm", "ký", "thỏa", "thuận", "đường", "sắt", "quân", "đội"],
    "en": ["pre", "si", "dent", "vi", "sit", "ag", "ree", "ment", "min", "is", "ter", "na", "tion"],
}


def vocabulary(language: str, chance: random.Random) -> list[str]:
    """Return made-up words of a language's script, the first ones to be used most."""
    return ["".join(chance.choices(SYLLABLES[language], k=chance.randrange(2, 5))) for _ in range(20_000)]


def articles(count: int) -> Iterator[tuple[Article, Reading]]:
    """Yield made-up articles, each with one report of the made-up year and many sentences beside it."""
    chance = random.Random(7)
    words = {language: vocabulary(language, chance) for language in SYLLABLES}
    for told in year(count):
        yield _article(told.statement, words, chance)


def _article(statement: Statement, words: dict[str, list[str]], chance: random.Random) -> tuple[Article, Reading]:
    own = words[statement.language or "en"]
    lines = [
        " ".join(own[min(int(chance.paretovariate(0.6)) - 1, len(own) - 1)] for _ in range(18))
        for _ in range(SENTENCES)
    ]
    spans, at = [], 0
    for line in lines:
        spans.append(Sentence(start=at, end=at + len(line)))
        at += len(line) + 1
    report = statement.report
    names = tuple(
        Name(start=0, end=3, text=one.text, type="GPE", entity=one.entity, name=one.name, country=one.country)
        for one in (*report.actors, *report.recipients)
    )
    text = "\n".join(lines)
    article = Article(
        id=statement.article,
        text=text,
        title=lines[0][:60],
        published=statement.published,
        outlet=statement.outlet,
        language=statement.language,
    )
    reading = Reading(
        reader="made-up",
        language=statement.language,
        script=None,
        published=statement.published,
        outlet=statement.outlet,
        text=text,
        sentences=tuple(spans),
        names=names,
        reports=(report,),
    )
    return article, reading


def build(path: Path, count: int) -> None:
    """Make an archive of so many articles."""
    began = time.monotonic()
    with Archive(path, create=True) as archive:
        waiting = list(articles(count))
        for start in range(0, len(waiting), BATCH):
            with writing(archive._engine) as connection:
                for article, reading in waiting[start : start + BATCH]:
                    writes.put_article(connection, article, reading)
        kept = time.monotonic()
        archive.refresh(force=True)
    made, size = time.monotonic() - kept, path.stat().st_size / 1e6
    print(f"{count:,} articles kept in {kept - began:.0f} s, ledger made in {made:.0f} s, {size:,.0f} MB")


def questions(path: Path) -> list[tuple[str, str]]:
    """Return what readers ask, by kind."""
    chance = random.Random(11)
    with Archive(path) as archive:
        events = [event for _, event in zip(range(400), archive.events(), strict=False)]
        states = sorted({party.country for event in events for party in event.actors if party.country})
        ids = [evidence.article for event in events for evidence in event.evidence]
    own = {language: vocabulary(language, random.Random(7)) for language in SYLLABLES}
    asked = []
    for _ in range(400):
        actor, other = chance.choice(states), chance.choice(states)
        month = chance.randrange(1, 13)
        word = quote(own["bn"][chance.randrange(20, 4000)])
        asked += [
            ("events", f"/api/events?since=2023-{month:02}-01&limit=50"),
            ("events of one", f"/api/events?actor={actor}&limit=50"),
            ("events of two", f"/api/events?actor={actor}&with={other}"),
            ("event", f"/api/events/{chance.choice(events).id}"),
            ("article", f"/api/articles/{chance.choice(ids)}"),
            ("articles", f"/api/articles?language=hi&until=2023-{month:02}-20"),
            ("search", f"/api/search?q={word}"),
            ("actor", f"/api/actors/{actor}"),
            ("page", f"/events?actor={actor}"),
            chance.choice(LISTS),
        ]
    chance.shuffle(asked)
    return asked


class Answers(NamedTuple):
    """What readers saw: seconds by kind of question, and what failed."""

    took: dict[str, list[float]]
    errors: list[str]


async def reader(
    port: int, asked: list[tuple[str, str]], until: float, answers: Answers, pause: float, least: int = 0
) -> None:
    """Ask one question after the other over one connection, until a time and at least so many."""
    incoming, outgoing = await asyncio.open_connection("127.0.0.1", port)
    number = random.randrange(len(asked))
    first = number
    while time.monotonic() < until or number - first < least:
        kind, path = asked[number % len(asked)]
        number += 1
        began = time.monotonic()
        outgoing.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        head = await incoming.readuntil(b"\r\n\r\n")
        status = int(head.split(b" ", 2)[1])
        length = next(
            int(line.partition(b":")[2])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length")
        )
        await incoming.readexactly(length)
        answers.took[kind].append(time.monotonic() - began)
        if status != 200:
            answers.errors.append(f"{status} {path}")
        await asyncio.sleep(pause * random.uniform(0.5, 1.5))
    outgoing.close()


def sample_articles(count: int) -> Iterator[bytes]:
    """Yield so many articles of those that ship with the package, as lines, under ids of this run."""
    texts = [
        msgspec.json.decode(line)
        for file in sorted(SAMPLES.glob("*.jsonl"))
        for line in file.read_bytes().splitlines()
    ]
    run = time.time_ns()
    for number in range(count):
        told = texts[number % len(texts)]
        yield msgspec.json.encode({**told, "id": f"new-{run}-{number}", "url": None}) + b"\n"


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


async def wait_for(port: int) -> None:
    """Wait until the server answers."""
    for _ in range(600):
        with contextlib.suppress(OSError):
            _, outgoing = await asyncio.open_connection("127.0.0.1", port)
            outgoing.close()
            return
        await asyncio.sleep(0.1)
    raise SystemExit("the server did not start")


async def ready(port: int) -> None:
    """Ask for each list until it is there."""
    began = time.monotonic()
    for _, path in LISTS:
        for _ in range(600):
            answers = Answers(defaultdict(list), [])
            await reader(port, [("list", path)], time.monotonic(), answers, 0.0, least=1)
            if not answers.errors:
                break
            await asyncio.sleep(0.5)
    print(f"lists of all events were there after {time.monotonic() - began:.0f} s")


async def measure(path: Path, given: argparse.Namespace, folder: Path) -> bool:
    """Serve, ask and add at once; print how long answers took and tell whether the limit holds."""
    asked, port = questions(path), free_port()
    command = [sys.executable, "-m", "dragoman"]
    new = folder / "new.jsonl"
    new.write_bytes(b"".join(sample_articles(int(given.seconds) * NEW)))
    server = subprocess.Popen(
        [*command, "serve", "--archive", str(path), "--port", str(port), "--quiet", "--costly", "1000000"]
    )
    adding = None
    try:
        await wait_for(port)
        await ready(port)
        adding = subprocess.Popen(
            [*command, "add", str(new), "--archive", str(path), "--quiet", "--jobs", "1"],
            stdout=subprocess.DEVNULL,
        )
        answers, before = Answers(defaultdict(list), []), cpu_seconds(server.pid) or 0.0
        until = time.monotonic() + given.seconds
        await asyncio.gather(*(reader(port, asked, until, answers, given.pause) for _ in range(given.readers)))
        running = adding.poll() is None
        cost = cpu_seconds(server.pid)
    finally:
        for process in (adding, server):
            if process is not None:
                process.terminate()
                process.wait()
    if cost is not None:
        count = sum(map(len, answers.took.values()))
        each = 1000 * (cost - before) / max(count, 1)
        print(f"the server, lists made anew included, used {each:.1f} ms of a core for an answer")
        print(f"{os.getloadavg()[0]:.1f} processes wanted to run on {os.cpu_count()} cores")
    return told(answers, given.seconds, running)


def cpu_seconds(pid: int) -> float | None:
    """Return how long a process and those it started have had a core, where the system tells it."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return None
    own = (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
    return own + sum(cpu_seconds(int(child)) or 0.0 for child in below)


def told(answers: Answers, seconds: float, running: bool) -> bool:
    """Print a line for each kind of question, and whether the limit holds."""
    took, errors = answers
    for kind, times in sorted(took.items()):
        print(f"{kind:14} {len(times):6} answers   half {at(times, 0.5):5.0f} ms   p95 {at(times, 0.95):5.0f} ms")
    whole = [one for times in took.values() for one in times]
    p95 = at(whole, 0.95)
    print(f"{'all':14} {len(whole) / seconds:6.0f} a second   half {at(whole, 0.5):5.0f} ms   p95 {p95:5.0f} ms")
    print(f"{len(errors)} errors{': ' + errors[0] if errors else ''}")
    print(f"add was {'still' if running else 'not'} running at the end")
    holds = not errors and p95 <= 1000 * LIMIT
    print(f"limit of {1000 * LIMIT:.0f} ms at p95 {'holds' if holds else 'DOES NOT HOLD'}")
    return holds


def at(times: list[float], share: float) -> float:
    """Return the time in milliseconds within which a share of the answers was there."""
    return 1000 * sorted(times)[min(int(share * len(times)), len(times) - 1)] if times else 0.0


def main() -> None:
    """Build where nothing is built, measure, and fail where the limit does not hold."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--readers", type=int, default=50)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--pause", type=float, default=0.5)
    options.add_argument("--archive", type=Path)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        path = given.archive or Path(name) / "made-up.db"
        if not path.exists():
            build(path, given.articles)
        sys.exit(0 if asyncio.run(measure(path, given, Path(name))) else 1)


if __name__ == "__main__":
    os.environ.pop("DRAGOMAN_ARCHIVE", None)
    main()
