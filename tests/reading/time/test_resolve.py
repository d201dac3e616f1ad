"""How publication, tense and neighbouring dates decide, and what is reported where they cannot."""

from __future__ import annotations

import unicodedata

import pytest

from dragoman.errors import DataError
from dragoman.packs.time_schema import TimePack
from dragoman.reading.time import compile_time, find_published, find_times
from dragoman.records import Anomaly, Sentence, Time

from .packs import lexicon, time_pack

PUBLISHED = "2023-10-19"


def read(code: str, text: str, published: str | None = PUBLISHED) -> tuple[list[Time], list[Anomaly]]:
    times, anomalies = find_times(unicodedata.normalize("NFC", text), (), lexicon(code), published)
    return list(times), list(anomalies)


def test_tense_of_the_clause_decides_a_weekday() -> None:
    text = "Wednesday"
    days = {
        tense: find_times(text, (), lexicon("en"), PUBLISHED, lambda offset, tense=tense: tense)[0][0].earliest
        for tense in ("past", "future", None)
    }
    assert days == {"past": "2023-10-18", "future": "2023-10-25", None: "2023-10-18"}


def test_ambiguous_word_keeps_both_days_until_tense_decides() -> None:
    (time,), _ = read("hi", "कल बैठक")
    assert time.earliest is None
    assert [candidate.value for candidate in time.candidates] == ["2023-10-18", "2023-10-20"]


def test_weekday_and_date_that_disagree_are_reported() -> None:
    (time,), (anomaly,) = read("bn", "বুধবার (১৯ অক্টোবর) তিনি বলেন")
    assert (time.text, time.earliest) == (unicodedata.normalize("NFC", "বুধবার (১৯ অক্টোবর)"), "2023-10-19")
    assert (anomaly.kind, anomaly.start, anomaly.end) == ("date-weekday-mismatch", time.start, time.end)


@pytest.mark.parametrize("text", ["on 31 April", "30 February 2023", "29 February 2023"])
def test_days_that_do_not_exist(text: str) -> None:
    (time,), (anomaly,) = read("en", text)
    assert time.earliest is None and time.latest is None
    assert anomaly.kind == "no-such-date"


def test_leap_day_without_year_is_the_nearest_leap_year() -> None:
    (time,), anomalies = read("en", "on 29 February", "2024-03-04")
    assert time.earliest == "2024-02-29" and not anomalies


def test_without_publication_relative_expressions_say_so() -> None:
    times, anomalies = read("en", "yesterday, on Friday (19 October), last week, in May, two days ago", None)
    assert all(time.earliest is None and time.candidates == () and "not known" in time.how for time in times)
    assert not anomalies


def test_counting_from_a_date_told_before() -> None:
    text = "It began on 10 October. Two days later it ended. A week later all was calm. Nothing. Two days later."
    ends = [index + 1 for index, character in enumerate(text) if character == "."]
    sentences = [Sentence(start=start, end=end) for start, end in zip([0, *ends], ends, strict=False)]
    times, _ = find_times(text, sentences, lexicon("en"), PUBLISHED)
    assert [time.value for time in times] == ["2023-10-10", "2023-10-12", "2023-W42", None]


def test_values_of_kinds_without_an_interval() -> None:
    times, _ = read("en", "every Friday for three weeks, at 15:30 GMT")
    assert [(time.type, time.value) for time in times] == [
        ("SET", "XXXX-WXX-5"),
        ("DURATION", "P3W"),
        ("TIME", "T15:30Z"),
    ]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "en",
            "The minister left.\nUpdated 3:15 pm, 19 October 2023\nText",
            ("2023-10-19", "line of last update"),
        ),
        ("en", "Published: 18 October 2023 | Updated: 19 October 2023", ("2023-10-18", "date line")),
        ("bn", "প্রকাশ: ১৯ অক্টোবর ২০২৩, ১০:১৫\nখবর", ("2023-10-19", "date line")),
        ("vi", "Cập nhật ngày 14/9/2023 08:15", ("2023-09-14", "line of last update")),
        ("hi", "प्रकाशित: 14 सितंबर 2023, 10:15", ("2023-09-14", "date line")),
        ("vi", "14/09/2023 16:20\nTổng thống đến Hà Nội.", ("2023-09-14", "date standing alone")),
        ("en", "He was born on 19 October 1983 in Leeds and left on 3 May 1999.", None),
        ("en", "Published: 18 October 2023\nPublished: 17 October 2023", None),
        ("en", "Updated on Thursday", None),
    ],
)
def test_date_line_of_the_page(code: str, text: str, expected: tuple[str, str] | None) -> None:
    assert find_published(unicodedata.normalize("NFC", text), [lexicon(code)]) == expected


@pytest.mark.parametrize(("row", "fault"), [("{moon} {day}", "moon"), ("{day} <(,|))>", "bracket")])
def test_a_pattern_that_cannot_be_read_is_named(row: str, fault: str) -> None:
    pack = time_pack("en")
    wrong = {name: getattr(pack, name) for name in pack.__struct_fields__}
    wrong["patterns"] = {"date": (row,)}
    with pytest.raises(DataError, match=fault):
        compile_time(TimePack(**wrong))
