"""What of a text is article, and where its sentences are.

A page brings along share bars, "read also" lines and comment boxes; the pack's `clutter` says how they read in
its language. They stay in the text, listed as dropped, and are not read.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

import sentencex

from ..packs.text_schema import Text
from ..records import Dropped, Sentence

__all__ = ["compile_clutter", "find_dropped", "find_quotes", "find_sentences", "one_a_line"]

_LINE = re.compile(r"[^\n]+")
_DANDAS = re.compile("[৷|]")
_LONGEST_SENTENCE = 1500
"""Code points after which a "sentence" is cut at a comma or space: no reader could relate its ends."""
_CLOSING_STOPS = frozenset(".,!?।…")
"""What stands before a mark that closes; a mark behind it opens nothing."""
_LONGEST_QUOTE = 1200
_LONGEST_STRETCH = 20_000
"""Code points of one line that are split at once: the splitter's time grows with the square of this."""
_LONGEST_ABBREVIATION = 40
_WIDE_BLANKS = "\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_BLANKS = re.compile(f"[\t\v\f\r\x1c-\x1f{_WIDE_BLANKS}]")
"""Every blank but a plain one: the splitter reckons in bytes and breaks on a wide blank before an initial."""
_STOP = re.compile(r"[.?!।۔。]+[\"'”’»)\]]*\s+")
_TAIL = 10
_STOPPED = re.compile(r"[.?!।॥۔。…][\"'”’»」』)\]\s]*$")
_LEAST_LINES = 4
"""Lines behind its title that a page has at the least for their form to tell anything."""
_MOST = 0.85
"""Share of lines that must be of that form: some sentences are cut in two by a stop inside."""


ClutterRule = tuple[re.Pattern[str], str, bool]


def compile_clutter(pack: Text) -> tuple[ClutterRule, ...]:
    """Return a pack's clutter lines ready to match: pattern, why, and whether the rest goes too."""
    return tuple((re.compile(one.line, re.IGNORECASE), one.why, one.rest) for one in pack.clutter)


def find_dropped(text: str, clutter: tuple[ClutterRule, ...]) -> tuple[Dropped, ...]:
    """Return the stretches of a text that are no article, in order."""
    found: list[Dropped] = []
    for line in _LINE.finditer(text):
        content = line.group().strip()
        if not content:
            continue
        for pattern, why, rest in clutter:
            if pattern.fullmatch(content):
                if rest and line.start() > len(text) // 4:
                    found.append(Dropped(start=line.start(), end=len(text.rstrip()), why=why))
                    return tuple(found)
                found.append(Dropped(start=line.start(), end=line.end(), why=why))
                break
    return tuple(found)


def find_sentences(text: str, pack: Text, dropped: tuple[Dropped, ...]) -> tuple[Sentence, ...]:
    """Return the sentences of what was not dropped. A sentence never crosses a line break."""
    sentences: list[Sentence] = []
    danda = "।" in pack.terminators
    starts = [drop.start for drop in dropped]
    ends = list(itertools.accumulate((drop.end for drop in dropped), max))
    for line in _LINE.finditer(text):
        before = bisect_right(starts, line.start())
        if before and line.end() <= ends[before - 1]:
            continue
        content = _DANDAS.sub("।", line.group()) if danda else line.group()
        for piece in _pieces(content, pack):
            start = line.start() + piece[0]
            end = line.start() + piece[1]
            while start < end and text[start].isspace():
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
            if start < end:
                sentences.append(Sentence(start=start, end=end))
    return tuple(sentences)


def one_a_line(text: str, starts: Sequence[int]) -> bool:
    """Whether a page is running text with one sentence a line: each line is one sentence and ends in a stop.

    `starts` is where its sentences begin. Decks, each of which tells of something else, stand without stops or
    are several sentences long.
    """
    if len(starts) <= _LEAST_LINES:
        return False
    ends = [*(mark.start() for mark in re.finditer("\n", text)), len(text)]
    held = Counter(ends[bisect_left(ends, start)] for start in starts)
    told = [end for end in held if end > min(held)]
    fitting = sum(held[end] == 1 and bool(_STOPPED.search(text, max(0, end - _TAIL), end)) for end in told)
    return len(told) >= _LEAST_LINES and fitting >= _MOST * len(told)


def _pieces(content: str, pack: Text) -> list[tuple[int, int]]:
    """Return the sentences of one line as offsets."""
    pieces: list[tuple[int, int]] = []
    at = 0
    for size in (size for stretch in _stretches(content) for size in _sizes(stretch, pack.language)):
        start, at = at, at + size
        if pieces and (
            _inside_number(content, start)
            or _unfinished(content[max(pieces[-1][0], start - _LONGEST_ABBREVIATION) : start], pack)
        ):
            pieces[-1] = (pieces[-1][0], at)
        else:
            pieces.append((start, at))
    return [part for piece in pieces for part in _cut(content, piece)]


def _stretches(content: str) -> Iterator[str]:
    """Cut a very long line where a sentence seems to end, or else at a blank, or else anywhere."""
    while len(content) > _LONGEST_STRETCH:
        head = content[:_LONGEST_STRETCH]
        stops = [stop.end() for stop in _STOP.finditer(head, _LONGEST_STRETCH // 2)]
        size = stops[-1] if stops else head.rfind(" ") + 1 or _LONGEST_STRETCH
        yield content[:size]
        content = content[size:]
    yield content


def _sizes(content: str, language: str) -> list[int]:
    """Return the lengths of a line's sentences; where the splitter fails, every stop ends one."""
    try:
        sizes = [len(sentence) for sentence in sentencex.segment(language, _BLANKS.sub(" ", content))]
    except BaseException as fault:
        # what the Rust code raises is no `Exception`, and its name is all that tells it from an interruption
        if type(fault).__name__ != "PanicException":
            raise
        sizes = []
    if sum(sizes) == len(content):
        return sizes
    ends = [*(stop.end() for stop in _STOP.finditer(content)), len(content)]
    return [end - start for start, end in itertools.pairwise([0, *ends])]


def _inside_number(content: str, at: int) -> bool:
    """Whether a stop before `at` is a decimal point, in the digits of any script ("২.৮")."""
    return content[at - 2 : at + 1].replace(".", "0").isdigit() and content[at - 1 : at] == "." and at > 1


def _unfinished(sentence: str, pack: Text) -> bool:
    """Whether a sentence ends with an abbreviation."""
    words = sentence.rstrip().rsplit(None, 1)
    last = words[-1] if words else ""
    return last.endswith(".") and last[:-1].lstrip('(“"‘') in pack.abbreviations


def _cut(content: str, piece: tuple[int, int]) -> list[tuple[int, int]]:
    start, end = piece
    parts = []
    while end - start > _LONGEST_SENTENCE:
        at = content.rfind(" ", start + _LONGEST_SENTENCE // 2, start + _LONGEST_SENTENCE)
        at = at if at > start else start + _LONGEST_SENTENCE
        parts.append((start, at))
        start = at
    parts.append((start, end))
    return parts


def find_quotes(text: str, pack: Text) -> list[tuple[int, int]]:
    """Return quoted stretches, without their marks; a mark that is never closed quotes nothing."""
    found: list[tuple[int, int]] = []
    openers = {opener: closer for opener, closer in pack.quotes if len(opener) == 1}
    if not openers:
        return found
    opening = re.compile(f"[{re.escape(''.join(openers))}]")
    at = 0
    while (mark := opening.search(text, at)) is not None:
        at = mark.start()
        closing = openers[text[at]]
        end = text.find(closing, at + 1, at + _LONGEST_QUOTE)
        if end < 0 or (closing == text[at] and not _opens(text, at)) or not _runs_on(text, at, end):
            at += 1
            continue
        found.append((at + 1, end))
        at = end + 1
    return found


def _opens(text: str, at: int) -> bool:
    """Whether a mark that opens and closes alike stands before a word, and not behind one."""
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    return not behind.isspace() and not before.isalnum() and before not in _CLOSING_STOPS


def _runs_on(text: str, at: int, end: int) -> bool:
    """Whether two marks can be one quotation: in one line, or over several to a mark that stands behind a word."""
    if text.find("\n", at + 1, end) < 0:
        return True
    behind = text[end + 1 : end + 2]
    closes = not text[end - 1].isspace() and not behind.isalnum()
    return closes and text.find("\n\n", at + 1, end) < 0
