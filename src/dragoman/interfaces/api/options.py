"""How an archive is served."""

from __future__ import annotations

from dragoman.records import Record

__all__ = ["ServeOptions"]


class ServeOptions(Record, frozen=True, kw_only=True):
    """What a server allows. Without a `token` nobody may change anything.

    `hosts` are names under which it may be asked, besides localhost; `costly` is how many searches and changes
    one address may ask for in a minute; `seconds` is what one question may take, `threads` how many are
    answered at once. With `aside`, lists of a large archive are worked out in a process of their own.
    """

    hosts: tuple[str, ...] = ()
    token: str | None = None
    costly: int = 120
    seconds: float = 10.0
    threads: int = 4
    aside: bool = False
    largest: int = 16 * 1024 * 1024
    """Bytes of a request at most."""
