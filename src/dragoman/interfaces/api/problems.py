"""What goes wrong, as RFC 9457 problem documents: no words of a foreign exception leave the house."""

from __future__ import annotations

import logging
import re
import secrets
from http import HTTPStatus
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException
from litestar.types import Scope

from dragoman.errors import ArchiveError, DragomanError
from dragoman.records import Record

__all__ = ["Problem", "answer", "problem_of", "request_id"]

log = logging.getLogger("dragoman.serve")
MEDIA_TYPE = "application/problem+json"
_FLAG = re.compile(r"--([a-z-]+)")


class Problem(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A problem document. `parameters` name what was wrong in the request, `request` its line in the log."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
    parameters: tuple[str, ...] = ()
    request: str = ""


def request_id(scope: Scope) -> str:
    """Return the id of a request, made when it is first asked for."""
    state: dict[str, Any] = scope.setdefault("state", {})
    found: str = state.setdefault("request_id", secrets.token_hex(8))
    return found


def problem_of(fault: Exception, request: str) -> Problem:
    """Return what may be told of an exception."""
    status, detail, parameters = _told(fault)
    title = HTTPStatus(status).phrase
    return Problem(title=title, status=status, detail=detail, parameters=parameters, request=request)


def answer(request: Request[Any, Any, Any], fault: Exception) -> Response[Any]:
    """Return the answer to a request that went wrong, and put our own faults into the log."""
    id = request_id(request.scope)
    problem = problem_of(fault, id)
    if problem.status == HTTPStatus.INTERNAL_SERVER_ERROR:
        log.error("%s %s %s failed", id, request.method, request.url.path, exc_info=fault)
    headers = dict(getattr(fault, "headers", None) or {})
    if problem.status == HTTPStatus.SERVICE_UNAVAILABLE:
        headers["Retry-After"] = "2"
    if problem.status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    body = msgspec.json.encode({"type": problem.type, **problem.to_dict()})
    return Response(body, status_code=problem.status, media_type=MEDIA_TYPE, headers=headers)


def _told(fault: Exception) -> tuple[int, str, tuple[str, ...]]:
    if isinstance(fault, ArchiveError):
        return HTTPStatus.SERVICE_UNAVAILABLE, _without_place(fault), ()
    if isinstance(fault, DragomanError):
        flags = tuple(dict.fromkeys(_FLAG.findall(str(fault))))
        return HTTPStatus.BAD_REQUEST, _FLAG.sub(r"\1", str(fault)), flags
    if isinstance(fault, ValidationException):
        wrong = [one for one in fault.extra or () if isinstance(one, dict)]
        detail = "; ".join(f"{one.get('key', 'the request')}: {one.get('message', '')}" for one in wrong)
        keys = tuple(str(one["key"]) for one in wrong if one.get("key"))
        return fault.status_code, detail or "the request makes no sense", keys
    if isinstance(fault, HTTPException):
        return fault.status_code, fault.detail if fault.status_code < 500 else "", ()
    return HTTPStatus.INTERNAL_SERVER_ERROR, "a fault of ours; the log has more under the request's id", ()


def _without_place(fault: ArchiveError) -> str:
    """What is wrong with the archive, but not where it lies on the server."""
    if "written by another" in str(fault):
        return "the archive is being written by another process: ask again in a moment"
    return str(fault) if type(fault) is not ArchiveError else "the archive cannot be read at the moment"
