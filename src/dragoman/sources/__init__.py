"""Where articles come from: files, folders and standard input, handed on as raw pages."""

from dragoman.sources.files import missing_sources, read_sources
from dragoman.sources.records import ArticleObject, RawPage, Refusal

__all__ = ["ArticleObject", "RawPage", "Refusal", "missing_sources", "read_sources"]
