"""Where the content of words begins and ends, and what it must hold."""

from __future__ import annotations

from .attribution import closers_before
from .clauses import SUBORDINATE
from .line import Line, Predicate
from .reaches import speaks_anew
from .sites import Site

__all__ = ["BESIDE", "clause_end", "own_deed", "own_harm", "said_before"]

BESIDE = 2
"""Tokens from the word that closes what is said to the verb of saying, where only a manner stands between."""
_CALLED = 14
"""Tokens before a verb of saying in which the quoted noun stands that somebody is called."""
_QUOTES = frozenset("“”‘’\"'「」『』")
_SPOKEN = frozenset(("ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "AGREE", "CONCEDE"))
_HARM = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE"))
"""Types of acts that are threats where the speaker's own side will do them."""


def said_before(line: Line, site: Site) -> tuple[int, int] | None:
    """Return the clause that a closer glued to its verb gives to the verb of saying: "[B-ga …]-go binan-haetda".

    It begins behind who speaks and behind what he said before ("condemns it, [and to stop] called").
    """
    closes = any(hit.payload.kind == "closer" for hit in line.at[site.first]) or any(
        site.first - hit.last <= BESIDE for hit in closers_before(line, site.first)
    )
    said = [p for p in line.predicates if p.last < site.first and line.segment_kinds[p.segment] == "content"]
    if not closes:
        return None
    if not said or line.segments[site.first] - said[-1].segment > 1:
        return _called(line, site)
    verb = said[-1]
    first = said[-2].last + 1 if len(said) > 1 else 0
    own = verb.subject if verb.subject is not None and verb.subject is not site.subject else None
    for other in line.predicates:
        if first <= other.last < verb.first and own is not None and other.last < own.first:
            first = first if _leads_to(other, site) else other.last + 1
    if site.subject is not None and site.subject.last < verb.first:
        first = max(first, site.subject.last + 1)
    if verb.tags & {"imperative", "subjunctive"}:  # of whom it is asked
        asked = [m.last + 1 for m in line.mentions if first <= m.first < verb.first and "dative" in m.tags]
        first = max([first, *asked])
    return (first, site.first - 1) if first < site.first else None


def _leads_to(verb: Predicate, site: Site) -> bool:
    """Whether a clause with its own subject behind the speaker begins what he says: "X-neun [Y-ga …, Z-ga]-go"."""
    doer, speaker = verb.subject, site.subject
    if doer is None or speaker is None or doer is speaker or "topic" in doer.tags:
        return False
    return doer in verb.before and speaker.last < doer.first


def _called(line: Line, site: Site) -> tuple[int, int] | None:
    """Return the quoted noun that somebody or something is called: "[…-eul 'aggression']-irago binan-haetda"."""
    marks = [at for at in range(max(0, site.first - _CALLED), site.first) if line.tokens[at].text in _QUOTES]
    return (marks[0], site.first - 1) if len(marks) > 1 else None


def clause_end(line: Line, site: Site, cased: bool) -> int:
    """Return the last token of the clause with what depends on it (not of clauses that are coordinate)."""
    number = line.segments[site.head]
    for at in range(site.last + 1, len(line.tokens)):
        kind = line.segment_kinds[line.segments[at]]
        if line.segments[at] != number and kind in ("contrast", "resume"):
            return at - 1
        if line.segments[at] != number and kind == "main" and line.segment_kinds[number] in SUBORDINATE:
            return at - 1
        if line.formed and line.segments[at] != number and kind == "coordinate" and _goes_on(line, site, at):
            return at - 1
        if line.formed and not cased and kind == "coordinate" and _denied_before(line, site, at):
            return at - 1
        told = line.formed and not cased and kind in ("time-after", "time-while")
        if told and line.segments[at] != number and _other_acts(line, site, at):
            return at - 1
        if line.formed and not cased and line.tokens[at].text == "," and _beside(line, site, at):
            return at - 1
        if line.formed and not cased and line.tokens[at].text == "," and _main_follows(line, site, at):
            return at - 1
        if line.formed and not cased and line.tokens[at].text == "," and _aside_ends(line, site, at):
            return at - 1
        if cased and line.segments[at] != number and kind in ("coordinate", "gerund"):
            return at - 1
    return len(line.tokens) - 1


def _denied_before(line: Line, site: Site, at: int) -> bool:
    """Whether somebody who denies something speaks again behind "and", of another thing."""
    hits = site.predicate.hits if site.predicate is not None else []
    denies = any(h.payload.frame is not None and h.payload.frame.content == "denied" for h in hits)
    return denies and any(
        p.segment == line.segments[at] and speaks_anew(line, p, site.last) for p in line.predicates
    )


def _other_acts(line: Line, site: Site, at: int) -> bool:
    """Whether a clause that tells when has a doer of its own: "accused the army …, after the staff demanded"."""
    told = next((p for p in line.predicates if p.segment == line.segments[at] and p.head >= at), None)
    own = told is not None and told.subject is not None and told.subject_how == "subject"
    return own and told is not None and "finite" in told.tags and told.subject is not site.subject


def _aside_ends(line: Line, site: Site, comma: int) -> bool:
    """Whether a comma closes the aside that a passive opened: "Burundi, accused of arming rebels, recalled …"."""
    opened = site.passive and site.first > 0 and line.tokens[site.first - 1].text == ","
    return opened and any(p.head > comma and "finite" in p.tags for p in line.predicates)


def _main_follows(line: Line, site: Site, comma: int) -> bool:
    """Whether a comma ends what a participle that opens the line governs: "Accusing X of …, Y recalled"."""
    if site.first > 1 or site.subject is None or site.subject_how != "subject of the clause after":
        return False
    return comma < site.subject.first


def _beside(line: Line, site: Site, comma: int) -> bool:
    """Whether what a verb's subject does beside it follows a comma: "warned Iran, accusing it of …"."""
    following = next((p for p in line.predicates if p.head > comma), None)
    if following is None or following.first != comma + 1 or "participle" not in following.tags:
        return False
    speaks = any(
        h.payload.kind == "reporting" or (h.payload.frame is not None and h.payload.frame.type in _SPOKEN)
        for h in following.hits
    )
    return speaks and following.subject is site.subject and "past" not in following.tags


def _goes_on(line: Line, site: Site, at: int) -> bool:
    """Whether the clause that begins tells another act: "urged X to …, and met Y", "urged X to …, and Z left"."""
    first = next((p for p in line.predicates if p.segment == line.segments[at]), None)
    if first is None or "finite" not in first.tags or not first.tags & {"past", "present"}:
        return False
    own = first.subject is not None and first.subject_how == "subject" and first.subject.first >= at
    return first.subject is site.subject or (own and site.verb_head)


def own_harm(line: Line, site: Site, bounds: tuple[int, int]) -> bool:
    """Whether the speaker's side, or nobody named, will do harm in what he says, where verbs stand last."""
    own = site.subject.countries if site.subject is not None else set()
    for predicate in line.predicates:
        if not bounds[0] <= predicate.head <= bounds[1] or not {"future", "finite"} <= predicate.tags:
            continue
        harm = any(h.payload.frame is not None and h.payload.frame.type in _HARM for h in predicate.hits)
        subject = predicate.subject
        will = bool(own & subject.countries) if subject is not None else bool(own)
        if harm and (will or ("passive" in predicate.tags and bool(own))):
            return True
    return False


def own_deed(line: Line, site: Site, bounds: tuple[int, int]) -> bool:
    """Whether the speaker says what his own side will do: "cảnh báo Tehran sẽ chặn" (that Tehran will block)."""
    own = site.subject.countries if site.subject is not None else set()
    if any(_willed(p, site, bounds) for p in line.predicates):
        return True
    ahead = ("future", "conditional" if line.formed else "possible")
    if line.formed:
        wills = {h.first for h in line.hits.get("cue", ()) if h.payload.item.gives in ahead}
        if any(bounds[0] <= m.first and m.last + 1 in wills and own & m.countries for m in line.mentions):
            return True
    told = next((p for p in line.predicates if bounds[0] <= p.head <= bounds[1]), None)
    if told is None or told.subject is None or not bounds[0] <= told.subject.first <= bounds[1]:
        return False
    return bool(own & told.subject.countries) and any(
        h.payload.item.gives in ahead and told.subject.last < h.first < told.head for h in line.hits.get("cue", ())
    )


def _willed(predicate: Predicate, site: Site, bounds: tuple[int, int]) -> bool:
    """Whether a verb's own ending tells the will of who speaks, as its subject ("-gess-da-go")."""
    own = predicate.subject is not None and predicate.subject is site.subject
    return own and bounds[0] <= predicate.head <= bounds[1] and {"finite", "future"} <= predicate.tags
