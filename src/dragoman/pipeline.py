"""The stages in order: the file to read first.

    sources → clean → reading → identity → stories → ledger → store → interfaces

A page becomes an `Article` (`clean`), an article a `Reading` (`read_article`, here), readings become the
events of the ledger (`ledger.build_ledger`), and the archive (`store`) keeps all of it. Each stage is a plain
function, record in, record out; what it needs beside the record is its `Context`.

What reading does with an article, in order (`reading.article`):

    identify      which language, by script and function words
    layout        what is no article, sentences, quotations
    time          time expressions as intervals
    tokens        words, and all of the pack's lexicon in one pass
    names         names and nationalities, with the entities they mean
    mentions      names with titles, bodies, pronouns, groups: who is meant
    phrases       the roles that markers and endings give
    predicates    what is verbal
    clauses       how the sentence is cut
    subjects      who does it: each verb's subject and phrases
    attribution   whose words each stretch is
    events        frames filled, one status each: reports
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from . import __version__
from .errors import DataError, UsageError
from .knowledge import Knowledge
from .knowledge import load as load_knowledge
from .knowledge import load_with as load_knowledge_with
from .packs.loader import load_frames, load_packs
from .reading.article import Parsed, parse, read
from .reading.language import Language
from .records import Article, Reading

__all__ = ["Context", "explain_article", "load_context", "load_context_with", "read_article"]


@dataclass(frozen=True, slots=True)
class Context:
    """What a reading needs besides the article: the compiled languages and the knowledge base."""

    languages: dict[str, Language]
    knowledge: Knowledge


@cache
def load_context() -> Context:
    """Load the packs and the knowledge that ship with the package; once in a process."""
    return Context(_languages(), load_knowledge())


@cache
def load_context_with(own: str) -> Context:
    """Load the same with a user's own actors, places and outlets, from the YAML file at the path `own`.

    Raises UsageError, which says what is wrong in the file.
    """
    try:
        return Context(_languages(), load_knowledge_with(Path(own)))
    except DataError as fault:
        raise UsageError(f"--knowledge {fault}") from fault


@cache
def _languages() -> dict[str, Language]:
    frames = load_frames()
    return {code: Language(pack, frames) for code, pack in load_packs().items()}


def read_article(article: Article, context: Context) -> Reading:
    """Read one article: the same article and context give the same reading anywhere."""
    return read(article, context.languages, context.knowledge, __version__)


def explain_article(article: Article, context: Context) -> Parsed:
    """Read one article and keep the workspaces that explain the reading."""
    return parse(article, context.languages, context.knowledge, __version__)
