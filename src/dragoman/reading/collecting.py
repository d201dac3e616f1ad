"""Lets garbage wait while very many records are made, none of which is any."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["without_collecting"]


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keep Python from looking through all objects again and again for rings that nobody holds.

    Neither what the ledger is made of nor a lexicon holds rings, and looking through a million records again and
    again takes a third of the time of making them.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
