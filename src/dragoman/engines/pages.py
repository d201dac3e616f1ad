"""Pages read one by one as they come, for those who keep no archive: the gate and the stages in a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from dragoman import pipeline
from dragoman.clean import Cleaned, Defaults, clean_page
from dragoman.errors import SourceError, UsageError
from dragoman.records import Reading
from dragoman.sources import ArticleObject, RawPage, Refusal

__all__ = ["context_of", "explain_pages", "read_pages", "read_text"]


def context_of(knowledge: str | None) -> pipeline.Context:
    """Return what reading needs, with a user's own entities where a file of them is named."""
    return pipeline.load_context() if knowledge is None else pipeline.load_context_with(knowledge)


def read_text(text: str, known: Mapping[str, str | None], knowledge: str | None = None) -> Reading:
    """Read one text; `known` are further fields of an article object, `knowledge` a file of own entities."""
    allowed = [key for key in ArticleObject.__struct_fields__ if key not in ("text", "html")]
    if unknown := sorted(set(known) - set(allowed)):
        raise UsageError(f"unknown field {unknown[0]!r}; an article may have {', '.join(allowed)}")
    page = RawPage(origin="text", kind="object", fields=ArticleObject(text=text, **known))
    result = next(read_pages([page], knowledge=knowledge))
    if isinstance(result, Refusal):
        raise SourceError(result.reason)
    return result


def read_pages(
    pages: Iterable[RawPage | Refusal], defaults: Defaults | None = None, knowledge: str | None = None
) -> Iterator[Reading | Refusal]:
    """Yield a reading for each page as it comes, with an id where one was given, or why there is none."""
    context = context_of(knowledge)
    for cleaned in _cleaned(pages, defaults):
        if isinstance(cleaned, Refusal):
            yield cleaned
        else:
            reading = pipeline.read_article(cleaned.article, context)
            id = cleaned.article.id if cleaned.id_given else msgspec.UNSET
            yield msgspec.structs.replace(reading, id=id)


def explain_pages(
    pages: Iterable[RawPage | Refusal], defaults: Defaults | None = None, knowledge: str | None = None
) -> Iterator[str | Refusal]:
    """Yield for each page how it was read: line by line, why each report was or was not made."""
    from dragoman.reading.explain import explain_line

    context = context_of(knowledge)
    for cleaned in _cleaned(pages, defaults):
        if isinstance(cleaned, Refusal):
            yield cleaned
            continue
        parsed = pipeline.explain_article(cleaned.article, context)
        told = parsed.reading.reports
        rows = [
            explain_line(line, [report for report in told if report.sentence == line.index])
            for line in parsed.lines
        ]
        yield "\n".join([f"{cleaned.article.id} ({parsed.reading.language or 'unknown language'})", *rows])


def _cleaned(pages: Iterable[RawPage | Refusal], defaults: Defaults | None) -> Iterator[Cleaned | Refusal]:
    for page in pages:
        yield clean_page(page, defaults) if isinstance(page, RawPage) else page
