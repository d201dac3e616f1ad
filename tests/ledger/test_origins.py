"""Origins: who has it from whom, and what counts once."""

from typing import Any

import msgspec

from dragoman.ledger import fact_of
from dragoman.ledger.origins import origins_of
from dragoman.ledger.statements import Statement, canonical
from dragoman.records import Origin
from dragoman.stories.traces import Trace

from .conftest import only, say

WIRE = "Russian forces shelled the port city of Odesa before dawn, killing three people, the governor said"
A, B, C = "first sentence of its own", "second words altogether", "third text of another kind"


def origins(*statements: Statement) -> tuple[Origin, ...]:
    return origins_of([fact_of(one) for one in canonical(statements)])


def told(quote: str, **more: Any) -> Statement:
    return say("ASSAULT", "RUS>UKR", quote=quote, start=more.pop("start", 1), **more)


def test_an_article_that_reports_itself_is_an_origin() -> None:
    found = origins(told(A), told(B), told(C))
    assert [origin.leads for origin in found] == [(), (), ()]
    assert only(told(A), told(B)).independent == 2


def test_copies_and_rewrites_are_one_origin() -> None:
    (found,) = origins(told(WIRE, article="a"), told(WIRE + " on Friday.", article="b"))
    (lead,) = found.leads
    assert (lead.article, lead.of, lead.kind) == ("b", "a", "copy")
    assert len(origins(told(WIRE), told("Three people died when shells fell on the harbour of Odesa early"))) == 2


def test_articles_that_pass_on_one_source_are_one_origin() -> None:
    (found,) = origins(told(A, by=["KCNA"], article="a"), told(B, by=["KCNA"], article="b"))
    assert found.source == "KCNA"
    assert {(lead.article, lead.of, lead.kind) for lead in found.leads} >= {("a", None, "statement")}


def test_two_statements_of_one_source_are_two() -> None:
    assert len(origins(told(A, by=["KCNA"]), told(B, by=["KCNA"], published="2023-10-25"))) == 2
    assert len(origins(told(A, by=["KCNA"]), told(B, by=["KCNA"], published="2023-10-21"))) == 1
    assert len(origins(told(A, by=["KCNA"]), told(B, by=["KCNA"], published=None))) == 1


def test_who_adds_the_word_of_another_is_an_origin() -> None:
    both = [told(A, article="a", by=["KCNA"]), told(B, article="a", by=["TASS"], start=60)]
    assert len(origins(*both, told(C, by=["KCNA"]), told("fourth words here", by=["TASS"]))) == 1
    assert len(origins(*both, told(C, by=["KCNA"], published="2023-10-19"))) == 2
    first = told(C, by=["KCNA"], published="2023-10-19")
    other = told("fourth words here", by=["TASS"], published="2023-10-19")
    assert len(origins(first, other, *both)) == 2


def test_what_is_to_come_and_what_came_are_two_statements_of_one_source() -> None:
    plan = say("AID", "RUS>PRK", "planned", quote=A, start=1, by=["KCNA"])
    assert len(origins(plan, say("AID", "RUS>PRK", quote=B, start=1, by=["KCNA"]))) == 2


def test_own_reporting_beside_a_source_is_an_origin() -> None:
    own = [told(A, article="a", start=60), told(B, article="a", by=["KCNA"], start=120)]
    assert len(origins(*own, told(C, by=["KCNA"]))) == 2


def test_a_title_and_an_announcement_lean_on_the_source_beside_them() -> None:
    title = [told(A, article="a", start=0), told(B, article="a", by=["KCNA"], start=60)]
    assert len(origins(*title, told(C, by=["KCNA"]))) == 1
    plan = [say("CONSULT", "RUS PRK", "planned", article="a", quote=A, start=60)]
    plan.append(say("CONSULT", "RUS PRK", "planned", article="a", quote=B, start=120, by=["KCNA"]))
    assert len(origins(*plan, say("CONSULT", "RUS PRK", "planned", quote=C, start=1, by=["KCNA"]))) == 1


def test_who_tells_an_accusation_has_it_from_who_made_it() -> None:
    def blamed(type: str, who: str = "RUS") -> int:
        said = [say(type, f"{who}>UKR", quote=quote, start=1) for quote in (A, B)]
        return len(origins(*said))

    assert (blamed("ACCUSE"), blamed("ASSAULT")) == (1, 2)
    one, other = say("ACCUSE", "putin>UKR", quote=A, start=1), say("ACCUSE", "lavrov>UKR", quote=B, start=1)
    assert len(origins(one, other)) == 2
    assert len(origins(one, say("ACCUSE", "RUS>UKR", quote=B, start=1))) == 1


def test_an_outlet_and_those_who_cite_it_are_one_origin() -> None:
    assert len(origins(told(A, outlet="The Daily"), told(B, outlet="The Daily", published="2023-10-29"))) == 1
    assert len(origins(told(A, outlet="Reuters"), told(B, by=["Reuters"]))) == 1


def traced(statement: Statement, numbers: tuple[int, ...] = (48, 1250, 17, 90), **more: Any) -> Statement:
    trace = Trace(model="m", vector=bytes([127, 0]), numbers=numbers, names=("PRK", "RUS"), **more)
    return msgspec.structs.replace(statement, trace=trace)


def test_a_translation_and_its_original_are_one_origin() -> None:
    one = traced(told(A, article="a"))
    other = told(B, article="b", language="ru", published="2023-10-21")
    (found,) = origins(one, traced(other))
    (lead,) = found.leads
    assert (lead.article, lead.of, lead.kind) == ("b", "a", "translation")
    assert len(origins(one, traced(other, numbers=(48, 900, 18)))) == 2
    assert len(origins(one, traced(msgspec.structs.replace(other, published="2023-10-30")))) == 2


def test_an_article_that_credits_a_wire_leans_on_it() -> None:
    (found,) = origins(*(traced(told(quote), (), credit="Reuters") for quote in (A, B)))
    assert found.source == "Reuters"


def test_who_tells_a_demand_leans_on_who_made_it() -> None:
    one, other = (say("REQUEST", "DEU>RUS", quote=quote, start=1) for quote in (A, B))
    (found,) = origins(one, other)
    assert found.source == "DEU"


def test_an_undated_page_joins_no_two_statements() -> None:
    weeks_apart = [told(A, by=["KCNA"]), told(B, by=["KCNA"], published="2023-10-27")]
    assert len(origins(*weeks_apart, told(C, by=["KCNA"], published=None))) == 2


def test_who_adds_a_word_does_not_part_those_who_pass_on_one() -> None:
    first = told(A, by=["KCNA"], published="2023-10-19")
    both = [told(B, article="b", by=["KCNA"]), told("fourth words here", article="b", by=["TASS"], start=60)]
    later = told(C, by=["KCNA"])
    found = origins(first, *both, later)
    assert sorted(len(origin.articles) for origin in found) == [1, 2]
    assert {first.article, later.article} in [set(origin.articles) for origin in found]
