"""Stories on the terminal: all of them, or one with its events and articles."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from dragoman.interfaces.cli.lines import print_wrapped
from dragoman.interfaces.wording import count, dates, day
from dragoman.records import Event, Story
from dragoman.store import ArticleLine

__all__ = ["draw_stories", "draw_story"]


def draw_stories(console: Console, found: Sequence[Story]) -> None:
    """Stories, two lines each: what, and where and when it is told."""
    if not found:
        console.print("no stories")
    for story in found:
        print_wrapped(console, Text(story.title, style="bold"), 0)
        print_wrapped(console, Text(_told(story), style="dim"), 2)


def draw_story(console: Console, story: Story, articles: Sequence[ArticleLine], events: Sequence[Event]) -> None:
    """One story: its events in order, then its articles."""
    print_wrapped(console, Text(story.title, style="bold"), 0)
    print_wrapped(console, Text(_told(story), style="dim"), 0)
    console.print(Text("\nEvents", style="bold"))
    for event in events:
        line = Text(f"{dates(event.earliest, event.latest)}  {event.gloss or event.type}  ")
        line.append(f"{event.status} · {event.id}", style="dim")
        print_wrapped(console, line, 2)
    console.print(Text("\nArticles", style="bold"))
    for article in articles:
        line = Text(f"{day(article.published)}  {article.title or 'untitled'}  ")
        line.append(
            " · ".join(part for part in (article.outlet, article.language, article.id) if part), style="dim"
        )
        print_wrapped(console, line, 2)


def _told(story: Story) -> str:
    size = f"{count(len(story.articles), 'article')}, {count(len(story.events), 'event')}"
    return f"{dates(story.first, story.last)} · {size} · {', '.join(story.languages)} · {story.id}"
