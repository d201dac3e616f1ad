"""The archive over HTTP: records as JSON, CSV and feeds. Nothing here is imported until something is served."""

from .app import create_app
from .kept import KeptAnswers
from .options import ServeOptions

__all__ = ["KeptAnswers", "ServeOptions", "create_app"]
