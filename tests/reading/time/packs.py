"""Loads the time layer of each pack under test once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from dragoman.packs.time_schema import TimePack
from dragoman.reading.time import TimeLexicon, compile_time

DATA = Path(__file__).parents[3] / "src" / "dragoman" / "packs" / "data"
CODES = tuple(sorted(path.parent.name for path in DATA.glob("*/time.yaml")))


@cache
def time_pack(code: str) -> TimePack:
    return msgspec.yaml.decode((DATA / code / "time.yaml").read_bytes(), type=TimePack)


@cache
def lexicon(code: str) -> TimeLexicon:
    return compile_time(time_pack(code))
