"""Where accounts of one event contradict each other, and how many origins stand behind them."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.ledger import Statement, conflicts
from dragoman.records import Anomaly, Conflict, Link, Reading, Sentence

from .conftest import ledger, only, place, say

TOLD = "Hamas fighters killed {} people in the south of the country on a Saturday morning, officials say"


def found(*statements: Statement) -> list[tuple[str, str]]:
    return [(one.kind, one.detail) for one in only(*statements).conflicts]


def attack(quote: str, published: str = "2023-10-20", **more: object) -> Statement:
    return say("ASSAULT", "org:hamas>ISR", published=published, when="2023-10-07", quote=quote, **more)  # type: ignore[arg-type]


def test_two_days_of_one_deed() -> None:
    a = say("ASSAULT", "RUS>UKR", when="2023-10-18")
    b = say("ASSAULT", "RUS>UKR", when="2023-10-19")
    assert found(a, b) == [("date", "2023-10-18 or 2023-10-19")]
    assert found(a, b, say("ASSAULT", "RUS>UKR", when="2023-10-18..2023-10-19")) == []
    assert found(a, say("ASSAULT", "RUS>UKR", when="2023-10-01..2023-10-31")) == []


def test_two_countries() -> None:
    a = say("CONSULT", "putin kim", when="2023-09-13", at=place("Vladivostok", "RUS"))
    b = say("CONSULT", "putin kim", when="2023-09-13", at=place("Pyongyang", "PRK"))
    assert found(a, b) == [("place", "Pyongyang or Vladivostok")]


def test_deliveries_are_sent_from_one_country_and_used_in_another() -> None:
    a = say("AID", "PRK>RUS", "alleged", context=["military"], at=place("Najin", "PRK"))
    b = say("AID", "PRK>RUS", "alleged", context=["military"], at=place("UKR"))
    assert found(a, b) == []


def test_two_figures_of_the_same_noun_on_the_same_day() -> None:
    assert found(attack(TOLD.format("1,400")), attack(TOLD.format("1,200"))) == [("number", "1,200 or 1,400")]
    assert found(attack(TOLD.format("1,400")), attack(TOLD.format("1,400"))) == []


def test_a_toll_that_grows_is_no_conflict() -> None:
    first = attack(TOLD.format("700"), published="2023-10-08")
    assert found(first, attack(TOLD.format("1,400"), published="2023-10-12")) == []
    assert found(attack(TOLD.format("1,400")), attack(TOLD.format("1,200"), published="2023-11-22"))


def test_figures_of_other_things_are_no_conflict() -> None:
    held = attack("Hamas fighters took 240 hostages from the villages along the border on that Saturday morning")
    assert found(attack(TOLD.format("1,400")), held) == []
    assert found(attack(TOLD.format("1,400")), attack("७ अक्टूबर को 240 लोगों को बंधक बनाया", language="hi")) == []


def test_the_only_figures_of_two_languages_are_compared_where_they_are_of_one_size() -> None:
    hindi = attack("हमास के हमले में कम से कम 1,400 लोग मारे गए", language="hi")
    assert found(attack(TOLD.format("1,200")), hindi) == [("number", "1,200 or 1,400")]


def test_days_and_years_are_no_figures() -> None:
    a = say(
        "ASSAULT",
        "RUS>UKR",
        when="2023-10-18",
        quote="On 18 October 2023 Russia shelled the town of Nikopol again",
    )
    b = say(
        "ASSAULT",
        "RUS>UKR",
        when="2023-10-18",
        quote="On 18 October 2024 Russia shelled the town of Nikopol again",
    )
    assert found(a, b) == []


def test_a_denial_names_who_denies() -> None:
    a = say("AID", "PRK>RUS", "alleged", context=["military"])
    b = say("AID", "PRK>RUS", "denied", context=["military"], by=["Kremlin"])
    assert found(a, b) == [("denial", "denied by Kremlin")]


def test_conflicts_come_with_their_sentences_and_those_inside_articles_follow() -> None:
    a, b = (say("ASSAULT", "RUS>UKR", when=f"2023-10-{day}") for day in (18, 19))
    text = "On Wednesday, 19 October 2023, he left. More."
    anomaly = Anomaly(start=3, end=29, kind="date-weekday-mismatch", detail="a Thursday")
    reading = Reading(
        id="x", reader="t", language="en", script="Latn", text=text,
        sentences=(Sentence(start=0, end=39), Sentence(start=40, end=45)), warnings=(anomaly,),
    )  # fmt: skip
    one, other = conflicts(ledger(a, b).events, [reading])
    assert (one.kind, one.article) == ("date", None)
    assert [e.quote for e in one.evidence] == [a.quote, b.quote]
    assert (other.kind, other.event, other.article) == ("date-weekday-mismatch", None, "x")
    assert [e.quote for e in other.evidence] == [text[:39]]


def test_conflict_reports_are_evidence() -> None:
    event = only(attack(TOLD.format("1,400")), attack(TOLD.format("1,200")))
    assert all(
        isinstance(one, Conflict) and set(one.reports) <= {e.report for e in event.evidence}
        for one in event.conflicts
    )


def test_a_deed_told_as_alleged_by_another_on_the_same_day_is_one_event() -> None:
    told = say("ASSAULT", "org:hamas>ISR", when="2023-10-07", gloss="Hamas attacked Israel")
    sourced = say("ASSAULT", "org:hamas", "alleged", when="2023-10-07", gloss="Hamas attacked an unnamed target")
    taken = say("ASSAULT", "org:hamas", when="2023-10-07", mode=["abduct"], gloss="Hamas took an unnamed target")
    events = ledger(told, sourced, taken).events
    assert sorted(event.reports for event in events) == [1, 2]


def test_the_denial_of_one_act_does_not_dispute_another_weeks_before() -> None:
    blame = say("ACCUSE", "USA>CHN", published="2023-08-07", gloss="USA condemned CHN")
    denial = say("ACCUSE", "USA>CHN", "denied", published="2023-09-11", gloss="USA condemned CHN")
    assert [event.status for event in ledger(blame, denial).events].count("disputed") == 0
    soon = say("ASSAULT", "RUS>UKR", "denied", published="2022-07-25", gloss="RUS attacked UKR")
    strike = say("ASSAULT", "RUS>UKR", when="2022-07-23", published="2022-07-25", gloss="RUS attacked UKR")
    assert only(soon, strike).status == "disputed"


def test_air_strikes_claimed_weeks_apart_are_two() -> None:
    more = {"mode": ["aerial"], "gloss": "ISR struck PSE"}
    first = say("ASSAULT", "ISR>PSE", "alleged", published="2023-10-18", **more)
    later = say("ASSAULT", "ISR>PSE", "alleged", published="2023-11-22", **more)
    assert len(ledger(first, later).events) == 2
    murder = [say("ASSAULT", "IND>CAN", "alleged", published=day) for day in ("2023-09-19", "2023-10-20")]
    assert len(ledger(*murder).events) == 1


def test_a_call_is_no_part_of_a_visit_and_a_visit_called_off_has_no_parts() -> None:
    off = say("CONSULT", "blinken>CHN", "not_occurred", published="2023-02-03", when="2023-02-03", visit=True)
    call = say("CONSULT", "blinken qin", published="2023-02-03", when="2023-02-03", mode=["phone"])
    talks = say("CONSULT", "blinken qin", published="2023-02-03", when="2023-02-03")
    held = say("CONSULT", "blinken>CHN", published="2023-02-03", when="2023-02-03", visit=True)
    assert {event.status for event in ledger(off, call).events} == {"not_occurred", "occurred"}
    assert [event.part_of for event in ledger(off, talks).events] == [None, None]
    assert [event.part_of for event in ledger(held, call).events] == [None, None]
    assert len([event for event in ledger(held, talks).events if event.part_of]) == 1


def test_figures_in_words_of_two_languages() -> None:
    russian = attack("Погибли девять человек, сообщили власти", language="ru")
    korean = attack("공격으로 열두 명이 숨졌다고 당국이 밝혔다", language="ko")
    assert found(russian, korean) == [("number", "9 or 12")]
    assert found(russian, attack("공격으로 열두 명이 다쳤다고 당국이 밝혔다", language="ko")) == []


def test_a_toll_that_shrinks_is_a_conflict() -> None:
    first = attack(TOLD.format("359"), published="2023-10-09")
    assert found(first, attack(TOLD.format("253"), published="2023-10-11")) == [("number", "253 or 359")]
    part = attack(TOLD.format("12"), published="2023-10-11")
    assert found(first, part) == []


def test_two_sides_tell_two_figures() -> None:
    own = say("ASSAULT", "RUS>UKR", when="2023-10-18", by=["x"], quote="The strike killed 63 soldiers, they said")
    assert (
        found(own, say("ASSAULT", "RUS>UKR", when="2023-10-18", published="2023-10-21", quote=TOLD.format("400")))
        == []
    )


def test_an_attack_is_laid_at_two_doors_in_one_sentence_or_by_day_and_country() -> None:
    here = place("LKA")
    claim = say("ASSAULT", "org:is>LKA", when="2019-04-21", at=here, published="2019-04-23", by=["is"])
    blame = say("ASSAULT", "LKA>LKA", "alleged", when="2019-04-21", at=here, published="2019-04-24")
    assert [kind for kind, _ in found(claim, blame)] == ["actor"]
    elsewhere = say("ASSAULT", "LKA>LKA", "alleged", when="2019-04-21", at=place("IND"), published="2019-04-24")
    assert len(ledger(claim, elsewhere).events) == 2


def test_a_denial_answers_the_claim_before_it() -> None:
    old = say("ASSAULT", "IND>PAK", published="2019-02-26", when="2019-02-26", gloss="IND attacked PAK")
    more = {"article": "x", "published": "2019-03-09", "gloss": "IND attacked PAK"}
    claim = say("ASSAULT", "IND>PAK", "alleged", when="2019-03-07", start=0, **more)
    denial = say("ASSAULT", "IND>PAK", "denied", start=claim.end + 1, **more)
    assert sorted(event.status for event in ledger(old, claim, denial).events) == ["disputed", "occurred"]


def test_a_denial_stays_with_the_claim_of_its_article_when_others_tell_it_as_done() -> None:
    first = {"article": "x", "published": "2023-10-18"}
    claim = say("ASSAULT", "IRN>UKR", "alleged", start=0, **first)
    denial = say("ASSAULT", "IRN>", "denied", start=30, **first)
    told = [say("ASSAULT", "IRN>UKR", published="2023-10-19") for _ in range(3)]
    assert only(claim, denial, *told).status == "disputed"


def test_who_admits_what_he_denied_ends_the_dispute_but_the_conflict_stands() -> None:
    claim = say("ASSAULT", "IRN>UKR", "alleged", published="2023-10-18", article="x")
    denial = say("ASSAULT", "IRN>UKR", "denied", published="2023-10-18", article="x", start=60)
    told = say("ASSAULT", "IRN>UKR", published="2023-10-19")
    source = Link(start=0, end=1, name="Iran", entity="IRN", country="IRN")
    admitted = replace(told, report=replace(told.report, attribution=(source,)))
    assert only(claim, denial, told).status == "disputed"
    event = only(claim, denial, admitted)
    assert event.status == "occurred" and [one.kind for one in event.conflicts] == ["denial"]


def test_two_sources_place_one_blow_in_two_countries() -> None:
    one = say("ASSAULT", "TUR>RUS", when="2015-11-24", at=place("SYR"), by=["a"])
    other = say("ASSAULT", "TUR>RUS", when="2015-11-24", at=place("TUR"), by=["b"])
    assert found(one, other) == [("place", "SYR or TUR")]
    assert len(ledger(one, say("ASSAULT", "TUR>RUS", when="2015-11-24", at=place("TUR"))).events) == 2


def test_a_count_of_a_month_that_is_long_over_has_settled() -> None:
    one, other = (
        say("ASSAULT", "IND CHN>", published=day, when="2020-06-01..2020-06-30", quote=quote)
        for day, quote in (
            ("2021-02-11", "Forty soldiers were killed in the clash last June."),
            ("2021-02-19", "The army said that 12 soldiers were killed in June."),
        )
    )
    assert [conflict.kind for conflict in only(one, other).conflicts] == ["number"]


def test_a_group_takes_on_itself_what_others_lay_at_another_door() -> None:
    here = {"when": "2021-04-19", "at": place("PER")}
    told = say("ASSAULT", "PER>PER", published="2021-04-20", **here)
    claim = say("ASSAULT", "org:shining>PER", published="2021-04-21", by=["shining"], **here)
    assert [kind for kind, _ in found(told, claim)] == ["actor"]
    beside = say("ASSAULT", "org:shining>", published="2021-04-21", by=["shining"], article="x", start=60)
    news = say("ASSAULT", "PER>PER", published="2021-04-21", article="x", **here)
    assert [kind for kind, _ in found(news, beside)] == ["actor"]
    state = say("ASSAULT", "BOL>PER", published="2021-04-21", by=["bol"], **here)
    assert len(ledger(told, state).events) == 2


def test_each_says_that_the_other_fired_first_where_their_fight_is_told_too() -> None:
    def told(sides: str, status: str, start: int, **more: object) -> object:
        made = say("ASSAULT", sides, status, published="2023-05-04", article="x", start=start, **more)
        sources = tuple(Link(start=0, end=1, name=one, entity=one, country=one) for one in more.get("by", ()))
        return replace(made, report=replace(made.report, attribution=sources))

    fight = told("PER BOL>", "occurred", 0)
    one = told("PER>", "alleged", 52, by=["BOL"], when="2023-05-03")
    other = told("BOL>", "alleged", 104, by=["PER"])
    raid = told("BOL>PER", "occurred", 156)
    events = ledger(fight, one, other, raid).events  # type: ignore[arg-type]
    assert [conflict.kind for event in events for conflict in event.conflicts] == ["actor"]


def test_who_is_accused_denies_what_he_is_accused_of_not_that_he_is() -> None:
    def told(by: str) -> object:
        made = say("ACCUSE", "KEN>SOM", "denied")
        source = Link(start=0, end=1, name=by, entity=by, country=by)
        return replace(made, report=replace(made.report, attribution=(source,)))

    assert only(told("SOM")).status == "occurred"  # type: ignore[arg-type]
    assert only(told("KEN")).status == "denied"  # type: ignore[arg-type]
