"""Gives noun phrases their roles by what marks them, and joins lists and appositions.

Reads `line.mentions`, markers and endings; sets each mention's `role`, `marker`, `genitive` and `modifier`, and
merges "A, B and C" into one mention of several parties.
"""

from __future__ import annotations

from ..packs.schema import Role, Tag
from .language import EntryHit, Language
from .line import Line, Mention
from .particles import mark_glued
from .unknown_names import past_unknown_name, take_unknown_name

__all__ = ["mark_roles"]

_BY_TAG: tuple[tuple[Tag, Role], ...] = (
    ("dative", "dative"),
    ("locative", "place"),
    ("ablative", "source"),
    ("instrumental", "agent"),
)
_PREMODIFIERS = 3
"""Unknown words that may stand between a preposition and the noun phrase it governs ("with its old ally")."""
_TIGHT = 2
"""Tokens behind its verb that a pattern without a gap has."""
_LONGEST_HIT = 12
"""Tokens that a pattern with its gaps may cover."""
_BRACKET = 7
"""Tokens of a bracket that stands between a name and its adposition."""
_HYPHENS = frozenset(("-", "‑", "–"))
_UPON: tuple[Role, ...] = ("against", "target", "place")
_OWNED = 3
"""Words of what a phrase owns, up to the adposition behind it."""
_PLACE_REACH = 4
"""Tokens from an owner to the place that is its own."""
_PLACED = frozenset(("source", "target", "place"))
_ACTING = frozenset(("body", "person", "people"))
"""Kinds of phrases that no bare place word makes a place of, where cases are glued to nouns."""
_STOPS = frozenset(("verb", "noun", "reporting", "coordinator", "marker", "light", "subordinator", "contrast"))


def mark_roles(line: Line, language: Language) -> None:
    """Set role, marker, genitive and modifier of every mention of the line."""
    after = language.text.adpositions == "after"
    starts: dict[int, list[EntryHit]] = {}
    ends: dict[int, list[EntryHit]] = {}
    taken = _inside_triggers(line, language)
    clausal = {hit.first for hit in line.hits.get("subordinator", ())}
    for hit in line.hits.get("marker", ()):
        if hit.first in taken or (not after and hit.first in clausal and _opens_clause(line, hit)):
            continue
        starts.setdefault(hit.first, []).append(hit)
        ends.setdefault(hit.last, []).append(hit)
    if not after:
        _drop_edges(line)
    for mention in line.mentions:
        if language.text.agglutinative:
            mark_glued(line, mention, starts, language)
        elif after:
            _mark_after(line, mention, starts, language)
        else:
            _mark_before(line, mention, ends, starts, language)
        if line.hits.get("class") and mention.kind == "state" and not after:
            mention.modifier = mention.modifier or _behind_indefinite(line, mention)
        if language.text.modifier == "after":
            mention.genitive = mention.genitive or _of_kin(line, mention)
            mention.modifier = mention.modifier or _modifies_before(line, mention, language)


def _drop_edges(line: Line) -> None:
    """Drop nationalities that only say on whose edge something lies: "on the Thai border" names no Thais.

    "A Thai border village" is Thai: a pack lists what stands on an edge as `on-edge`.
    """
    hits = line.hits.get("class", ())
    edges = {hit.first for hit in hits if hit.payload.item == "edge"}
    things = {hit.first for hit in hits if hit.payload.item == "on-edge"}
    if edges:
        bare = edges - {first - 1 for first in things}
        line.mentions = [m for m in line.mentions if m.kind != "demonym" or m.last + 1 not in bare]


def _behind_indefinite(line: Line, mention: Mention) -> bool:
    """Whether a state stands behind an article that no state takes: "a key U.S. ally", "every Gaza war"."""
    articles = {hit.last for hit in line.hits.get("class", ()) if hit.payload.item == "indefinite"}
    if any(h.payload.kind == "class" and h.payload.item == "determiner" for h in line.at[mention.first]):
        return False  # "no way the country would …"
    for at in range(mention.first - 1, max(-1, mention.first - 4), -1):
        if at in articles:
            return True
        if not _premodifier(line, at) or any(hit.payload.kind == "marker" for hit in line.at[at]):
            return False
    return False


def _inside_triggers(line: Line, language: Language) -> set[int]:
    """Return tokens that are part of a verb's own pattern ("called on", "met with").

    Where adpositions stand after their nouns, a pattern's first word may still mark the noun before it, and one
    behind a phrase that the pattern passes over marks that phrase ("लगाया [चीन पर] प्रतिबंध").
    """
    hits = [hit for kind in ("verb", "reporting") for hit in line.hits.get(kind, ())]
    before = language.text.adpositions == "before"
    if before:
        gapped = bool(language.text.verb_endings)
        found = {
            token for hit in hits if not (gapped and _noun_here(line, hit)) for token in _own_words(hit, gapped)
        }
        return found - _of_places(line) if gapped and not language.cased else found
    passed = {mention.last + 1 for mention in line.mentions}
    return {
        token
        for hit in hits
        for token in range(hit.first + 1, hit.last + 1)
        if token != hit.head and token not in passed
    }


def _of_places(line: Line) -> set[int]:
    """Return the adpositions right before a place or agent, a verb's own included: "protested in", "met by"."""
    starts = {mention.first: mention.kind for mention in line.mentions}
    for hit in line.hits.get("class", ()):
        if hit.payload.item == "determiner" and hit.last + 1 in starts:
            starts.setdefault(hit.first, starts[hit.last + 1])  # "by the UN"
    return {
        hit.first
        for hit in line.hits.get("marker", ())
        if (hit.payload.item.role == "place" and starts.get(hit.last + 1) == "place")
        or (hit.payload.item.role == "agent" and hit.last + 1 in starts)
    }


def _noun_here(line: Line, hit: EntryHit) -> bool:
    """Whether an adposition or an article stands before a form that may be a noun: "out of talks with"."""
    if hit.first == 0 or hit.tags & {"past", "progressive"}:
        return False
    return any(
        h.payload.kind == "marker" or (h.payload.kind == "class" and h.payload.item == "determiner")
        for h in line.at[hit.first - 1]
        if h.last == hit.first - 1
    )


def _own_words(hit: EntryHit, gapped: bool) -> set[int]:
    """Return the tokens of a pattern that mark no phrase: its verb and what stands beside that, not in its gap.

    Before its verb a pattern has the object: "[talks] in Geneva were [held]".
    """
    if hit.last <= hit.head:
        return {hit.head} if hit.last > hit.first else set()
    if not gapped or hit.last - hit.head <= _TIGHT:
        return set(range(hit.head, hit.last + 1))
    return {hit.head, hit.head + 1}


def _opens_clause(line: Line, hit: EntryHit) -> bool:
    """Whether a word that is adposition and subordinator alike ("after") has a verb before the next comma."""
    verbs = {h.head for kind in ("verb", "reporting", "light", "happen") for h in line.hits.get(kind, ())}
    for at in range(hit.last + 1, min(len(line.tokens), hit.last + 12)):
        if at in verbs and line.mention_at(at) is None:
            return True
        if line.tokens[at].text in ",;":
            return False
    return False


def _mark_after(line: Line, mention: Mention, starts: dict[int, list[EntryHit]], language: Language) -> None:
    at = mention.last + 1
    if at < len(line.tokens) and line.tokens[at].norm in language.transparent and at not in starts:
        dated = any(time.start <= line.tokens[at].start < time.end for time in line.times)
        at += not dated  # "राष्ट्रपति [आज] से": whose marker is the day's
    at = _past_brackets(line, at)
    if at not in starts:
        take_unknown_name(line, mention, language)
        at = past_unknown_name(line, mention, mention.last + 1, starts) if at == mention.last + 1 else at
        at = max(at, mention.last + 1)
    fitting = [hit for hit in starts.get(at, ()) if _fits(hit, mention) or _ends_so(hit, mention, line, language)]
    if language.glued_cases and mention.kind in _ACTING and not mention.tags:
        fitting = [hit for hit in fitting if hit.payload.item.role != "place"]  # "[সরকার] রাজধানীতে … করেছে"
    if fitting:
        hit = max(fitting, key=lambda one: one.last)
        mention.marker = (hit.first, hit.last)
        if hit.payload.item.role == "genitive":
            mention.genitive = True
            role = _role_of_owned(line, hit.last + 1, starts)
            mention.role = role if role != "place" or mention.kind in ("place", "state") else None
        else:
            mention.role = hit.payload.item.role
            mention.genitive = False
        return
    if mention.role is None:
        mention.role = next((role for tag, role in _BY_TAG if tag in mention.tags), None)
    owner = mention.genitive and mention.kind in ("state", "place")
    if mention.role is None and (owner or mention.kind == "demonym"):
        _mark_by_place(line, mention, starts)
    if mention.role is None and mention.kind == "demonym" and not mention.tags:
        role = _role_of_owned(line, at, starts)  # "चीनी सामान पर"
        mention.role = role if role in ("target", "against") else _of_people(line, at, starts, language)
    elif mention.role is None and mention.kind == "place" and not mention.tags:
        _mark_by_kind(line, mention, starts)


def _mark_by_kind(line: Line, mention: Mention, starts: dict[int, list[EntryHit]]) -> None:
    """Give a place the role of the word behind it that says what it is: "बलूचिस्तान प्रांत में", "खारकीव शहर के … पर"."""
    at = mention.last + 1
    if at >= len(line.at) or not any(h.payload.kind == "place-word" and h.last == at for h in line.at[at]):
        return
    for hit in sorted(starts.get(at + 1, ()), key=lambda one: one.first - one.last)[:1]:
        role = hit.payload.item.role
        if role == "genitive":
            mention.genitive, mention.role = True, _role_of_owned(line, hit.last + 1, starts)
        elif role in _PLACED and not hit.payload.item.after:
            mention.role = role
        mention.marker = (at, hit.last)


def _mark_by_place(line: Line, mention: Mention, starts: dict[int, list[EntryHit]]) -> None:
    """Give the owner of a place the role of that place: "ইউক্রেনের একটি হাসপাতালে", "নাইজারের আগাদেজ ঘাঁটি থেকে"."""
    places = {hit.first: hit for hit in line.hits.get("place-word", ())}
    for at in range(mention.last + 1, min(len(line.tokens), mention.last + _PLACE_REACH + 1)):
        if at in places:
            hit = places[at]
            role = next((r for tag, r in _BY_TAG if tag in hit.tags and r in ("place", "source")), None)
            behind = [
                h
                for h in starts.get(hit.last + 1, ())
                if h.payload.item.role in _PLACED and not h.payload.item.after
            ]
            if behind:
                role = behind[0].payload.item.role
            if role is not None:
                mention.role, mention.genitive = role, False
                mention.marker = (hit.first, behind[0].last if behind else hit.last)
            return
        inside = line.mention_at(at)
        if inside is not None and inside.kind != "place":
            return
        if not line.tokens[at].norm[0].isalnum() or any(h.payload.kind in _STOPS for h in line.at[at]):
            return


def _role_of_owned(line: Line, first: int, starts: dict[int, list[EntryHit]]) -> Role | None:
    """Return the role of something unknown that a phrase owns ("सरकार की योजना के विरोध में")."""
    for at in range(first, min(len(line.tokens), first + _OWNED + 1)):
        roles = {hit.payload.item.role for hit in starts.get(at, ())}
        if roles:
            words = line.at[at - 1]
            ground = at > first and any(h.payload.kind == "place-word" and h.last == at - 1 for h in words)
            wanted = (*_UPON, "source") if ground else _UPON  # "गाजा के उत्तरी इलाकों से"
            return next((role for role in wanted if role in roles and at > first), None)
        known = any(hit.payload.kind in ("verb", "reporting", "coordinator", "plain") for hit in line.at[at])
        if known or not line.tokens[at].norm[0].isalnum() or line.mention_at(at) is not None:
            return None
    return None


def _of_people(line: Line, at: int, starts: dict[int, list[EntryHit]], language: Language) -> Role | None:
    """Return the role of people of an unlisted kind behind their nationality: "अफगान अनुवादकों को"."""
    if at + 1 not in starts or line.at[at]:
        return None
    many = any("plural" in one.tags for one in language.inflection.noun(line.tokens[at].norm))
    return next((h.payload.item.role for h in starts[at + 1] if many and h.payload.item.role == "dative"), None)


def _past_brackets(line: Line, at: int) -> int:
    """Return the token behind a short bracket at `at`, or behind its end: "पश्चिमी गुट (इकोवास) ने"."""
    if at >= len(line.tokens) or line.tokens[at].text not in "()":
        return at
    close = next((c for c in range(at, min(len(line.tokens), at + _BRACKET)) if line.tokens[c].text == ")"), None)
    return close + 1 if close is not None else at


def _fits(hit: EntryHit, mention: Mention) -> bool:
    needed = hit.payload.item.after
    return not needed or bool(mention.tags.intersection(needed))


def _ends_so(hit: EntryHit, mention: Mention, line: Line, language: Language) -> bool:
    """Whether a name that no list has ends as a postposition asks: its ending counts as a part of it till then."""
    unlisted = bool(mention.parties) and all((p.entity or "").startswith("new:") for p in mention.parties)
    if not unlisted or hit.first != mention.last + 1:
        return False
    readings = language.inflection.noun(line.tokens[mention.last].norm)
    return any(one.tags.intersection(hit.payload.item.after) for one in readings)


def _mark_before(
    line: Line,
    mention: Mention,
    ends: dict[int, list[EntryHit]],
    starts: dict[int, list[EntryHit]],
    language: Language,
) -> None:
    following = mention.last + 1
    if (
        following < len(line.tokens)
        and line.tokens[following].norm in ("'s", "'")
        and not _closes_quote(line, following)
    ):
        mention.genitive = True
        mention.marker = (following, following)
    amounts: dict[int, int] = {}
    for hit in line.hits.get("class", ()):
        if hit.payload.item == "quantifier":
            amounts[hit.last] = min(hit.first, amounts.get(hit.last, hit.first))
    of = mention.first - 1
    counted = of > 0 and language.text.modifier == "before" and line.tokens[of - 1].norm.isdigit()
    if counted and any(h.payload.item.role == "genitive" for h in ends.get(of, ())):
        amounts[of] = of - 1  # "20 of its soldiers"
    at = mention.first
    ties = any(hit.payload.item.role == "genitive" for hit in ends.get(mention.first - 1, ()))
    if mention.kind == "place" and ties and _called_place(line, mention.first - 1):
        at = mention.first - 2
    for _ in range(_PREMODIFIERS + 1):
        at = amounts.get(at - 1, at - 1)  # "of" in "thousands of" marks nothing
        if at > 0 and line.tokens[at].text == "." and line.tokens[at - 1].text in language.text.abbreviations:
            at -= 2  # "for Mr. Bolton"
        if at < 0:
            return
        if at in amounts.values() or (line.tokens[at].text in _HYPHENS and line.tokens[at - 1].norm.isalpha()):
            continue
        if any(time.start <= line.tokens[at].start < time.end for time in line.times):
            return  # "within hours Moscow had …"
        if at in ends and not _counts(line, at):
            hit = max(ends[at], key=lambda one: one.last - one.first)
            if mention.marker is None:
                mention.marker = (hit.first, hit.last)
            if hit.payload.item.role == "genitive":
                if mention.genitive and mention.marker is not None and mention.marker[0] > mention.last:
                    return  # "the last day of Putin's visit": the day is the visit's
                mention.genitive = True
                mention.role = "genitive"
            else:
                mention.role = hit.payload.item.role
            return
        if not _premodifier(line, at) and not _counts(line, at):
            return


def _called_place(line: Line, of: int) -> bool:
    """Whether "of" only ties a name to what kind of place it is: "in the eastern city of Dnipro"."""
    return any(hit.last == of - 1 for hit in line.hits.get("place-word", ()))


def _closes_quote(line: Line, token: int) -> bool:
    """Whether an apostrophe closes words that another one opened: "the 'occupying forces'"."""
    before = [at for at in range(token) if line.tokens[at].norm == "'"]
    opened = [at for at in before if line.tokens[at].end == line.tokens[at + 1].start]
    return line.tokens[token].norm == "'" and bool(opened) and len(before) % 2 == 1


def _counts(line: Line, token: int) -> bool:
    """Whether a word that may be an adposition only rounds the number behind it: "over 300 people", "about 40"."""
    return line.tokens[token + 1].norm[0].isdigit() and any(
        hit.payload.kind == "class" and hit.payload.item == "roundly" for hit in line.at[token]
    )


def _premodifier(line: Line, token: int) -> bool:
    """Whether a token may stand between a preposition and its noun: a word that nothing else claims."""
    word = line.tokens[token]
    if not word.norm[0].isalnum() or word.text[0].isupper() or line.mention_at(token) is not None:
        return False
    return not any(
        hit.payload.kind in ("verb", "reporting", "cue", "light", "coordinator", "complementiser", "noun",
                             "subordinator", "contrast", "infinitive", "nominaliser")
        for hit in line.at[token]
    )  # fmt: skip


def _of_kin(line: Line, mention: Mention) -> bool:
    """Whether a pronoun right behind a word for kin or an office says whose it is: "con gái ông", his daughter."""
    if mention.first == 0 or not any("pronoun" in party.how for party in mention.parties):
        return False
    return any(h.payload.item == "kin" and h.last + 1 == mention.first for h in line.hits.get("class", ()))


def _modifies_before(line: Line, mention: Mention, language: Language) -> bool:
    """Whether a country stands behind an unknown noun as its modifier ("dầu Nga", Russian oil)."""
    if mention.kind not in ("state", "place") or mention.role is not None or mention.first == 0:
        return False
    before = mention.first - 1
    word = line.tokens[before]
    if not word.norm[0].isalpha() or word.norm in language.transparent or line.mention_at(before):
        return False
    if any(time.start <= word.start < time.end for time in line.times):
        return False
    if mention.kind == "place" and any(hit.last == before for hit in line.hits.get("place-word", ())):
        return False
    covered = any(
        hit.first <= before <= hit.last and hit.payload.kind not in ("context", "class", "org-word", "place-word")
        for start in range(max(0, before - _LONGEST_HIT), before + 1)
        for hit in line.at[start]
    )
    return not covered
