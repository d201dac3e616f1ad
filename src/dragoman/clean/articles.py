"""Raw pages to articles: one text in one normal form, known by one id."""

from __future__ import annotations

import re
import unicodedata

from dragoman.clean.dates import checked_date
from dragoman.clean.decoding import decode
from dragoman.clean.identity import article_id
from dragoman.clean.pages import PageText, main_text
from dragoman.errors import SourceError
from dragoman.records import Article, Record
from dragoman.sources import RawPage, Refusal

__all__ = ["MAX_TEXT", "Cleaned", "Defaults", "clean_page", "language_code"]

MAX_TEXT = 2_000_000
"""The longest text of one article, in code points: a novel has fewer."""
EXCERPT = 120
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?")


class Defaults(Record, frozen=True, kw_only=True):
    """What the caller knows of all pages; it holds where a page does not say it itself."""

    published: str | None = None
    outlet: str | None = None
    language: str | None = None


class Cleaned(Record, frozen=True, kw_only=True):
    """An article, and whether its id was given in the input (a reading begins with that id)."""

    article: Article
    id_given: bool = False


def clean_page(page: RawPage, defaults: Defaults | None = None) -> Cleaned | Refusal:
    """Turn a raw page into an article, or say why that cannot be done."""
    try:
        return _cleaned(page, defaults or Defaults())
    except SourceError as fault:
        return Refusal(origin=page.origin, reason=str(fault), excerpt=_excerpt(page))


def language_code(given: str | None) -> str | None:
    """Return the primary subtag of a language tag in lower case; None for what is no tag."""
    found = _LANGUAGE.fullmatch((given or "").strip().lower())
    return found[1] if found else None


def _cleaned(page: RawPage, defaults: Defaults) -> Cleaned:
    fields = page.fields
    found = _content(page)
    title = _line(fields.title) or _line(found.title)
    text = _with_title(title, _normal(found.text))
    if not text.strip():
        raise SourceError("the text is empty")
    if len(text) > MAX_TEXT:
        raise SourceError(f"the text is longer than {MAX_TEXT:,} characters")
    published, how = _published(fields.published, defaults.published, found.published)
    url = _line(fields.url) or _line(found.url)
    outlet = _line(fields.outlet) or defaults.outlet or _line(found.outlet)
    id = None if fields.id is None else str(fields.id).strip()
    article = Article(
        id=article_id(id, url, outlet, text),
        text=text,
        title=title,
        url=url,
        outlet=outlet,
        byline=_line(fields.byline) or _line(found.byline),
        published=published,
        published_how=how,
        language=language_code(fields.language) or defaults.language,
    )
    return Cleaned(article=article, id_given=bool(id))


def _content(page: RawPage) -> PageText:
    fields = page.fields
    if page.kind == "text":
        return PageText(text=decode(page.body))
    if page.kind == "html":
        return main_text(decode(page.body, markup=True))
    if fields.text is not None:
        return PageText(text=fields.text)
    if fields.html is not None:
        return main_text(fields.html, _line(fields.url))
    raise SourceError("the article object has neither text nor html")


def _with_title(title: str | None, text: str) -> str:
    """Put the title before the text, unless the text begins with it."""
    if not title or text.lstrip().startswith(title):
        return text
    return f"{title}\n\n{text}" if text.strip() else title


def _published(given: str | None, default: str | None, found: str | None) -> tuple[str | None, str | None]:
    """Return the date and how it is known: what was given goes before what the page's markup says."""
    if given and given.strip():
        return checked_date(given), "given"
    if default:
        return checked_date(default), "given"
    if found:
        try:
            return checked_date(found), "page metadata"
        except SourceError:
            return None, None
    return None, None


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _line(given: str | None) -> str | None:
    """One line of metadata in normal form, or None where there is nothing in it."""
    return _normal(" ".join(given.split())) or None if given else None


def _excerpt(page: RawPage) -> str:
    if page.kind == "object":
        return (page.fields.title or page.fields.text or page.fields.html or "")[:EXCERPT]
    return page.body[:EXCERPT].decode("utf-8", "replace")
