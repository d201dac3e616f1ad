"""`languages` and `score`: which languages are read, and how well."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.interfaces.cli.options import Format, FormatOption, QuietOption, VerboseOption
from dragoman.interfaces.cli.output import chosen, console, print_line, print_records

if TYPE_CHECKING:
    from rich.console import Console

    from dragoman.scoring import Miss

__all__ = ["languages", "score"]

MEASURED = ("reports", "names", "times")
"""Kinds whose measures `languages` shows."""


def languages(format: FormatOption = None, quiet: QuietOption = False, verbose: VerboseOption = False) -> None:
    """List the languages it reads, the layers of each pack, and how well each is read (measured).

    Examples:

    - `dragoman languages`
    """
    from dragoman.scoring.languages import known_languages

    print_records(known_languages(), format, _draw_languages)


def score(
    gold: Annotated[
        str, typer.Argument(metavar="GOLD", help="A file of annotated texts, or a folder of .jsonl files.")
    ],
    misses: Annotated[
        bool, typer.Option("--misses", help="Print every miss and false alarm with its text.")
    ] = False,
    jobs: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes that read.", show_default=False)
    ] = None,
    format: FormatOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Measure the reader against annotated text: precision, recall and F1 by language and kind.

    Status, dates, place and by are shares of the matched reports; events are compared by BCubed.

    Examples:

    - `dragoman score gold.jsonl --misses`
    """
    from dragoman.scoring import score_file

    sheet = score_file(gold, jobs)
    print_records(sheet.scores, format, _draw_scores)
    if not misses:
        return
    if chosen(format) is Format.table:
        _draw_misses(console(), sheet.misses)
    else:
        for miss in sheet.misses:
            print_line(miss)


def _draw_languages(console: Console, known: Sequence[Any]) -> None:
    from rich.table import Table

    from dragoman.packs.loader import LAYERS

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for header in ("", "language", "layers", *MEASURED, "own name"):
        table.add_column(header)
    for one in known:
        missing = [layer for layer in LAYERS if layer not in one.layers]
        layers = f"all but {', '.join(missing)}" if missing else "all"
        table.add_row(one.code, one.name, layers, *(_share(one.scores.get(x)) for x in MEASURED), one.own_name)
    console.print(table)
    console.print(f"\nLayers: {', '.join(LAYERS)}. Shares: precision / recall, - where not measured.", style="dim")


def _share(score: dict[str, float | None] | None) -> str:
    if not score:
        return "-"
    return " / ".join("-" if score.get(key) is None else f"{score[key]:.2f}" for key in ("precision", "recall"))


def _draw_scores(console: Console, scores: Sequence[Any]) -> None:
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for header in ("language", "kind", "gold", "found", "right", "precision", "recall", "F1"):
        table.add_column(header, justify="left" if header in ("language", "kind") else "right")
    last = None
    for one in scores:
        shares = ["-" if x is None else f"{x:.3f}" for x in (one.precision, one.recall, one.f1)]
        first = one.language if one.language != last else ""
        table.add_row(first, one.kind, str(one.gold), str(one.found), str(one.right), *shares)
        last = one.language
    console.print(table)


def _draw_misses(console: Console, misses: Sequence[Miss]) -> None:
    from rich.text import Text

    for miss in misses:
        console.print(Text(f"\n{miss.kind}: {miss.error}: {miss.what}", style="bold"))
        console.print(Text(f"  {miss.article} ({miss.language})  {miss.text}"))
