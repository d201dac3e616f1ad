"""Everything an archive holds, written out for other tools."""

from .folder import export_archive

__all__ = ["export_archive"]
