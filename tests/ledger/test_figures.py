"""What sentences count, in digits and words, and which figures contradict each other."""

from __future__ import annotations

import pytest

from dragoman.ledger.figures import Figure, contradict, count_alike, counted_in

SENTENCES = [
    ("en", "Jets struck on Tuesday, killing some 300 militants.", [(300, "dead", "fighters", "about")]),
    ("en", "Nine people died, 25 were hurt on the 12th.", [(9, "dead", "people", ""), (25, "hurt", "", "")]),
    ("en", "More than 1.2 million people fled.", [(1_200_000, "", "people", "least")]),
    ("en", "The F-16 fired several hundred rounds.", []),
    ("en", "The army said that nobody was killed.", [(0, "dead", "", "")]),
    ("hi", "हमले में साढ़े तीन सौ लोग मारे गए।", [(350, "dead", "people", "")]),
    ("hi", "पुलिस ने दो दर्जन लोगों को गिरफ़्तार किया।", [(24, "held", "people", "about")]),
    ("hi", "सऊदी अरब पर हमला हुआ।", []),
    ("bn", "অন্তত বারোজন নিহত ও চল্লিশজন আহত।", [(12, "dead", "people", "least"), (40, "hurt", "people", "")]),
    ("bn", "সেখানে ১ হাজার ৯৬০ জন শান্তিরক্ষী গেছেন।", [(1960, "", "soldiers", "")]),
    ("ru", "Полиция задержала троих подозреваемых.", [(3, "held", "people", "")]),
    ("ru", "Погибло 1,5 тысячи солдат, 3500 ранены.", [(1500, "dead", "soldiers", ""), (3500, "hurt", "", "")]),
    ("vi", "Vụ tấn công làm hai chục người chết.", [(20, "dead", "people", "")]),
    ("vi", "Tên lửa rơi sáng 11-10 khiến chín người chết.", [(9, "dead", "people", "")]),
    ("en", "Another six people died in hospital.", []),
    ("en", "At least 40–50 people died.", [(40, "dead", "people", "")]),
    ("ru", "Погибли от 40 до 50 человек.", [(40, "dead", "people", "")]),
    ("ru", "Трое детей и двое взрослых погибли.", [(3, "dead", "children", ""), (2, "dead", "", "")]),
    ("ru", "Освобождены 18 заложников.", [(18, "freed", "captives", "")]),
    ("vi", "Hàng chục người thiệt mạng.", []),
    ("vi", "Cảnh sát bắt giữ 1.500 người biểu tình.", [(1500, "held", "people", "")]),
    ("ko", "최소 17명이 숨지고 43명이 다쳤다.", [(17, "dead", "people", "least"), (43, "hurt", "people", "")]),
    ("bn", "২ লাখ মানুষ ঘর ছেড়েছেন, মৃত্যু ৫০ জনের।", [(200_000, "", "people", ""), (50, "dead", "people", "")]),
    ("ko", "17일 새벽 공격으로 3만2천여 명이 숨졌다.", [(32_000, "dead", "people", "least")]),
    ("ko", "전투기 두 대를 격추하고 조종사 두 명을 잡았다.", [(2, "", "aircraft", ""), (2, "", "pilots", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "wanted"), SENTENCES)
def test_numbers_are_read_with_what_they_count(
    language: str, sentence: str, wanted: list[tuple[object, ...]]
) -> None:
    assert [one[:4] for one in counted_in(sentence, language)] == wanted


def test_a_language_without_words_of_counting_has_no_figures() -> None:
    assert counted_in("Murieron 30 personas.", "es") == counted_in("30", None) == ()


def figure(value: int, bound: str = "", fate: str = "dead", thing: str = "") -> Figure:
    return Figure(value, fate, thing, bound, "")


def test_bounds_estimates_and_round_numbers_are_allowed_for() -> None:
    assert contradict(figure(9), figure(10))
    assert not contradict(figure(20, "least"), figure(23)) and contradict(figure(20), figure(23, "least"))
    assert not contradict(figure(40), figure(50, "most"))
    assert not contradict(figure(24, "about"), figure(26)) and contradict(figure(24, "about"), figure(40))
    assert not contradict(figure(2000), figure(1960)) and contradict(figure(1200), figure(1400))


def test_ranges_and_parts_of_a_whole_contradict_only_what_lies_outside() -> None:
    forty = Figure(40, "dead", "people", "", "", 50)
    assert not contradict(forty, figure(46)) and contradict(forty, figure(60)) and contradict(figure(30), forty)
    assert not contradict(figure(9, thing="people"), figure(4, thing="soldiers"))
    assert contradict(figure(9, thing="people"), figure(14, thing="soldiers"))


def test_figures_are_alike_by_fate_or_thing() -> None:
    assert count_alike(figure(9), figure(10, thing="soldiers"))
    assert not count_alike(figure(9), figure(10, fate="hurt"))
    assert not count_alike(figure(9, thing="children"), figure(4, thing="soldiers"))
    assert count_alike(figure(2, fate="", thing="aircraft"), figure(5, fate="", thing="aircraft"))
    assert not count_alike(figure(2, fate=""), figure(5, fate=""))
