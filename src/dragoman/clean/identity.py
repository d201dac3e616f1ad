"""By what an article is known, and by what one version of it differs from another."""

from __future__ import annotations

import base64
import hashlib

import msgspec

from dragoman.records import Article

__all__ = ["article_id", "fingerprint"]

ID_LETTERS = 12
"""60 bits: two of a hundred million articles share an id with a chance of one in two hundred."""


def article_id(id: str | None, url: str | None, outlet: str | None, text: str) -> str:
    """Return the given id, else one made of the url, else one made of outlet and text."""
    if id:
        return id
    key = ("url", url) if url else ("text", outlet, text)
    return "art-" + _digest(key)[:ID_LETTERS]


def fingerprint(article: Article) -> str:
    """Return a key of all that matters in an article: the same key, the same version."""
    matter = (
        article.text,
        article.title,
        article.url,
        article.outlet,
        article.byline,
        article.published,
        article.language,
    )
    return _digest(matter)


def _digest(key: tuple[str | None, ...]) -> str:
    # JSON keeps the parts apart, where text joined by a sign might read the same for different parts.
    hashed = hashlib.sha256(msgspec.json.encode(key)).digest()
    return base64.b32encode(hashed[:20]).decode().lower()
