"""Whatever a text is, it is read without a fault, with offsets that hold, the same way twice, in linear time."""

import json
import random
import sys
import unicodedata
from functools import cache
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.packs.loader import DATA, codes
from dragoman.pipeline import Context, load_context, read_article
from dragoman.records import Article, Reading

SAMPLES = Path(dragoman.__file__).parent / "samples"
CODES = [None, *codes(), "xx"]
DAYS = [None, "2023-09-14", "1800-01-01", "2100-12-31", "2024-02-29"]
ODD = [
    *(
        "\u200d",
        "\u200c",
        "\u00ad",
        "\ufeff",
        "\u0301" * 9,
        "\u09bc",
        "\u093c",
        "\u0e33",
        "\x00",
        "\ud7ff",
        "\U0010ffff",
    ),
    *("\u202e", "\u200f", "\u2067", "\u2028", "\x85", "\u00a0", "\u3000", "\r\n", "\n\n", "\t", "שלום", "مرحبا"),
    *(
        "😀",
        "👩‍👩‍👧",
        "🇷🇺",
        "“",
        "”",
        '"',
        "'",
        "’s",
        "«",
        "»",
        "(",
        ")",
        "...",
        "।",
        "৷",
        "|",
        "-",
        "–",
        "@",
        "$",
        "%",
    ),
    *(
        "9999-12-31",
        "0000-00-00",
        "31 February 2023",
        "13 September 9999",
        "in 99999999 years",
        "٣١",
        "²",
        "½",
        "Ⅷ",
    ),
    *("İ", "ß", "ﬁ", "ǅ", "千九百", "U.S.", "Mr.", "A. B. C.", "1,2,3,4", "৩১ ফেব্রুয়ারি", "100 करोड़"),
]


@cache
def words() -> list[str]:
    """Every word of the samples, in every language."""
    texts = [json.loads(line)["text"] for path in sorted(SAMPLES.glob("*.jsonl")) for line in path.open("rb")]
    return sorted({word for text in texts for word in text.split()})


def check(reading: Reading) -> None:
    """Hold every offset of a reading to its text."""
    text = reading.text
    reports = reading.reports
    told = [span for r in reports for span in (*r.actors, *r.recipients, r.trigger, r.place) if span]
    for span in (*reading.times, *reading.names, *told):
        assert text[span.start : span.end] == span.text != ""
    loose = [span for r in reports for span in (*r.attribution, r.time) if span]
    parts = (*reading.sentences, *reading.quotations, *reading.dropped, *reading.warnings, *loose)
    for part in parts:
        assert 0 <= part.start <= part.end <= len(text)
    for before, after in zip(reading.sentences, reading.sentences[1:], strict=False):
        assert before.end <= after.start
    for report in reports:
        sentence = reading.sentences[report.sentence]
        assert sentence.start <= report.trigger.start <= report.trigger.end <= sentence.end
        assert report.actors and 0 <= report.confidence <= 1 and report.gloss
    assert len({report.id for report in reports}) == len(reports)
    for quotation in reading.quotations:
        assert quotation.speaker is None or 0 <= quotation.speaker < len(reading.names)


def read(text: str, language: str | None = None, published: str | None = "2023-09-14") -> Reading:
    article = Article(id="t", text=unicodedata.normalize("NFC", text), language=language, published=published)
    return read_article(article, load_context())


often = settings(max_examples=250, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@often
@given(st.text(max_size=300), st.sampled_from(CODES), st.sampled_from(DAYS))
def test_any_characters(text: str, language: str | None, published: str | None) -> None:
    check(read(text, language, published))


@often
@given(st.lists(st.one_of(st.sampled_from(ODD), st.sampled_from(words())), max_size=60), st.sampled_from(CODES))
def test_words_of_all_languages_among_odd_characters(parts: list[str], language: str | None) -> None:
    check(read(" ".join(parts), language))
    check(read("".join(parts), language))


@often
@given(st.data())
def test_articles_with_odd_characters_inside(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(SAMPLES.glob("*.jsonl"))))
    text = json.loads(path.read_text("utf-8").split("\n")[0])["text"]
    for _ in range(data.draw(st.integers(0, 6))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(st.sampled_from(ODD)) + text[at:]
    check(read(text, published=data.draw(st.sampled_from(DAYS))))


@pytest.mark.parametrize("code", ["bn", "hi", "vi", "en"])
def test_the_samples_are_read_the_same_way_twice(code: str, context: Context) -> None:
    for path in sorted(SAMPLES.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["language"] == code:
                first, second = (read(row["text"], None, row.get("published")) for _ in range(2))
                assert first == second and first.language == code
                check(first)


UNITS = {
    "one letter": "a",
    "one cluster": "ক",
    "quotes opened": "“a ",
    "brackets": "(a ",
    "abbreviations": "Mr. ",
    "numbers in words": "one hundred ",
    "dates": "12 September 2023 ",
    "one verb": "Putin met Kim ",
    "a list of names": "Putin, Kim and ",
    "clutter": "Read also: more\n",
    "reporting": "said that he ",
    "Bengali": "প্রেসিডেন্ট পুতিনের সঙ্গে বৈঠকের পর ",
    "Hindi": "राष्ट्रपति ने कहा कि वह ",
    "Vietnamese": "Tổng thống Nga cho biết ",
    "hyphens": "a-b-",
    "joiners": "\u200d",
}


def calls(text: str, language: str) -> int:
    """Count the calls that reading a text makes: a measure of work that no busy machine disturbs."""
    count = 0

    def tell(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tell)
    try:
        read(text, language)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_work_grows_with_the_length_of_one_line(unit: str) -> None:
    language = {"ক": "bn", "প": "bn", "र": "hi", "T": "vi"}.get(unit[0], "en")
    short, long = (calls((unit * 20_000)[:length], language) for length in (8_000, 32_000))
    assert long < 6 * short + 10_000


def test_a_line_of_two_hundred_thousand_characters() -> None:
    sentence = "Vladimir Putin met Kim Jong Un in Vladivostok on Wednesday, Reuters reported. "
    text = (sentence * 3000)[:200_000]
    reading = read(text, "en")
    check(reading)
    assert len(reading.sentences) > 2500 and reading.reports


def test_quotes_within_quotes() -> None:
    check(read("“" * 400 + "Putin met Kim" + "”" * 400, "en"))
    check(read("“He said “she said " * 200 + "Putin met Kim.” " * 200, "en"))
    check(read('"' * 999, "en"))


@pytest.mark.parametrize("blank", ["\u00a0", "\u3000", "\x85", "\u2003"])
def test_wide_blanks_before_an_initial(blank: str) -> None:
    reading = read(f"The visit of George{blank}W. Bush to Hanoi ended. He left for Seoul.", "en")
    check(reading)
    assert len(reading.sentences) == 2


@pytest.mark.parametrize("code", codes("events"))
def test_a_language_is_read_whatever_the_order_of_its_words(code: str) -> None:
    drawn = random.Random(code)
    texts = [one["text"] for one in msgspec.yaml.decode((DATA / code / "examples.yaml").read_bytes())]
    for text in texts:
        words = text.split()
        other = drawn.choice(texts).split()
        cut = drawn.randrange(len(words) + 1)
        check(read(" ".join([*words[:cut], *other[drawn.randrange(len(other)) :]]), code))
        drawn.shuffle(words)
        check(read(" ".join(words), code))
