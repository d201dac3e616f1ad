"""Joins what belongs together: lists of parties, and names with the offices in apposition to them."""

from __future__ import annotations

from itertools import pairwise

from msgspec import structs

from ..records import Party
from .language import Language
from .line import Line, Mention
from .list_joints import joint_of

__all__ = ["join_mentions", "merge"]


_OF_THE = 3
"""Tokens from a noun to its owner behind "of the"."""
_KIN = 3
"""Tokens behind a possessive within which the noun stands that it owns, and what marks it."""


def join_mentions(line: Line, language: Language) -> None:
    """Merge lists ("A, B and C") and appositions ("A, the minister, …") in `line.mentions`."""
    coordinators: dict[int, int] = {}
    for hit in line.hits.get("coordinator", ()):
        coordinators[hit.first] = max(hit.last, coordinators.get(hit.first, -1))
    if language.text.adpositions == language.text.modifier == "before":
        _named_officers(line)
        _crafts_of_forces(line)
    line.mentions = _lists(line, line.mentions, coordinators, language)
    _settle_groups(line)
    _appositions(line)


def _crafts_of_forces(line: Line) -> None:
    """Give crafts and people of a force the nation that only the force has: "planes of the Israeli air force"."""
    kept: list[Mention] = []
    for mention in line.mentions:
        owned = kept[-1] if kept else None
        if (
            owned is not None
            and owned.needs_place
            and owned.kind in ("vehicle", "body")
            and mention.kind == "body"
            and mention.genitive
            and mention.countries
            and mention.first - owned.last <= _OF_THE
            and all(
                h.payload.kind in ("marker", "class")
                for at in range(owned.last + 1, mention.first)
                for h in line.at[at]
            )
        ):
            owned.parties = tuple(structs.replace(party, how="nationality") for party in mention.parties)
            owned.last, owned.needs_place = mention.last, False
            continue
        kept.append(mention)
    line.mentions = kept


def _settle_groups(line: Line) -> None:
    """Let "all three countries" mean those whom the same line lists before."""
    for mention in line.mentions:
        group = mention.group
        if group is None or mention.parties or group.take != "states":
            continue
        lists = [
            m for m in line.mentions
            if m.last < mention.first and len(m.parties) == (group.count or len(m.parties)) > 1
            and all(party.country or party.entity for party in m.parties)
        ]  # fmt: skip
        if len(lists) == 1:
            start, end = line.tokens[mention.first].start, line.tokens[mention.last].end
            mention.parties = tuple(
                structs.replace(party, how="group, same line", start=start, end=end, text=line.text[start:end])
                for party in lists[0].parties
            )
            mention.kind, mention.lost = "state", 0.1


def _lists(line: Line, mentions: list[Mention], coordinators: dict[int, int], language: Language) -> list[Mention]:
    after = language.text.adpositions == "after"
    joined: list[Mention] = []
    at = 0
    while at < len(mentions):
        run = [mentions[at]]
        kept = 1
        while at + len(run) < len(mentions):
            following = mentions[at + len(run)]
            joint = joint_of(line, run[-1], following, coordinators)
            if joint == "and" and after:
                _with_its_own(line, run[-1], mentions[at + len(run) :], language)
            bare = not language.text.verb_endings
            if joint is None or not (
                _flown_to(line, run[0], following)
                or _alike(run[-1], following, after)
                or (bare and _places(run[-1], following))
            ):
                break
            if after and len(run) == 1 and _closes_clause(line, run[0], following):
                break
            if (
                not after
                and following.parties
                and following.parties[0].how == "pronoun"
                and not following.genitive
            ):
                break  # "… Hezbollah and they have fired": a new clause
            if joint == "and" and not after and len(run) == 1 and _speaks_apart(line, run[0], following):
                break
            apart = line.tokens[run[-1].last].text == ","  # the comma closes an apposition
            if joint == "comma and" and len(run) < 2 and not apart:
                break  # "…, and Y did": a new clause, unless X stood before
            run.append(following)
            if joint in ("and", "comma and"):
                kept = len(run)
        if kept == 1 and len(run) > 1 and language.glued_cases and _ends_list(run[-1], coordinators):
            kept = len(run)
        if kept == 1 and len(run) > 1 and _headline(line, run):
            kept = len(run)
        if kept == 1 < len(run) and _bare_list(line, run, language):
            kept = len(run)
        if kept == 1 < len(run) and _and_others(line, run[-1], coordinators):
            kept = len(run)
        if kept > 2 and _said_behind(line, run[:kept]):
            kept = 1  # "… killed seven Guards, Syria and Iran said"
        run = run[:kept]
        joined.append(merge(run, after) if kept > 1 else run[0])
        at += kept
    return joined


def _with_its_own(line: Line, left: Mention, behind: list[Mention], language: Language) -> None:
    """Give A in "A and its allies" the role of the whole, which stands at the end: "A ও তার মিত্রদের বিরুদ্ধে"."""
    if left.role is not None or left.genitive or not behind:
        return
    own, tail = behind[0], behind[1] if len(behind) > 1 else None
    pronoun = own.genitive and (not own.parties or own.parties[0].how == "pronoun") and own.first == own.last
    if not pronoun:
        return
    if tail is not None and not tail.parties and tail.first == own.last + 1:
        left.role, left.marker = tail.role, tail.marker
        if tail.role is None and {"plural", "genitive"} <= tail.tags:  # -দের is also whom something is done to
            left.role = "dative"
        return
    for at in range(own.last + 1, min(own.last + 1 + _KIN, len(line.tokens))):  # "মাদুরো ও তাঁর স্ত্রীকে"
        if tail is not None and tail.first <= at:
            left.role = tail.role
            return
        roles = [h.payload.item.role for h in line.at[at] if h.payload.kind == "marker" and h.first == at]
        if roles or any(h.payload.kind in ("verb", "coordinator", "reporting") for h in line.at[at]):
            left.role = roles[0] if roles and roles[0] != "genitive" else None
            return
        if language.glued_cases and any(
            "dative" in one.tags for one in language.inflection.noun(line.tokens[at].norm)
        ):
            left.role = "dative"
            return


def _closes_clause(line: Line, left: Mention, right: Mention) -> bool:
    """Whether "and" joins clauses: a subject right behind its verb, then what belongs to the next verb."""
    if left.role is not None or left.genitive or not (right.genitive or right.role):
        return False
    verbs = [hit for kind in ("verb", "reporting", "happen", "light") for hit in line.hits.get(kind, ())]
    behind = any(hit.last == left.first - 1 and "finite" in hit.tags for hit in verbs)
    return behind and any(hit.first > right.last for hit in verbs)


def _ends_list(last: Mention, coordinators: dict[int, int]) -> bool:
    """Whether a phrase behind a comma holds the "and" of a list: "যুক্তরাষ্ট্র, [ফরাসি এবং তুর্কি বাহিনীকে]"."""
    several = len(last.parties) > 1 and last.role == "dative"
    return several and any(last.first < at < last.last for at in coordinators)


def _headline(line: Line, run: list[Mention]) -> bool:
    """Whether two names with a comma between are a headline's list: "Israel, Hamas agree to a pause"."""
    if run[0].first != 0 or run[-1].last + 1 >= len(line.tokens):
        return False
    named = all(len(m.parties) == 1 and (m.parties[0].entity or m.parties[0].country) for m in run)
    kinds = {m.kind for m in run}
    hits = [h for h in line.at[run[-1].last + 1] if h.payload.kind == "verb"]
    several = not any(token.norm.endswith("s") for token in line.tokens[run[-1].last + 1 : run[-1].last + 2])
    return named and bool(hits) and (kinds <= {"state", "body"} or (kinds <= {"person", "state"} and several))


def _bare_list(line: Line, run: list[Mention], language: Language) -> bool:
    """Whether states with commas alone between are a list behind a verb: "trừng phạt Nga, Iran vì …"."""
    if language.text.verb_endings or run[0].first == 0 or any(m.kind != "state" for m in run):
        return False
    at = run[-1].last + 1
    if at >= len(line.at):
        return True
    ends = not line.tokens[at].norm[0].isalnum() and line.tokens[at].text != ","
    joins = any(h.payload.kind in ("marker", "subordinator") for h in line.at[at])
    return ends or joins


def _speaks_apart(line: Line, left: Mention, right: Mention) -> bool:
    """Whether "and" joins clauses: what is behind it speaks, and what is before it ends a verb's own words."""
    at = right.last + 1
    says = at < len(line.at) and any(h.payload.kind == "reporting" and h.first == at for h in line.at[at])
    return says and any(h.last == left.first - 1 and h.head < left.first for h in line.hits.get("verb", ()))


def _said_behind(line: Line, run: list[Mention]) -> bool:
    """Whether a list behind a verb is followed by a verb of saying, so that its last members are who says it."""
    at = run[-1].last + 1
    says = at < len(line.at) and any(h.payload.kind == "reporting" for h in line.at[at])
    return says and any(h.head < run[0].first for h in line.hits.get("verb", ()))


def _and_others(line: Line, last: Mention, coordinators: dict[int, int]) -> bool:
    """Whether a list ends with others that it only counts: "Germany, Poland and 13 other states"."""
    if last.last + 1 not in coordinators:
        return False
    first = coordinators[last.last + 1] + 1
    words = {hit.first for hit in line.hits.get("class", ()) if hit.payload.item == "others"}
    return any(at in words for at in range(first, first + 3))


def _alike(left: Mention, right: Mention, after: bool) -> bool:
    """Whether two mentions can be members of one list."""
    if not (left.human or left.kind == "demonym") or not right.parties or not left.parties:
        return (left.kind == right.kind == "place" and left.role is None) or _capitals(left, right)
    if not (right.human or right.kind == "demonym"):
        return False
    if after:
        if right.genitive and right.parties[0].how == "pronoun":  # "A এবং তার মিত্ররা": A and its allies
            return False
        return left.role is None or left.role == right.role
    if right.genitive and right.first == right.last and right.parties[0].how.startswith("pronoun"):
        return False  # "Belarus and its allies"
    if left.marker is not None and right.marker is None and left.cases & right.cases:
        return True  # one preposition governs both
    return right.role is None or right.role == left.role


def _places(left: Mention, right: Mention) -> bool:
    """Whether one adposition governs two places of one country: "tại Hà Nội và Huế"."""
    same = left.kind == right.kind == "place" and left.countries == right.countries
    return same and left.role == "place" and right.role is None and not right.genitive


def _flown_to(line: Line, first: Mention, following: Mention) -> bool:
    """Whether a capital follows a town in a list behind the "to" of a verb: "flew to Jeddah and Cairo"."""
    capital = following.kind == "state" and all(p.how == "metonym" for p in following.parties)
    if first.kind != "place" or first.role is not None or not capital or following.role is not None:
        return False
    at = first.first - 1
    goal = at > 0 and any(h.payload.kind == "marker" and h.payload.item.role == "goal" for h in line.at[at])
    return goal and any(hit.first <= at <= hit.last for hit in line.hits.get("verb", ()))


def _capitals(left: Mention, right: Mention) -> bool:
    """Whether an adposition governs two capitals: "recalled its ambassadors from Washington and Canberra"."""
    marked = left.role in ("source", "goal") and right.role is None
    return marked and left.kind == "place" and left.capital and any(p.how == "metonym" for p in right.parties)


def merge(run: list[Mention], after: bool) -> Mention:
    """Return one mention of all parties of a list; where adpositions stand after nouns, the last one is marked."""
    marked = run[-1] if after else run[0]
    parties: list[Party] = []
    for mention in run:
        if mention is not run[0] and mention.needs_place and _owned_body(run[0]):
            continue  # "Russian drones and missiles": one nationality for both
        parties.extend(p for p in mention.parties if p not in parties)
    return Mention(
        run[0].first,
        run[-1].last,
        tuple(parties),
        "state" if all(m.kind == "state" for m in run) else run[-1].kind,
        role=marked.role,
        tags=marked.tags,
        marker=marked.marker,
        genitive=marked.genitive,
        modifier=any(m.modifier for m in run) and all(m.kind in ("demonym", "state") for m in run),
        place=run[0].place,
        lost=max(m.lost for m in run),
        needs_place=all(m.needs_place for m in run),
        cases=frozenset.intersection(*(m.cases for m in run)) or run[0].cases,
    )


def _owned_body(mention: Mention) -> bool:
    """Whether a phrase is a body or things with the nationality of one country."""
    return mention.kind in ("body", "people", "vehicle") and any(p.how == "nationality" for p in mention.parties)


def _stand_for(named: Mention, other: Mention) -> None:
    """Let the named half of an apposition stand for both, with the country that the other half tells."""
    other.apposition_of = named
    if not named.parties[0].country and other.countries:
        (party,) = named.parties
        country = next(iter(other.countries))
        named.parties = (
            Party(
                start=party.start, end=party.end, text=party.text, entity=party.entity,
                name=party.name, type=party.type, country=country, sector=party.sector,
                how=f"{party.how}, apposition",
            ),
        )  # fmt: skip
    if any(party.how == "office without a name" for party in other.parties):
        named.parties = tuple(structs.replace(p, how=f"{p.how}, by title") for p in named.parties)


def _named_officers(line: Line) -> None:
    """Join an office and its holder between commas to one phrase: "India's prime minister, Narendra Modi,"."""
    for left, right in pairwise(line.mentions):
        words = [token.norm for token in line.tokens[left.last + 1 : right.first]]
        if words not in ([","], [",", "the"], [",", "a"]) or left.apposition_of is not None:
            continue
        if not left.kind == right.kind == "person" or not len(left.parties) == len(right.parties) == 1:
            continue
        behind = right.last + 1
        if behind >= len(line.tokens) or line.tokens[behind].text != "," or right.genitive or left.genitive:
            continue
        offices = [m for m in (left, right) if m.parties[0].how.startswith("office")]
        if len(offices) != 1 or not left.countries or left.countries != right.countries:
            continue
        named = right if offices[0] is left else left
        other = offices[0]
        other.apposition_of = named
        named.parties = tuple(structs.replace(p, how=f"{p.how}, by title") for p in named.parties)
        named.role, named.marker = left.role, left.marker
        named.first, named.last = left.first, behind
    line.mentions = [mention for mention in line.mentions if mention.apposition_of is None]


def _posted(line: Line, left: Mention, seat: Mention, right: Mention) -> bool:
    """Whether an official, where he is posted and a name without country are one: "Iran's envoy in Geneva, X,"."""
    if left.kind != "person" or right.kind != "person" or right.countries or not left.countries:
        return False
    if len(left.parties) != 1 or len(right.parties) != 1 or not left.parties[0].how.startswith("office"):
        return False
    if seat.role not in ("place", "goal") or not 2 <= seat.first - left.last <= 3:
        return False
    between = [token.norm for token in line.tokens[seat.last + 1 : right.first]]
    if between not in ([], [","]):
        return False
    behind = line.tokens[right.last + 1].norm if right.last + 1 < len(line.tokens) else "."
    return behind in (",", ".") if between else True


def _member(line: Line, left: Mention, right: Mention) -> bool:
    """Whether somebody without country is one of the body before: "a member of the Syrian parliament, X, …"."""
    if left.kind != "body" or right.kind != "person" or len(left.countries) != 1 or right.countries:
        return False
    if len(right.parties) != 1 or line.tokens[left.last + 1].text != "," or right.first != left.last + 2:
        return False
    behind = right.last + 2
    closed = behind < len(line.tokens) and line.tokens[behind - 1].text == ","
    return closed and not any(h.payload.kind == "coordinator" for h in line.at[behind])


def _appositions(line: Line) -> None:
    """Mark the unnamed half of "Sergei Lavrov, the Russian foreign minister," as standing for the named one."""
    for left, right in zip(line.mentions, line.mentions[1:], strict=False):
        if left.kind != "person":
            continue
        between = line.tokens[left.last + 1 : right.first]
        if not between or len(between) > 3 or between[0].norm != ",":
            continue
        if any(not (t.norm == "," or t.norm in ("the", "a", "an")) for t in between):
            continue
        if right.kind == "person" and len(left.parties) == len(right.parties) == 1:
            closed = right.last + 1 >= len(line.tokens) or line.tokens[right.last + 1].norm in (",", ".", "।")
            same = left.countries == right.countries or not left.countries or not right.countries
            if closed and same:
                named, other = (left, right) if left.parties[0].how != "office" else (right, left)
                _stand_for(named, other)
        elif right.kind in ("source", "people") and len(right.countries) == 1 and not left.countries:
            closed = right.last + 1 < len(line.tokens) and line.tokens[right.last + 1].text == ","
            if closed and len(left.parties) == 1:  # "X, Algeria's leading human rights activist, …"
                _stand_for(left, right)
    for left, seat, right in zip(line.mentions, line.mentions[1:], line.mentions[2:], strict=False):
        if _posted(line, left, seat, right):
            _stand_for(right, left)
            right.first, seat.apposition_of = left.first, right
    for left, right in pairwise(line.mentions):
        if _member(line, left, right):
            _stand_for(right, left)
    line.mentions = [mention for mention in line.mentions if mention.apposition_of is None]
