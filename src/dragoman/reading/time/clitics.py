"""Words written together with their neighbours, cut where a pack says so: 월요일부터 is two tokens."""

from __future__ import annotations

from .lexicon import TimeLexicon
from .tokens import Token

__all__ = ["split_tokens"]


def split_tokens(tokens: list[Token], lexicon: TimeLexicon) -> list[Token]:
    """Return the tokens with the pack's `split_endings` and `split_beginnings` cut off known words."""
    endings, beginnings = lexicon.split_endings, lexicon.split_beginnings
    if not endings and not beginnings:
        return tokens
    cut: list[Token] = []
    for token in tokens:
        whole = (
            len(token.key) == token.end - token.start and not token.number and not _is_known(token.key, lexicon)
        )
        if whole and endings:
            cut += _ends_cut(token, lexicon)
        elif whole and token.key.startswith(beginnings):
            cut += _beginnings_cut(token, beginnings, lexicon)
        else:
            cut.append(token)
    return cut


def _is_known(key: str, lexicon: TimeLexicon) -> bool:
    return key in lexicon.words or key in lexicon.numbers


def _ends_cut(token: Token, lexicon: TimeLexicon) -> list[Token]:
    """Return stem and endings of a token: only where the stem is a known word, the longest one."""
    cuts = [(stem, parts) for stem, parts in lexicon.split_endings.of(token.key) if _is_known(stem, lexicon)]
    if not cuts:
        return [token]
    stem, parts = cuts[-1]
    start = token.start + len(stem)
    found = [Token(token.start, start, stem, False)]
    for part in parts:
        found.append(Token(start, start + len(part), part, False))
        start += len(part)
    return found


def _beginnings_cut(token: Token, beginnings: tuple[str, ...], lexicon: TimeLexicon) -> list[Token]:
    """Return beginnings and stem of a token: only where the stem is a known word or shows a tense."""
    found: list[Token] = []
    start, key = token.start, token.key
    while (beginning := next((one for one in beginnings if key.startswith(one)), None)) is not None:
        found.append(Token(start, start + len(beginning), beginning, False))
        start, key = start + len(beginning), key[len(beginning) :]
        shows_tense = key in lexicon.tense_words or any(key.startswith(one) for one, _ in lexicon.tense_beginnings)
        if shows_tense or _is_known(key, lexicon):
            return [*found, Token(start, token.end, key, False)]
    return [token]
