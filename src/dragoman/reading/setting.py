"""Where an article is set: the country whose "police", "government" and "protesters" it means.

A body without a nationality has the country of the text, where that is plain, or else the one country that its own
sentence names before it or as a place. Where several could be meant there is none.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from ..records import Name
from .language import Language
from .line import Line

__all__ = ["Setting", "country_of_text", "names_home", "setting_of"]

_SHARE = 0.4
"""Part of all names with a country, nationalities included, that the country of a text has at least."""
_LEAD = 1.5
"""How many times as many names it has as any other country."""


class Setting(NamedTuple):
    """Whose the bodies without nationality are."""

    text: str | None
    """The one country that the article is about."""
    line: str | None
    """That country or, where there is none, the only one that the sentence names."""


def country_of_text(
    names: tuple[Name, ...], demonyms: list[tuple[int, int, str]], lines: list[Line]
) -> str | None:
    """Return the country that an article is set in, or None where that is not plain.

    It is plain where far more names belong to one country than to any other, and the first two sentences name it.
    `demonyms` are nationalities (start, end, country).
    """
    named = [(name.start, name.country) for name in names if name.country and name.type != "WEA"]
    named += [(start, country) for start, _, country in demonyms]
    if not named or not lines:
        return None
    counts = Counter(country for _, country in named)
    (country, count), *others = counts.most_common(2)
    end = lines[min(1, len(lines) - 1)].end
    opening = {one for start, one in named if start < end}
    second = others[0][1] if others else 0
    if country in opening and count >= _SHARE * counts.total() and count >= _LEAD * second:
        return country
    return None


def names_home(
    names: tuple[Name, ...],
    demonyms: list[tuple[int, int, str]],
    lines: list[Line],
    language: Language,
    told_of: str | None,
) -> bool:
    """Whether a text names the one country whose papers the pack describes, a body of it, or "our" bodies.

    `told_of` is the country that the text is set in, if that is plain; papers may then mean its bodies.
    """
    pack = language.pack.names
    if pack is None or len(pack.home) != 1 or not pack.home_governments:
        return False
    home = pack.home[0]
    if pack.home_yields and told_of not in (None, home):
        return False
    if any(name.country == home and name.type != "FAC" for name in names) or any(
        country == home for _, _, country in demonyms
    ):
        return True
    compacts = (hit for line in lines for hit in line.hits.get("compact", ()))
    if any(home in hit.payload.item.countries for hit in compacts):
        return True
    return any(
        one.stem in language.home_bodies
        for line in lines
        for hit in line.hits.get("body", ())
        for one in language.inflection.noun(line.tokens[hit.last].norm)
    )


def setting_of(line: Line, home: str | None) -> Setting:
    """Return the setting of a line in a text set in `home`."""
    countries = {party.country for m in line.mentions for party in m.parties if party.country}
    return Setting(home, home or (countries.pop() if len(countries) == 1 else None))
