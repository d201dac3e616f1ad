"""Where stages run: one page after the other as they come, or many on this machine's cores."""

from dragoman.engines.pages import context_of, explain_pages, read_pages, read_text
from dragoman.engines.processes import Unread, map_articles

__all__ = ["Unread", "context_of", "explain_pages", "map_articles", "read_pages", "read_text"]
