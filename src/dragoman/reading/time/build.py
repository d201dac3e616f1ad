"""A matched pattern to a meaning: the rule says how its slots are read."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import msgspec

from .foreign import ERAS, foreign_stretch, foreign_year
from .meaning import Meaning

__all__ = ["build"]

Slots = list[tuple[str, Any]]
Fields = dict[str, Any]

_SAME: Final = {"weekdayshort": "weekday", "monthnumber": "month"}
"""Slots that differ in writing alone."""
_BESIDE: Final = {"following": 1, "preceding": -1}
_TOWARD: Final = {"last": -1, "this": 0, "next": 1}


def build(rule: str, slots: Slots) -> Meaning | None:
    """Return what the slots of one matched pattern mean, or `None` where their values make no sense."""
    return _RULES[rule]([(_SAME.get(name, name), value) for name, value in slots])


def _first(slots: Slots, *names: str) -> Any:
    return next((value for name, value in slots if name in names), None)


def _toward(slots: Slots) -> int | None:
    return next((_TOWARD[name] for name, _ in slots if name in _TOWARD), None)


def _calendar_fields(slots: Slots) -> Fields:
    """Return the calendar fields that the slots fill."""
    fields: Fields = {"toward": _toward(slots)}
    for name, value in slots:
        if name in ("day", "month", "year", "weekday", "season", "daypart", "zone", "part"):
            fields.setdefault(name, value)
        elif name in _COMPOUNDS:
            fields.update(zip(_COMPOUNDS[name], value, strict=True))
        elif name == "ordinal" and 1 <= value <= 31:
            fields.setdefault("day", value)
        elif name == "holiday":
            fields.update(_holiday(value))
        elif name == "calmonth":
            fields["calendar"], fields["month"] = value
        elif name == "era":
            fields.update(_era(value, slots))
        elif name == "deictic":
            fields.update(_deictic(value))
        elif name == "anchored":
            unit, offset = value
            fields.update(
                kind="anchored", unit=unit, count=(abs(offset),) * 2, direction=(offset > 0) - (offset < 0)
            )
    if any(name in ("hour", "clock", "dotclock") for name, _ in slots):
        fields["clock"] = _clock_text(slots)
    return fields


_COMPOUNDS: Final = {"dmy": ("day", "month", "year"), "dm": ("day", "month"), "my": ("month", "year")}


_FIXED: Final = re.compile(r"(\d\d)-(\d\d)")


def _holiday(key: str) -> Fields:
    """Return month and day of a feast, or its key where they differ from year to year."""
    fixed = _FIXED.fullmatch(key)
    return {"month": int(fixed[1]), "day": int(fixed[2])} if fixed else {"holiday": key}


def _era(era: str, slots: Slots) -> Fields:
    """Return the year that an era counts, as a Gregorian one where it has no months of its own."""
    year = _first(slots, "year")
    if era in ERAS:
        if year is not None:
            return {}  # 112(2023): our own year stands beside it
        number = _first(slots, "number")
        return {"year": number[0] + ERAS[era]} if number else {}
    if year is None and not any(name in ("month", "calmonth", "day") for name, _ in slots):
        number = _first(slots, "number")
        year = number[0] if number else None
    return {"calendar": era, "year": year} if year else {"calendar": era}


def _deictic(value: tuple[Any, Any]) -> Fields:
    """Return the fields of a word like yesterday, or one like "last year"."""
    first, second = value
    if isinstance(first, str):
        return {"relative": (first, second)}
    return {"offsets": tuple(first), "daypart": second}


def _date(slots: Slots) -> Meaning | None:
    fields = _calendar_fields(slots)
    fields["part"] = _first(slots, "part")
    beside = next((_BESIDE[name] for name, _ in slots if name in _BESIDE), None)
    if beside is not None and fields.get("weekday"):
        fields.update(kind="anchored", unit="day", count=(1, 1), direction=beside)
    unit = _first(slots, "unit")
    if unit is not None and fields["toward"] is not None:
        if fields.get("weekday") and unit != "week":
            return None
        fields["relative"], fields["toward"] = (unit, fields["toward"]), None
    if fields.get("calendar") and (fields.get("year") or 0) >= _OWN_YEARS:
        fields["year"] = _year_holding(fields)
    return Meaning(**fields) if _calendar_fits(fields) else None


_OWN_YEARS: Final = 1800
"""From here on a year beside a month of another calendar is a Gregorian one (Ramadan 2024)."""


def _year_holding(fields: Fields) -> int | None:
    """Return the other calendar's year whose month lies in a Gregorian year."""
    name, wanted = fields["calendar"], fields["year"]
    near = foreign_year(name, wanted)
    for year in (near, near - 1, near + 1):
        stretch = foreign_stretch(name, year, fields.get("month"), fields.get("day"))
        if stretch is not None and wanted in (stretch.first.year, stretch.last.year):
            return year
    return None


def _calendar_fits(fields: Fields) -> bool:
    """Say whether a year lies where we date: an era's (or another calendar's) may be any number."""
    year = fields.get("year")
    return year is None or (1 if fields.get("calendar") else 1000) <= year <= 3000


def _fiscal(slots: Slots) -> Meaning | None:
    """Return a fiscal year: 2023-24 by its first year, a single one by the year in which it ends."""
    starts, pair, toward = _first(slots, "fiscal"), _first(slots, "yy"), _toward(slots)
    year = _first(slots, "year")
    if pair:
        if pair[1] != pair[0] + 1:
            return None
        year = pair[0]
    elif year is not None and 1 not in starts:
        year -= 1
    if year is None and toward is None:
        return None
    relative = ("year", toward) if year is None and toward is not None else None
    return Meaning(fiscal=starts, year=year, relative=relative, part=_first(slots, "part"))


def _clock_text(slots: Slots) -> str | None:
    """Return HH:MM, moved to the afternoon where a word says so."""
    clock = _first(slots, "clock", "dotclock")
    hour, minute = clock if clock else (_first(slots, "hour"), _first(slots, "minute") or 0)
    names = {name for name, _ in slots}
    if "halfpast" in names:
        minute = 30
    daypart = _first(slots, "daypart")
    late = (
        "pm" in names or (daypart in ("afternoon", "evening") and hour >= 1) or (daypart == "night" and hour >= 6)
    )
    if daypart == "noon" and hour <= 3:
        late = True
    if late and hour < 12:
        hour += 12
    elif hour == 12 and ("am" in names or daypart in ("night", "midnight")):
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour < 24 or minute == 0 else None


def _clock(slots: Slots) -> Meaning | None:
    fields = _calendar_fields([("hour" if name == "ordinal" else name, value) for name, value in slots])
    if "clock" in fields:
        if fields["clock"] is None:
            return None
        fields.pop("daypart", None)
    return Meaning(**fields)


def _range(slots: Slots) -> Meaning | None:
    """Return two days of one month, or two years."""
    years = _first(slots, "yy") or [value for name, value in slots if name == "year"]
    pair = _first(slots, "dd") or [value for name, value in slots if name == "day"]
    short = _first(slots, "number")
    if len(years) == 1 and short and short[0] < 100:
        years = [years[0], years[0] // 100 * 100 + short[0]]  # 1950~53년
    triple = _first(slots, "ddm")
    fields = _calendar_fields([slot for slot in slots if slot[0] != "day"])
    if triple:
        pair, fields["month"] = triple[:2], triple[2]
    months = _first(slots, "mm") or [value for name, value in slots if name == "month"]
    if len(pair) == 2:
        low, high = pair
        start = Meaning(**{**fields, "day": low})
        return msgspec.structs.replace(start, until=Meaning(**{**fields, "day": high})) if low < high else None
    weekdays = [value for name, value in slots if name == "weekday"]
    if len(weekdays) == 2:
        start, end = (Meaning(**{**fields, "weekday": weekday}) for weekday in weekdays)
        return msgspec.structs.replace(start, until=end)
    if len(months) == 2:
        start, end = (Meaning(**{**fields, "month": month}) for month in months)
        return msgspec.structs.replace(start, until=end)
    if len(years) == 2 and years[0] < years[1]:
        return Meaning(year=years[0], until=Meaning(year=years[1]))
    return None


_OLDEST_DECADE: Final = 30
"""The 20s may be those of this century."""


def _decade(slots: Slots) -> Meaning | None:
    value = _first(slots, "year", "decade")
    if value is None:
        numbers = [value for name, value in slots if name in ("number", "ordinal")]
        century, value = ([20, *numbers] if len(numbers) == 1 else [*numbers, None, None])[:2]  # 19世纪60年代
        century, value = (one[0] if isinstance(one, tuple) else one for one in (century, value))
        if len(numbers) == 1 and (value or 0) < _OLDEST_DECADE:
            return None
        if century is None or value is None or value % 10 or not 0 < value < 100 or not 10 < century <= 21:
            return None
        value += 100 * (century - 1)
        low, high = numbers[-1] if isinstance(numbers[-1], tuple) else (0, 0)
        if high > low and not low % 10 and not high % 10:  # 五六十年代
            return Meaning(decade=value, until=Meaning(decade=value + high - low))
    return Meaning(decade=value, part=_first(slots, "part")) if value % 10 == 0 else None


def _numbered(field: str, highest: int) -> Callable[[Slots], Meaning | None]:
    """Return a rule that reads "third quarter", "21st century" and the like."""

    def read(slots: Slots) -> Meaning | None:
        number = _first(slots, "ordinal", "number", "day")
        value = number[0] if isinstance(number, tuple) else number
        if value is None and any(name == "final" for name, _ in slots):
            value = highest
        if value is None or not 1 <= value <= highest:
            return None
        month = _first(slots, "month")
        if month is not None:
            return _half_month(slots, value) if field == "half" else None
        return Meaning(**{field: value, "year": _first(slots, "year"), "part": _first(slots, "part")})

    return read


def _half_month(slots: Slots, half: int) -> Meaning:
    """Return the first or second half of a month."""
    return Meaning(
        month=_first(slots, "month"), year=_first(slots, "year"), part="first-half" if half == 1 else "second-half"
    )


def _nth(slots: Slots) -> Meaning | None:
    number = -1 if any(name == "final" for name, _ in slots) else _first(slots, "ordinal")
    unit = _first(slots, "unit")
    count = _first(slots, "number")
    if any(name == "opening" for name, _ in slots) and count and unit in ("month", "quarter"):
        width = count[1] * (3 if unit == "quarter" else 1)
        return Meaning(nth=(1, "month"), width=width) if width <= 12 else None
    if number is None and any(name == "opening" for name, _ in slots):
        number = 1
    weekday = _first(slots, "weekday")
    unit = "weekday" if unit is None and weekday is not None else unit
    if number is None or unit not in ("week", "weekend", "day", "weekday") or not -1 <= number <= 5:
        return None
    fields = {name: _first(slots, name) for name in ("weekday", "month", "year")}
    return Meaning(nth=(number, unit), **fields)


def _relative(slots: Slots) -> Meaning | None:
    toward, unit = _toward(slots), _first(slots, "unit", "single")
    if _first(slots, "part") and toward is None and unit not in ("day", "weekend"):
        toward = 0  # "the end of the year" is this one's
    if unit is None or toward is None or unit in ("second", "minute", "hour"):
        return None
    if unit == "decade" and toward:
        return Meaning(kind="span", unit=unit, count=(1, 1), direction=toward)
    return Meaning(relative=(unit, toward), part=_first(slots, "part"))


def _part(slots: Slots) -> Meaning | None:
    return Meaning(part=_first(slots, "part"))


_COUNTS: Final = ("counted", "after", "anchored", "inside", "span", "duration")


def _is_a_name(slots: Slots, unit: str) -> bool:
    """Say whether what looks like a count names a year or a century ("2030年之前", "19世纪后")."""
    low = (_first(slots, "number") or (0, 0))[0]
    return (unit == "year" and 1000 <= low <= 2100) or (unit == "century" and 10 < low <= 21)


def _counted(kind: str, direction: int) -> Callable[[Slots], Meaning | None]:
    """Return a rule that counts units: kinds `counted` (from publication), `anchored` and `span`."""

    def read(slots: Slots) -> Meaning | None:
        unit = _first(slots, "unit", "units", "single")
        measure = _first(slots, "measure")
        if measure is not None:
            number, unit = measure
            slots = [("number", (number, number)), *slots]
        if unit is None:
            return None
        if kind in _COUNTS and _is_a_name(slots, unit):
            return None
        if kind == "span" and unit == "weekend":
            return Meaning(relative=(unit, direction))
        count = _first(slots, "number")
        halves = len(count) == 3 if count else False
        if halves or any(name == "andhalf" for name, _ in slots):
            unit, count = _in_halves(unit, count, halves)
        if count is None and kind == "span" and not any(name in ("some", "units", "plural") for name, _ in slots):
            count = (1, 1)  # "the past year" is one
        if count is None and any(name == "single" for name, _ in slots):
            count = (1, 1)  # "год назад"
        return Meaning(kind=kind, unit=unit, count=count, direction=direction)  # type: ignore[arg-type]

    return read


_HALVES: Final = {
    "century": ("year", 50), "decade": ("year", 5), "year": ("month", 6), "month": ("day", 15),
    "week": ("hour", 84), "day": ("hour", 12), "hour": ("minute", 30), "minute": ("second", 30),
}  # fmt: skip
"""Half a unit, in a finer one."""


def _in_halves(unit: str, count: Any, halves: bool) -> tuple[str, tuple[int, int] | None]:
    """Return a count in half units ("a year and a half", "डेढ़ साल") in a finer unit."""
    number = (count[1] if halves else 2 * count[1] + 1) if count else 3
    finer, size = _HALVES.get(unit, (unit, 1))
    return finer, (number * size, number * size)


def _set(slots: Slots) -> Meaning | None:
    number, unit = _first(slots, "number"), _first(slots, "unit", "units", "recurring")
    measure = _first(slots, "measure")
    if measure is not None:
        number, unit = (measure[0], measure[0]), measure[1]
    fields = {name: _first(slots, name) for name in ("weekday", "month", "daypart", "day")}
    fields["weekday"] = fields["weekday"] or _first(slots, "weekdays")
    return Meaning(kind="set", unit=unit, count=number, **fields)


_RULES: Final[dict[str, Callable[[Slots], Meaning | None]]] = {
    "date": _date,
    "range": _range,
    "decade": _decade,
    "century": _numbered("century", 21),
    "quarter": _numbered("quarter", 4),
    "half": _numbered("half", 2),
    "nth": _nth,
    "relative": _relative,
    "part": _part,
    "ago": _counted("counted", -1),
    "ahead": _counted("counted", 1),
    "within": _counted("within", 1),
    "inside": _counted("inside", 1),
    "back_span": _counted("span", -1),
    "ahead_span": _counted("span", 1),
    "earlier": _counted("anchored", -1),
    "later": _counted("anchored", 1),
    "after": _counted("after", 1),
    "apart": _counted("apart", 0),
    "duration": _counted("duration", 0),
    "set": _set,
    "clock": _clock,
    "fiscal": _fiscal,
}
