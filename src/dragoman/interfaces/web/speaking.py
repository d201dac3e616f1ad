"""What a page says in the reader's language: texts, numbers, days, names of states and languages."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_interval, format_skeleton
from babel.numbers import format_decimal, format_percent
from markupsafe import Markup

from dragoman.records import Event, EventParty, EventPlace

from .texts import texts_of

__all__ = ["Voice", "direction", "is_state"]

_BENGALI = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
"""CLDR has Bengali digits as that locale's own, babel writes Latin ones."""
_DIGITS = {"bn": _BENGALI}
_LOCALES = {"en": "en_GB"}
"""English that writes the day before the month, as most of the world does."""
_REMEMBERED = {"number": 4096, "day": 4096, "month": 1024, "days": 4096, "state": 512, "tongue": 256}
_TONGUES = {("en", "bn"): "Bengali"}
"""Names of languages as this project calls them, where CLDR has another."""


class Voice:
    """Speaks to a reader in one language of the interface."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.texts = texts_of(language)
        self._locale = Locale.parse(_LOCALES.get(language, language))
        # A page says the same number, day or state many times, and another page says it again.
        for name, most in _REMEMBERED.items():
            setattr(self, name, lru_cache(most)(getattr(self, name)))

    def t(self, key: str, count: int | None = None, /, **values: Any) -> Markup:
        """Return a text; `count` is also filled in as {n}, and numbers are written as the reader writes them."""
        if count is not None:
            values["n"] = count
        told = {
            name: self.number(value) if isinstance(value, int | float) else value for name, value in values.items()
        }
        return self.texts(key, count, **told)

    def label(self, group: str, key: str | None) -> str:
        """Return the word for a code (`status`, `occurred`), the code itself where there is none."""
        return self.t(f"{group}.{key}") if f"{group}.{key}" in self.texts else str(key or "")

    def number(self, value: float, digits: int = 2) -> str:
        """Return a number with at most so many decimals."""
        pattern = "#,##0." + "#" * digits
        return self._own(format_decimal(value, pattern, locale=self._locale).replace("-", "−"))

    def signed(self, value: float) -> str:
        """Return a number with its sign."""
        return ("+" if value > 0 else "") + self.number(value, 1)

    def share(self, value: float) -> str:
        """Return a share of one as per cent."""
        return self._own(format_percent(value, "#,##0%", locale=self._locale))

    def day(self, text: str | None) -> str:
        """Return one day."""
        if text is None:
            return self.t("dates.none")
        return self._own(format_date(date.fromisoformat(text[:10]), "d MMM y", locale=self._locale))

    def month(self, text: str | None) -> str:
        """Return a month, given as 2023-09 or as one of its days."""
        if text is None:
            return self.t("dates.none")
        return self._skeleton("yMMMM", date.fromisoformat(f"{text[:7]}-01"))

    def days(self, earliest: str | None, latest: str | None) -> str:
        """Return a span of days, as short as it can be said."""
        if earliest is None or latest is None:
            if earliest is None and latest is None:
                return self.t("dates.none")
            key = "dates.from" if earliest else "dates.until"
            return self.t(key, day=self.day(earliest or latest))
        first, last = date.fromisoformat(earliest[:10]), date.fromisoformat(latest[:10])
        if first == last:
            return self.day(earliest)
        if first.day == 1 and last.day == monthrange(last.year, last.month)[1] and first.year == last.year:
            if (first.month, last.month) == (1, 12):
                return self._skeleton("y", first)
            if first.month == last.month:
                return self._skeleton("yMMMM", first)
        told = format_interval(first, last, "yMMMd", locale=self._locale)
        return self._own(told.replace("\u2009", " ").replace(" – ", "–") if "," not in told else told)

    def state(self, code: str | None) -> str:
        """Return the name of a state by its three letters; whatever is no such code comes back as it is."""
        letters = get_global("territory_aliases").get(code or "", [""])
        return str(self._locale.territories.get(letters[0]) or code or "")

    def side(self, key: str, names: Mapping[str, str]) -> str:
        """Return the name of one side of a relation: a state, else whoever it is by the names given."""
        state = self.state(key)
        return state if state != key else names.get(key, key)

    def tongue(self, code: str | None) -> str:
        """Return the name of a language."""
        own = _TONGUES.get((self.language, code or "")) or self._locale.languages.get(code or "")
        return str(own or code or self.t("languages.unknown"))

    def party(self, party: EventParty) -> str:
        """Return who takes part: a state in the reader's language, others under their English name."""
        if party.entity and party.entity == party.country:
            return self.state(party.entity)
        return party.name or party.entity or self.t("events.somebody")

    def place(self, place: EventPlace) -> str:
        """Return a place and its state."""
        state = self.state(place.country) if place.country else ""
        named = place.name if place.name and (place.lat is not None or not state) else ""
        return ", ".join(part for part in (named, state) if part)

    def what(self, event: Event) -> str:
        """Return what happened, in an English sentence or as much of one as there is."""
        if event.gloss:
            return event.gloss
        sides = [side.name or side.entity or "" for side in (*event.actors, *event.recipients)]
        return f"{event.type}: {', '.join(sides)}" if sides else event.type

    def _skeleton(self, skeleton: str, day: date) -> str:
        return self._own(format_skeleton(skeleton, day, locale=self._locale))

    def _own(self, text: str) -> str:
        digits = _DIGITS.get(self.language)
        return text.translate(digits) if digits else text


def is_state(key: str) -> bool:
    """Tell whether an id is the three letters of a state that has a name in every language."""
    letters = get_global("territory_aliases").get(key, [""])
    return letters[0] in Locale.parse("en").territories


@cache
def direction(language: str | None) -> str:
    """Return which way a language is written: ltr or rtl."""
    try:
        return Locale.parse(language).text_direction if language else "ltr"
    except (UnknownLocaleError, ValueError):
        return "ltr"
