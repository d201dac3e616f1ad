"""Answers kept for as long as nothing changes: what many ask for is made once for each state of the archive."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from typing import Any, NamedTuple

__all__ = ["KeptAnswers"]

log = logging.getLogger("dragoman.serve")
Scope = dict[str, Any]
Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Any, Any, Any], Awaitable[None]]
Header = tuple[bytes, bytes]
State = tuple[Hashable, Hashable]

LARGEST = 512 * 1024
"""Bytes of an answer that is kept."""
SECONDS = 10.0
"""How long an answer is kept at most: lists of an earlier state are themselves given out for a while only."""
BEHIND = 5.0
"""Seconds that answers may lie behind an archive that others change all the time."""
ALTOGETHER = 64 * 1024 * 1024
"""Bytes of all answers that are kept."""
DEPENDS_ON = (b"host", b"accept", b"accept-language", b"cookie", b"if-none-match", b"hx-request")
"""Headers of a request that an answer may depend on."""
NEVER = (b"authorization", b"range")
"""Headers of requests whose answers are not kept."""
_OWN = (b"x-request-id", b"ratelimit-policy", b"ratelimit-limit", b"ratelimit-remaining", b"ratelimit-reset")
"""Headers that belong to one request."""
_STATIC = "/static/"


class _Question(NamedTuple):
    """What an answer depends on."""

    state: Hashable
    scheme: str
    path: str
    query: bytes
    headers: tuple[Header, ...]


class _Answer(NamedTuple):
    status: int
    headers: list[Header]
    body: bytes
    made: float

    @property
    def size(self) -> int:
        return len(self.body) + sum(len(name) + len(value) for name, value in self.headers)


class KeptAnswers:
    """An ASGI application before another one, which gives out again what that one answered.

    `state` returns two keys, or None where they cannot be told: one that differs after what has to show at once
    (a judgement), one that differs after every change of what answers are made of. A change shows at once, and
    after it for five seconds no other one that can wait: while a process adds articles, answers are made anew that
    often, not after each of its batches. Kept are whole answers to GET that went well and set no cookie. Who asks
    for an answer that is being made waits for it. Each answer bears the id of its own request, and has its line in
    the log.
    """

    def __init__(self, app: Application, state: Callable[[], State | None]) -> None:
        self._app, self._state = app, state
        self._kept: OrderedDict[_Question, _Answer] = OrderedDict()
        self._made: dict[_Question, asyncio.Event] = {}
        self._of: State | None = None
        self._since = 0.0
        self._size = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        began = time.monotonic()
        state = self._state() if _may_be_kept(scope) else None
        if state is None:
            await self._app(scope, receive, send)
            if scope["type"] == "http" and scope["method"] not in ("GET", "HEAD"):
                self._of = None  # what was changed here shows at once
            return
        if self._of is None or state[0] != self._of[0]:
            self._forget(state, since=began - BEHIND)
        elif state != self._of and began - self._since >= BEHIND:
            self._forget(state, since=began)
        state = self._of
        asked = _asked(scope, state)
        if (making := self._made.get(asked)) is not None:
            await making.wait()
        kept = self._kept.get(asked)
        if kept is not None and began - kept.made < SECONDS:
            self._kept.move_to_end(asked)
            await _give(kept, scope, send, began)
            return
        made = self._made[asked] = asyncio.Event()
        try:
            await self._app(scope, receive, _Listening(send, lambda answer: self._keep(asked, answer)))
        finally:
            made.set()
            if self._made.get(asked) is made:
                del self._made[asked]

    def _forget(self, state: State | None, since: float) -> None:
        self._of, self._since, self._size = state, since, 0
        self._kept.clear()

    def _keep(self, asked: _Question, answer: _Answer) -> None:
        if asked.state != self._of:
            return
        if (before := self._kept.pop(asked, None)) is not None:
            self._size -= before.size
        self._kept[asked] = answer
        self._size += answer.size
        while self._size > ALTOGETHER:
            _, oldest = self._kept.popitem(last=False)
            self._size -= oldest.size


class _Listening:
    """Passes an answer on, and tells of it where it is one to be kept."""

    def __init__(self, send: Send, tell: Callable[[_Answer], None]) -> None:
        self._send, self._tell = send, tell
        self._start: Message | None = None

    async def __call__(self, message: Message) -> None:
        await self._send(message)
        if message["type"] == "http.response.start":
            self._start = message
        elif self._start is not None and not message.get("more_body"):
            start, self._start = self._start, None
            headers = [(name.lower(), value) for name, value in start.get("headers", ())]
            own = [pair for pair in headers if pair[0] not in _OWN]
            answer = _Answer(start["status"], own, message.get("body", b""), time.monotonic())
            cookie = any(name == b"set-cookie" for name, _ in headers)
            if answer.status in (200, 304) and not cookie and answer.size <= LARGEST:
                self._tell(answer)
        else:
            self._start = None  # an answer in pieces is given out as it comes


def _may_be_kept(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith(_STATIC):
        return False
    return not any(name in NEVER for name, _ in scope["headers"])


def _asked(scope: Scope, state: Hashable) -> _Question:
    headers = tuple(pair for pair in scope["headers"] if pair[0] in DEPENDS_ON)
    return _Question(state, scope["scheme"], scope["path"], scope["query_string"], headers)


async def _give(kept: _Answer, scope: Scope, send: Send, began: float) -> None:
    id = secrets.token_hex(8)
    headers = [*kept.headers, (b"x-request-id", id.encode())]
    await send({"type": "http.response.start", "status": kept.status, "headers": headers})
    await send({"type": "http.response.body", "body": kept.body})
    path = scope["path"].encode("unicode_escape").decode()
    log.info("%s GET %s %s %.0f ms, kept", id, path, kept.status, 1000 * (time.monotonic() - began))
