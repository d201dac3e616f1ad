"""Decides whether a form that may be verb or noun is a verb here, and what a verb's form says in its place.

Only languages whose verbs inflect and stand after their subject need it ("strikes", "to strike", "is striking").
What stands before a word decides: a determiner, a possessor or a nationality makes it a noun, a subject, an
infinitive particle or an auxiliary a verb. A pack lists its articles and numerals as the class `determiner`.
"""

from __future__ import annotations

from msgspec import structs

from ..packs.schema import Tag
from .language import EntryHit, Language
from .line import Line, Mention

__all__ = ["settle_forms"]

_VERBAL = ("verb", "reporting", "light", "happen")
_AUXILIARY = frozenset(("future", "possible", "conditional", "obligation", "ability", "negation"))
_SEVERAL = ("people", "vehicle", "source", "speaker")
"""Kinds of phrases that may be several, and so the subject of a bare form."""
_ANNOUNCING = frozenset(("pledge", "promise", "vow"))
"""Frames of what somebody says that he will do himself."""
_BARE_OR_PRESENT = frozenset(("present", "finite"))
_LONG_WORD = 4
"""Letters from which a word shows whether its line is written in capitals throughout."""


def settle_forms(line: Line, language: Language) -> None:
    """Drop verbal hits that are nouns here and nouns that are verbs, and set what infinitives and participles say.

    Reads `line.mentions`, joined; changes `line.hits` and `line.at`.
    """
    if language.subject_first or not language.text.verb_endings:
        return
    line.formed = True
    line.cased = language.cased
    if language.cased:
        return  # endings tell verbs from nouns
    heads = {hit.head for kind in _VERBAL for hit in line.hits.get(kind, ())}
    if not heads:
        return
    ends = _ends(line)
    capitals = _headline_capitals(line)
    nouns = {hit.head for hit in line.hits.get("noun", ())}
    nouns |= {hit.last for hit in line.hits.get("class", ()) if hit.payload.item == "nominal"}
    particles = {
        hit.last for kind in _VERBAL for hit in line.hits.get(kind, ()) if hit.last == hit.head + 1
    } & heads  # "shot down": no verb "to down"
    verbs = {
        head: None if head in particles else _Form(line, language, ends, head).read(head in nouns, capitals)
        for head in heads
    }  # fmt: skip
    either = [kind for kind in (*_VERBAL, "noun") if kind in line.hits]
    for at in {hit.first for kind in either for hit in line.hits[kind]}:
        settled = (_settled(hit, hit.payload.kind, verbs) for hit in line.at[at])
        line.at[at] = [hit for hit in settled if hit is not None]
    for kind in either:
        line.hits[kind] = [new for hit in line.hits[kind] if (new := _settled(hit, kind, verbs)) is not None]
    _drop(line, [hit for hit in line.hits.get("verb", ()) if hit.first < hit.head and verbs.get(hit.first)])
    _end_before_verbs(line, verbs)
    _without_far_objects(line, language)


def _end_before_verbs(line: Line, verbs: dict[int, frozenset[Tag] | None]) -> None:
    """Drop hits whose gap passes over "and" and another full verb: "established relations with A and cut ties"."""
    finite = {head for head, tags in verbs.items() if tags and tags & {"past", "present"}}
    joints = [hit.first for hit in line.hits.get("coordinator", ())]
    if not joints or not finite:
        return
    through = [
        hit
        for hit in line.hits.get("verb", ())
        if hit.last > hit.head + 1
        and any(hit.head < joint < verb <= hit.last for joint in joints for verb in finite)
    ]
    _drop(line, through)


def _drop(line: Line, hits: list[EntryHit]) -> None:
    """Take verbal hits out of a line: "we [demand that X withdraw]" tells of no demand that X withdrew."""
    if hits:
        line.hits["verb"] = [hit for hit in line.hits["verb"] if hit not in hits]
        for hit in hits:
            line.at[hit.first].remove(hit)


def _helps(line: Line, hit: EntryHit, past: set[int], language: Language) -> bool:
    """Whether a pattern's head is but the auxiliary of a verb in its gap: "[has resisted calls to] relax"."""
    if line.tokens[hit.head].norm not in language.transparent:
        return False
    at = hit.head + 1
    while at < hit.joint and line.tokens[at].norm in language.transparent:
        at += 1
    return at < hit.joint and at in past


def _without_far_objects(line: Line, language: Language) -> None:
    """Drop hits that give a passive an object over a gap: "were [killed in clashes with Taliban fighters]"."""
    bare = {hit.head for hit in line.hits.get("verb", ()) if hit.last == hit.head}
    past = {hit.head for kind in _VERBAL for hit in line.hits.get(kind, ()) if "past" in hit.tags}
    for hit in list(line.hits.get("verb", ())):
        if hit.joint > hit.first and _helps(line, hit, past, language):
            line.hits["verb"].remove(hit)
            line.at[hit.first].remove(hit)
            continue
        if "passive" not in hit.tags or hit.last == hit.head or hit.joint == hit.first or hit.head not in bare:
            continue
        if hit.payload.frame is not None and hit.payload.frame.mode == ("convict",):
            continue  # "was sentenced to four years in prison": no object
        closing = {other.payload.kind for other in line.at[hit.last]}
        if not closing & {"marker", "infinitive", "complementiser"} and line.tokens[hit.joint - 1].text != ",":
            line.hits["verb"].remove(hit)
            line.at[hit.first].remove(hit)


def _settled(hit: EntryHit, kind: str, verbs: dict[int, frozenset[Tag] | None]) -> EntryHit | None:
    """Return the hit as it stands here, or None where it is of the other word class."""
    if kind not in _VERBAL and kind != "noun":
        return hit
    if hit.head not in verbs:
        return hit
    tags = verbs[hit.head]
    if kind == "noun":
        return hit if tags is None or hit.first < hit.head else None
    return None if tags is None else structs.replace(hit, tags=tags)


def _ends(line: Line) -> dict[int, set[str]]:
    """Return what ends at each token: kinds of hits, cues by what they give, classes and roles by name."""
    ends: dict[int, set[str]] = {}
    for hits in line.at:
        for hit in hits:
            kind = hit.payload.kind
            if kind == "cue":
                kind = f"cue {hit.payload.item.gives}"
                if kind == "cue passive" and hit.payload.item.side == "after":
                    kind = "agent marker"
            elif kind == "class":
                kind = f"class {hit.payload.item}"
            elif kind == "marker":
                kind = f"marker {hit.payload.item.role}"
            ends.setdefault(hit.last, set()).add(kind)
    return ends


def _headline_capitals(line: Line) -> bool:
    """Whether the line writes its long words with capitals, as some papers do in headlines."""
    long = [t.text for t in line.tokens[1:] if len(t.text) > _LONG_WORD and t.text[0].isalpha()]
    return bool(long) and sum(word[0].isupper() for word in long) > 0.8 * len(long)


class _Form:
    """One token that some verbal pattern takes for its head."""

    def __init__(self, line: Line, language: Language, ends: dict[int, set[str]], head: int) -> None:
        self.line, self.language, self.ends, self.head = line, language, ends, head
        self.tags: frozenset[Tag] = frozenset()
        self.first = head  # of a verb written with a hyphen ("test-fired") the word before it
        for kind in _VERBAL:
            for hit in line.hits.get(kind, ()):
                if hit.head == head:
                    self.tags |= hit.tags
                    if hit.first == head - 2 and line.tokens[head - 1].text == "-":
                        self.first = hit.first
        at = self.first - 1
        while at >= 0 and self._light(at):
            at -= 1
        self.before = at

    def _light(self, at: int) -> bool:
        return self.line.tokens[at].norm in self.language.transparent and "marker" not in self._at(at)

    def _at(self, at: int) -> set[str]:
        return self.ends.get(at, set())

    def read(self, noun: bool, capitals: bool) -> frozenset[Tag] | None:
        """Return the tags of the verb that stands here, or None where it is none."""
        token = self.line.tokens[self.head]
        if token.text[0].isupper() and self.head > 0 and not capitals and self._inside_sentence():
            return None
        mention = self.line.mention_at(self.head)
        if mention is not None and mention.first < self.head:
            return None
        if any(time.start <= token.start < time.end for time in self.line.times):
            return None
        if self.head > 0 and self.line.tokens[self.head - 1].norm in ("'s", "'"):
            return None
        before = self._at(self.before) if self.before >= 0 else set()
        left = self.line.mention_at(self.before) if self.before >= 0 else None
        if "past" in self.tags:
            around = (
                *self.line.tokens[max(0, self.first - 1) : self.first],
                *self.line.tokens[self.head + 1 : self.head + 2],
            )
            if any(word.text == "-" for word in around):
                return None  # "American-supplied weapons", "shot-for-shot"
            if self._governed():
                return None  # "extradited suspected militants"
            if self._counted():
                return None
            if left is not None and left.genitive and left.last == self.head - 1 and self._owned(left):
                return None  # "her banned party"
            described = not self._headless() or self._before_people()
            return None if "class determiner" in before and described else self._past(before)
        if "progressive" in self.tags:
            return self._progressive(before, left, noun)
        return self._bare(before, left, noun)

    def _past(self, before: set[str]) -> frozenset[Tag]:
        """Past or participle: an auxiliary before it or its agent behind it makes it passive."""
        ends = {hit.last for kind in _VERBAL for hit in self.line.hits.get(kind, ()) if hit.head == self.head}
        phrasal = self.head + 1 in ends and "class particle" in self._at(self.head + 1)  # "was carried out by"
        behind = self._at(self.head + 1) | (self._at(self.head + 2) if phrasal else set())
        if max(ends, default=0) > self.head and "marker agent" in self._at(self.head + 1):
            behind = set()  # "spoke by phone", "stood by Peru"
        joined = "coordinator" in before and "cue passive" in self._at(self.before - 2)  # "were killed or wounded"
        joined = joined and self._participle(self.before - 1) and not self._announces(ends)
        joined = joined or ("coordinator" in before and self._behind_agent(self.before - 1))
        passive = "cue passive" in before or "agent marker" in behind or joined
        return self.tags | {"passive"} if passive else self.tags

    def _behind_agent(self, at: int) -> bool:
        """Whether a passive with its agent ends at a token: "were arrested by [police] and charged"."""
        agent = self.line.mention_at(at)
        if agent is None or agent.last != at or agent.role != "agent" or agent.marker is None:
            return False
        verb = agent.marker[0] - 1
        return verb > 0 and self._participle(verb) and "cue passive" in self._at(verb - 1)

    def _announces(self, ends: set[int]) -> bool:
        """Whether a verb tells what somebody himself will do, and nobody undergoes: "were killed and vowed to"."""
        return any(
            hit.head == self.head and (hit.payload.frame.type == "THREATEN" or hit.payload.frame.id in _ANNOUNCING)
            for hit in self.line.hits.get("verb", ())
            if hit.payload.frame is not None and max(ends, default=0) >= hit.last
        )

    def _participle(self, at: int) -> bool:
        """Whether a word has the form of a past participle."""
        return any("past" in one.tags for one in self.language.inflection.verb(self.line.tokens[at].norm))

    def _counted(self) -> bool:
        """Whether it stands between a number and a noun that it describes: "478 looted objects"."""
        behind = self.head + 1
        if (
            self.head == 0
            or not self.line.tokens[self.head - 1].norm[0].isdigit()
            or behind >= len(self.line.tokens)
        ):
            return False
        word = self.line.tokens[behind].norm
        return self._before_people() or (
            word.isalpha()
            and not self._at(behind)
            and any("plural" in one.tags for one in self.language.inflection.noun(word))
        )

    def _governed(self) -> bool:
        """Whether another full verb stands right before it, whose object it modifies."""
        at = self.head - 1
        if at < 0 or self.line.mention_at(at) is not None:
            return False
        if any(hit.first <= at and hit.head == self.head for hit in self.line.hits.get("verb", ())):
            return False  # "protests erupted": the subject is part of the pattern
        light = {hit.head for hit in self.line.hits.get("light", ())}
        heads = {hit.head for kind in ("verb", "reporting") for hit in self.line.hits.get(kind, ())}
        return at in heads - light and not self._at(at) & {"cue passive", "coordinator"}

    def _inside_sentence(self) -> bool:
        return self.line.tokens[self.head - 1].norm[0].isalnum()

    def _headless(self) -> bool:
        """Whether the determiner stands for people by itself: "those killed", "two were", "many fled"."""
        return self.line.tokens[self.before].norm not in (
            "the",
            "a",
            "an",
            "its",
            "his",
            "their",
            "this",
            "that",
        )

    def _owned(self, left: Mention) -> bool:
        """Whether a possessive pronoun owns the noun behind a participle."""
        behind = self.line.mention_at(self.head + 1)
        pronoun = bool(left.parties) and left.parties[0].how.startswith("pronoun")
        return (
            pronoun
            and left.first == left.last
            and behind is not None
            and behind.kind in ("people", "body", "person")
        )

    def _before_people(self) -> bool:
        """Whether a word for people of a nation stands right behind it: "two captured Indian pilots"."""
        mention = self.line.mention_at(self.head + 1)
        return mention is not None and mention.kind in ("people", "body") and mention.first == self.head + 1

    def _progressive(self, before: set[str], left: Mention | None, noun: bool) -> frozenset[Tag] | None:
        following = self._following()
        if noun and "cue passive" not in before and ("marker between" in following or self._behind_word(left)):
            return None  # "the historic meeting between"
        if "class determiner" in before or (left is not None and (left.genitive or left.kind == "demonym")):
            return None
        if "marker genitive" in following and "cue passive" not in before:
            return None
        if "cue passive" in before:
            return frozenset(("progressive", "finite"))
        return frozenset(("participle",))

    def _behind_word(self, left: Mention | None) -> bool:
        """Whether an unknown word, an adjective perhaps, stands right before it."""
        at = self.head - 1
        return at >= 0 and left is None and self.line.tokens[at].norm.isalpha() and not self._at(at)

    def _following(self) -> set[str]:
        at = self.head + 1
        kinds: set[str] = set()
        if at < len(self.line.tokens):
            for hit in self.line.at[at]:
                if hit.payload.kind == "marker":
                    kinds.add(f"marker {hit.payload.item.role}")
        return kinds

    def _bare(self, before: set[str], left: Mention | None, noun: bool) -> frozenset[Tag] | None:
        """A bare form or a present: "strike", "strikes"."""
        tags = self.tags or frozenset(("present",))
        if self.before < 0:
            return None
        if "cue passive" in before:
            return None  # "is free"
        if "infinitive" in before:
            return frozenset(("future",)) if self._headline_future() else frozenset(("infinitive",))
        if any(f"cue {name}" in before for name in _AUXILIARY):
            return tags
        if any("cue negation" in self._at(at) for at in range(self.before + 1, self.head)):
            return tags  # "did not attack": what denies a noun is "no"
        if left is not None and left.last == self.before:
            return tags if self._subject(left, noun) else None
        if "class determiner" in before or any(kind.startswith("marker ") for kind in before):
            return None
        if "subordinator" in before or (before & {"coordinator", "complementiser"} and not noun):
            return tags
        word = self.line.tokens[self.before]
        if word.text in (",", "”", '"', "’", ")"):
            return tags if "present" in self.tags and not noun else None
        return tags if word.norm.isalpha() and not noun and self._agrees(word.norm) else None

    def _agrees(self, norm: str) -> bool:
        """Whether an unknown word before can be the subject: several take the bare form, one the other."""
        if any(a.tags & {"past", "progressive"} for a in self.language.inflection.verb(norm)):
            return False
        if any(hit.head == self.before for kind in _VERBAL for hit in self.line.hits.get(kind, ())):
            return False
        plural = any("plural" in a.tags for a in self.language.inflection.noun(norm))
        return plural != ("present" in self.tags)

    def _subject(self, left: Mention, noun: bool) -> bool:
        """Whether the phrase before can be the verb's subject; a bare form agrees with several."""
        if left.genitive or left.modifier or left.kind == "demonym" or left.role not in (None, "agent"):
            return False
        if noun and self._is_object(left):
            return False
        if noun and _following_target(self._following()) and left.kind != "person":
            return False
        if "present" in self.tags:
            return True
        plural = len(left.parties) > 1 or "plural" in left.tags or left.kind in _SEVERAL
        return plural or left.kind == "body" or not noun

    def _is_object(self, left: Mention) -> bool:
        """Whether a verb stands before the phrase, of which it is the object ("blamed US sanctions for")."""
        at = left.first - 1
        while at >= 0 and ("class determiner" in self._at(at) or self._light(at)):
            at -= 1
        return any(hit.head == at for kind in _VERBAL for hit in self.line.hits.get(kind, ()))

    def _headline_future(self) -> bool:
        """Whether "to" follows a subject at the head of the line, with no verb between: "Biden to visit Hanoi"."""
        particle = self.before
        subject = self.line.mention_at(particle - 1)
        if subject is None or subject.genitive or not subject.human:
            return False
        inflection = self.language.inflection
        for at in range(particle):
            if any(h.payload.kind in _VERBAL or h.payload.kind == "cue" for h in self.line.at[at]):
                return False
            norm = self.line.tokens[at].norm
            if any("past" in a.tags or "progressive" in a.tags for a in inflection.verb(norm)):
                return False
        return True


def _following_target(following: set[str]) -> bool:
    return bool(following & {"marker target", "marker companion"})
