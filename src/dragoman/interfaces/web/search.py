"""Search over the words of articles."""

from __future__ import annotations

from typing import Annotated

from litestar import Response, get
from litestar.params import QueryParameter

from dragoman.interfaces.api.parameters import Part, TheReader, Told

from .marks import Mark
from .page import Asked, rendered

__all__ = ["HANDLERS"]


@get("/search", sync_to_thread=True, opt={"costly": True})
def searched(
    request: Asked,
    reader: TheReader,
    told: Told,
    part: Part,
    q: Annotated[str | None, QueryParameter(max_length=500)] = None,
) -> Response[str]:
    """Sentences that hold what is asked, best first."""
    page = reader.archive.search_page(q, told, part) if q else None
    marks = [[Mark(start, end, "hit") for start, end in hit.marks] for hit in page.items] if page else []
    return rendered(request, "search.html", page=page, marks=marks, q=q or "", told=told)


HANDLERS = (searched,)
