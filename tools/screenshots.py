"""Takes pictures of every page, light, dark and on a phone: of an archive of the articles that ship with us.

usage: python tools/screenshots.py [PAGE...]

Needs Chromium and Pillow. Pictures go to screenshots/; three of them, smaller, to docs/pictures/.
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from browsing import NONE, browser, chromium, pages, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
TARGET, PICTURES = ROOT / "screenshots", ROOT / "docs" / "pictures"
SAMPLES = ROOT / "src" / "dragoman" / "samples"
SIZES = {"light": (1280, 900), "dark": (1280, 900), "phone": (360, 780)}
SHOWN = {"today-year": ("light", "today"), "event": ("light", "event"), "relation": ("dark", "relation")}
"""Pages of the README: how they are shown there, and under which name."""
WIDE, HIGH = 1280, 1000
"""Size of a picture in the README."""


def main() -> None:
    """Take the pictures."""
    if chromium() is None:
        sys.exit(NONE)
    from dragoman.store import Archive

    asked = sys.argv[1:]
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.db"
        with Archive(path, create=True) as archive:
            archive.add(SAMPLES)
        with served(path, token="secret") as address, browser() as opened:
            found = pages(path)
            spoken = {"today-bn": "/?ui=bn", "events-hi": "/events?ui=hi", "event-vi": found["event"] + "?ui=vi"}
            for name, page in {**found, **spoken}.items():
                if not asked or name in asked:
                    take(opened, name, address + page)


def take(opened: Browser, name: str, url: str) -> None:
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
        shown, kept = SHOWN.get(name, ("", ""))
        if shown == look:
            page.set_viewport_size({"width": WIDE, "height": HIGH})
            keep(page.screenshot(), PICTURES / f"{kept}.png")
        context.close()


def keep(picture: bytes, target: Path) -> None:
    """Write a picture with few colours, which text and flat figures do not miss."""
    from PIL import Image

    target.parent.mkdir(exist_ok=True)
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.quantize(128, dither=Image.Dither.NONE).save(target, optimize=True)


if __name__ == "__main__":
    main()
