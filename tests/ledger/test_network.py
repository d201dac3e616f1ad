"""The network: every event once, by its origins; blocs of friends; friends of one side that are at odds."""

from dragoman.ledger import Sides, Statement, build_ledger, network_of

from .conftest import say


def twice(kind: str, sides: str) -> list[Statement]:
    return [say(kind, sides, when=day, published=day) for day in ("2023-03-01", "2023-09-01")]


TOLD = [
    *twice("COOPERATE", "FRA DEU>"), *twice("COOPERATE", "DEU ITA>"), *twice("COOPERATE", "FRA ITA>"),
    *twice("AID", "RUS>BLR"), *twice("ASSAULT", "RUS>UKR"), *twice("AID", "DEU>UKR"),
    *twice("COOPERATE", "IND RUS>"), *twice("COOPERATE", "IND UKR>"),
    say("ACCUSE", "BLR>FRA", when="2023-05-01"),
]  # fmt: skip
EVENTS = build_ledger(TOLD).events


def test_friends_of_one_side_that_are_at_odds_are_out_of_balance() -> None:
    triads = [(one.a, one.b, one.shared) for one in network_of(EVENTS).triads]
    assert triads == [("RUS", "UKR", "IND")]


def test_blocs_are_numbered_by_size_and_one_event_makes_none() -> None:
    network = network_of(EVENTS)
    assert [len(bloc.members) for bloc in network.blocs] == [4, 3]
    assert network.blocs[1].members == ("DEU", "FRA", "ITA")
    held = {member: bloc.number for bloc in network.blocs for member in bloc.members}
    assert all(side.bloc == held.get(side.id) for side in network.sides)
    assert held["RUS"] == held["BLR"]
    (accused,) = [tie for tie in network.ties if (tie.a, tie.b) == ("BLR", "FRA")]
    assert accused.events == 1 and len(accused.behind) == 1


def test_more_origins_weigh_more_but_less_than_their_number() -> None:
    once = network_of(build_ledger([say("ASSAULT", "RUS>UKR", when="2023-03-01")]).events).ties[0]
    often = [say("ASSAULT", "RUS>UKR", when="2023-03-01", quote=f"account {n} of it") for n in range(4)]
    (event,) = build_ledger(often).events
    four = network_of([event]).ties[0]
    assert event.independent == 4 and four.events == 1
    assert four.conflict == 3 * once.conflict and four.score == once.score


def test_one_side_has_its_own_network_and_nobody_has_none() -> None:
    network = network_of(EVENTS, Sides(frozenset({"ind"}), name_a="IND"))
    assert {side.id for side in network.sides} == {"IND", "RUS", "UKR"}
    assert not network_of([]).sides and not network_of([]).blocs


def test_the_order_of_events_changes_nothing_but_that_of_their_ids() -> None:
    one, other = network_of(EVENTS), network_of(tuple(reversed(EVENTS)))
    assert (one.sides, one.blocs, one.triads) == (other.sides, other.blocs, other.triads)
