"""A person's judgements, sent from the page of an event by who has the token."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from litestar import Response, post
from litestar.datastructures import State
from litestar.enums import RequestEncodingType
from litestar.exceptions import NotAuthorizedException, PermissionDeniedException
from litestar.params import Body
from litestar.response import Redirect

from dragoman.errors import UsageError
from dragoman.interfaces.api.changing import JudgementId, Merge, Reject, Split, judged, undone
from dragoman.interfaces.api.guards import authorised
from dragoman.store import Judged

from .page import Asked, link

__all__ = ["HANDLERS"]

Sent = Annotated[dict[str, str], Body(media_type=RequestEncodingType.URL_ENCODED)]


@post("/judgements", opt={"costly": True}, sync_to_thread=True)
def judge(request: Asked, state: State, data: Sent) -> Response[Any]:
    """Join two events, part a report from its event, or reject a report."""
    _checked(request, data)
    told = {name: value.strip() for name, value in data.items() if name not in ("token", "back")}
    try:
        judgement = msgspec.convert(told, Merge | Split | Reject)
    except msgspec.ValidationError as fault:
        raise UsageError("the form was not filled in as it has to be") from fault
    return _back(judged(judgement, str(state.location)), data, "kept")


@post("/judgements/{id:str}/undo", opt={"costly": True}, sync_to_thread=True)
def take_back(request: Asked, state: State, id: JudgementId, data: Sent) -> Response[Any]:
    """Take a judgement back."""
    _checked(request, data)
    return _back(undone(id, str(state.location)), data, "undone")


def _checked(request: Asked, data: dict[str, str]) -> None:
    """Let through who shows the token; a form of another site does not know it."""
    options = request.app.state.options
    if not options.token:
        raise PermissionDeniedException(
            detail="nothing can be changed here: start the server with a token in $DRAGOMAN_TOKEN"
        )
    if not authorised(options, data.get("token", "").strip()):
        raise NotAuthorizedException(detail="this is not the token that the server was started with")


def _back(made: Judged, data: dict[str, str], done: str) -> Redirect:
    event = made.event or data.get("back") or ""
    return Redirect(link("events", event) + f"?done={done}" if event else "/events", status_code=303)


HANDLERS = (judge, take_back)
