"""What stands between a browser and the archive: security headers, names it answers to, the token."""

from __future__ import annotations

import hmac
import logging
import re
import time
from typing import Any

from litestar.connection import ASGIConnection, Request
from litestar.datastructures import MutableScopeHeaders
from litestar.exceptions import HTTPException, NotAuthorizedException, PermissionDeniedException
from litestar.handlers import BaseRouteHandler
from litestar.types import Message, Scope

from dragoman.errors import UsageError

from .options import ServeOptions
from .problems import request_id

__all__ = ["HEADERS", "allowed_host", "authorised", "known_parameters", "may_change", "send_with_headers"]

log = logging.getLogger("dragoman.serve")
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
LOCAL = ("localhost", "127.0.0.1", "::1")


class WrongHost(HTTPException):
    """The request asks for a host that this server is not: a page elsewhere may have been made to point here."""

    status_code = 421


async def send_with_headers(message: Message, scope: Scope) -> None:
    """Add security headers and the request's id to an answer, and write its line in the log."""
    if message["type"] != "http.response.start":
        return
    headers = MutableScopeHeaders.from_message(message)
    id = request_id(scope)
    headers["X-Request-ID"] = id
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    began = scope["state"].get("began")
    took = f" {1000 * (time.monotonic() - began):.0f} ms" if began else ""
    path = scope["path"].encode("unicode_escape").decode()
    log.info("%s %s %s %s%s", id, scope.get("method", ""), path, message["status"], took)


def allowed_host(options: ServeOptions) -> Any:
    """Return what refuses requests for hosts that this server is not (against DNS rebinding)."""
    known = {name.lower() for name in (*LOCAL, *options.hosts)}

    def check(request: ASGIConnection[Any, Any, Any, Any]) -> None:
        request.scope["state"]["began"] = time.monotonic()
        host = request.headers.get("host", "")
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() and ":" in host else host
        if name.strip("[]").lower() not in known:
            raise WrongHost(detail="this server does not answer to that name: see `dragoman serve --help`")

    return check


def known_parameters(request: Request[Any, Any, Any]) -> None:
    """Refuse parameters that a route of the API does not know: a slip would widen the answer unseen."""
    known: dict[tuple[str, str], frozenset[str]] = request.app.state.parameters
    template = re.sub(r":\w+}", "}", str(request.scope.get("path_template", "")))
    names = known.get((request.method, template))
    if names is not None and (unknown := sorted(set(request.query_params) - names)):
        there_are = f"there is {', '.join(sorted(names))}" if names else "there is none"
        raise UsageError(f"--{unknown[0][:40]} is no parameter of this route; {there_are}")


def authorised(options: ServeOptions, given: str | None) -> bool:
    """Tell whether a token is the one that the server was started with; without one nobody is."""
    return bool(options.token and given) and hmac.compare_digest(
        (options.token or "").encode(), (given or "").encode()
    )


def may_change(connection: ASGIConnection[Any, Any, Any, Any], _handler: BaseRouteHandler) -> None:
    """Let through who shows the token (`Authorization: Bearer …`). Raises 401, or 403 where none is set."""
    options: ServeOptions = connection.app.state.options
    if not options.token:
        raise PermissionDeniedException(
            detail="nothing can be changed here: start the server with a token in $DRAGOMAN_TOKEN"
        )
    scheme, _, given = connection.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not authorised(options, given.strip()):
        raise NotAuthorizedException(detail="show the token as `Authorization: Bearer …`")
