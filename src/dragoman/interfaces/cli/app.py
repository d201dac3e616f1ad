"""The command line as a whole: its commands, its exit codes, its errors in one line."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

import typer

from dragoman import __version__
from dragoman.errors import DragomanError, UsageError
from dragoman.interfaces.cli import (
    actors,
    adding,
    demo,
    exporting,
    judging,
    ledger,
    measures,
    outlook,
    relations,
    searching,
    serving,
    stories,
)
from dragoman.interfaces.cli.output import harmless

__all__ = ["app", "main", "run"]

INTERRUPTED = 130
"""What a shell expects of a program that Ctrl-C ended."""

app = typer.Typer(
    name="dragoman",
    help="Read world-affairs news in the language it was written in, and keep the record: "
    "who did what to whom, when and where, and who says so.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Begin with `dragoman demo`, or `dragoman add articles/` and then `dragoman timeline`.",
)
app.command("add")(adding.add)
app.command("read")(adding.read)
app.command("events")(ledger.events)
app.command("show")(ledger.show)
app.command("timeline")(ledger.timeline)
app.command("stories")(stories.stories)
app.command("actors")(actors.actors)
app.command("search")(searching.search)
app.command("relations")(relations.relations)
app.command("conflicts")(outlook.conflicts)
app.command("forecasts")(outlook.forecasts)
app.command("export")(exporting.export)
app.command("languages")(measures.languages)
app.command("score")(measures.score)
app.command("merge")(judging.merge)
app.command("split")(judging.split)
app.command("reject")(judging.reject)
app.command("undo")(judging.undo)
app.command("refresh")(adding.refresh)
app.command("serve")(serving.serve)
app.command("demo")(demo.demo)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: bool = typer.Option(
        False, "--version", callback=_print_version, is_eager=True, help="Print the version and stop."
    ),
) -> None:
    pass


def main() -> None:
    """Run the command line on the arguments of this process."""
    sys.exit(run(sys.argv[1:]))


def run(words: Sequence[str]) -> int:
    """Run one command and return its exit code; what goes wrong is one line on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = app(list(words), prog_name="dragoman", standalone_mode=False) or 0
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit):  # Typer turns the first into the second
        # The reader of our output (`| head`) has seen enough. Nothing is left to flush into a closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except typer.Exit as end:
        code = end.exit_code
    except Exception as fault:
        if {"--verbose", "-v"} & set(words):
            traceback.print_exc()
        return _explain(fault)
    if code == INTERRUPTED:
        return _fail("stopped; what was kept so far stays, and the same command goes on from there", code)
    return int(code)


def _explain(fault: Exception) -> int:
    if isinstance(fault, typer.TyperException):
        message = fault.format_message()
        return _fail(f"{message} (see `dragoman --help`)", fault.exit_code) if message else fault.exit_code
    if isinstance(fault, DragomanError):
        return _fail(str(fault), fault.exit_code)
    if isinstance(fault, UnicodeEncodeError) and fault.reason == "surrogates not allowed":
        return _fail("the command line is not UTF-8: write names and words in UTF-8", UsageError.exit_code)
    return _fail(f"a fault of ours: {type(fault).__name__}: {fault} (run again with --verbose for more)", 1)


def _fail(message: str, code: int) -> int:
    print("dragoman: " + " ".join(harmless(message).split()), file=sys.stderr)
    return code
