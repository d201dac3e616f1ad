"""Who and where: states, people with their offices and dates, bodies, outlets, weapons, treaties, places.

`load` gives the one `Knowledge`; `fold` and `normalise_alias` are the form in which names are compared.
"""

from dragoman.knowledge.artefact import UPPER
from dragoman.knowledge.base import AliasHit, Knowledge, Match, case_fits
from dragoman.knowledge.folding import Folded, fold, normalise_alias
from dragoman.knowledge.loading import load, load_with

__all__ = [
    "UPPER",
    "AliasHit",
    "Folded",
    "Knowledge",
    "Match",
    "case_fits",
    "fold",
    "load",
    "load_with",
    "normalise_alias",
]
