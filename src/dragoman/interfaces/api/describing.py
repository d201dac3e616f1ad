"""What the schema says beside what the signatures of the handlers say: other forms, and problems."""

from __future__ import annotations

from typing import Any

from litestar import Litestar
from litestar.openapi.spec import (
    OpenAPIFormat,
    OpenAPIMediaType,
    OpenAPIResponse,
    OpenAPIType,
    Operation,
    RequestBody,
    Schema,
)

from .answers import MEDIA
from .problems import MEDIA_TYPE

__all__ = ["describe", "parameters_of"]

_TEXT = Schema(type=OpenAPIType.STRING)
_PROBLEM = Schema(
    title="Problem",
    description="A problem document (RFC 9457).",
    type=OpenAPIType.OBJECT,
    properties={
        "type": Schema(type=OpenAPIType.STRING, format=OpenAPIFormat.URI_REFERENCE),
        "title": _TEXT,
        "status": Schema(type=OpenAPIType.INTEGER),
        "detail": _TEXT,
        "parameters": Schema(type=OpenAPIType.ARRAY, items=_TEXT, description="What was wrong in the request."),
        "request": Schema(type=OpenAPIType.STRING, description="The request's id in the log."),
    },
    required=["type", "title", "status"],
)
_ARTICLE = Schema(
    type=OpenAPIType.OBJECT,
    description="An article: `text` or `html`, the rest as far as it is known.",
    properties=dict.fromkeys(
        ("text", "html", "id", "url", "title", "outlet", "byline", "published", "language"), _TEXT
    ),
)


def describe(app: Litestar) -> None:
    """Complete the schema of an application in place."""
    for path, item in (app.openapi_schema.paths or {}).items():
        for operation in filter(None, (item.get, item.post, item.delete)):
            _describe(operation)
        if path == "/api/articles" and item.post is not None:
            body = Schema(one_of=[_ARTICLE, Schema(type=OpenAPIType.ARRAY, items=_ARTICLE)])
            forms = {"application/json": OpenAPIMediaType(schema=body)}
            item.post.request_body = RequestBody(content=forms, required=True)


def parameters_of(app: Litestar) -> dict[tuple[str, str], frozenset[str]]:
    """Return the names of the query parameters of each route, by method and path."""
    found = {}
    for path, item in (app.openapi_schema.paths or {}).items():
        for method, operation in (("GET", item.get), ("POST", item.post), ("DELETE", item.delete)):
            if operation is not None:
                asked = [one for one in operation.parameters or () if getattr(one, "param_in", "") == "query"]
                found[method, path] = frozenset(str(getattr(one, "name", "")) for one in asked)
    return found


def _describe(operation: Operation) -> None:
    responses = operation.responses or {}
    done = next((responses[code] for code in ("200", "201") if code in responses), None)
    forms = _forms(operation)
    if isinstance(done, OpenAPIResponse) and done.content is not None:
        for form in forms:
            done.content[MEDIA[form]] = OpenAPIMediaType(schema=_TEXT)
    for code in [code for code in responses if code not in ("200", "201")]:
        del responses[code]
    if operation.operation_id and "get" in operation.operation_id.lower():
        responses["304"] = OpenAPIResponse(description="Nothing has changed since the ETag shown.")
    content = {MEDIA_TYPE: OpenAPIMediaType(schema=_PROBLEM)}
    responses["default"] = OpenAPIResponse(description="What went wrong.", content=content)


def _forms(operation: Operation) -> list[str]:
    for parameter in operation.parameters or ():
        if getattr(parameter, "name", "") == "format":
            return [form for form in _choices(parameter) if form in MEDIA and form != "json"]
    return []


def _choices(parameter: Any) -> list[str]:
    schema = parameter.schema
    found = [*(schema.enum or ()), *(one for part in schema.one_of or () for one in part.enum or ())]
    return [str(one) for one in found if one is not None]
