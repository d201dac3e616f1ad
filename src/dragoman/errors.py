"""What can go wrong, as one small tree.

    DragomanError
    ├── UsageError        the request makes no sense (a bad date, an unknown type)       exit code 2
    ├── SourceError       a source or an article cannot be read                          exit code 3
    ├── ArchiveError      the archive cannot be opened, is locked, or is newer than us   exit code 4
    │   └── TooSlowError  a question took longer than a server gives it
    └── DataError         a pack or a knowledge table is wrong: names file, key and fault exit code 1

Every message says what, where and what to do.
"""

from __future__ import annotations

__all__ = ["ArchiveError", "DataError", "DragomanError", "SourceError", "TooSlowError", "UsageError"]


class DragomanError(Exception):
    """The base of everything that Dragoman raises on purpose. `exit_code` is what a command ends with."""

    exit_code = 1


class UsageError(DragomanError):
    """What was asked makes no sense."""

    exit_code = 2


class SourceError(DragomanError):
    """A source or an article cannot be read; `reason` goes to quarantine."""

    exit_code = 3


class ArchiveError(DragomanError):
    """The archive cannot be opened, is locked, or was written by a newer version."""

    exit_code = 4


class TooSlowError(ArchiveError):
    """A question took longer than a server gives it."""


class DataError(DragomanError):
    """A language pack or a knowledge table breaks its schema."""
