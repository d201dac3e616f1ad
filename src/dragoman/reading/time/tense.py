"""A pack's own simple cues of tense, for when no clause reader says what holds around an expression."""

from __future__ import annotations

from typing import Final

from .lexicon import TimeLexicon
from .tokens import Token

__all__ = ["STOPS", "cue_tense", "is_cut_off", "is_untied"]

STOPS: Final = frozenset('.!?।৷|؟。！？\n:“„«"‘')
_EDGES: Final = frozenset(",;،؛、，；()»”’—")
_EDGE_COST: Final = 6
"""How many words a mark of punctuation counts for: a verb beyond a comma is seldom the expression's own."""
_CUT_REACH: Final = 6
_AUXILIARY_REACH: Final = 3


def cue_tense(tokens: list[Token], first: int, past: int, lexicon: TimeLexicon) -> str | None:
    """Return past or future by the cue nearest to the tokens `first:past`; `None` where there is none.

    Where the verb ends the clause (`tense.look` is "after"), what follows is asked alone; where it opens
    the clause ("before"), what follows is asked as far as the next edge.
    """
    after = None
    if past < len(tokens) and tokens[past].key not in lexicon.tense_edges:  # what is joined on has its own tense
        stop = len(tokens)
        if lexicon.tense.look == "before":  # a verb behind an edge opens a clause of its own
            stop = next((at for at in range(past, stop) if tokens[at].key in lexicon.tense_edges), stop)
        after = _nearest(tokens, range(past, stop), lexicon)
    if lexicon.tense.look == "after":
        return after[1] if after else None
    before = _nearest(tokens, range(first - 1, -1, -1), lexicon)
    cues = [
        cue for cue in (before, after) if cue is not None
    ]  # of two as near, the one before: "said on Sunday it would"
    distance, tense = min(cues, key=lambda cue: cue[0], default=(0, lexicon.tense.unmarked))
    if distance == 0 or distance > _EDGE_COST:  # "in office since August, she will travel"
        since = any(token.key in lexicon.tense_since for token in tokens[max(0, first - 2) : first])
        return "past" if since else tense
    return tense


def is_cut_off(tokens: list[Token], past: int, lexicon: TimeLexicon) -> bool:
    """Say whether a phrase follows that ties the expression to a noun, so that no verb's tense is its own."""
    if not lexicon.tense_cuts:
        return False
    for index in range(past, min(past + _CUT_REACH, len(tokens))):
        if tokens[index].key in STOPS or tokens[index].key in _EDGES:
            return False
        for rest in lexicon.tense_cuts.get(tokens[index].key, ()):
            if tuple(token.key for token in tokens[index + 1 : index + 1 + len(rest)]) == rest:
                return True
    return False


def is_untied(tokens: list[Token], first: int, past: int, lexicon: TimeLexicon) -> bool:
    """Say whether a word like "until" stands beside the tokens `first:past`, so that no tense tells their side."""
    beside = tokens[max(0, first - 1) : first] + tokens[past : past + 1]
    return any(token.key in lexicon.tense_untied for token in beside)


def _word_tense(tokens: list[Token], index: int, lexicon: TimeLexicon) -> str | None:
    """Return the tense that a cue beginning at a token shows."""
    for rest, tense in lexicon.tense_words.get(tokens[index].key, ()):
        following = tokens[index + 1 : index + 1 + len(rest)]
        if tuple(token.key for token in following) == rest:
            return tense
    return None


def _announced(tokens: list[Token], index: int, lexicon: TimeLexicon) -> bool:
    """Whether the cue at a token is a past verb and only what follows it lies ahead of: "on 5 May A agreed to"."""
    alone = any(not rest for rest, _ in lexicon.tense_words.get(tokens[index].key, ()))
    return not alone and _ended_tense(tokens[index].key, lexicon) == "past"


def _nearest(tokens: list[Token], indices: range, lexicon: TimeLexicon) -> tuple[int, str] | None:
    """Return the distance and tense of the first cue along the indices.

    An ending is weaker than an auxiliary a few words on: "will be lifted" is no past.
    """
    distance = 0
    ended: tuple[int, str] | None = None
    for index in indices:
        key = tokens[index].key
        if key in STOPS or (ended is not None and distance >= ended[0] + _AUXILIARY_REACH):
            return ended
        distance += _EDGE_COST if key in _EDGES or key in lexicon.tense_edges else 1
        if distance > lexicon.tense.reach:
            return ended
        tense = _word_tense(tokens, index, lexicon)
        if tense == "future" and indices.step > 0 and _announced(tokens, index, lexicon):
            tense = "past"
        if tense:
            return distance, tense
        if tense is None and ended is None and not tokens[index].number and len(key) > lexicon.tense.least:
            tense = _begun_tense(key, lexicon) or _ended_tense(key, lexicon)
            if tense:
                ended = (distance, tense)
    return ended


def _begun_tense(key: str, lexicon: TimeLexicon) -> str | None:
    """Return the tense that a word's beginning shows ("سيزور")."""
    for beginning, tense in lexicon.tense_beginnings:
        if key.startswith(beginning) and (not tense or len(key) >= len(beginning) + lexicon.tense.least):
            return tense
    return None


def _ended_tense(key: str, lexicon: TimeLexicon) -> str | None:
    """Return the tense that a word's ending shows."""
    return next((tense for _, tense in lexicon.tense_endings.of(key, lexicon.tense.least)), None)
