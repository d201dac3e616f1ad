"""Origins drawn on the terminal."""

from rich.console import Console

from dragoman.interfaces.cli.origins import draw_origins
from dragoman.records import Event, Evidence, Lead, Origin


def drawn(*origins: Origin) -> list[str]:
    articles = [article for origin in origins for article in origin.articles]
    evidence = [
        Evidence(report=a, article=a, outlet=a.upper(), published="2024-06-19", language="vi") for a in articles
    ]
    console = Console(width=100, record=True)
    with console.capture() as shown:
        draw_origins(console, Event(id="x", type="CONSULT", evidence=tuple(evidence), origins=origins))
    return shown.get().splitlines()


def test_who_had_it_from_whom() -> None:
    cited = [Lead(article="a", source="KCNA", kind="statement", reason="cites KCNA")]
    copied = [Lead(article="c", of="b", kind="copy", reason="7 of 9 rows of words are the same")]
    lines = drawn(
        Origin(articles=("a",), source="KCNA", leads=tuple(cited)),
        Origin(articles=("b", "c"), leads=tuple(copied)),
    )
    assert lines == [
        "",
        "Origins",
        "  KCNA",
        "    └ A · 19 June 2024 · vi · a: cites KCNA",
        "  B · 19 June 2024 · vi · b",
        "    └ C · 19 June 2024 · vi · c: 7 of 9 rows of words are the same",
    ]


def test_one_article_that_cites_nobody_needs_no_tree() -> None:
    assert drawn(Origin(articles=("a",))) == []
