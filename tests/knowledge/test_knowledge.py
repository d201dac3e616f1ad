"""The knowledge base as the stages use it."""

import tracemalloc

import pytest

from dragoman.errors import DataError
from dragoman.knowledge import Knowledge, fold, load, load_with
from dragoman.knowledge.compile import compile_to


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("en", "North Korea", "PRK"),
        ("bn", "উত্তর কোরিয়া", "PRK"),
        ("hi", "उत्तर कोरिया", "PRK"),
        ("vi", "Triều Tiên", "PRK"),
        ("en", "Vladimir Putin", "per:vladimir-putin"),
        ("bn", "ভ্লাদিমির পুতিন", "per:vladimir-putin"),
        ("hi", "व्लादिमीर पुतिन", "per:vladimir-putin"),
        ("vi", "Bình Nhưỡng", "geonames:1871859"),
        ("en", "Reuters", "org:reuters"),
    ],
)
def test_names_lead_to_entities(knowledge: Knowledge, language: str, text: str, entity: str) -> None:
    match = knowledge.match(language, fold(text), 0)[0]
    assert (match.start, match.end) == (0, len(text))
    assert entity in {hit.entity for hit in match.hits}


def test_the_longest_comes_first_and_offsets_are_the_texts(knowledge: Knowledge) -> None:
    text = "এই\u200c উত্তর কোরিয়ার"
    matches = knowledge.match("bn", fold(text), 3)
    assert text[matches[0].start : matches[0].end] == "উত্তর কোরিয়া"
    assert [match.end for match in matches] == sorted((match.end for match in matches), reverse=True)


@pytest.mark.parametrize("text", ["us", "turkey", "north korea", "who"])
def test_latin_names_need_their_capitals(knowledge: Knowledge, text: str) -> None:
    assert not [match for match in knowledge.match("en", fold(text), 0) if match.end == len(text)]


def test_offices_are_held_on_a_day(knowledge: Knowledge) -> None:
    on = {day: {e.id for e in knowledge.holder("president", "USA", day)} for day in ("2019-05-01", "2023-05-01")}
    assert on == {"2019-05-01": {"per:donald-trump"}, "2023-05-01": {"per:joe-biden"}}
    assert knowledge.former("president", "USA", "2018-01-01")[0].id == "per:barack-obama"
    assert knowledge.holder("president", "USA", "1066-10-14") == ()


def test_states_have_names_and_capitals(knowledge: Knowledge) -> None:
    assert knowledge.country_name("PRK") == "North Korea"
    assert knowledge.country_name("???") == "???"
    capital = knowledge.capital("RUS")
    assert capital is not None and capital.name == "Moscow" and capital.country == "RUS"


def test_outlets_are_known_by_domain(knowledge: Knowledge) -> None:
    outlet = knowledge.outlet("www.reuters.com")
    assert outlet is not None and outlet.id == "org:reuters"
    assert knowledge.outlet("example.org") is None


def test_unknown_ids_and_all_ids(knowledge: Knowledge) -> None:
    assert knowledge.entity("per:nobody-at-all") is None
    assert len(set(knowledge.ids())) == len(knowledge)
    for id_ in knowledge.ids()[::500]:
        entity = knowledge.entity(id_)
        assert entity is not None and entity.id == id_


def test_opening_parses_nothing(knowledge: Knowledge) -> None:
    tracemalloc.start()
    Knowledge(knowledge.path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < knowledge.path.stat().st_size / 20  # what is mapped takes no memory of its own


def test_compiling_twice_gives_the_same_bytes(tmp_path, knowledge: Knowledge) -> None:
    compile_to(tmp_path / "again.bin")
    assert (tmp_path / "again.bin").read_bytes() == knowledge.path.read_bytes()


def test_a_users_own_tables_are_added(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    own = tmp_path / "own.yaml"
    own.write_text(
        "people:\n- {id: per:zed-zedson, name: Zed Zedson, country: FRA, aliases: {bn: [জেড]}}\n", "utf-8"
    )
    for _ in range(2):
        knowledge = load_with(own)
        assert knowledge.match("bn", fold("জেড"), 0)[0].hits[0].entity == "per:zed-zedson"
        assert knowledge.country_name("FRA") == "France"


@pytest.mark.parametrize(
    "text", ["persons: []", "people:\n- {id: per:a}", "people:\n- {id: per:a, name: A, age: 3}"]
)
def test_a_wrong_table_is_refused(tmp_path, monkeypatch, text: str) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "own.yaml").write_text(text, "utf-8")
    with pytest.raises(DataError, match=r"own\.yaml"):
        load_with(tmp_path / "own.yaml")
