"""The pages: the same records as under /api, for people."""

from .routes import error_page, routes

__all__ = ["error_page", "routes"]
