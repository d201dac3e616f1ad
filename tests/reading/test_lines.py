"""What is built on one sentence before anything is reported: mentions, phrases, clauses, whose words."""

from collections.abc import Callable

import pytest

from dragoman.reading.article import Parsed
from dragoman.reading.line import Line, Mention

Parse = Callable[..., Parsed]


def mention(line: Line, words: str) -> Mention:
    found = [one for one in line.mentions if words in line.words(one.first, one.last)]
    assert found, f"{words} is in no mention of {[line.words(m.first, m.last) for m in line.mentions]}"
    return found[0]


def last(parse: Parse, text: str, code: str) -> Line:
    return parse(text, code).lines[-1]


@pytest.mark.parametrize(
    ("code", "text", "words", "role"),
    [
        ("en", "Russia struck a deal with China.", "China", "companion"),
        ("en", "Talks in Geneva were held by Russia.", "Geneva", "place"),
        ("hi", "रूस ने चीन के साथ समझौता किया।", "चीन", "companion"),
        ("hi", "रूस ने यूक्रेन पर हमला किया।", "रूस", "agent"),
        ("bn", "রাশিয়া চীনের সঙ্গে চুক্তি করেছে।", "চীন", "companion"),
        ("bn", "যুক্তরাষ্ট্র রাশিয়ার বিরুদ্ধে নিষেধাজ্ঞা দিয়েছে।", "রাশিয়া", "against"),
        ("vi", "Nga ký thỏa thuận với Trung Quốc.", "Trung Quốc", "companion"),
        ("vi", "Cuộc họp diễn ra tại Geneva.", "Geneva", "place"),
    ],
)
def test_markers_give_roles(parse: Parse, code: str, text: str, words: str, role: str) -> None:
    assert mention(last(parse, text, code), words).role == role


@pytest.mark.parametrize(
    ("code", "text", "words", "countries"),
    [
        ("en", "The Japanese prime minister spoke.", "prime minister", {"JPN"}),
        ("en", "Russian forces advanced.", "forces", {"RUS"}),
        ("en", "Russia and China agreed.", "Russia", {"RUS", "CHN"}),
        ("en", "Moscow protested.", "Moscow", {"RUS"}),
        ("bn", "জাপানের প্রধানমন্ত্রী কথা বলেছেন।", "প্রধানমন্ত্রী", {"JPN"}),
        ("hi", "जापान के प्रधानमंत्री ने कहा।", "प्रधानमंत्री", {"JPN"}),
        ("vi", "Thủ tướng Nhật Bản đã phát biểu.", "Thủ tướng", {"JPN"}),
        ("vi", "Nga và Trung Quốc đã đồng ý.", "Nga", {"RUS", "CHN"}),
    ],
)
def test_mentions_say_whose_they_are(parse: Parse, code: str, text: str, words: str, countries: set[str]) -> None:
    assert mention(last(parse, text, code), words).countries == countries


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("en", "Russia and China signed a pact. The two countries praised it.", "two countries"),
        ("bn", "রাশিয়া ও চীন চুক্তি সই করেছে। দুই দেশ এর প্রশংসা করেছে।", "দুই দেশ"),
        ("hi", "रूस और चीन ने समझौते पर हस्ताक्षर किए। दोनों देशों ने इसकी तारीफ की।", "दोनों देशों"),
        ("vi", "Nga và Trung Quốc đã ký thỏa thuận. Hai nước ca ngợi thỏa thuận này.", "Hai nước"),
    ],
)
def test_both_countries_look_back_to_the_two_before(parse: Parse, code: str, text: str, words: str) -> None:
    assert mention(last(parse, text, code), words).countries == {"RUS", "CHN"}


def test_a_condition_is_a_clause_of_its_own(parse: Parse) -> None:
    line = last(parse, "If Russia attacks Poland, Germany will impose sanctions on Russia.", "en")
    kinds = [line.segment_kinds[number] for number in sorted(set(line.segments))]
    assert "condition" in kinds and "main" in kinds


def test_every_token_belongs_to_one_clause(parse: Parse) -> None:
    line = last(parse, "When he arrived, Putin, who was late, met Kim, but they did not sign.", "en")
    assert len(line.segments) == len(line.tokens)
    assert line.segments[0] != line.segments[-1]


@pytest.mark.parametrize(
    ("code", "text", "inside", "outside"),
    [
        ("en", "Reuters reported that Russia attacked Ukraine.", "Ukraine", "Reuters"),
        ("en", "According to Reuters, Russia attacked Ukraine.", "Ukraine", None),
        ("bn", "রয়টার্স জানিয়েছে, রাশিয়া ইউক্রেনে হামলা চালিয়েছে।", "ইউক্রেনে", "রয়টার্স"),
        ("hi", "रॉयटर्स ने बताया कि रूस ने यूक्रेन पर हमला किया।", "यूक्रेन", "रॉयटर्स"),
        ("vi", "Reuters đưa tin Nga tấn công Ukraine.", "Ukraine", "Reuters"),
    ],
)
def test_words_of_a_source_reach_as_far_as_they_reach(
    parse: Parse, code: str, text: str, inside: str, outside: str | None
) -> None:
    line = last(parse, text, code)
    (region,) = [one for one in line.regions if one.links]
    reach = range(region.first, region.last + 1)
    assert region.links[0].entity == "org:reuters"
    assert line.token_at(text.index(inside)) in reach
    assert outside is None or line.token_at(text.index(outside)) not in reach


def test_an_explanation_names_what_was_considered(parse: Parse) -> None:
    line = last(parse, "If Russia attacks Poland, the alliance will respond.", "en")
    assert any("condition" in note for note in line.notes)
