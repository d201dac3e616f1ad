"""Which unlisted people are one person: by how their names sound and by their company."""

from dragoman.identity.people import Bearer, groups_of, likely_pairs, one_person
from dragoman.knowledge.sound import sound_key

NORTH, SOUTH = frozenset({"north"}), frozenset({"south"})


def bearer(name: str, articles: frozenset[str], country: str | None = None) -> Bearer:
    return Bearer(f"new:{sound_key(name)}", country, (name,), articles)


def test_spellings_of_several_scripts_are_likely_pairs() -> None:
    people = [
        bearer("Roderico Bermúdez", NORTH),
        bearer("로데리코 베르무데스", SOUTH),
        bearer("Родерико Бермудес", SOUTH),
        bearer("Jonas Karimbel", NORTH),
    ]
    named = {frozenset((a.names[0], b.names[0])) for a, b, _ in likely_pairs(people)}
    assert frozenset(("Roderico Bermúdez", "로데리코 베르무데스")) in named
    assert not any("Jonas Karimbel" in pair for pair in named)


def test_the_order_of_names_does_not_matter() -> None:
    assert len(list(likely_pairs([bearer("Karbalevich Valery", NORTH), bearer("Валерий Карбалевич", SOUTH)]))) == 1


def test_one_person_keeps_the_same_company() -> None:
    one, other = bearer("Roderico Bermúdez", NORTH), bearer("로데리코 베르무데스", SOUTH)
    beside = {one.id: {"NIC", "per:daniel-ortega"}, other.id: {"NIC", "per:daniel-ortega", "USA"}}
    verdict = one_person(one, other, 0.1, beside)
    assert verdict is not None and verdict.reasons[1] == "same company: NIC, per:daniel-ortega"
    assert one_person(one, other, 0.1, {one.id: {"NIC", "USA"}, other.id: {"NIC", "USA"}}) is None
    assert one_person(one, other, 0.1, {}) is None


def test_two_states_or_one_article_are_two_people() -> None:
    beside = {"new:a-b": {"NIC", "per:x"}, "new:c-d": {"NIC", "per:x"}}
    one = Bearer("new:a-b", "NIC", ("A B",), NORTH)
    assert one_person(one, Bearer("new:c-d", "PER", ("C D",), SOUTH), 0.1, beside) is None
    assert one_person(one, Bearer("new:c-d", "NIC", ("C D",), NORTH), 0.1, beside) is None
    assert one_person(one, Bearer("new:c-d", "NIC", ("C D",), NORTH), 0.05, beside) is not None
    assert one_person(one, Bearer("new:c-d", "NIC", ("C D",), SOUTH), 0.1, beside) is not None


def test_who_is_kept_apart_is_never_joined_through_others() -> None:
    heads = groups_of([("a", "b"), ("b", "c")], {("a", "c")}, lambda id_: id_ != "b")
    assert heads == {"a": "b", "b": "b"}
