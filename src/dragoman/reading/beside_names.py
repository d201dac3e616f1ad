"""Phrases that a neighbour tells whose they are: "the ministry in Beijing", "X of Guyana", "a spokesman for Y".

All but the first are for languages where prepositions and modifiers stand before their nouns and word order
tells clauses apart.
"""

from __future__ import annotations

from itertools import pairwise

from msgspec import structs

from .line import Line, Mention

__all__ = ["seat_bodies", "settle_launched", "settle_named_nations", "settle_neighbours"]

_SEATED = frozenset(("GOV", "LEG"))
_LAW = frozenset(("COP",))
"""Sectors of bodies whose city tells whose they are, and of those that act where they are."""
_ARMED = frozenset(("UAF", "REB", "PRM"))
"""Sectors of armed men who act for no state."""
_MEN_AT_ARMS = _ARMED | {"MIL"}
_FOR = 1
"""Tokens from an official to the word that says for whom he speaks."""
_TO_FRIENDS = 4
"""Tokens behind an owner within which the word for a friend or rival stands: "Israel's closest ally"."""
_DESCRIBED = 4
"""Tokens between a name and the nationality behind its comma: ", a former Russian …"."""


def settle_neighbours(line: Line) -> None:
    """Settle `line.mentions` by the phrases right beside them; phrases that are used up are dropped."""
    line.mentions = _uncompared(line)
    line.mentions = _of_their_country(line)
    line.mentions = _speaking_for(line)
    line.mentions = _fighting_for(line)
    _leave_friends(line)
    seat_bodies(line)


def seat_bodies(line: Line) -> None:
    """Give ministries and governments the country of the city beside them: "the ministry in Beijing"."""
    if line.mentions and line.mentions[0].cases:
        _settle_minorities(line)
    for left, right in pairwise(line.mentions):
        if left.needs_place and _beside(left, right, "place") and len(right.countries) == 1:
            _seat(left, right)
        elif right.needs_place and _beside_before(left, right) and len(left.countries) == 1:
            _seat(right, left)


def _settle_minorities(line: Line) -> None:
    """Let a people behind another nationality be of the state where they live: "косовские сербы" are Kosovo's."""
    used: set[int] = set()
    for left, right in pairwise(line.mentions):
        adjective = left.kind == "demonym" and left.modifier and len(left.countries) == 1
        people = right.kind == "people" and right.first == right.last and len(right.parties) == 1
        if not (adjective and people and left.last + 1 == right.first and left.cases & right.cases):
            continue
        (country,) = left.countries
        if right.countries and country not in right.countries and right.parties[0].how == "nationality":
            right.parties = (
                structs.replace(right.parties[0], country=country, entity=None, name=left.parties[0].name),
            )
            right.first = left.first
            used.add(id(left))
    line.mentions = [m for m in line.mentions if id(m) not in used] if used else line.mentions


def _uncompared(line: Line) -> list[Mention]:
    """Return the phrases without those of a comparison between commas: "…, like his visit to Pyongyang, …"."""
    spans = []
    for hit in line.hits.get("class", ()):
        if hit.payload.item != "comparison" or (hit.first and line.tokens[hit.first - 1].text != ","):
            continue
        end = next((at for at in range(hit.last, len(line.tokens)) if line.tokens[at].text == ","), 0)
        if end:
            spans.append(range(hit.first, end))
    return [m for m in line.mentions if not any(m.first in span for span in spans)] if spans else line.mentions


def _beside(left: Mention, right: Mention, role: str) -> bool:
    return right.role == role and right.marker is not None and right.marker[0] == left.last + 1


def _beside_before(place: Mention, body: Mention) -> bool:
    """Whether a place with its adposition stands right before a body: "काठमांडू में विदेश मंत्रालय"."""
    return place.role == "place" and place.marker is not None and place.last < place.marker[0] and (
        place.marker[1] + 1 == body.first
    )  # fmt: skip


def _seat(body: Mention, place: Mention) -> None:
    """Give a ministry or a government the country of the city that it sits in."""
    if body.kind != "body" or not all(_SEATED & set(p.sector) and not _LAW & set(p.sector) for p in body.parties):
        return
    (country,) = place.countries
    body.parties = tuple(structs.replace(p, country=country, name=country, how="seat") for p in body.parties)
    body.needs_place = False


def _of_their_country(line: Line) -> list[Mention]:
    """Return the phrases with "X of Guyana" as one, so that lists of such are lists: "X of A and Y of B met"."""
    kept: list[Mention] = []
    for mention in line.mentions:
        before = kept[-1] if kept else None
        if before is not None and _owned_by_state(line, before, mention):
            country = next(iter(mention.countries))
            before.parties = tuple(p if p.country else structs.replace(p, country=country) for p in before.parties)
            before.last = mention.last
            continue
        kept.append(mention)
    return kept


def _owned_by_state(line: Line, person: Mention, state: Mention) -> bool:
    if person.kind != "person" or state.kind != "state" or not state.genitive or state.marker is None:
        return False
    if state.marker[0] != person.last + 1 or len(person.parties) != 1 or len(state.parties) != 1:
        return False
    if line.tokens[person.last].text[0].islower():
        return False  # an office, which the state belongs to already
    return not person.countries or person.countries == state.countries


def _speaking_for(line: Line) -> list[Mention]:
    """Return the phrases with those who speak for a body as that body: "a spokesman for Kenya's police"."""
    kept: list[Mention] = []
    for mention in line.mentions:
        before = kept[-1] if kept else None
        speaks = before is not None and before.kind == "source" and not before.parties and before.office
        if speaks and before is not None and mention.parties and mention.human and _for(line, before, mention):
            mention.first, mention.role, mention.marker = before.first, before.role, before.marker
            kept[-1] = mention
            continue
        kept.append(mention)
    return kept


def _fighting_for(line: Line) -> list[Mention]:
    """Return the phrases with armed men as the group that they are of: "gunmen from the militant group Hamas"."""
    kept: list[Mention] = []
    for mention in line.mentions:
        before = kept[-1] if kept else None
        armed = before is not None and before.needs_place and _MEN_AT_ARMS.issuperset(_sectors(before))
        if before is not None and armed and _sectors(before) and _named_group(before, mention):
            before.parties, before.last, before.needs_place = mention.parties, mention.last, False
            continue
        kept.append(mention)
    return kept


def _leave_friends(line: Line) -> None:
    """Let a state that only tells whose friends or rivals are meant mean nobody: "Iran's neighbours", "US allies".

    A pack lists such words as the class `relations`.
    """
    words = {h.first for h in line.hits.get("class", ()) if h.payload.item == "relations"}
    for mention in line.mentions if words else ():
        if mention.kind in ("demonym", "state") and mention.last + 1 in words:
            owns = True
        else:
            behind = range(mention.last + 1, mention.last + 1 + _TO_FRIENDS)
            own = line.tokens[mention.last + 1].norm == "'s" if mention.last + 1 < len(line.tokens) else False
            owns = own and any(at in words for at in behind) and not any(line.mention_at(at) for at in behind)
            owns = owns or (mention.last in words and mention.kind == "body" and _possessive(line, mention))
        if owns and not any(party.how.startswith("pronoun") for party in mention.parties):
            mention.parties = ()


def _possessive(line: Line, mention: Mention) -> bool:
    """Whether a phrase opens with its owner: "Rwanda's critics"."""
    return any(line.tokens[at].norm == "'s" for at in range(mention.first, mention.last))


def _sectors(mention: Mention) -> set[str]:
    return {sector for party in mention.parties for sector in party.sector}


def _named_group(men: Mention, group: Mention) -> bool:
    """Whether an armed group with a name stands right behind "from" or "of"."""
    if not (_beside(men, group, "source") or _beside(men, group, "genitive")):
        return False
    return all((p.entity or "").startswith("org:") and _ARMED & set(p.sector) for p in group.parties)


def _for(line: Line, official: Mention, body: Mention) -> bool:
    if body.kind not in ("state", "body", "person") or body.role != "beneficiary" or body.marker is None:
        return False
    titles = [h for h in line.hits.get("title", ()) if h.last == official.last]
    spoken = any(
        (h.payload.item.office or "").startswith("spokes") or "GOV" in h.payload.item.sector for h in titles
    )
    return spoken and 0 < body.marker[0] - official.last <= _FOR


def settle_launched(line: Line) -> None:
    """Give a craft whose it is by the participle behind it: "a drone launched by X killed"."""
    for predicate in line.predicates:
        craft = line.mention_at(predicate.first - 1) if predicate.first else None
        if craft is None or craft.kind != "vehicle" or not craft.needs_place or "past" not in predicate.tags:
            continue
        if not predicate.tags & {"passive", "participle"} or craft.last + 1 != predicate.first:
            continue
        senders = [m for m in predicate.after if m.role in ("agent", "source") and m.parties]
        if not senders or not any(p.head > predicate.head for p in line.predicates):
            continue
        sender = senders[0]
        if sender.role == "source" and (sender.kind not in ("state", "place") or len(sender.countries) != 1):
            continue
        (sample,) = craft.parties[:1]
        craft.parties = tuple(
            structs.replace(sample, entity=p.entity if p.type == "ORG" else None, country=p.country,
                            name=p.name, how="by whom it was sent")
            for p in sender.parties
        )  # fmt: skip
        craft.needs_place = False


def settle_named_nations(line: Line) -> None:
    """Give a name the nation that stands behind its comma: "freed X, a Russian agent".

    Who acts is left alone, unless an office opens what stands there: "X, a spokesman for Kenya's army, said".
    """
    subjects = {id(p.subject) for p in line.predicates}
    for name, nation in pairwise(line.mentions):
        if name.kind != "person" or len(name.parties) != 1 or name.parties[0].country:
            continue
        if id(name) in subjects and not any(h.payload.kind == "title" for h in line.at[nation.first]):
            continue
        between = line.tokens[name.last + 1 : nation.first]
        if len(nation.countries) != 1 or not 1 < len(between) <= _DESCRIBED or between[0].text != ",":
            continue
        indefinite = {h.first for h in line.hits.get("class", ()) if h.payload.item == "indefinite"}
        if name.last + 2 not in indefinite or any(not token.norm.isalpha() for token in between[1:]):
            continue
        if nation.kind not in ("demonym", "people", "body", "person", "source") or nation.role is not None:
            continue
        (country,) = nation.countries
        name.parties = (
            structs.replace(name.parties[0], country=country, how=f"{name.parties[0].how}, apposition"),
        )
