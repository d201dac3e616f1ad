"""The gate: raw pages become articles in one normal form, or are refused with a reason."""

from dragoman.clean.articles import MAX_TEXT, Cleaned, Defaults, clean_page, language_code
from dragoman.clean.dates import checked_date
from dragoman.clean.identity import article_id, fingerprint

__all__ = [
    "MAX_TEXT",
    "Cleaned",
    "Defaults",
    "article_id",
    "checked_date",
    "clean_page",
    "fingerprint",
    "language_code",
]
