"""Reads world-affairs news in the language it was written in, and keeps the record."""

__version__ = "0.1.0"
