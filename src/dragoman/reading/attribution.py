"""Who says it: finds the stretches of a line that are somebody's words, with their sources and stances.

Reads predicates, mentions, quotations and the pack's reporting words; sets `line.regions`. A stretch reaches from
the reporting verb (or its complementiser) to the end of the line, or from its beginning to the verb, as the
language and the commas say. Stretches nest; a chain of sources is read from the outermost.
"""

from __future__ import annotations

from typing import cast

from msgspec import structs

from ..records import Link, Stance
from .chain_headlines import quoted_speaker
from .language import EntryHit, Language
from .line import Line, Mention, Predicate, Region
from .predicates import select
from .reaches import opening, tells_news, tells_of_others
from .reported_words import NEAR, closers_before, reach_of

__all__ = ["chain_of", "closers_before", "find_regions", "regions_of", "settle_speakers"]

_LONG_QUOTE = 8
"""Tokens of a quotation at the least that is somebody's statement, and no phrase in quotation marks."""
_CLOSERS = frozenset((",", "”", '"', "’", "»", "'"))


def find_regions(
    line: Line, language: Language, quotes: list[tuple[int, int]], speaker: Mention | None
) -> Mention | None:
    """Set `line.regions`; return the line's speaker, who keeps the word in a quotation that runs on.

    `quotes` are the quoted stretches of the text (start, end); `speaker` spoke last.
    """
    regions: list[Region] = []
    here: Mention | None = None
    unknown = False
    nameless = {
        at for kind in ("hearsay", "rumour") for h in line.hits.get(kind, ()) for at in range(h.first, h.last + 1)
    }
    for predicate in line.predicates:
        hit = next((h for h in predicate.hits if h.payload.kind == "reporting"), None)
        if hit is not None and predicate.head not in nameless:
            region = _reported(line, predicate, hit, language)
            if region is not None:
                regions.append(region)
                here = region.source or here
                unknown = unknown or (region.source is None and "passive" not in predicate.tags)
            elif _beside_quote(line, predicate, quotes):
                here = _source_of(line, predicate) or here
    headline = _named_behind_colon(line) if language.subject_first and not regions else None
    if headline is not None:
        regions.append(headline)
        here = headline.source
    regions.extend(_according(line, language))
    regions.extend(_nameless(line, not language.text.verb_endings))
    here = here or quoted_speaker(line, language)
    regions.extend(_quoted(line, quotes, here if here or unknown else speaker))
    regions.sort(key=lambda region: (region.first - region.last, region.first))
    line.regions = regions
    return here or (speaker if any(r.kind == "quoted" for r in regions) else None)


def _beside_quote(line: Line, predicate: Predicate, quotes: list[tuple[int, int]]) -> bool:
    """Whether a quotation stands in a verb's line, and the verb is no word of it."""
    here = [(start, end) for start, end in quotes if start < line.end and end > line.start]
    at = line.tokens[predicate.head].start
    return bool(here) and not any(start <= at < end for start, end in here)


def settle_speakers(line: Line, language: Language) -> None:
    """Give "we" and "I" the parties of those whose words they stand in; outside of words they are nobody.

    A body that is called ours is the speaker's, and outside of words that of the readers' own country.
    """
    pack = language.pack.names
    home = pack.home[0] if pack is not None and len(pack.home) == 1 else None
    for mention in line.mentions:
        if mention.ours:
            _settle_ours(line, mention, home)
        if mention.kind != "speaker":
            continue
        sources = [r.source for r in reversed(regions_of(line, mention.first)) if r.kind in ("quoted", "reported")]
        source = next((s for s in sources if s is not None and s.parties and s is not mention), None)
        mention.kind = source.kind if source is not None else "source"
        if source is not None:
            mention.parties = tuple(structs.replace(party, how="speaker") for party in source.parties)
            mention.lost = 0.1


def _settle_ours(line: Line, mention: Mention, home: str | None) -> None:
    regions = reversed(regions_of(line, mention.first))
    sources = [r.source for r in regions if r.kind in ("quoted", "reported", "content") and r.source is not None]
    named = next((s.countries for s in sources if len(s.countries) == 1), None)
    if named is None and sources:
        return
    country = next(iter(named)) if named else home
    if country is not None and mention.parties:
        mention.parties = (structs.replace(mention.parties[0], country=country, name=country, how="ours"),)
        mention.needs_place = False


def regions_of(line: Line, token: int) -> list[Region]:
    """Return the regions around a token, outermost first."""
    return [region for region in line.regions if region.first <= token <= region.last]


def chain_of(regions: list[Region]) -> tuple[Link, ...]:
    """Return the links of nested regions, outermost first, each source once."""
    links: list[Link] = []
    for region in regions:
        for link in region.links:
            if not any(known.start == link.start and known.name == link.name for known in links):
                links.append(link)
    return tuple(links)


# --- reporting verbs ------------------------------------------------------------------------------


def _reported(line: Line, predicate: Predicate, hit: EntryHit, language: Language) -> Region | None:
    source = _source_of(line, predicate)
    reach = reach_of(line, predicate, source, language)
    if reach is None:
        return None
    first, last, side = reach
    if side != "before" and language.text.agglutinative:
        return None  # what is said stands before its verb
    if side == "before" and language.subject_first and source is None and "passive" not in predicate.tags:
        source = _fronted_source(line, predicate, first)
        if source is not None:
            first = (source.marker[1] if source.marker else source.last) + 1
    if language.text.agglutinative and source is not None and _apart(line, source):
        first = max(first, source.last + 1)
    stance = hit.payload.item.stance
    if stance == "denies" and language.text.agglutinative and tells_of_others(line, predicate):
        stance = "claims"
    if stance == "denies" and (language.cased or not language.text.verb_endings):
        undergone = source is not None and source.role == "agent"
        if (
            side == "before" or undergone
        ):  # "…, song Nga phủ nhận", "bị Hamas bác bỏ": no words of theirs stand there
            return None
    cue = line.words(hit.first, hit.last)
    links = [*_links(line, source, stance, cue), *_through(line, predicate, language)]
    kind = source.source_kind if source is not None else None
    if source is None and "passive" not in predicate.tags:
        kind = "anonymous" if tells_news(line, predicate, language) else "unknown"
    return Region(first, last, tuple(links), "reported", stance, source, kind)


def _apart(line: Line, source: Mention) -> bool:
    """Whether a speaker with a topic's particle follows a clause that has a topic of its own."""
    return "topic" in source.tags and any(
        p.last < source.first
        and line.segment_kinds[p.segment] == "coordinate"
        and p.subject is not None
        and p.subject is not source
        and "topic" in p.subject.tags
        for p in line.predicates
    )


def _source_of(line: Line, predicate: Predicate) -> Mention | None:
    """Return who speaks: the subject, or a phrase without identity ("analysts") in its place."""
    if "passive" in predicate.tags and not any(m.role == "agent" for m in predicate.before):
        named = [m for m in predicate.before if m.kind == "source" and not m.genitive]  # "প্রতিবেদনে বলা হয়েছে"
        by = [m for m in predicate.before if m.role == "instrument" and m.human]  # "ইরানের পক্ষ থেকে বলা হয়েছে"
        return [*by, *named][-1] if by or named else None
    own = [*predicate.before, *predicate.after]
    if predicate.subject is not None and predicate.subject in own:
        return predicate.subject
    nameless = [m for m in own if m.kind == "source" and m.role in (None, "agent") and not m.genitive]
    if nameless:
        return _named_before(line, nameless[-1]) or nameless[-1]
    return _owner_of_words(line, predicate) or _behind_quote(line, predicate) or predicate.subject


def _named_before(line: Line, source: Mention) -> Mention | None:
    """Return who is named before what he is: "Heather Nauert, the department's spokeswoman, said …"."""
    for mention in line.mentions:
        commas = [at for at in range(mention.last + 1, source.first) if line.tokens[at].text == ","]
        if mention.kind == "person" and mention.role is None and commas == [mention.last + 1]:
            near = source.first - mention.last <= NEAR
            return (
                mention
                if near and not any(mention.last < p.head < source.first for p in line.predicates)
                else None
            )
    return None


def _behind_quote(line: Line, predicate: Predicate) -> Mention | None:
    """Return who stands right behind a verb of saying that a quotation's end precedes ("…," said Scholz)."""
    behind = [m for m in predicate.after if m.first == predicate.last + 1 and m.role is None and m.human]
    closed = predicate.first > 0 and line.tokens[predicate.first - 1].text in _CLOSERS
    own = predicate.subject is not None and predicate.subject_how == "subject"
    return behind[0] if behind and closed and not own else None


def _owner_of_words(line: Line, predicate: Predicate) -> Mention | None:
    """Return whose view it is, where the reporting word is a noun ("यूक्रेन का कहना है", "सियोल को आशंका है")."""
    for mention in line.mentions:
        if (mention.genitive or (mention.role == "dative" and not predicate.tags)) and max(
            mention.last, mention.marker[1] if mention.marker else 0
        ) + 1 == predicate.first:
            return mention
    return None


def _fronted_source(line: Line, predicate: Predicate, first: int) -> Mention | None:
    """Where content stands between source and verb: the first of two unmarked phrases is the source."""
    bare = [
        m
        for m in line.mentions
        if first <= m.first and m.last < predicate.first and m.role in (None, "agent") and not m.genitive
    ]
    return bare[0] if len(bare) > 1 and bare[0].human else None


def _named_behind_colon(line: Line) -> Region | None:
    """Return what a headline quotes before a colon, where nothing but the speaker stands behind it."""
    colon = next((at for at, token in enumerate(line.tokens) if token.text == ":"), 0)
    behind = [m for m in line.mentions if m.first > colon]
    if colon < 2 or len(behind) != 1 or behind[0].first != colon + 1 or not behind[0].human:
        return None
    if behind[0].last < len(line.tokens) - 1 or not any(p.head < colon for p in line.predicates):
        return None
    source = behind[0]
    links = _links(line, source, "asserts", ":")
    return Region(0, colon - 1, tuple(links), "reported", "asserts", source, source.source_kind)


# --- phrases --------------------------------------------------------------------------------------


def _according(line: Line, language: Language) -> list[Region]:
    """Return regions of "according to …": the line from the last semicolon, less what others say in it."""
    regions = []
    before = language.text.adpositions == "before"
    for hit in line.hits.get("according", ()):
        source = _beside(line, hit, before)
        if source is None:
            continue
        stance, low = hit.payload.item.stance, opening(line, hit.first)
        links = tuple(_links(line, source, stance, line.words(hit.first, hit.last)))
        regions.append(Region(low, len(line.tokens) - 1, links, "according", stance, source, source.source_kind))
    taken = {id(region.source) for region in regions}
    for hit in line.hits.get("through", ()):
        source = _beside(line, hit, before)
        if before and line.mention_at(hit.last) is not None:  # "Reuters dẫn [nguồn tin]": whoever cites it
            source = _beside(line, hit, before=False)
        if source is None or id(source) in taken or any(_cites(p, line) for p in line.predicates):
            continue
        links, low = (
            tuple(_links(line, source, "reports", line.words(hit.first, hit.last))),
            opening(line, hit.first),
        )
        regions.append(Region(low, len(line.tokens) - 1, links, "according", "reports", source))
    return regions


def _cites(predicate: Predicate, line: Line) -> bool:
    return any(h.payload.kind == "reporting" for h in predicate.hits)


def _beside(line: Line, hit: EntryHit, before: bool) -> Mention | None:
    """Return the source beside a phrase: behind it where adpositions stand before nouns, else in front of it."""
    for mention in line.mentions if before else reversed(line.mentions):
        gap = mention.first - hit.last - 1 if before else hit.first - mention.last - 1
        if 0 <= gap <= 3 and (mention.parties or mention.kind == "source") and not _parted(line, hit, mention):
            return mention
        if not before and mention.marker and mention.marker[0] <= hit.first <= mention.marker[1]:
            return mention
    return None


def _parted(line: Line, hit: EntryHit, mention: Mention) -> bool:
    """Whether a semicolon stands between a phrase and a source."""
    low, high = sorted((hit.last, mention.first) if mention.first > hit.last else (mention.last, hit.first))
    return any(token.text in (";", ".") for token in line.tokens[low + 1 : high])


def _through(line: Line, predicate: Predicate, language: Language) -> list[Link]:
    """Return the links of sources that the speaker cites ("citing …")."""
    links: list[Link] = []
    for hit in line.hits.get("through", ()):
        for before in (True, False) if language.text.adpositions == "before" else (False,):
            source = _beside(line, hit, before)
            if source is not None and source is not predicate.subject:
                links.extend(_links(line, source, "reports", line.words(hit.first, hit.last)))
                break
    return links


def _nameless(line: Line, bare: bool) -> list[Region]:
    """Return regions of hearsay and rumour: the clause (or the line up to it) without a source."""
    regions = []
    for kind, stance in (("hearsay", "reports"), ("rumour", "alleges")):
        for hit in select(line.hits.get(kind, [])):
            if line.mention_at(hit.first) is not None or _rejected(line, hit):
                continue
            token = line.tokens[hit.first]
            link = Link(
                start=token.start, end=line.tokens[hit.last].end, stance=cast(Stance, stance),
                cue=line.words(hit.first, hit.last),
            )  # fmt: skip
            number = line.segments[hit.first]
            inside = [
                at
                for at, segment in enumerate(line.segments)
                if abs(segment - number) <= 1 and (segment == number or line.segment_kinds[segment] != "contrast")
            ]
            if bare and kind == "rumour" and any(p.hits and p.segment == number and p.last < hit.first
                                                 for p in line.predicates):  # fmt: skip
                inside = [at for at in inside if at >= hit.first]  # "một tàu bị cho là …" says it of the ship
            regions.append(Region(inside[0], inside[-1], (link,), kind, stance))
    return regions


def _rejected(line: Line, hit: EntryHit) -> bool:
    """Whether a word of rumour is what a verb of denying denies: "의혹을 부인했다"."""
    return any(
        other.first <= hit.last < other.last
        and other.payload.frame is not None
        and other.payload.frame.type == "REJECT"
        for other in line.hits.get("verb", ())
    )


def _quoted(line: Line, quotes: list[tuple[int, int]], speaker: Mention | None) -> list[Region]:
    regions = []
    for start, end in quotes:
        if start >= line.end or end <= line.start:
            continue
        first, last = line.token_at(max(start, line.start)), line.token_at(min(end, line.end) - 1)
        last = min(last, len(line.tokens) - 1)
        if last - first < 3:
            continue
        if speaker is None:
            if last - first >= _LONG_QUOTE:
                regions.append(Region(first, last, (), "quoted", "asserts", None, "unknown"))
            continue
        links = _links(line, speaker, "asserts", "")
        regions.append(Region(first, last, tuple(links), "quoted", "asserts", speaker, speaker.source_kind))
    return regions


def _links(line: Line, source: Mention | None, stance: str, cue: str) -> list[Link]:
    """Return one link a party; a source without identity gives one with its words as name."""
    stance = cast(Stance, stance)
    if source is None:
        return []
    start, end = line.tokens[0].start, line.tokens[0].start
    if source.last < len(line.tokens) and source in line.mentions:
        start, end = line.tokens[source.first].start, line.tokens[source.last].end
    if not source.parties:
        text = line.text[start:end] or None
        return [Link(start=start, end=end, name=text, stance=stance, cue=cue)]
    words = line.text[start:end] if source.source_kind == "media" else ""  # a paper is not its state
    return [
        Link(
            start=party.start, end=party.end, name=words if words and party.how == "nationality" else party.name,
            entity=party.entity, country=party.country, stance=stance, cue=cue,
        )
        for party in source.parties
    ]  # fmt: skip
