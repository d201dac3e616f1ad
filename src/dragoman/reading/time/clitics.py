"""Words written together with their neighbours, cut where a pack says so: 월요일부터 is two tokens."""

from __future__ import annotations

from .lexicon import TimeLexicon
from .tokens import Token

__all__ = ["split_tokens"]

_MOST_SEEN = 100_000


def split_tokens(tokens: list[Token], lexicon: TimeLexicon) -> list[Token]:
    """Return the tokens with the pack's `split_endings` and `split_beginnings` cut off known words."""
    if not lexicon.split_endings and not lexicon.split_beginnings:
        return tokens
    seen = lexicon.seen_parts
    cut: list[Token] = []
    for token in tokens:
        parts = seen.get(token.key)
        if parts is None:
            parts = _parts(token.key, lexicon)
            if len(seen) < _MOST_SEEN:
                seen[token.key] = parts
        if not parts or token.number or len(token.key) != token.end - token.start:
            cut.append(token)
            continue
        start = token.start
        for part in parts:
            cut.append(Token(start, start + len(part), part, False))
            start += len(part)
    return cut


def _parts(key: str, lexicon: TimeLexicon) -> tuple[str, ...]:
    """Return what a word is cut into; nothing where it stays whole."""
    if _is_known(key, lexicon):
        return ()
    return _ends_cut(key, lexicon) if lexicon.split_endings else _beginnings_cut(key, lexicon)


def _is_known(key: str, lexicon: TimeLexicon) -> bool:
    return key in lexicon.words or key in lexicon.numbers


def _ends_cut(key: str, lexicon: TimeLexicon) -> tuple[str, ...]:
    """Return stem and endings of a word: only where the stem is a known word, the longest one."""
    cuts = [(stem, parts) for stem, parts in lexicon.split_endings.of(key) if _is_known(stem, lexicon)]
    if not cuts:
        return ()
    stem, parts = cuts[-1]
    return stem, *parts


def _beginnings_cut(key: str, lexicon: TimeLexicon) -> tuple[str, ...]:
    """Return beginnings and stem of a word: only where the stem is a known word or shows a tense."""
    found: list[str] = []
    beginnings = lexicon.split_beginnings
    while (beginning := next((one for one in beginnings if key.startswith(one)), None)) is not None:
        found.append(beginning)
        key = key[len(beginning) :]
        shows_tense = key in lexicon.tense_words or any(key.startswith(one) for one, _ in lexicon.tense_beginnings)
        if shows_tense or _is_known(key, lexicon):
            return *found, key
    return ()
