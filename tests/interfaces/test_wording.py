import pytest

from dragoman.interfaces.wording import count, dates, day, short_dates


@pytest.mark.parametrize(
    ("earliest", "latest", "told"),
    [
        (None, None, "undated"),
        ("2024-06-19", "2024-06-19", "19 June 2024"),
        ("2024-06-18", "2024-06-19", "18-19 June 2024"),
        ("2024-06-01", "2024-06-30", "June 2024"),
        ("2024-02-01", "2024-03-31", "February to March 2024"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2024-06-28", "2024-07-02", "28 June to 2 July 2024"),
        ("2023-12-30", "2024-01-02", "30 December 2023 to 2 January 2024"),
        ("2024-06-18", None, "from 18 June 2024"),
        (None, "2024-06-18", "until 18 June 2024"),
    ],
)
def test_spans_of_days(earliest: str | None, latest: str | None, told: str) -> None:
    assert dates(earliest, latest) == told


def test_days_and_counts() -> None:
    assert day("2024-06-19T10:00:00+06:00") == "19 June 2024" and day(None) == "undated"
    assert (count(1, "story"), count(2, "story"), count(1200, "event")) == ("1 story", "2 stories", "1,200 events")


def test_short_dates_leave_out_the_year_of_their_heading() -> None:
    assert short_dates("2024-06-18", "2024-06-19") == "18-19 Jun"
    assert short_dates("2024-06-28", "2024-07-02") == "28 Jun - 2 Jul"
    assert (short_dates("2024-05-01", "2024-05-31"), short_dates("2024-01-01", "2024-12-31")) == (
        "May",
        "all year",
    )
    assert short_dates("2023-12-30", "2024-01-02") == "30 Dec 2023 - 2 Jan 2024"
