"""What Korean particles say of a phrase: lists, companions, counters, words of several states."""

import dragoman


def parties(text: str) -> list[tuple[str, set[str], set[str]]]:
    reading = dragoman.read(text, published="2024-06-20", language="ko")
    return [
        (r.type, {p.country or "" for p in r.actors}, {p.country or "" for p in r.recipients})
        for r in reading.reports
    ]


def test_a_list_ends_with_the_particle_of_all() -> None:
    assert parties("칠레와 페루, 볼리비아는 협정에 서명했다.") == [("SUPPORT", {"CHL", "PER", "BOL"}, set())]


def test_a_companion_is_the_other_side() -> None:
    assert parties("칠레 대통령은 페루 대통령과 회담했다.") == [("CONSULT", {"CHL", "PER"}, set())]


def test_a_counter_carries_the_particle_of_what_is_counted() -> None:
    assert parties("칠레가 페루 외교관 12명을 추방했다.") == [("SANCTION", {"CHL"}, {"PER"})]


def test_one_word_holds_two_states() -> None:
    assert parties("한미 정상은 워싱턴에서 회담했다.") == [("CONSULT", {"KOR", "USA"}, set())]


def test_a_word_of_its_act_holds_the_state_it_leads_to() -> None:
    assert parties("칠레 대통령이 방한했다.") == [("CONSULT", {"CHL"}, {"KOR"})]
