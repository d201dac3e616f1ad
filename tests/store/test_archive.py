from collections.abc import Callable
from typing import Any

import pytest

from dragoman import __version__
from dragoman.errors import UsageError
from dragoman.store import AddOptions, Archive
from dragoman.store.connection import writing

Add = Callable[..., list[int]]
MEETING = {"id": "a1", "text": "RUS meets PRK on 2023-09-13.", "published": "2023-09-14", "outlet": "One"}
RETOLD = {"id": "a2", "text": "So RUS meets PRK on 2023-09-13.", "published": "2023-09-15", "language": "vi"}
HELP = {"id": "a3", "text": "PRK helps RUS.", "published": "2023-10-01"}


def ids(archive: Archive, **wanted: Any) -> list[str]:
    return [event.id for event in archive.events(**wanted)]


def test_adding_twice_changes_nothing(archive: Archive, add: Add) -> None:
    assert add(MEETING, RETOLD, HELP) == [3, 0, 0, 0]
    before = list(archive.events())
    assert add(HELP, RETOLD, MEETING) == [0, 0, 3, 0]
    assert list(archive.events()) == before
    assert add(MEETING, MEETING) == [0, 0, 2, 0]


def test_two_reports_of_one_meeting_are_one_event_with_both_quotes(archive: Archive, add: Add) -> None:
    add(MEETING, RETOLD)
    (event,) = archive.events()
    assert (event.reports, event.languages) == (2, ("en", "vi"))
    assert [evidence.quote for evidence in event.evidence] == [MEETING["text"], RETOLD["text"]]


def test_events_come_by_date_and_the_undated_last(archive: Archive, add: Add) -> None:
    add(HELP, RETOLD, {"id": "a4", "text": "RUS meets BLR on 2023-06-23.", "published": "2023-07-01"})
    assert ids(archive) == ["a4/0", "a2/3", "a3/0"]


def test_filters(archive: Archive, add: Add) -> None:
    add(MEETING, HELP, {"id": "a4", "text": "RUS meets BLR on 2023-06-23.", "published": "2023-07-01"})
    assert ids(archive, type="CONSULT") == ["a4/0", "a1/0"]
    assert ids(archive, actor="PRK", with_="RUS") == ["a1/0", "a3/0"]
    assert ids(archive, actor=["BLR", "PRK"]) == ["a4/0", "a1/0", "a3/0"]
    assert ids(archive, parties=("RUS", "BLR")) == ["a4/0"]
    assert ids(archive, actor="rus", since="2023-09-13", until="2023-09-13") == ["a1/0"]
    assert ids(archive, since="2023-09-14") == ["a3/0"]  # dated by its publication
    assert ids(archive, dated=True) == ["a4/0", "a1/0", "a3/0"]
    assert ids(archive, outlet="one") == ["a1/0"] and ids(archive, language="en", limit=1) == ["a4/0"]
    assert ids(archive, limit=0) == [] and ids(archive, status="planned") == []


@pytest.mark.parametrize(
    "wanted",
    [
        {"type": "MEETING"},
        {"status": "done"},
        {"since": "yesterday"},
        {"since": "20230914"},
        {"since": "2024-01-01", "until": "2023-01-01"},
        {"limit": -1},
        {"colour": "red"},
        {"limit": "many"},
    ],
)
def test_filters_that_make_no_sense_are_named(archive: Archive, wanted: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        list(archive.events(**wanted))


def test_a_changed_text_is_a_new_version_and_the_old_one_is_kept(archive: Archive, add: Add) -> None:
    add(MEETING)
    changed = MEETING | {"text": "RUS blames PRK."}
    assert add(changed) == [0, 1, 0, 0]
    assert [version.text for version in archive.versions("a1")] == [MEETING["text"], changed["text"]]
    assert [event.type for event in archive.events()] == ["ACCUSE"]
    assert add(MEETING) == [0, 0, 1, 0], "a version once seen is not new"


def test_an_id_given_out_keeps_leading_to_the_event(archive: Archive, add: Add) -> None:
    add(RETOLD)
    assert ids(archive) == ["a2/3"]
    add(MEETING)
    assert ids(archive) == ["a1/0"], "the report published first founds the event"
    moved = archive.event("a2/3")
    assert moved is not None and moved.id == "a1/0"
    add(MEETING | {"text": "Nothing happened."})
    assert ids(archive) == ["a2/3"]
    followed = archive.event("a1/0")
    assert followed is not None and followed.id == "a2/3", "the founding report is gone, its event is not"
    add(RETOLD | {"text": "Nothing at all."})
    assert archive.event("a1/0") is None and archive.event("never") is None


def test_what_cannot_be_read_lies_in_quarantine_until_it_can(archive: Archive, add: Add) -> None:
    bad = {"id": "b1", "text": "RUS meets PRK.", "published": "9999-09-09"}
    assert add(MEETING, bad, {"id": "b2", "text": "an unreadable word"}) == [1, 0, 0, 2]
    assert add(MEETING, bad, {"id": "b2", "text": "an unreadable word"}) == [0, 0, 1, 2]
    reasons = {entry["origin"].split(", ")[1]: entry["reason"] for entry in archive.quarantine()}
    assert "9999" in reasons["line 2"] and "cannot bear" in reasons["line 3"] and len(reasons) == 2
    assert add(MEETING, bad | {"published": "2023-09-09"}) == [1, 0, 1, 0]
    assert [entry["origin"].split(", ")[1] for entry in archive.quarantine()] == ["line 3"]


def test_readings_come_back_whole(archive: Archive, add: Add) -> None:
    add(MEETING | {"title": "A title"})
    (reading,) = archive.readings()
    assert reading == archive.reading("a1") and reading.id == "a1"
    assert reading.text == "A title\n\n" + str(MEETING["text"])
    article = archive.article("a1")
    assert article is not None and article.text == reading.text
    assert [one.id for one in archive.articles()] == ["a1"]
    (report,) = reading.reports
    assert archive.reports([report.id]) == {report.id: report}


def test_actors_are_listed_under_all_their_names(archive: Archive, add: Add) -> None:
    add(MEETING, HELP)
    assert [(actor.id, actor.mentions, actor.articles) for actor in archive.actors()] == [
        ("PRK", 2, 2),
        ("RUS", 2, 2),
    ]
    assert [actor.id for actor in archive.actors("ru")] == ["RUS"] and archive.actors("100%") == []


def test_an_interrupted_run_keeps_its_batches_and_goes_on(
    archive: Archive, write_lines: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.store.adding.BATCH", 2)
    path = write_lines("many.jsonl", *({"id": f"m{n}", "text": f"RUS helps PRK. {n}"} for n in range(7)))
    seen = 0

    def stop() -> None:
        nonlocal seen
        seen += 1
        if seen == 6:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        archive.add(path, options=AddOptions(jobs=1, on_page=stop))
    assert archive.counts()["articles"] == 6 and archive.stale and not list(archive.events())
    result = archive.add(path)
    assert (result.added, result.unchanged, archive.stale) == (1, 6, False)
    assert len(list(archive.events())) == 1


def test_many_articles_are_read_by_several_processes_with_the_same_result(
    archive: Archive, write_lines: Callable[..., str]
) -> None:
    path = write_lines("many.jsonl", *({"id": f"m{n}", "text": f"RUS helps PRK. {n}"} for n in range(90)))
    assert archive.add(path, options=AddOptions(jobs=2)).added == 90
    (event,) = archive.events()
    assert event.reports == 90


def test_frames_are_arrow_tables(archive: Archive, add: Add) -> None:
    add(MEETING, HELP)
    frame = archive.frame("events", type="CONSULT")
    assert frame.num_rows == 1 and frame.column("type").to_pylist() == ["CONSULT"]
    assert archive.frame("articles").num_rows == 2
    with pytest.raises(UsageError, match="no frame of 'weather'"):
        archive.frame("weather")


def test_what_an_older_reader_read_is_read_again(archive: Archive, add: Add) -> None:
    add(MEETING, RETOLD, HELP)
    before = list(archive.events())
    with writing(archive._engine) as connection:
        connection.exec_driver_sql("UPDATE readings SET reader = ?", (__version__,))
        connection.exec_driver_sql("UPDATE readings SET reader = '0.0.1' WHERE article = 'a1'")
        connection.exec_driver_sql("DELETE FROM reports WHERE article = 'a1'")
    result = archive.reread()
    assert (result.updated, result.unchanged, result.events) == (1, 2, 2)
    assert list(archive.events()) == before
    assert archive.reread(every=True).updated == 3
    assert len(archive.versions("a1")) == 1
    assert not archive.stale
