"""Loads language packs: YAML by the schema, or the compiled form that the build leaves beside it.

Errors name file, key and fault. A layer may be missing; `Pack.layers` says which are there.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from ..errors import DataError
from .count_schema import Counts
from .events_schema import Attribution, Events
from .frames import Frame
from .names_schema import Names
from .schema import Strict
from .text_schema import Text
from .time_schema import TimePack

__all__ = [
    "DATA",
    "LAYERS",
    "Pack",
    "codes",
    "compile_packs",
    "load_frames",
    "load_pack",
    "load_packs",
    "read_frames",
    "read_pack",
]

DATA = Path(__file__).parent / "data"
FRAMES = Path(__file__).parent / "frames.yaml"
COMPILED = Path(__file__).parent / "compiled.msgpack"
LAYERS = ("text", "time", "names", "attribution", "events", "counts")


class Pack(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One language: its layers, each `None` where it is not written yet."""

    code: str
    text: Text
    time: TimePack | None = None
    names: Names | None = None
    attribution: Attribution | None = None
    events: Events | None = None
    counts: Counts | None = None

    @property
    def layers(self) -> tuple[str, ...]:
        """Names of the layers that this pack has."""
        return tuple(layer for layer in LAYERS if getattr(self, layer) is not None)


class _Compiled(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    inputs: str
    frames: tuple[Frame, ...]
    packs: tuple[Pack, ...]


_TYPES: dict[str, Any] = {
    "text": Text,
    "time": TimePack,
    "names": Names,
    "attribution": Attribution,
    "events": Events,
    "counts": Counts,
}


def codes(layer: str = "text") -> tuple[str, ...]:
    """Return the codes of all packs that have a layer, in order; every pack has `text`."""
    return tuple(sorted(folder.name for folder in DATA.iterdir() if (folder / f"{layer}.yaml").exists()))


def load_frames() -> dict[str, Frame]:
    """Return all frames by id."""
    return {frame.id: frame for frame in _compiled().frames}


def load_packs() -> dict[str, Pack]:
    """Return all packs by language code."""
    return {pack.code: pack for pack in _compiled().packs}


def load_pack(code: str) -> Pack:
    """Return one pack. Raises `DataError` where there is none of that code."""
    packs = load_packs()
    if code not in packs:
        raise DataError(f"no language pack {code!r}: there are {', '.join(packs)}")
    return packs[code]


def compile_packs(target: Path = COMPILED) -> None:
    """Read all YAML, check it, and write the compiled form that `load_packs` decodes.

    Raises `DataError` for a wrong pack, `OSError` where the target cannot be written.
    """
    _write(target, _parse())


@cache
def _compiled() -> _Compiled:
    if COMPILED.exists():
        try:
            stored = msgspec.msgpack.decode(COMPILED.read_bytes(), type=_Compiled)
        except msgspec.DecodeError:
            stored = None
        if stored is not None and stored.inputs == _inputs():
            return stored
    parsed = _parse()
    with contextlib.suppress(OSError):  # a read-only installation parses every time
        _write(COMPILED, parsed)
    return parsed


def _write(target: Path, compiled: _Compiled) -> None:
    """Replace the compiled file in one step, so that no process ever reads half of one."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.msgpack.encode(compiled))
        os.chmod(name, 0o644)  # noqa: PTH101 (the temporary file is known by name)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _inputs() -> str:
    """Return a digest of every source file's path and content."""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted([FRAMES, *(path for path in DATA.glob("*/*.yaml") if path.stem in LAYERS)]):
        digest.update(str(path.relative_to(FRAMES.parent)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _parse() -> _Compiled:
    packs = tuple(read_pack(code) for code in codes())
    return _Compiled(inputs=_inputs(), frames=read_frames(), packs=packs)


def read_frames() -> tuple[Frame, ...]:
    """Read and check `frames.yaml` itself."""
    frames: tuple[Frame, ...] = _read(FRAMES, tuple[Frame, ...])
    return frames


def read_pack(code: str) -> Pack:
    """Read and check one pack's YAML itself. Raises `DataError` with file, key and fault."""
    frames = read_frames()
    folder = DATA / code
    layers = {
        layer: _read(folder / f"{layer}.yaml", _TYPES[layer])
        for layer in LAYERS
        if (folder / f"{layer}.yaml").exists()
    }
    events = layers.get("events")
    if events is not None:
        unknown = set(events.frames) - {frame.id for frame in frames}
        if unknown:
            raise DataError(f"{folder / 'events.yaml'}: frames: {sorted(unknown)} are not in frames.yaml")
    return Pack(code=code, **layers)


def _read(path: Path, kind: Any) -> Any:
    raw = path.read_text("utf-8")
    if not unicodedata.is_normalized("NFC", raw):
        raise DataError(f"{path}: is not NFC; normalise it")
    try:
        return msgspec.yaml.decode(raw, type=kind)
    except msgspec.ValidationError as error:
        raise DataError(f"{path}: {error}") from error
    except msgspec.DecodeError as error:
        raise DataError(f"{path}: no valid YAML: {error}") from error
