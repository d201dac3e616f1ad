"""A language that the engine has never seen works by data alone: glued particles, and no spaces at all."""

from __future__ import annotations

import msgspec
import pytest

from dragoman.packs.time_schema import TimePack
from dragoman.reading.time import TimeLexicon, compile_time, find_times

KOREAN = """
sources: [written for this test]
inflect: [month, weekday, deictic, unit]
endings: [에, 은, 는, 의, 에는]
split_endings: [부터, 까지]
months: {9: [9월], 10: [10월]}
weekdays: {1: [월요일], 3: [수요일], 5: [금요일]}
units: {day: [일], week: [주, 주일], month: [달, 개월], year: [년]}
days: [{words: [어제], offsets: [-1]}, {words: [내일], offsets: [1]}]
numbers: {values: {1: [한], 2: [두], 3: [세]}}
words: {last: [지난], next: [다음], dayword: [일, 일에]}
patterns:
  date:
    - "{year} 년 {month} {day} {dayword}"
    - "{month} {day} {dayword}"
    - "{last} {weekday}"
    - "{weekday}"
    - "{month}"
    - "{deictic}"
  back_span: ["{last} {number} {unit}"]
  relative: ["{last} {unit}", "{next} {unit}"]
joins: [부터]
between: [부터]
tense: {look: after, past: {endings: [했다, 났다]}, future: {words: [것이다, 예정이다]}}
"""
CHINESE = """
sources: [written for this test]
months: {9: [9月, 九月], 10: [10月, 十月]}
weekdays: {3: [星期三, 周三], 5: [星期五, 周五]}
units: {day: [天, 日], week: [周, 星期], month: [个月], year: [年]}
days: [{words: [昨天], offsets: [-1]}, {words: [明天], offsets: [1]}]
relative: [{words: [去年], unit: year, offset: -1}, {words: [上周], unit: week, offset: -1}]
numbers: {values: {1: [一], 2: [二, 两], 3: [三], 10: [十]}, scales: {10: [十], 100: [百]}}
words: {last: [过去], ago: [前]}
patterns:
  date:
    - "{year} 年 {month} {day} 日"
    - "{month} {day} 日"
    - "{year} 年"
    - "{weekday}"
    - "{month}"
    - "{deictic}"
  ago: ["{number} {unit} {ago}"]
  back_span: ["{last} {number} {unit}"]
between: [至]
tense: {past: {words: [了]}, future: {words: [将]}}
"""


def pack(source: str) -> TimeLexicon:
    return compile_time(msgspec.yaml.decode(source, type=TimePack))


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        (KOREAN, "두 정상은 2023년 9월 13일에 만났다.", [("2023년 9월 13일에", "2023-09-13", "2023-09-13")]),
        (KOREAN, "수요일에 회담했다.", [("수요일에", "2023-10-18", "2023-10-18")]),
        (KOREAN, "금요일에 방문할 것이다.", [("금요일에", "2023-10-20", "2023-10-20")]),
        (KOREAN, "월요일부터 수요일까지 훈련했다.", [("월요일부터 수요일", "2023-10-16", "2023-10-18")]),
        (KOREAN, "어제는 조용했다.", [("어제는", "2023-10-18", "2023-10-18")]),
        (KOREAN, "지난 두 달의 일이다.", [("지난 두 달의", "2023-08-19", "2023-10-19")]),
        (CHINESE, "普京2023年9月13日会见了金正恩。", [("2023年9月13日", "2023-09-13", "2023-09-13")]),
        (CHINESE, "他去年九月访问了北京。", [("去年九月", "2022-09-01", "2022-09-30")]),
        (
            CHINESE,
            "他周五将访问河内，昨天抵达。",
            [("周五", "2023-10-20", "2023-10-20"), ("昨天", "2023-10-18", "2023-10-18")],
        ),
        (CHINESE, "两人三天前通话。", [("三天前", "2023-10-16", "2023-10-16")]),
    ],
)
def test_data_alone(source: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    times, anomalies = find_times(text, (), pack(source), "2023-10-19")
    assert [(time.text, time.earliest, time.latest) for time in times] == expected
    assert not anomalies
