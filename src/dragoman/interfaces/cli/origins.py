"""The origins behind an event as small trees: who had it from whom, and how that is known."""

from __future__ import annotations

from collections import defaultdict

from rich.console import Console
from rich.text import Text

from dragoman.interfaces.cli.lines import print_wrapped
from dragoman.interfaces.wording import source
from dragoman.records import Event, Evidence, Lead, Origin

__all__ = ["draw_origins"]

_CLOSEST = ("copy", "translation", "outlet", "statement")


def draw_origins(console: Console, event: Event) -> None:
    """Each origin: who is cited, or the article that told it first, and under it those that have it from there."""
    pages = {one.article: one for one in reversed(event.evidence)}
    if len(pages) == 1 and not any(origin.source for origin in event.origins):
        return
    console.print(Text("\nOrigins", style="bold"))
    for origin in event.origins:
        below = _below(origin)
        if origin.source:
            print_wrapped(console, Text(origin.source, style="bold"), 2)
        _draw(console, pages, below, (None, 1 if origin.source else 0))


def _below(origin: Origin) -> dict[str | None, list[tuple[str, str]]]:
    """Return the articles with their reasons by what they hang on: an article, or the origin itself (None)."""
    leads: dict[str, list[Lead]] = defaultdict(list)
    for lead in origin.leads:
        leads[lead.article].append(lead)
    found: dict[str | None, list[tuple[str, str]]] = defaultdict(list)
    for article in origin.articles:
        own = sorted(leads[article], key=lambda lead: (_CLOSEST.index(lead.kind), lead.of is not None))
        best = own[0] if own else None
        above = best.of if best and (best.source is None or origin.source is None) else None
        found[above].append((article, best.reason if best else ""))
    return found


def _draw(
    console: Console,
    pages: dict[str, Evidence],
    below: dict[str | None, list[tuple[str, str]]],
    place: tuple[str | None, int],
) -> None:
    above, depth = place
    for article, reason in below.get(above, ()):
        line = Text("└ " if depth else "", style="dim")
        line.append(source(pages[article]) if article in pages else article, style="not dim")
        if reason:
            line.append(f": {reason}", style="not dim italic")
        print_wrapped(console, line, 2 + 2 * depth)
        _draw(console, pages, below, (article, depth + 1))
