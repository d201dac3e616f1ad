"""Takes pictures of every page, light, dark and on a phone: of an archive of the articles that ship with us.

usage: python tools/screenshots.py [PAGE...]

Needs Chromium and Pillow. Pictures go to screenshots/; three of them, smaller, to docs/pictures/.
"""

from __future__ import annotations

import io
import os
import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
TARGET, PICTURES = ROOT / "screenshots", ROOT / "docs" / "pictures"
SAMPLES = ROOT / "src" / "dragoman" / "samples"
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
PLACES = ("chromium", "chromium-browser", "google-chrome")
SIZES = {"light": (1280, 900), "dark": (1280, 900), "phone": (360, 780)}
SHOWN = {"today": "light", "event": "light", "relation": "dark"}
"""Pages of the README, and how they are shown there."""
WIDE, HIGH = 1280, 1000
"""Size of a picture in the README."""


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
def browser() -> Iterator[Any]:
    """Start Chromium; give it as Playwright has it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield opened
        opened.close()


def pages(archive: Path) -> dict[str, str]:
    """Return the address of every page by its name; those of single records are the widest told."""
    from urllib.parse import quote

    from dragoman.store import Archive, EventFilter, Slice

    with Archive(archive) as opened:
        widest = max(opened.events(), key=lambda one: (len(one.history) > 3, one.independent, one.reports))
        odd = next((one for one in opened.events() if one.conflicts), widest)
        lines = opened.article_page(EventFilter(language=("bn",)), Slice(limit=100)).items
        article = max((one for one in lines if one.title), key=lambda one: one.reports).id
        busiest = opened.relations()[0]
        person = next((one.id for one in opened.actors() if one.type == "PER"), "RUS")
    return {
        "today": "/",
        "events": "/events",
        "events-table": "/events?view=table&type=CONSULT",
        "event": f"/events/{widest.id}",
        "event-disputed": f"/events/{odd.id}?why=1",
        "actors": "/actors",
        "actor": f"/actors/{quote(person, safe='')}",
        "relations": "/relations",
        "relation": f"/relations/{busiest.a}..{busiest.b}",
        "forecasts": "/forecasts",
        "conflicts": "/conflicts",
        "articles": "/articles",
        "article": f"/articles/{quote(article, safe='')}",
        "search": "/search?q=%E0%A6%AC%E0%A7%88%E0%A6%A0%E0%A6%95",
        "search-empty": "/search",
        "languages": "/languages",
        "about": "/about",
        "missing": "/events/none",
        "today-bn": "/?ui=bn",
        "events-hi": "/events?ui=hi",
        "event-vi": f"/events/{widest.id}?ui=vi",
    }


def main() -> None:
    """Take the pictures."""
    if chromium() is None:
        sys.exit("there is no Chromium here: apt-get install chromium, or set CHROMIUM to where it is")
    from dragoman.store import Archive

    asked = sys.argv[1:]
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.db"
        with Archive(path, create=True) as archive:
            archive.add(SAMPLES)
        with served(path, token="secret") as address, browser() as opened:
            for name, page in pages(path).items():
                if not asked or name in asked:
                    take(opened, name, address + page)


def take(opened: Any, name: str, url: str) -> None:
    """Take the pictures of one page."""
    for look, (width, height) in SIZES.items():
        context = opened.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if look == "dark" else "light",
            has_touch=look == "phone",
        )
        page = context.new_page()
        page.goto(url, wait_until="networkidle")
        page.screenshot(path=TARGET / f"{name}.{look}.png", full_page=True)
        if SHOWN.get(name) == look:
            page.set_viewport_size({"width": WIDE, "height": HIGH})
            keep(page.screenshot(), PICTURES / f"{name}.png")
        context.close()


def keep(picture: bytes, target: Path) -> None:
    """Write a picture with few colours, which text and flat figures do not miss."""
    from PIL import Image

    target.parent.mkdir(exist_ok=True)
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.quantize(128, dither=Image.Dither.NONE).save(target, optimize=True)


if __name__ == "__main__":
    main()
