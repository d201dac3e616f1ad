"""Marks may overlap and reach outside; the pieces are the text, and each knows its layers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.interfaces.web.marks import Mark, marked

SPANS = st.tuples(st.integers(-5, 40), st.integers(0, 20), st.sampled_from(["actor", "act", "time"]))


@given(st.text(max_size=30), st.lists(SPANS, max_size=8), st.integers(0, 5))
def test_pieces_are_the_text(text: str, spans: list[tuple[int, int, str]], offset: int) -> None:
    marks = [Mark(start, start + length, layer) for start, length, layer in spans]
    pieces = marked(text, marks, offset)
    assert "".join(piece.text for piece in pieces) == text
    at = offset
    for piece in pieces:
        for place in range(at, at + len(piece.text)):
            layers = {f"m-{one.layer}" for one in marks if one.start <= place < one.end}
            assert set(piece.layers.split()) == layers
        at += len(piece.text)
