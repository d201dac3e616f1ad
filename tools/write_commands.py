"""Writes docs/commands.md from the program's own help, so that the page cannot say anything else.

usage: python tools/write_commands.py [--check]
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "commands.md"
INTRODUCTION = """# Commands

Written by `python tools/write_commands.py` from `dragoman --help`; a test holds it to that.

Exit codes: 0 done; 1 a fault of ours; 2 the command line is wrong; 3 nothing could be read from any
SOURCE; 4 the archive cannot be opened, or is locked, or is of a newer version; 130 stopped by Ctrl-C.
Errors are one line on stderr; `--verbose` shows faults in full.
"""


def page() -> str:
    """Return the whole page, with the help of every command at a fixed width and without colours."""
    os.environ.update(TERMINAL_WIDTH="100", COLUMNS="100", NO_COLOR="1", TERM="dumb")
    from dragoman.interfaces.cli.app import app, run

    parts = [INTRODUCTION]
    for name in ("", *(command.name or "" for command in app.registered_commands)):
        told = io.StringIO()
        with contextlib.redirect_stdout(told):
            run([*([name] if name else []), "--help"])
        text = "\n".join(line.rstrip() for line in told.getvalue().strip().splitlines())
        parts.append(f"## {f'dragoman {name}'.strip()}\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(0 if PAGE.read_text("utf-8") == page() else f"{PAGE} is out of date: run this without --check")
    PAGE.write_text(page(), "utf-8")
