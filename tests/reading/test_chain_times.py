"""Which acts a time dates in Korean chains of clauses."""

import dragoman


def dated(text: str) -> dict[str, str | None]:
    reading = dragoman.read(text, published="2024-06-20", language="ko")
    return {r.type: (r.time.earliest or "")[:10] if r.time is not None else None for r in reading.reports}


def test_verbs_that_join_on_share_the_time_of_the_first() -> None:
    assert dated("칠레는 17일 페루 대사를 추방하고 볼리비아와 수교했다.") == {
        "SANCTION": "2024-06-17",
        "SUPPORT": "2024-06-17",
    }


def test_a_time_behind_the_speaker_dates_what_he_demands() -> None:
    assert dated("칠레 대통령이 17일 의회 연설에서 병력을 모두 물리라고 페루에 요구했다.") == {
        "REQUEST": "2024-06-17"
    }


def test_a_time_behind_the_subject_of_what_is_said_stays_inside() -> None:
    assert dated("칠레는 페루가 17일 국경 마을을 공격했다고 비난했다.") == {
        "ACCUSE": None,
        "ASSAULT": "2024-06-17",
    }


def test_a_time_before_a_clause_that_tells_no_past_dates_the_verb_behind_it() -> None:
    assert dated("칠레 대통령이 17일 어업을 장려하는 페루 총리를 만났다.") == {"CONSULT": "2024-06-17"}


def test_another_doer_has_a_time_of_his_own() -> None:
    assert dated("칠레는 17일 페루 대사를 추방했고, 볼리비아는 칠레와 수교했다.") == {
        "SANCTION": "2024-06-17",
        "SUPPORT": None,
    }
