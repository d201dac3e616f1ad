"""Who acts in Korean chains of clauses, in quoted ones and in those before their noun."""

import dragoman


def acts(text: str) -> set[tuple[str, str, tuple[str, ...]]]:
    reading = dragoman.read(text, published="2024-06-20", language="ko")
    return {(r.type, r.status, tuple(p.country or p.entity or "" for p in r.actors)) for r in reading.reports}


def test_a_topic_is_the_subject_of_every_verb_of_its_chain() -> None:
    assert acts("칠레는 페루와 단교하고 볼리비아와 수교했다.") == {
        ("SANCTION", "occurred", ("CHL",)),
        ("SUPPORT", "occurred", ("CHL", "BOL")),
    }


def test_who_is_quoted_is_not_who_acts() -> None:
    assert ("ASSAULT", "alleged", ("ETH",)) in acts("수단은 에티오피아가 국경 마을을 공격했다고 주장했다.")


def test_a_clause_describes_the_noun_behind_it() -> None:
    assert ("CONSULT", "occurred", ("PER",)) in acts("칠레를 방문한 페루 외교장관은 회의장을 떠났다.")


def test_verbs_that_join_on_share_the_future_of_the_last() -> None:
    assert acts("칠레 대통령은 페루를 방문해 볼리비아 대통령과 회담할 예정이다.") == {
        ("CONSULT", "planned", ("CHL",)),
        ("CONSULT", "planned", ("CHL", "BOL")),
    }


def test_nothing_is_told_of_whom_the_text_does_not_name() -> None:
    assert not acts("괴한이 칠레 대사를 납치했다.")


def test_headlines_end_in_the_noun_of_their_act() -> None:
    assert ("CONSULT", "occurred", ("CHL",)) in acts("칠레 대통령, 페루 방문")
