"""Puts noun phrases together: names with their titles, nationalities, bodies, owners.

A phrase is a row of units; which unit may follow which depends on where the language puts modifiers.
"""

from __future__ import annotations

from msgspec import structs

from .language import Language
from .line import Line
from .noun_owners import counted, heads_a_state
from .phrase_joints import BREAKS, both_modify, genitive_word, is_linked, is_possessed, of_phrase
from .units import Reader, Unit, units_of

__all__ = ["Reader", "Unit", "compose_after", "compose_before", "is_modifier", "of_owner", "units_of"]


def is_modifier(unit: Unit) -> bool:
    if unit.kind == "demonym":
        return True
    if unit.kind == "pronoun":  # "its", "the country's"
        return bool(unit.data.role == "genitive") or unit.data.sole
    return unit.kind == "name" and unit.data.type in ("GPE", "ORG", "LOC") and not (
        unit.tags & {"locative", "dative", "ablative"}
    )  # fmt: skip


def _named_behind(line: Line, units: list[Unit], at: int, word: Unit) -> bool:
    """Whether a word for one person of a nation stands before his name: "সুইডিশ কূটনীতিক ইয়োহান ফ্লোদেরুস"."""
    single = word.kind == "body" and (word.data.one or word.data.kind == "people") and not word.tags
    if not single or line.formed or at < 2:
        return False
    owner = units[at - 2]
    country = owner.data if owner.kind == "demonym" else getattr(owner.data, "country", None)
    national = owner.kind == "demonym" or "genitive" in owner.tags
    return national and bool(country) and units[at].data.country in (None, country)


def compose_before(units: list[Unit], at: int, line: Line, reader: Reader) -> tuple[list[Unit], int]:
    """Take one noun phrase where modifiers stand before their nouns; return its units and the next index."""
    if (pair := _of_group(line, units, at)) is not None:
        return [pair], at + 2
    if (named := _owned_office(line, units, at)) is not None:
        units = [*units[: at + 1], named, *units[at + 2 :]]
        at += 1
    if _own_counterpart(line, units, at):
        units = [*units[: at + 1], *units[at + 2 :]]
    parts = [units[at]]
    at += 1
    owned = reader.language.text.adpositions == "before"
    while at < len(units) and (
        _continues(line, units, at, parts[-1], reader)
        or (owned and len(parts) == 1 and is_possessed(line, parts[0], units[at]))
    ):
        parts.append(units[at])
        at += 1
    while len(parts) > 1 and parts[-1].kind in ("former", "acting"):  # "at Israel late on Monday"
        parts.pop()
        at -= 1
    if parts[-1].kind == "body" and at < len(units) and of_phrase(line, parts[-1], units[at], owned):
        parts.append(units[at])
        at += 1
    elif owned and parts[-1].kind == "body":
        person = _of_person(line, units, at, parts[-1])
        parts.extend(units[at : at + person])
        at += person
    if owned and len(parts) > 1 and of_owner(parts) is not None:
        more = _more_owners(units, at, parts[-2], line, reader.language)
        parts.extend(units[at : at + more])
        at += more
    return parts, at


def _owned_office(line: Line, units: list[Unit], at: int) -> Unit | None:
    """Return a nationality with the possessive pronoun before it: "his Turkish counterpart" is Turkey's."""
    if at + 2 >= len(units) or units[at].kind != "pronoun" or units[at].data.role != "genitive":
        return None
    nationality, office = units[at + 1], units[at + 2]
    near = nationality.kind == "demonym" and nationality.first == units[at].last + 1
    if not near or office.kind != "title" or office.first != nationality.last + 1:
        return None
    return structs.replace(nationality, first=units[at].first)


def _own_counterpart(line: Line, units: list[Unit], at: int) -> bool:
    """Whether a reflexive parts a state from its official who is somebody's like: "तुर्की के [अपने] समकक्ष"."""
    if at + 2 >= len(units) or units[at + 1].kind != "pronoun" or not units[at + 1].data.reflexive:
        return False
    owner, own, title = units[at : at + 3]
    near = title.kind == "title" and title.first == own.last + 1 and title.data.alone and not title.data.office
    linked = own.first - owner.last == 2 and genitive_word(line, own.first - 1)
    return near and linked and owner.kind == "name" and owner.data.type == "GPE"


def _of_group(line: Line, units: list[Unit], at: int) -> Unit | None:
    """Return those who lead several states as these: "the leaders of the two countries" are both sides."""
    if at + 1 >= len(units) or units[at].kind not in ("title", "body", "source"):
        return None
    head, group = units[at], units[at + 1]
    between = range(head.last + 1, group.first)
    if group.kind not in ("group", "compact") or len(between) != 1 or not genitive_word(line, between[0]):
        return None
    return structs.replace(group, first=head.first) if line.tokens[between[0]].norm not in ("'s", "'") else None


def of_owner(parts: list[Unit]) -> Unit | None:
    """Return the head of a phrase whose owners stand behind it: "the president of Iran", "leaders of A and B"."""
    last = len(parts) - 1
    if parts[last].kind == "name" and parts[last].data.type == "PER":
        while last > 0 and parts[last].kind in ("name", "title", "honorific", "former", "acting", "demonym"):
            last -= 1
        if parts[last].kind != "body":
            return None
    while last > 0 and parts[last].kind == "name" and parts[last].data.type in ("GPE", "ORG"):
        last -= 1
    behind = last < len(parts) - 1 and parts[last].kind in ("title", "body")
    return parts[last] if behind and parts[last + 1].first - parts[last].last > 1 else None


def _of_person(line: Line, units: list[Unit], at: int, head: Unit) -> int:
    """Return how many units behind a body name the person it belongs to: "the government of President X"."""
    before = head
    for number, unit in enumerate(units[at : at + 4], 1):
        gap = range(before.last + 1, unit.first)
        if before is head and not (1 <= len(gap) <= 2 and genitive_word(line, gap[0])):
            return 0
        if before is not head and len(gap) > 0:
            return 0
        if unit.kind == "name" and unit.data.type == "PER":
            return number
        if unit.kind not in ("title", "honorific", "former", "acting", "demonym"):
            return 0
        before = unit
    return 0


def _more_owners(units: list[Unit], at: int, head: Unit, line: Line, language: Language) -> int:
    """Return how many names behind the first owner of several share a head in the plural: ", B and C"."""
    if not any("plural" in a.tags for a in language.inflection.noun(line.tokens[head.last].norm)):
        return 0
    coordinators = {hit.first: hit.last for hit in line.hits.get("coordinator", ())}
    for number, unit in enumerate(units[at:], 1):
        before = units[at + number - 2]
        if unit.kind != "name" or unit.data.type not in ("GPE", "ORG"):
            break
        words = [t for t in range(before.last + 1, unit.first) if line.tokens[t].norm not in ("the", "of")]
        if not words or len(words) > 2 or any(line.tokens[t].norm != "," and t not in coordinators for t in words):
            break
        if any(t in coordinators for t in words):
            behind = line.at[unit.last + 1] if unit.last + 1 < len(line.at) else []
            return 0 if any(h.payload.kind == "reporting" for h in behind) else number  # "…, A and B said"
    return 0


def _cased(line: Line, token: int, reader: Reader) -> bool:
    """Whether a word has a case of its own, and so closes a phrase: "সেনাবাহিনীর [গাড়িবহরে] বন্দুকধারীদের হামলা"."""
    readings = reader.language.inflection.noun(line.tokens[token].norm)
    return any(one.tags & {"locative", "dative"} for one in readings)


def _continues(line: Line, units: list[Unit], at: int, last: Unit, reader: Reader) -> bool:
    """Whether the unit at `at` belongs to the noun phrase that ends with `last`."""
    following = units[at]
    person = following.kind == "name" and following.data.type == "PER"
    if last.kind == "name" and last.data.type == "PER":  # "the Biden administration"
        return following.kind == "body" and following.data.kind == "state" and following.first == last.last + 1
    if last.kind == "pronoun":
        owned = _possessed_body(line, last, following) or _possessed_office(last, following)
        return owned or _possessed_person(line, units, at, last)
    if last.kind == "group":  # "দুই পক্ষের প্রতিনিধিরা": those of both sides are both sides
        after = following.first - last.last - 1
        owned = after == 0 and "genitive" in last.tags
        owned = owned or (after == 1 and genitive_word(line, last.last + 1))
        return owned and following.kind in ("title", "body")
    if following.kind == "name" and following.data.type == "ORG" and _kind_of_body(last):
        return following.first == last.last + 1  # "news agency Reuters", "militant group Hamas"
    if last.kind in ("body", "source"):
        if following.first == last.last + 1 and following.kind == "name":
            named = "ORG" if last.kind == "body" else "PER"  # "the paramilitary force X", "analyst Y"
            if following.data.type == named:
                whose = units[at - 2] if at > 1 else None
                apart = _apart(last, following, whose, reader)
                return not (apart or _owner_ahead(line, last, following, reader))
            if person and _named_behind(line, units, at, last):
                return True
        if following.kind not in ("title", "body", "source"):
            return False
        between = range(last.last + 1, following.first)
        if reader.language.leading_markers and following.kind == "body" and _opens_verb(line, following):
            return False
        if heads_a_state(last, following) or (
            reader.language.leading_markers and _stands_behind(line, last, following)
        ):
            return False
        owner = last.tags & {"genitive", "locative"}  # "হায়াত তাহরির আল-শামের নেতৃত্বে বিদ্রোহীরা"
        if reader.language.glued_cases and following.kind == "body" and not owner:
            both = last.kind == "body" and last.data.kind == following.data.kind == "people"
            if last.tags or not both:  # "নারী জিম্মিদের", but "পুলিশ পার্লামেন্টে": an owner would say so
                return False
        return not any(_cased(line, at, reader) for at in between) and is_linked(line, last, following)
    if is_modifier(last):
        gap = last.last + 1
        if reader.language.leading_markers and line.tokens[gap].norm.isalpha() and genitive_word(line, gap):
            return False  # "accused by the UN [of arming rebels]"
        if last.kind == "name" and last.data.type == "ORG" and heads_a_state(last, following):
            return False
        return is_linked(line, last, following) or both_modify(line, units, at, last)
    if last.kind not in ("title", "honorific", "former", "acting"):
        return False
    if last.kind == "title" and {"plural", "nominative"} <= last.tags:
        return False  # "কৌঁসুলিরা মাদুরোর বিরুদ্ধে": several, and not he
    if last.kind == "title" and following.kind == "name" and following.data.type in ("GPE", "ORG"):
        return of_phrase(line, last, following, reader.language.text.adpositions == "before")
    gap = following.first - last.last - 1
    if last.kind == "title" and not last.data.alone and following.kind == "body":
        chief = gap == len(counted(line, range(last.last + 1, following.first)))
        return chief and not last.tags and not reader.language.text.capitals  # "the chief (two) labour unions"
    if following.kind == "title":
        dated = gap == 1 and any(t.start == line.tokens[last.last + 1].start for t in line.times)
        parted = gap == 1 and reader.language.subject_first and _ends_phrase(line, last.last + 1)
        near = gap <= (1 if last.kind == "title" and not dated and not parted else 0)
        return near and not _verb_between(line, last, following) and not _another(line, last, following, reader)
    return gap == 0 and (person or following.kind == "honorific")


def _ends_phrase(line: Line, at: int) -> bool:
    """Whether a postposition that owns nothing ends a phrase: "रूस के राष्ट्रपति [ने] प्रधानमंत्री X को"."""
    roles = {hit.payload.item.role for hit in line.at[at] if hit.payload.kind == "marker" and hit.first == at}
    return bool(roles - {"genitive"})


_RULERS = frozenset(("GOV", "COP", "LEG", "JUD"))
_RULED = frozenset(("UAF", "REB", "PTY", "IGO"))


def _apart(body: Unit, named: Unit, owner: Unit | None, reader: Reader) -> bool:
    """Whether a name behind a state's body is no name of it but whom it does something to.

    So firms and outlets ("সরকার ফেসবুক বন্ধ"), parties and armed groups ("মার্কিন দূতাবাস হামাসকে"), and
    behind an army those of another country than its own.
    """
    known = reader.knowledge.entity(named.data.entity or "") if named.data.type == "ORG" else None
    if known is None or body.kind != "body":
        return False
    its, theirs = set(body.data.sector), set(known.sector)
    if "GOV" in its and theirs & {"JRN", "BUS", "MNC"}:
        return True
    if not theirs & _RULED or its & theirs or body.data.kind == "armed-group":
        return False
    if its & _RULERS:
        return True
    if owner is None or "MIL" not in its:
        return False
    country = owner.data if owner.kind == "demonym" else getattr(owner.data, "country", None)
    return None not in (country, known.country) and country != known.country


def _owner_ahead(line: Line, officials: Unit, body: Unit, reader: Reader) -> bool:
    """Whether a body behind officials owns others behind it: "প্রতিনিধিদল [জাতিসংঘের কর্মকর্তাদের সঙ্গে]"."""
    official = officials.kind == "body" and "GOV" in officials.data.sector
    if not official or reader.language.text.adpositions != "after":
        return False
    at = body.last + 1
    return "genitive" in body.tags or (at < len(line.tokens) and genitive_word(line, at))


def _opens_verb(line: Line, unit: Unit) -> bool:
    """Whether a noun begins a verb's pattern that reaches behind it: "police [fire tear gas at] protesters"."""
    hits = line.at[unit.first] if unit.data.kind == "thing" else []
    return any(h.payload.kind == "verb" and h.head == unit.first and h.last > unit.last for h in hits)


def _stands_behind(line: Line, people: Unit, body: Unit) -> bool:
    """Whether people are told by a body behind "of", which is not they: "supporters of the junta"."""
    if people.kind != "body" or people.data.kind != "people" or body.kind != "body":
        return False
    at = people.last + 1
    return line.tokens[at].norm.isalpha() and genitive_word(line, at)


def _another(line: Line, last: Unit, following: Unit, reader: Reader) -> bool:
    """Whether a comma parts several from one office: "expels diplomats, Prime Minister X told parliament"."""
    if line.tokens[last.last + 1].text != ",":
        return False
    many, also = (
        any("plural" in one.tags for one in reader.language.inflection.noun(line.tokens[unit.last].norm))
        for unit in (last, following)
    )
    return many and not also


def _verb_between(line: Line, last: Unit, following: Unit) -> bool:
    """Whether a verb parts two offices: "prosecutors charged Prime Minister X"."""
    between = range(last.last + 1, following.first)
    return any(h.payload.kind in ("verb", "reporting") and h.head == at for at in between for h in line.at[at])


def _possessed_body(line: Line, pronoun: Unit, following: Unit) -> bool:
    """Whether a possessive pronoun stands right before a body that it owns ("उसकी सेना", "अपने 20 हजार नागरिकों")."""
    owner = pronoun.data.role == "genitive" and pronoun.data.refers not in ("speaker", "others")
    if not owner or following.kind != "body":
        return False
    between = range(pronoun.last + 1, following.first)
    return len(between) - len(counted(line, between)) <= 1


def _possessed_office(pronoun: Unit, following: Unit) -> bool:
    """Whether a word that stands for a country owns the office right behind it ("দেশটির প্রেসিডেন্ট")."""
    owner = pronoun.data.role == "genitive" and pronoun.data.refers == "state"
    return owner and following.kind in ("title", "former", "acting") and following.first == pronoun.last + 1


def _possessed_person(line: Line, units: list[Unit], at: int, pronoun: Unit) -> bool:
    """Whether a possessive pronoun belongs to the titles of somebody named ("his Saudi counterpart X")."""
    if pronoun.data.role != "genitive":
        return False
    last = pronoun
    for unit in units[at : at + 4]:
        if unit.first != last.last + 1:
            return False
        if unit.kind == "name" and unit.data.type == "PER":
            return last is not pronoun
        country = unit.kind == "name" and unit.data.type == "GPE"
        if not country and unit.kind not in ("demonym", "title", "former", "acting", "honorific"):
            return False
        last = unit
    return False


def _kind_of_body(unit: Unit) -> bool:
    """Whether a noun says what kind of body the name behind it is."""
    if unit.kind == "source":
        return bool(unit.data.kind == "media")
    return unit.kind == "body" and (unit.data.kind == "armed-group" or "JRN" in unit.data.sector)


_KIND = 5
"""Tokens between a body and the state whose it is, which say what kind of body it is."""


def _owned_kind(line: Line, body: Unit, owner: Unit) -> bool:
    """Whether only words for its kind stand between a body and its owner: "tiêm kích F-16 [của] Thái Lan"."""
    if body.kind != "body" or owner.kind != "name" or owner.data.type not in ("GPE", "WEA"):
        return False
    gap = list(range(body.last + 1, owner.first))
    if not gap or len(gap) > _KIND:
        return False
    owned = genitive_word(line, gap[-1])
    kinds = gap[:-1] if owned else gap
    model = any(line.tokens[at].norm[0].isdigit() or line.tokens[at].text[0].isupper() for at in kinds)
    plain = all(line.tokens[at].norm.isalnum() or line.tokens[at].text in "-/" for at in kinds)
    breaks = any(h.payload.kind in BREAKS or h.payload.kind == "plain" for at in kinds for h in line.at[at])
    return plain and not breaks and (owned or model)


def compose_after(units: list[Unit], at: int, line: Line, reader: Reader) -> tuple[list[Unit], int]:
    """Take one noun phrase where modifiers follow their nouns: title, body, country, name."""
    if units[at].kind == "group" and at + 1 < len(units) and units[at + 1].first == units[at].last + 1:
        at += units[at + 1].kind == "name" and units[at + 1].data.type == "PER"  # "hai ông X và Y": they are named
    if units[at].kind in ("acting", "former") and at + 1 < len(units) and units[at + 1].kind == "name":
        at += units[at + 1].data.type != "PER"  # "chủ quyền Colombia": no state is acting
    parts = [units[at]]
    at += 1
    while at < len(units):
        last, following = parts[-1], units[at]
        if last.kind == "name" and (last.data.type == "PER" or len(parts) == 1):
            break
        if last.kind == "body" and following.kind == "name" and following.data.type == "WEA":
            at += 1  # "máy bay không người lái Shahed của Nga"
            continue
        gap = range(last.last + 1, following.first)
        near = not gap or (len(gap) == 1 and parts[0].kind != "group" and genitive_word(line, gap[0]))
        if not near and not _owned_kind(line, last, following):
            break
        whose = following.kind == "pronoun" and following.data.refers == "state" and last.kind in ("body", "title")
        acting = following.kind == "acting" and last.kind == "title" and not gap  # "Tổng thống lâm thời Mali"
        kinds = ("name", "title", "body", "honorific", "former", "source")
        if following.kind not in kinds and not (whose or acting):
            break
        if last.kind == "name" and following.kind not in ("name", "honorific", "title"):
            break
        agency = parts[0].kind == "body" and following.kind == "name" and following.data.type == "ORG"
        if last.kind == "name" and following.kind == "name" and following.data.type != "PER" and not agency:
            break
        parts.append(following)
        at += 1
    return parts, at
