"""An archive served from this process, and a Chromium that looks at it: for pictures and for tests.

Chromium is that of the system (Debian's `chromium`), or the one that $CHROMIUM names.
"""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["NONE", "SEARCHED", "browser", "chromium", "pages", "served"]

FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
PLACES = ("chromium", "chromium-browser", "google-chrome")
NONE = "there is no Chromium here: apt-get install chromium, or set CHROMIUM to where it is"
SEARCHED = "বৈঠক"
"""A Bengali word (meeting) that the samples hold."""


def chromium() -> str | None:
    """Return where Chromium is, None where it is not."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PLACES)), None)


@contextmanager
def served(archive: Path, token: str | None = None) -> Iterator[str]:
    """Serve an archive from a thread of this process; give its address."""
    import uvicorn

    from dragoman.interfaces.api import ServeOptions, create_app

    app = create_app(archive, ServeOptions(token=token, costly=10_000))
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@contextmanager
def browser() -> Iterator[Browser]:
    """Start Chromium; give it as Playwright has it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield opened
        opened.close()


def pages(archive: Path) -> dict[str, str]:
    """Return the address of every page by its name; those of single records are the widest told."""
    from dragoman.store import Archive, EventFilter, Slice

    with Archive(archive) as opened:
        widest = max(opened.events(), key=lambda one: (len(one.history) > 3, one.independent, one.reports))
        odd = next((one for one in opened.events() if one.conflicts), widest)
        lines = opened.article_page(EventFilter(language=("bn",)), Slice(limit=100)).items
        article = max((one for one in lines if one.title), key=lambda one: one.reports).id
        busiest = opened.relations()[0]
        year = f"{int((opened.newest_date() or '2000')[:4]) - 1}-12-01"
        person = next((one.id for one in opened.actors() if one.type == "PER"), "RUS")
        story = max(opened.stories(EventFilter()), key=lambda one: (len(one.articles), one.id)).id
    return {
        "today": "/",
        "today-year": f"/?since={year}",
        "events": "/events",
        "events-table": "/events?view=table&type=CONSULT",
        "event": f"/events/{widest.id}",
        "event-disputed": f"/events/{odd.id}?why=1",
        "stories": "/stories",
        "story": f"/stories/{quote(story, safe='')}",
        "actors": "/actors",
        "actor": f"/actors/{quote(person, safe='')}",
        "relations": "/relations",
        "relation": f"/relations/{busiest.a}..{busiest.b}",
        "forecasts": "/forecasts",
        "conflicts": "/conflicts",
        "articles": "/articles",
        "article": f"/articles/{quote(article, safe='')}",
        "search": f"/search?q={quote(SEARCHED)}",
        "search-empty": "/search",
        "languages": "/languages",
        "about": "/about",
        "missing": "/events/none",
    }
