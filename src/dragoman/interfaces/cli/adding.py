"""`add`, `read` and `refresh`: articles come in, and are read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.errors import SourceError, UsageError
from dragoman.interfaces.cli.options import (
    DEFAULT_ARCHIVE,
    ArchiveOption,
    Format,
    FormatOption,
    KnowledgeOption,
    QuietOption,
    VerboseOption,
    open_archive,
)
from dragoman.interfaces.cli.output import chosen, harmless, note, print_line, print_records

if TYPE_CHECKING:
    from dragoman.clean import Defaults
    from dragoman.sources import Refusal
    from dragoman.store import AddResult

__all__ = ["add", "read", "refresh"]

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...", help="Files, folders (with all below them), or - for JSON Lines on stdin."
    ),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Publication date of what bears none itself.", show_default=False),
]
Outlet = Annotated[
    str | None, typer.Option(metavar="NAME", help="Outlet of what names none itself.", show_default=False)
]
Jobs = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="Processes that read (all cores for many).", show_default=False),
]
Language = Annotated[
    str | None, typer.Option(metavar="CODE", help="Language of what names none itself.", show_default=False)
]


def add(
    sources: Sources,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    published: Published = None,
    outlet: Outlet = None,
    language: Language = None,
    knowledge: KnowledgeOption = None,
    jobs: Jobs = None,
    format: FormatOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Read articles into the archive and bring the ledger up to date.

    Reads .txt .md .html .htm .xhtml .json .jsonl .ndjson .csv .tsv, each also .gz or .zst. What cannot be
    read is kept in quarantine with a reason: `dragoman show quarantine`. An interrupted run goes on where it
    stopped when it is started again. Where cores are scarce, other programs have them first.

    Examples:

    - `dragoman add articles/`
    - `dragoman add page.html --outlet "Daily Star"`
    - `zcat day.jsonl.gz | dragoman add -`
    """
    from dragoman.sources import missing_sources
    from dragoman.store import AddOptions
    from dragoman.store.aside import stand_behind

    defaults = _defaults(published, outlet, language)
    _check(knowledge)
    refused = missing_sources(sources)
    if len(refused) == len(sources):  # a slip of the pen leaves no empty archive behind
        raise SourceError(_nothing_read(refused))
    refused.clear()
    stand_behind()
    with (
        open_archive(archive, create=True) as opened,
        _progress(shown=sys.stderr.isatty() and not quiet) as advance,
    ):
        options = AddOptions(
            defaults=defaults,
            knowledge=knowledge,
            jobs=jobs,
            on_page=advance,
            on_refusal=refused.append,
        )
        result = opened.add(*sources, options=options)
    if not result.added + result.updated + result.unchanged:
        raise SourceError(_nothing_read(refused))
    for refusal in refused:
        if refusal.missing or verbose:
            note(f"{refusal.origin}: {refusal.reason}")
    _print_result(result, format, quiet=quiet)
    return 0


def read(
    sources: Annotated[
        list[str], typer.Argument(metavar="FILE|-...", help="Files, folders, or - for JSON Lines on stdin.")
    ],
    published: Published = None,
    outlet: Outlet = None,
    language: Language = None,
    knowledge: KnowledgeOption = None,
    explain: Annotated[bool, typer.Option("--explain", help="Say why each report was or was not made.")] = False,
    format: FormatOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Read articles and show what was understood; touches no archive.

    Examples:

    - `dragoman read page.txt --published 2023-09-14`
    - `dragoman read page.txt --explain`
    - `dragoman read - --format jsonl < articles.jsonl`
    """
    from dragoman.interfaces.cli.pages import draw_readings

    refused: list[Refusal] = []
    defaults = _defaults(published, outlet, language)
    count = 0
    if explain:
        for text in _read(sources, defaults, knowledge, refused, explain=True):
            count += 1
            print(harmless(text) + "\n", flush=True)
    elif chosen(format) is Format.jsonl:
        for reading in _read(sources, defaults, knowledge, refused):
            count += 1
            print_line(reading)
            sys.stdout.flush()
    else:
        readings = list(_read(sources, defaults, knowledge, refused))
        count = len(readings)
        print_records(readings, format, draw_readings)
    if not count:
        raise SourceError(_nothing_read(refused))
    for refusal in refused:
        note(f"{refusal.origin}: {refusal.reason}", quiet=quiet)
    return 0


def refresh(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    every: Annotated[bool, typer.Option("--all", help="Read everything again, whatever read it.")] = False,
    knowledge: KnowledgeOption = None,
    jobs: Jobs = None,
    format: FormatOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Read again what another version of the reader read, and bring the ledger up to date.

    What a language pack or a `--knowledge` file changed is read again with `--all`.

    Examples:

    - `dragoman refresh`
    - `dragoman refresh --all --knowledge own.yaml`
    """
    from dragoman.store import AddOptions
    from dragoman.store.aside import stand_behind

    _check(knowledge)
    stand_behind()
    with (
        open_archive(archive) as opened,
        _progress(shown=sys.stderr.isatty() and not quiet) as advance,
    ):
        options = AddOptions(knowledge=knowledge, jobs=jobs, on_page=advance)
        result = opened.reread(every=every, options=options)
    _print_result(result, format, quiet=quiet)
    return 0


def _read(
    sources: list[str],
    defaults: Defaults,
    knowledge: str | None,
    refused: list[Refusal],
    *,
    explain: bool = False,
) -> Iterator[Any]:
    """Yield readings, or explanations of them, one by one as articles arrive; set aside what is refused."""
    from dragoman.engines import explain_pages, read_pages
    from dragoman.sources import Refusal, read_sources

    for result in (explain_pages if explain else read_pages)(read_sources(sources), defaults, knowledge):
        if isinstance(result, Refusal):
            refused.append(result)
        else:
            yield result


def _check(knowledge: str | None) -> None:
    """Have a file of own entities refused before anything is made or read."""
    if knowledge is not None:
        from dragoman.engines import context_of

        context_of(knowledge)


def _defaults(published: str | None, outlet: str | None, language: str | None) -> Defaults:
    from dragoman.clean import Defaults, checked_date, language_code

    if published is not None:
        try:
            published = checked_date(published)
        except SourceError as fault:
            raise UsageError(f"--published: {fault}") from fault
    code = language_code(language)
    if language is not None and code is None:
        raise UsageError(f"--language {language} is no language code: write bn, hi, vi or en")
    return Defaults(published=published, outlet=outlet, language=code)


def _nothing_read(refused: list[Refusal]) -> str:
    if not refused:
        return "there is nothing to read in what was given: name files or folders with articles"
    first = refused[0]
    more = f", and {len(refused) - 1} more" if len(refused) > 1 else ""
    return f"nothing could be read: {first.origin}: {first.reason}{more}"


@contextmanager
def _progress(*, shown: bool) -> Iterator[Callable[[], None]]:
    if not shown:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("reading"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda: bar.advance(task)


def _print_result(result: AddResult, format: Format | None, *, quiet: bool) -> None:
    if chosen(format) is not Format.table:
        print_records([result], format, lambda _console, _records: None)
    elif not quiet:
        print(
            f"{result.added:,} added, {result.updated:,} updated, {result.unchanged:,} unchanged, "
            f"{result.quarantined:,} quarantined; {result.events:,} events in {result.seconds:.1f} s"
        )
