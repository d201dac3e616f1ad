"""`search`: sentences that hold certain words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.interfaces.cli.options import (
    DEFAULT_ARCHIVE,
    ArchiveOption,
    FormatOption,
    LanguageOption,
    LimitOption,
    OutletOption,
    QuietOption,
    SinceOption,
    UntilOption,
    VerboseOption,
    filter_of,
    open_archive,
)
from dragoman.interfaces.cli.output import print_records

if TYPE_CHECKING:
    from rich.console import Console

    from dragoman.store import Hit

__all__ = ["search"]

SCREEN = 20
"""Sentences shown unless more are asked for."""


def search(
    words: Annotated[
        list[str],
        typer.Argument(metavar="TEXT...", help='Words, "words that stand together", -words to leave out.'),
    ],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    since: SinceOption = None,
    until: UntilOption = None,
    language: LanguageOption = None,
    outlet: OutletOption = None,
    limit: LimitOption = None,
    format: FormatOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Search the words of all articles, in any script; the sentences that fit best come first.

    Days are those of publication. Words without accents and tones find those with them.

    Examples:

    - `dragoman search thuong dinh --language vi`
    - `dragoman search '"Prime Minister" -Modi'`
    - `dragoman search পুতিন`
    """
    wanted = filter_of(since=since, until=until, language=language, outlet=outlet)
    with open_archive(archive) as opened:
        found = opened.search(" ".join(words), wanted, SCREEN if limit is None else limit)
    print_records(found, format, _draw)


def _draw(console: Console, hits: Sequence[Hit]) -> None:
    from rich.text import Text

    from dragoman.interfaces.cli.lines import print_wrapped

    if not hits:
        console.print("No sentence has these words.")
    for hit in hits:
        day = (hit.published or "undated")[:10]
        known = [part for part in (hit.outlet, day, hit.language, hit.article) if part]
        console.print(Text(" · ".join(known), style="dim"))
        sentence = Text(hit.text)
        for start, end in hit.marks:
            sentence.stylize("bold underline", start, end)
        print_wrapped(console, sentence, 2)
