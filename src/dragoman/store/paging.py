"""Pages of long lists: a page ends with a cursor, which says after what the next one goes on.

A cursor holds the sort key of the last item, not its number: what is added meanwhile moves nothing.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

import msgspec

from dragoman.errors import UsageError
from dragoman.records import Record

__all__ = ["MOST", "Page", "Slice", "cursor_of", "cut", "key_of", "page_of"]

MOST = 500
"""Items of one page at most."""
Item = TypeVar("Item")


class Slice(Record, frozen=True, kw_only=True):
    """Which part of a list is wanted: so many items after a cursor (none: from the beginning)."""

    limit: int = 50
    cursor: str | None = None


class Page(Record, Generic[Item], frozen=True, kw_only=True):
    """Some items of a list; `next` is the cursor of the page after it, null on the last one.

    `state` is that of the archive of which it tells.
    """

    items: tuple[Item, ...]
    next: str | None = None
    state: str | None = None


def cursor_of(key: Sequence[Any]) -> str:
    """Return the cursor of a sort key."""
    return base64.urlsafe_b64encode(msgspec.msgpack.encode(tuple(key))).rstrip(b"=").decode()


def key_of(cursor: str | None, kind: type[Any]) -> Any:
    """Return the sort key of a cursor, None for none. Raises UsageError where it is none of ours.

    `kind` is the type of the key: a tuple type, or None for a list that has no cursors.
    """
    if cursor is None:
        return None
    try:
        packed = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        return msgspec.msgpack.decode(packed, type=kind)
    except (binascii.Error, ValueError, msgspec.DecodeError) as fault:
        raise UsageError("--cursor is none of this list's: take it from the page before") from fault


def cut(
    found: Sequence[Item], limit: int, key: Callable[[Item], Sequence[Any]]
) -> tuple[Sequence[Item], str | None]:
    """Return at most `limit` of the items found, and the cursor after them where more were found."""
    shown = found[:limit]
    return shown, cursor_of(key(shown[-1])) if len(found) > limit and shown else None


def page_of(found: Sequence[Item], part: Slice, state: str) -> Page[Item]:
    """Return a part of a list that was worked out whole. Raises UsageError where the item before it is gone."""
    start = 0
    if part.cursor is not None:
        number, digest = key_of(part.cursor, tuple[int, bytes])
        likely = [number, *range(len(found))]
        start = 1 + next((at for at in likely if 0 <= at < len(found) and _digest(found[at]) == digest), -1)
        if not start:
            raise UsageError("--cursor is of a list that has changed since: begin again without it")
    shown = tuple(found[start : start + part.limit])
    last = start + len(shown) - 1
    more = shown and last + 1 < len(found)
    return Page(items=shown, next=cursor_of((last, _digest(shown[-1]))) if more else None, state=state)


def _digest(item: object) -> bytes:
    return hashlib.sha256(msgspec.msgpack.encode(item)).digest()[:9]
