"""New moons and the sun's longitude, for the calendars that count months by the moon.

Source: Jean Meeus, Astronomical Algorithms, second edition (1998), chapters 25 (sun, low accuracy: 0.01 degrees)
and 49 (phases of the moon; the periodic terms that exceed a minute). Instants are Julian days of universal time.
"""

from __future__ import annotations

import math
from datetime import date
from functools import lru_cache
from typing import Final

__all__ = ["day_number", "from_day_number", "new_moon", "new_moon_before", "sun_longitude"]

SYNODIC_MONTH: Final = 29.530588861
_EPOCH: Final = 2451550.09766
"""The mean new moon of 6 January 2000, from which Meeus counts."""
_DYNAMICAL: Final = 70 / 86400
"""How far dynamical time is ahead of universal time in our years, in days."""
_ORDINAL: Final = 1721424.5
"""Julian day of the midnight at which the day before Python's first one begins."""
_TERMS: Final = (  # coefficient, multiples of the sun's and moon's anomaly and of the moon's latitude argument
    (-0.40720, 0, 1, 0), (0.17241, 1, 0, 0), (0.01608, 0, 2, 0), (0.01039, 0, 0, 2), (0.00739, -1, 1, 0),
    (-0.00514, 1, 1, 0), (0.00208, 2, 0, 0), (-0.00111, 0, 1, -2), (-0.00057, 0, 1, 2), (0.00056, 1, 2, 0),
    (-0.00042, 0, 3, 0), (0.00042, 1, 0, 2), (0.00038, 1, 0, -2), (-0.00024, -1, 2, 0),
)  # fmt: skip


def day_number(day: date) -> float:
    """Return the Julian day of a day's first midnight, universal time."""
    return day.toordinal() + _ORDINAL


def from_day_number(instant: float) -> date:
    """Return the day that an instant of universal time lies in."""
    return date.fromordinal(math.floor(instant - _ORDINAL))


@lru_cache(maxsize=4096)
def new_moon(lunation: int) -> float:
    """Return the instant of a new moon, counted from the one of 6 January 2000."""
    centuries = lunation / 1236.85
    square = centuries * centuries
    sun = math.radians(2.5534 + 29.10535670 * lunation - 0.0000014 * square)
    moon = math.radians(201.5643 + 385.81693528 * lunation + 0.0107582 * square)
    latitude = math.radians(160.7108 + 390.67050284 * lunation - 0.0016118 * square)
    node = math.radians(124.7746 - 1.56375588 * lunation + 0.0020672 * square)
    eccentricity = 1 - 0.002516 * centuries
    instant = _EPOCH + SYNODIC_MONTH * lunation + 0.00015437 * square
    for coefficient, suns, moons, latitudes in _TERMS:
        angle = suns * sun + moons * moon + latitudes * latitude
        instant += coefficient * eccentricity ** abs(suns) * math.sin(angle)
    return instant - 0.00017 * math.sin(node) - _DYNAMICAL


def new_moon_before(instant: float) -> int:
    """Return the number of the last new moon at or before an instant."""
    lunation = math.floor((instant - _EPOCH) / SYNODIC_MONTH) + 1
    while new_moon(lunation) > instant:
        lunation -= 1
    return lunation


def sun_longitude(instant: float) -> float:
    """Return the sun's apparent longitude, in degrees from the spring equinox."""
    centuries = (instant + _DYNAMICAL - 2451545.0) / 36525
    mean = 280.46646 + 36000.76983 * centuries + 0.0003032 * centuries**2
    anomaly = math.radians(357.52911 + 35999.05029 * centuries - 0.0001537 * centuries**2)
    centre = (
        (1.914602 - 0.004817 * centuries) * math.sin(anomaly)
        + (0.019993 - 0.000101 * centuries) * math.sin(2 * anomaly)
        + 0.000289 * math.sin(3 * anomaly)
    )
    node = math.radians(125.04 - 1934.136 * centuries)
    return (mean + centre - 0.00569 - 0.00478 * math.sin(node)) % 360
