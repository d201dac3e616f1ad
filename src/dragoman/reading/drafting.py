"""Makes a draft of a trigger: subject settled, frame filled, one status decided; or says why it is none."""

from __future__ import annotations

from msgspec import structs

from ..packs.frames import Frame
from ..records import Party, Place, ReportTime
from .accusations import accused_in, is_own_content, of_accuser, own_accusation
from .answered import answers_unknown, warned_by_if
from .attribution import chain_of, regions_of
from .calls import said_in_call
from .contents import addressed
from .cues import failed, of_will
from .dating import lies_ahead, lies_behind, on_its_side, since_then, time_of
from .doers import RULERS
from .drafts import Draft
from .language import EntryHit, Language
from .line import Line, Mention, Region
from .misfits import unfit
from .nationality import crowd, protesters
from .noun_phrases import Reader
from .parties import Filled, fill_frame
from .results import particles_apart, settle_doer
from .roles import roles_of
from .setting import Setting
from .sites import Site, Trigger
from .status import decide
from .verdicts import Context, Verdict

__all__ = ["draft_of"]

_SIDES = 2
_STORMS: dict[tuple[str, ...], str] = {("riot",): "attack", ("vandalize",): "destroy"}
"""Modes of what crowds do -> the frame that it is where forces do it."""
_ASKS = frozenset(("REQUEST", "THREATEN"))
_HARM = frozenset(("SANCTION", "ASSAULT", "COERCE", "ACCUSE"))
_FINE_STATUSES = frozenset(("occurred", "ongoing", "alleged"))

_TENSES = frozenset(("past", "present", "future", "perfect"))


def draft_of(
    line: Line, trigger: Trigger, reader: Reader, neutral: frozenset[str], setting: Setting
) -> Draft | str:
    """Return the draft of a trigger, or why it is none.

    `neutral` are the line's sources that take no side; `setting` says whose bodies without nationality are.
    """
    trigger = _without_force(line, trigger, reader.language)
    trigger = _with_own_base(trigger)
    hit, site = trigger
    frame = hit.payload.frame
    assert frame is not None
    reason = "frame is disabled" if frame.disabled else unfit(line, trigger, reader.language)
    if reason:
        return reason
    setting = _settle_accused(line, site, setting, reader.language)
    roles = settle_doer(line, trigger, reader.language)
    if isinstance(roles, str):
        return roles
    regions = _regions_around(line, site, frame, speaks="speaker" in roles[0])
    filled = _filled(line, trigger, roles, reader, setting)
    storms = frame.mode in _STORMS and not hit.payload.item.recipient  # an embassy that forces storm is seized
    if filled == RULERS and storms and line.formed and not reader.language.cased:
        # "troops stormed the palace", "drones set fire to a depot"
        trigger = _with_frame(trigger, reader.language.frames[_STORMS[frame.mode]])
        hit, site = trigger
        frame = hit.payload.frame
        assert frame is not None
        filled = _filled(line, trigger, roles_of(frame, hit.payload.item), reader, setting)
    if isinstance(filled, str):
        return filled
    verdict = _verdict(line, trigger, regions, filled, neutral, reader.language)
    if verdict.status is None:
        return verdict.why
    if not frame.base and _only_wanted(line, hit, regions, verdict):
        return "demanded or threatened, not told"
    frame, filled = _by_who_acts(frame, filled, line, reader.language)
    if hit.payload.item.unaimed is not None and not filled.recipients:
        frame = reader.language.frames[hit.payload.item.unaimed]
    told, (frame, filled, verdict) = (
        frame,
        _by_status(frame, filled, verdict, line, trigger, regions, reader.language),
    )
    if line.formed and frame is not told and frame.type == "THREATEN":
        regions = [r for r in regions if r.source is None or not _is_actor(r.source, filled)]
    time, verdict = _timed(line, site, regions, verdict, reader.published)
    return Draft(
        frame, hit, filled.actors, filled.recipients, filled.place, time, verdict, chain_of(regions),
        _confidence(site, filled, verdict, regions),
    )  # fmt: skip


def _settle_accused(line: Line, site: Site, setting: Setting, language: Language) -> Setting:
    """Give the content of an accusation its subject: who is accused. Returns whose the bodies in it are."""
    accused = accused_in(line, site, verb_final=particles_apart(language))
    if accused is not None:
        site.subject, site.subject_how = accused, "the accused"
        return of_accuser(line, site, setting)
    if (line.formed or not language.text.verb_endings) and own_accusation(line, site):
        site.subject = None  # "cáo buộc đối thủ …": whom we cannot name
    return setting


def _regions_around(line: Line, site: Site, frame: Frame, *, speaks: bool) -> list[Region]:
    """Return whose words a trigger stands in, outermost first; who `speaks` himself is no source but who acts."""
    called = frame.mode == ("phone",) and site.subject_how == "subject of the clause"
    regions = [
        r
        for r in regions_of(line, site.head)
        if not (is_own_content(r, site) or (called and said_in_call(r, site)))
    ]
    if speaks:
        site.speaker = next((r.source for r in reversed(regions) if r.source is not None), None)
        regions = [r for r in regions if r.source is not site.speaker]
    return regions


def _filled(
    line: Line,
    trigger: Trigger,
    roles: tuple[tuple[str, ...], tuple[str, ...]],
    reader: Reader,
    setting: Setting,
) -> Filled | str:
    """Return the frame's fillers, or why it has none that will do."""
    hit, site = trigger
    frame, triggers = hit.payload.frame, hit.payload.item
    assert frame is not None
    if triggers.said == "others-must":
        site.addressed = addressed(line, site, reader.language)
    if triggers.to is not None and not site.answered:
        site.answered = (_inside_words(line, hit, triggers.to, reader),)
    filled = fill_frame(line, site, frame, roles, reader, setting)
    if triggers.to is not None and frame.mode[:1] == ("visit",) and not isinstance(filled, str):
        filled = filled._replace(place=filled.place or _state_visited(site.answered))
    if isinstance(filled, str):
        return filled
    if frame.answers and not filled.recipients and answers_unknown(line, site, frame):
        return "an answer to something that nobody is known to have done"
    if triggers.together and len({party.country or party.entity for party in filled.actors}) < _SIDES:
        return "only one side of what needs two"
    return filled


def _verdict(
    line: Line,
    trigger: Trigger,
    regions: list[Region],
    filled: Filled,
    neutral: frozenset[str],
    language: Language,
) -> Verdict:
    """Return the status of what a trigger tells; none where it tells of no one act."""
    hit, site = trigger
    frame = hit.payload.frame
    assert frame is not None
    carrier = site.predicate
    verdict = decide(
        Context(
            line, frame, carrier.head if carrier else site.head, site.tags, site.verbal,
            min(site.first, carrier.first) if carrier else site.first,
            max(site.last, carrier.last) if carrier else site.last,
            regions, filled.actors, neutral, site.low, site.high, language.subject_first,
        )
    )  # fmt: skip
    if site.speaker is not None and frame.type in _ASKS and verdict.status is not None:
        verdict = Verdict("occurred", False, "said")
    if site.carried and verdict.status == "occurred":
        verdict = Verdict("planned", False, site.carried)
    return verdict


def _only_wanted(line: Line, hit: EntryHit, regions: list[Region], verdict: Verdict) -> bool:
    """Whether an act stands only in what is demanded or threatened."""
    if "conjunctive" in hit.tags and hit.payload.frame is not None and hit.payload.frame.type == "ACCUSE":
        return False  # "X-কে দায়ী করে … দাবি জানিয়েছে": said with it, and not asked for
    around = [*regions, *(regions_of(line, hit.first) if verdict.negated else ())]  # "… न देने का आदेश"
    return any(r.kind == "content" and r.stance in ("asks", "threatens") for r in around)


def _by_who_acts(frame: Frame, filled: Filled, line: Line, language: Language) -> tuple[Frame, Filled]:
    """Return the frame that an act belongs to by who does it: crowds riot where soldiers attack."""
    formed = line.formed or language.cased
    if frame.id == "destroy" and language.cased and crowd(filled.actors):
        return language.frames["vandalize"], filled  # "толпа сожгла посольство"
    if frame.mode == ("restrict",) and line.formed and crowd(filled.actors):
        return language.frames["obstruct"], filled._replace(recipients=())  # "farmers blocked roads"
    stormed = frame.mode == ("seize",) and not language.text.verb_endings and crowd(filled.actors)
    if stormed:
        return language.frames["riot"], filled  # "đám đông xông vào đại sứ quán X"
    seizes = frame.type == "COERCE" and frame.mode == ("seize",)
    if seizes and (formed or particles_apart(language)) and crowd(filled.actors):
        seat = any(h.payload.item == "seat" for h in line.hits.get("class", ()))
        filled = filled if seat else filled._replace(recipients=())
        return language.frames["obstruct"], filled  # "protesters occupied the square"
    seats = any(h.payload.item in ("seat", "mission") for h in line.hits.get("class", ()))
    if frame.id == "attack" and seats and particles_apart(language) and protesters(filled.actors):
        return language.frames["riot"], filled  # "समर्थकों की भीड़ ने संसद भवन पर धावा बोल दिया"
    if frame.id == "attack" and formed and protesters(filled.actors):
        return language.frames["riot"], filled._replace(recipients=())  # "protesters stormed the palace"
    if frame.id == "destroy" and crowd(filled.actors):
        return language.frames["vandalize"], filled._replace(recipients=())
    if frame.joint and len({p.country for p in filled.actors if p.country}) > 1:
        return language.frames[frame.joint], filled
    return frame, filled


def _by_status(
    frame: Frame,
    filled: Filled,
    verdict: Verdict,
    line: Line,
    trigger: Trigger,
    regions: list[Region],
    language: Language,
) -> tuple[Frame, Filled, Verdict]:
    """Return what an act is by its status: harm on a condition is a threat, not agreeing is refusing."""
    hit, site = trigger
    if verdict.status == "conditional" and _threatens(frame, regions, filled):
        frame, verdict = language.frames["threaten"], Verdict("occurred", False, verdict.why)
    if frame.type == "THREATEN" and not filled.recipients and verdict.status == "occurred":
        filled = filled._replace(recipients=warned_by_if(line, site, filled.actors))
    fails = any(h.head == hit.head for h in line.hits.get("happen", ())) and not of_will(line, hit)
    fails = fails or failed(line, verdict.why)
    sides = _fell_out(frame, filled, site, language)
    upheld = particles_apart(language) and any(r.stance == "denies" for r in regions)
    if upheld:  # "denied having agreed": no refusal
        return frame, filled, verdict
    if frame.negated and verdict.status in ("not_occurred", "denied") and not (fails or sides):
        frame, verdict = language.frames[frame.negated], Verdict("occurred", False, verdict.why)
        filled = _one_sided(filled, site)
    return frame, filled, verdict


def _fell_out(frame: Frame, filled: Filled, site: Site, language: Language) -> bool:
    """Whether it is several sides that came to no agreement, and not one that refused it."""
    if site.subject is not None:
        return len(site.subject.countries) > 1
    return frame.both and not language.cased and len({p.country or p.entity for p in filled.actors}) > 1


def _is_actor(source: Mention, filled: Filled) -> bool:
    """Whether somebody whose words stand around is who acts: threatening, he is no source."""
    own = {party.country or party.entity for party in filled.actors}
    return bool({party.country or party.entity for party in source.parties} & own)


def _timed(
    line: Line, site: Site, regions: list[Region], verdict: Verdict, published: str | None
) -> tuple[ReportTime | None, Verdict]:
    """Return when an act took place, and its status as that time makes it."""
    time = time_of(line, site, regions, published)
    time = on_its_side(time, verdict.status, told="past" in site.tags and "headline" not in site.tags)
    time = since_then(line, time, verdict.status, perfect="perfect" in site.tags)
    if verdict.status in ("planned", "forecast") and lies_behind(time, published):
        return None, verdict  # it dates something else
    bare = not (line.formed or site.tags) and time is not None and time.earliest != time.latest
    linked = (
        "conjunctive" in site.tags and not site.tags & _TENSES
    )  # "11일 테헤란을 방문해 회담한다": as the next verb
    bare = bare or "headline" in site.tags  # "모디, 9월 자카르타 방문"
    told = ("ongoing", "occurred") if bare or linked else ("ongoing",)  # no ending, and no guessed year, tells it
    if verdict.status in told and lies_ahead(time, published):
        return time, Verdict("planned", False, "dated after publication")
    return time, verdict


def _without_force(line: Line, trigger: Trigger, language: Language) -> Trigger:
    """Return a trigger, as that of a promise where it is one to use no force: "promised not to attack"."""
    hit = trigger.hit
    frame = hit.payload.frame
    if frame is None or frame.mode != ("violence",) or not line.formed or not _promises_not_to(line, hit):
        return trigger
    return _with_frame(trigger, language.frames["promise"])


def _with_frame(trigger: Trigger, frame: Frame) -> Trigger:
    """Return a trigger as that of another frame, with that one's own roles."""
    hit = trigger.hit
    item = structs.replace(hit.payload.item, actor=(), recipient=())
    return trigger._replace(hit=structs.replace(hit, payload=structs.replace(hit.payload, frame=frame, item=item)))


def _with_own_base(trigger: Trigger) -> Trigger:
    """Return a trigger with the status that its own words give: a call to strike is no strike yet."""
    base, frame = trigger.hit.payload.item.base, trigger.hit.payload.frame
    if base is None or frame is None:
        return trigger
    payload = structs.replace(trigger.hit.payload, frame=structs.replace(frame, base=base))
    return trigger._replace(hit=structs.replace(trigger.hit, payload=payload))


def _promises_not_to(line: Line, hit: EntryHit) -> bool:
    """Whether a negation stands between a promise and the force in its pattern: "promised not to use force"."""
    return any(
        cue.payload.item.gives == "negation" and hit.head < cue.first <= hit.last
        for cue in line.hits.get("cue", ())
    )


def _state_visited(inside: tuple[Party, ...]) -> Place | None:
    """Return the state inside a trigger's own word as the place of a visit."""
    for party in inside:
        return Place(
            start=party.start, end=party.end, text=party.text, name=party.name or party.text,
            country=party.country, how="inside the word",
        )  # fmt: skip
    return None


def _inside_words(line: Line, hit: EntryHit, country: str, reader: Reader) -> Party:
    """Return the state that a trigger's own word holds a syllable of: "bang-Han", a visit to Korea."""
    start, end = line.tokens[hit.first].start, line.tokens[hit.last].end
    return Party(
        start=start, end=end, text=line.text[start:end], entity=country, type="GPE", country=country,
        name=reader.knowledge.country_name(country), how="inside the word",
    )  # fmt: skip


def _threatens(frame: Frame, regions: list[Region], filled: Filled) -> bool:
    """Whether somebody says that he will do harm unless or if something happens."""
    own = {party.country or party.entity for party in filled.actors}
    said = [r.source for r in regions if r.kind == "reported" and r.source is not None]
    speaks = any({p.country or p.entity for p in source.parties} & own for source in said)
    return frame.type in _HARM and speaks and (bool(filled.recipients) or frame.type == "ASSAULT")


def _one_sided(filled: Filled, site: Site) -> Filled:
    """Return a frame of two sides told of one that refuses: its subject acts, the other is refused."""
    own = {party.start for party in site.subject.parties} if site.subject is not None else set()
    others = tuple(party for party in filled.actors if party.start not in own)
    if filled.recipients or not others or len(others) == len(filled.actors):
        return filled
    return filled._replace(actors=tuple(p for p in filled.actors if p.start in own), recipients=others)


def _confidence(site: Site, filled: Filled, verdict: Verdict, regions: list[Region]) -> float:
    """Return 0 to 1: the certainty of the steps that were taken, each at its stated cost."""
    value = 0.92 - filled.lost
    if site.subject is not None and site.subject_how != "subject":
        value -= 0.07
    if not site.verbal:
        value -= 0.05
    if len(regions) > 1:
        value -= 0.03
    if verdict.status not in _FINE_STATUSES:
        value -= 0.03
    return round(max(0.1, value), 2)
