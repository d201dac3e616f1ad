"""Where stages run: in this process or on this machine's cores."""

from dragoman.engines.processes import Unread, map_articles

__all__ = ["Unread", "map_articles"]
