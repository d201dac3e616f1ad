from typing import Any

import msgspec

from dragoman.records import Link, Name, Party, Place, Report, ReportTime, Time, Trigger
from dragoman.scoring.gold import GoldName, GoldReport, GoldText, GoldTime
from dragoman.scoring.matching import (
    fits_name,
    fits_report,
    fits_time,
    pair,
    same_by,
    same_dates,
    same_place,
)


def party(entity: str | None, country: str | None = None) -> Party:
    return Party(start=0, end=1, text="x", entity=entity, country=country)


def report(type: str = "AID", **fields: Any) -> Report:
    return Report(id="r", type=type, trigger=Trigger(start=0, end=1, text="x"), sentence=0, **fields)


PUTIN, KREMLIN, KIM = party("per:putin", "RUS"), party("org:kremlin", "RUS"), party("per:kim", "PRK")


def test_several_parties_may_fall_on_one_label_and_every_label_is_needed() -> None:
    both = report(actors=(PUTIN, KREMLIN), recipients=(KIM,))
    assert fits_report(both, GoldReport(type="AID", actors=("RUS",), recipients=("PRK",)))
    assert fits_report(both, GoldReport(type="AID", actors=("per:putin", "org:kremlin"), recipients=("per:kim",)))
    assert not fits_report(both, GoldReport(type="AID", actors=("RUS", "BLR"), recipients=("PRK",)))
    assert not fits_report(both, GoldReport(type="AID", actors=("per:putin",), recipients=("PRK",)))
    assert not fits_report(both, GoldReport(type="AID", actors=("RUS",)))
    assert not fits_report(both, GoldReport(type="CONSULT", actors=("RUS",), recipients=("PRK",)))
    assert not fits_report(report(actors=(party(None),)), GoldReport(type="AID", actors=("RUS",)))


def test_parties_of_a_meeting_are_compared_together() -> None:
    visit = report("CONSULT", actors=(PUTIN,), recipients=(KIM,))
    assert fits_report(visit, GoldReport(type="CONSULT", actors=("PRK", "RUS")))
    assert not fits_report(visit, GoldReport(type="CONSULT", actors=("RUS",)))


def test_what_was_not_annotated_is_not_compared() -> None:
    plain = report()
    for gold in (GoldReport(type="AID"), msgspec.json.decode(b'{"type": "AID"}', type=GoldReport)):
        assert same_dates(plain, gold) is same_place(plain, gold) is same_by(plain, gold) is None
    nothing = GoldReport(type="AID", earliest=None, latest=None, place=None, by=())
    assert same_dates(plain, nothing) and same_place(plain, nothing) and same_by(plain, nothing)


def test_dates_place_and_sources() -> None:
    told = report(
        time=ReportTime(start=0, end=1, earliest="2023-09-13", latest="2023-09-14"),
        place=Place(start=0, end=1, text="x", name="Vladivostok", country="RUS"),
        attribution=(
            Link(start=0, end=1, entity="org:reuters", country="GBR"),
            Link(start=0, end=1, cue="it is said"),
        ),
    )
    right = GoldReport(type="AID", earliest="2023-09-13", latest="2023-09-14", place="RUS", by=("org:reuters",))
    assert same_dates(told, right) and same_place(told, right) and same_by(told, right)
    wrong = GoldReport(type="AID", earliest="2023-09-13", latest=None, place="PRK", by=())
    assert same_dates(told, wrong) is same_place(told, wrong) is same_by(told, wrong) is False


def test_times_and_names() -> None:
    time = Time(start=0, end=1, text="Wed", type="DATE", earliest="2023-09-13", latest="2023-09-13")
    assert fits_time(time, GoldTime(text="Wed", earliest="2023-09-13", latest="2023-09-13"))
    assert not fits_time(time, GoldTime(text="Wed", earliest="2023-09-13"))
    name = Name(start=0, end=1, text="Hoà", type="PER", entity="per:hoa")
    assert fits_name(name, GoldName(text="Hoa\u0300", type="PER"))
    assert not fits_name(name, GoldName(text="Hoà", type="PER", entity="per:other"))
    assert not fits_name(name, GoldName(text="Hoà", type="ORG"))


def test_pairing_is_one_to_one_as_large_as_can_be_and_prefers_agreement() -> None:
    assert pair([1, 1, 2], [1, 2, 2], lambda a, b: a == b) == {0: 0, 2: 1}
    # The first fits both, the second only what the first would take: both find a place.
    assert pair(["ab", "a"], ["a", "b"], lambda a, b: b in a) == {0: 1, 1: 0}
    assert pair([5, 6], [6, 5], lambda a, b: True, lambda a, b: -abs(a - b)) == {0: 1, 1: 0}


def test_absent_and_empty_lists_differ() -> None:
    text = msgspec.json.decode(b'{"text": "x", "names": []}', type=GoldText)
    assert text.names == () and text.reports is msgspec.UNSET
