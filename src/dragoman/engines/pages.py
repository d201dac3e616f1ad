"""Reading one page from raw to read, for those who keep no archive: the gate and the stages in a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from dragoman import pipeline
from dragoman.clean import Defaults, clean_page
from dragoman.errors import SourceError, UsageError
from dragoman.records import Reading
from dragoman.sources import ArticleObject, RawPage, Refusal

__all__ = ["read_pages", "read_text"]


def read_text(text: str, known: Mapping[str, str | None]) -> Reading:
    """Read one text; `known` are further fields of an article object."""
    allowed = [key for key in ArticleObject.__struct_fields__ if key not in ("text", "html")]
    if unknown := sorted(set(known) - set(allowed)):
        raise UsageError(f"unknown field {unknown[0]!r}; an article may have {', '.join(allowed)}")
    page = RawPage(origin="text", kind="object", fields=ArticleObject(text=text, **known))
    result = next(read_pages([page], pipeline.load_context()))
    if isinstance(result, Refusal):
        raise SourceError(result.reason)
    return result


def read_pages(
    pages: Iterable[RawPage | Refusal], context: pipeline.Context, defaults: Defaults | None = None
) -> Iterator[Reading | Refusal]:
    """Yield a reading for each page as it comes, with an id where one was given, or why there is none."""
    for page in pages:
        cleaned = clean_page(page, defaults) if isinstance(page, RawPage) else page
        if isinstance(cleaned, Refusal):
            yield cleaned
            continue
        reading = pipeline.read_article(cleaned.article, context)
        id = cleaned.article.id if cleaned.id_given else msgspec.UNSET
        yield msgspec.structs.replace(reading, id=id)
