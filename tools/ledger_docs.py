"""Writes the features of the ledger's comparison into docs/ledger.md, between its two markers."""

from __future__ import annotations

from pathlib import Path

from dragoman.ledger.describe import features_page

PAGE = Path(__file__).parents[1] / "docs" / "ledger.md"
BEGIN, END = "<!-- features: begin -->\n", "<!-- features: end -->"


def filled(page: str) -> str:
    """Return the page with the features as they are now."""
    head, _, rest = page.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n{features_page()}\n{END}{tail}"


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text("utf-8")), "utf-8")
