"""Unlisted people under several spellings: one actor, parted and joined by a person's word, and undone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.store import Actor, Archive

TEXTS = (
    ("en", "Bishop Roderico Bermúdez criticised President Daniel Ortega in Nicaragua on Monday."),
    ("ko", "로데리코 베르무데스 주교가 니카라과에서 다니엘 오르테가 대통령을 비판했다."),
    ("ru", "Епископ Родерико Бермудес раскритиковал президента Никарагуа Даниэля Ортегу."),
    ("en", "Jonas Karimbel, a farmer, told reporters in Nicaragua that Daniel Ortega had lied."),
)


@pytest.fixture
def archive(tmp_path: Path, write_lines: Callable[..., str]) -> Iterator[Archive]:
    articles = [
        {"id": f"a{number}", "text": text, "language": language, "published": "2024-05-01", "outlet": f"o{number}"}
        for number, (language, text) in enumerate(TEXTS)
    ]
    with Archive(tmp_path / "w.db", create=True) as opened:
        opened.add(write_lines("a.jsonl", *articles))
        yield opened


def unlisted(archive: Archive) -> list[Actor]:
    return [actor for actor in archive.actors() if actor.id.startswith("new:")]


def test_spellings_of_one_person_are_one_actor(archive: Archive) -> None:
    bishop, farmer = sorted(unlisted(archive), key=lambda actor: -actor.mentions)
    assert bishop.languages == ("en", "ko", "ru") and bishop.mentions == 3 and bishop.articles == 3
    assert bishop.name == "Roderico Bermúdez" and farmer.name == "Jonas Karimbel"
    assert all("sound alike" in pair.reasons[0] for pair in bishop.joined) and not farmer.joined


@pytest.mark.parametrize("asked", ["베르무데스", "Bermúdez", "Бермудес"])
def test_whoever_asks_for_one_spelling_has_all(archive: Archive, asked: str) -> None:
    (found,) = archive.actors(asked)
    assert found == max(unlisted(archive), key=lambda actor: actor.mentions)
    assert archive.actor(found.joined[0].a) == archive.actor(found.joined[0].b) == found


def test_what_was_taken_for_one_is_parted_and_joined_again(archive: Archive) -> None:
    before = unlisted(archive)
    bishop = max(before, key=lambda actor: actor.mentions)
    korean = next(pair for pair in bishop.joined if "new:ldlk-blmds" in (pair.a, pair.b))
    other = korean.a if korean.b == "new:ldlk-blmds" else korean.b
    parted = archive.undo(korean.id)
    assert parted.kind == "two-actors" and [one.id for one in archive.judgements()] == [parted.id]
    kept = archive.actor("new:ldlk-blmds")
    assert kept != archive.actor(other)
    archive.undo(parted.id)
    assert unlisted(archive) == before and not archive.judgements()


def test_a_person_joins_two_actors_and_undoes_it(archive: Archive) -> None:
    before = unlisted(archive)
    farmer = next(actor for actor in before if actor.name == "Jonas Karimbel")
    made = archive.merge(farmer.id, "per:daniel-ortega")
    joined = archive.actor(farmer.id)
    assert made.kind == "one-actor" and joined is not None and joined.id == "per:daniel-ortega"
    assert joined.joined[0].reasons == ("a person's word",)
    archive.undo(made.id)
    assert unlisted(archive) == before


def test_nobody_joins_who_is_not_there(archive: Archive) -> None:
    with pytest.raises(UsageError, match="there is no actor"):
        archive.merge("new:x-y", "per:daniel-ortega")
