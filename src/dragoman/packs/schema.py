"""The one schema of all language packs: what `packs/data/<code>/*.yaml` may say, and what it means.

A pack is data. The engine knows kinds of languages (word order, where markers stand, where modifiers stand)
and never a language. Every layer is one file; unknown keys are refused.

**Patterns.** Wherever a field is a list of patterns, a pattern is one or more words with these marks:

    word        exactly this form (after the pack's folding)
    word~       this noun or adjective with any ending of `noun_endings`
    word+       this verb stem with any ending of `verb_endings`, or one of its irregular forms
    (a|b)       either word; each alternative may carry a mark of its own
    <class>     any member of the class of that name in `events.yaml`
    …           a gap of up to six words inside the clause

Between two words of a pattern, up to two of the pack's `transparent` words (particles, negations, adverbs)
may stand. Of a pattern, the word marked `+` is the head, where tense and negation are read: the first of several,
in verb-final languages the last; without any, the last word.
"""

from __future__ import annotations

from typing import Literal

import msgspec

__all__ = [
    "Attribution",
    "Body",
    "Clauses",
    "Clutter",
    "Cue",
    "Ending",
    "Events",
    "Group",
    "Irregular",
    "Marker",
    "Names",
    "Pronoun",
    "ReportingVerb",
    "SourceNoun",
    "Subordinator",
    "Text",
    "Title",
    "Triggers",
]

Patterns = tuple[str, ...]

Role = Literal[
    "agent",  # who does it, marked as such: Hindi ने, "by", द्वारा
    "dative",  # -কে, को: the object or the receiver, as the verb decides
    "genitive",  # -র, का, 's, của: owner of the noun beside it
    "companion",  # with
    "against",
    "toward",  # towards, প্রতি, के प्रति, đối với
    "goal",  # to a place or a person
    "place",  # in, at
    "source",  # from
    "beneficiary",  # for
    "between",
    "about",
    "target",  # on: "attack on", "sanctions on"
    "instrument",
    "topic",
    "according",  # according to, মতে, के अनुसार, theo
    "through",  # citing, quoting: বরাত দিয়ে, के हवाले से, dẫn lời
    "none",  # any other adposition: the phrase fills no role
]
Tag = Literal[
    "past", "present", "future", "perfect", "progressive", "habitual", "finite", "infinitive", "conjunctive",
    "conditional", "imperative", "subjunctive", "verbal-noun", "participle", "passive", "negative", "plural",
    "definite", "emphatic", "nominative", "accusative", "genitive", "dative", "locative", "instrumental",
    "ablative", "honorific", "topic", "comitative", "allative", "attributive", "headline",
]  # fmt: skip


class Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all pack structs: frozen, keyword-only, refusing keys it does not know."""


# --- text.yaml ------------------------------------------------------------------------------------


class Ending(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One ending: `suffix` is cut from the form, `restore` is put back, `tags` say what it means."""

    suffix: str
    restore: str = ""
    tags: tuple[Tag, ...] = ()


class Paradigm(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How words that end alike are inflected: `ending` of the citation form -> what stands in its place."""

    ending: str
    after: str = ""
    """Letters one of which stands before the ending; empty for any."""
    forms: dict[str, tuple[Tag, ...]]


class Irregular(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Forms of one verb stem that its endings do not give: form -> tags."""

    stem: str
    forms: dict[str, tuple[Tag, ...]]


class Clitic(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that are written together with the word before: `cut` behind words that end in one of `after`."""

    after: tuple[str, ...]
    cut: tuple[str, ...]
    never: tuple[str, ...] = ()
    """Words that only look so (르완다는, Rwanda as topic)."""


class Clutter(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is no article text. `line` is a regular expression for a whole line (case is ignored)."""

    line: str
    why: str
    rest: bool = False
    """Everything after this line is no article either (a comment box, "more stories")."""


class Text(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the language is written and how its words inflect."""

    language: str
    name: str
    own_name: str
    script: str
    """ISO 15924."""
    order: Literal["SVO", "SOV"]
    adpositions: Literal["before", "after"]
    """Where `markers` stand: before their noun (prepositions) or after it (postpositions)."""
    modifier: Literal["before", "after"]
    """Where a nationality, a title's country or an owner stands: before its noun, or after it (vi)."""
    capitals: bool
    subject_drop: bool = False
    cases: bool = False
    """Nouns show by their case who acts and who undergoes, and words stand in a free order (Russian)."""
    adjective_endings: tuple[str, ...] = ()
    """Endings of adjectives in all their cases, where they tell that a word is one."""
    disagreement: dict[str, tuple[str, ...]] = {}
    """Ending of a past verb -> endings of nouns that are no subject of it: ла (feminine) of Пентагон."""
    indeclinable: tuple[str, ...] = ()
    """Endings of names that stand in all cases alike, where cases tell roles: Тбилиси, Осло."""
    plural_names: tuple[str, ...] = ()
    """Endings of names of one state or body that take the plural of their verb: Нидерланды."""
    imperfective: tuple[str, ...] = ()
    """Citation forms of verbs whose present tells the present; where any are listed, that of others is future."""
    agglutinative: bool = False
    """Endings are glued to a word one behind the other, particles give nouns their roles, a topic is the subject
    of several clauses, and a clause stands before the noun that it describes (Korean). Endings may begin with
    single letters, which stand inside a syllable: ㄴ다."""
    verb_middles: tuple[Ending, ...] = ()
    """Endings between a verb's stem and its last one: passive, honour, tense."""
    verb_makers: tuple[str, ...] = ()
    """What makes a verb of a noun that names an act (하): in headlines the noun stands alone for it."""
    joined_nouns: tuple[str, ...] = ()
    """Nouns that are written together with the name before, ahead of any particle: 한국정부."""
    underway: tuple[str, ...] = ()
    """Stems of verbs behind the noun of an act that say that it is going on: cheolsu 중이다."""
    clitics: tuple[Clitic, ...] = ()
    turned_phrases: bool = False
    """Headlines put the verb of a verbal phrase before its noun: "किया … हमला" for "हमला किया"."""
    digits: str = "0123456789"
    terminators: str = ".?!"
    abbreviations: tuple[str, ...] = ()
    """Words with a full stop that end no sentence, without the stop."""
    quotes: tuple[tuple[str, str], ...] = (("“", "”"), ('"', '"'))
    drop: str = ""
    """Characters that make no difference when words are compared (nukta in Hindi)."""
    fold: dict[str, str] = {}
    """Spelling variants, character sequence -> what it counts as, when words are compared."""
    identify: tuple[str, ...] = ()
    """60 or more very frequent function words, by which the language is told from others of its script;
    where words are not parted by blanks (Chinese), single characters."""
    clutter: tuple[Clutter, ...] = ()
    noun_endings: tuple[Ending, ...] = ()
    paradigms: tuple[Paradigm, ...] = ()
    """Where endings replace the last letters of names, nouns and adjectives (Россия: России)."""
    verb_endings: tuple[Ending, ...] = ()
    never_verbs: tuple[str, ...] = ()
    """Words that end as verbs do and are none: страны, концерта; with a hyphen in front, endings: -тели."""
    least_ending: int = 2
    """Letters that a verbal ending has at the least for a word that no lexicon has to be taken for a verb."""
    stems: dict[str, tuple[str, ...]] = {}
    """A verb's citation stem -> the other shapes that its stem takes before endings (দে: [দি, দেয়])."""
    irregular: tuple[Irregular, ...] = ()
    compounds: Patterns = ()
    """Words of several tokens that hide the entries of any list inside them: Vietnamese không kích (air strike)
    is no negation, trực tiếp (directly) does not receive anybody."""
    adverb_endings: tuple[str, ...] = ()
    """Endings of words that may stand between a subject and its verb (-ly)."""
    transparent: Patterns = ()
    """Words that may stand inside a pattern without breaking it: particles, negations, light adverbs."""
    sources: tuple[str, ...] = ()


# --- names.yaml -----------------------------------------------------------------------------------


class Title(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person's title or office: "foreign minister". `office` is a key of the knowledge base, or null."""

    forms: Patterns
    office: str | None = None
    sector: tuple[str, ...] = ()
    alone: bool = True
    """With a country it means who holds the office ("the Russian president"); false: only beside a name."""


class Body(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A noun that acts for a country where the text gives its nationality: "forces", "government"."""

    forms: Patterns
    sector: tuple[str, ...] = ()
    kind: Literal["state", "people", "armed-group", "vehicle", "thing"] = "state"
    """state: speaks and acts for it; people: citizens, protesters, migrants; armed-group: rebels, militants;
    vehicle: drones, warships, jets (they act for whoever sends them); thing: other."""


class Group(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that mean several actors named before: "the two leaders", "both countries", "hai nước"."""

    forms: Patterns
    take: Literal["persons", "states", "bodies", "forces"]
    """Whom they may mean; `bodies` may be states too, `forces` are armies and armed groups alone."""
    count: int = 2
    """How many; 0 for any number."""


class Compact(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word that holds states in a syllable each, with the role they have in it.

    So 한미 (Korea and the United States), 대북 (towards the North), 주한 (stationed in Korea)."""

    forms: Patterns
    countries: tuple[str, ...]
    role: Role | None = None


class Pronoun(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A pronoun that looks back: `refers` to the last fitting person or state that was a subject (body: state or
    body; organisation: a body alone).

    A `union` is a body of no one state. In a quotation `speaker` is who speaks; `others` are those of several who
    act upon each other.
    """

    forms: Patterns
    refers: Literal["person", "state", "body", "organisation", "union", "any", "speaker", "others"] = "person"
    number: Literal["singular", "plural"] = "singular"
    gender: Literal["m", "f"] | None = None
    role: Role | None = None
    """Where the form itself shows the role (तাকে, उन्होंने, his)."""
    reflexive: bool = False
    """It means the subject of its own clause ("one's own", अपनी, নিজের)."""
    sole: bool = False
    """A noun that looks back ("the country", "the bloc"), only where one antecedent alone stands near."""


class PlaceHead(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that make a place or building of the words beside them, whether or not a list has these: forest,
    strait, refugee camp. Those of `outside_names` are then left out of the name."""

    forms: Patterns
    type: Literal["LOC", "FAC"] = "LOC"
    before: bool = False
    """They stand before the name (Mount, sông, река)."""
    beside: bool = False
    """They never belong to the name: the mouth of the Ob."""
    unlisted: bool = False
    """Only beside words that no list has: "Moscow prison" names a city, "Lefortovo prison" none."""
    glued: bool = False
    """They are written together with the name before (엘곤산), which must look like one."""
    states: bool = False
    """A state's name may be all of the name: the Mozambique Channel."""


class Names(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How people, bodies and places are named."""

    titles: tuple[Title, ...] = ()
    bodies: tuple[Body, ...] = ()
    outside_names: tuple[str, ...] = ()
    """Words that say what a name is and stand outside it: province, নদী, tỉnh, 교황; not sea, strait, bridge."""
    named_bodies: tuple[str, ...] = ()
    """Words of bodies that make a name with their state: ministry, army, police, মন্ত্রণালয়; not government."""
    groups: tuple[Group, ...] = ()
    compacts: tuple[Compact, ...] = ()
    pronouns: tuple[Pronoun, ...] = ()
    own_marked: bool = False
    """A possessive that is no reflexive never means the subject of its own clause (Hindi उसका beside अपना)."""
    honorifics: Patterns = ()
    """Words that stand before (or after) a person's name and are no office: Mr, ông, bà, জনাব, श्री, जी."""
    former: Patterns = ()
    """former, ex-, সাবেক, पूर्व, cựu: the office was held before."""
    acting: Patterns = ()
    not_names: tuple[str, ...] = ()
    """Forms that are names in the knowledge base and common words here: a name only with support."""
    organisation_words: Patterns = ()
    """Words that end (or, where modifiers follow, begin) the name of an unlisted body: Ministry, Party."""
    facility_words: tuple[str, ...] = ()
    """Words that name a building or structure with the words beside them: Airport, Bridge, sân bay, мост."""
    person_clauses: tuple[str, ...] = ()
    """Words behind a comma that tell of a person: "X Y, who …"."""
    place_words: Patterns = ()
    """Words beside the name of a place: city, province, জেলা, शहर, tỉnh."""
    place_heads: tuple[PlaceHead, ...] = ()
    home: tuple[str, ...] = ()
    """Countries (alpha-3) whose towns papers of the language name without the country."""
    home_bodies: tuple[str, ...] = ()
    """Bodies that, where the text gives them no other country, are those of the one country in `home`."""
    given_first: bool = True
    """Given name before family name (false for Vietnamese)."""
    family_first: tuple[str, ...] = ()
    """Countries (alpha-3) whose people papers call by a family name of one syllable before their office."""
    person_runs: bool = False
    """Two or three words with capitals that nobody knows are a person: bodies write their first word so alone."""
    person_never: tuple[str, ...] = ()
    """Endings of one unknown word with a capital that make it an adjective of a longer name, and no person."""
    patronymics: tuple[str, ...] = ()
    """Endings of names after the father, in every case."""
    place_openers: Patterns = ()
    """Words before one word with a capital that nobody knows, by which it is a place: в, из."""
    family_names: tuple[str, ...] = ()
    """Family names of one syllable (and longer) that make a name with a given name of two syllables (김)."""
    rare_family_names: tuple[str, ...] = ()
    """Such that are words as well, and make a name only with a title or an age in brackets."""
    never_given: str = ""
    """Syllables that end words more often than they end given names: particles, verbs."""
    given_syllables: str = ""
    """Syllables of the given names that follow them."""
    given_names: tuple[str, ...] = ()
    """Given names, by which the word behind is a family name where the script has no capitals."""
    following: Patterns = ()
    """Titles and honorifics that stand behind the name: 씨, 대통령."""
    body_endings: tuple[str, ...] = ()
    """What words end in that name a body (위원회), before any particle."""
    place_endings: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    """Words that only look like names of people, bodies or places by these lists."""
    connectors: Patterns = ()
    """Lower-case words inside names: de, van, bin, al-."""
    sources: tuple[str, ...] = ()


# --- attribution.yaml -----------------------------------------------------------------------------


StanceName = Literal[
    "asserts", "reports", "confirms", "claims", "alleges", "doubts", "denies", "predicts", "threatens",
    "promises", "asks",
]  # fmt: skip


class ReportingVerb(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs that report what somebody says or thinks."""

    forms: Patterns
    stance: StanceName


class SourceNoun(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Sources without a name: analysts, officials, witnesses, a statement, satellite pictures."""

    forms: Patterns
    kind: Literal["expert", "official", "witness", "media", "document", "evidence", "anonymous"]


class Attribution(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who says it: reporting verbs, phrases, and how far each reaches."""

    verbs: tuple[ReportingVerb, ...] = ()
    complementisers: Patterns = ()
    """Words between reporting verb and what is reported: that, যে, कि, rằng, là."""
    closers: Patterns = ()
    """Words that close what is reported, before the reporting verb: বলে."""
    nouns: tuple[SourceNoun, ...] = ()
    according: tuple[ReportingVerb, ...] = ()
    """Phrases beside a source that make all of the clause its words: according to, মতে, के अनुसार, theo."""
    through: Patterns = ()
    """Phrases beside a source that somebody else cites: citing, বরাত দিয়ে, के हवाले से, dẫn lời."""
    hearsay: Patterns = ()
    """Without a source, status kept: reportedly, বলে জানা গেছে, बताया जाता है, được biết."""
    rumour: Patterns = ()
    """Without a source, and only a rumour or claim: allegedly, কথিত, कथित, được cho là."""
    sources: tuple[str, ...] = ()


# --- events.yaml ----------------------------------------------------------------------------------


class Marker(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Adpositions (and what works like them) and the role they give to the phrase beside them."""

    forms: Patterns
    role: Role
    after: tuple[Tag, ...] = ()
    """Only where the noun's own ending has one of these tags (Bengali -র সঙ্গে)."""


class Subordinator(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word or phrase that opens (or, where `closes`, ends) a subordinate clause."""

    forms: Patterns
    kind: Literal[
        "condition", "time-before", "time-after", "time-while", "cause", "concession", "purpose", "relative",
        "whether", "comparison",
    ]  # fmt: skip
    closes: bool = False


class Clauses(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How clauses join."""

    coordinators: Patterns = ()
    """and, or, but - between names they make lists, between clauses a border."""
    contrast: Patterns = ()
    """but, however, while on the other hand: always a border."""
    subordinators: tuple[Subordinator, ...] = ()
    infinitive: Patterns = ()
    """Words that put the next verb in the infinitive: "to", "để"."""


CueName = Literal[
    "negation",
    "past",
    "future",
    "ongoing",
    "planned",  # is to, is due to, plans to, has agreed to, কথা রয়েছে, dự kiến
    "expected",  # is expected to, likely to: forecast
    "possible",  # may, might, could, হতে পারে, có thể: forecast
    "unlikely",  # forecast, negated
    "unclear",  # whether: forecast if ahead, nothing if behind
    "wish",  # wants, hopes, seeks to
    "attempt",  # tried to
    "obligation",  # should, must, needs to
    "ability",  # is able to, can
    "failed",  # failed to, did not manage to: not_occurred
    "cancelled",  # called off, postponed indefinitely: not_occurred
    "ended",  # ended a visit: occurred
    "began",  # began, launched: occurred
    "continued",  # is going on, continues: ongoing
    "conditional",  # would, if (inside the clause)
    "alleged",  # alleged, so-called
    "habitual",  # usually, every year: no report
    "historic",  # once, years ago, formerly
    "passive",  # auxiliaries of the passive: was, bị, được, गया/गए
    "prevented",  # foiled, averted: not_occurred
]


class Cue(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that decide the status of the trigger beside them."""

    forms: Patterns
    gives: CueName
    side: Literal["before", "after", "either"] = "either"
    within: int = 4
    """How many words may stand between the cue and the trigger's head."""
    of: Literal["verb", "noun", "any"] = "any"
    """Whether it speaks of verbal triggers, of triggers that are nouns, or of both."""


class Triggers(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of one frame (frames.yaml) in this language.

    `verbs`: verbs and fixed verbal phrases (noun and light verb as one). `nouns`: nouns that name the act;
    they need the act's owner beside them, or a light verb with its subject. `actor` and `recipient` override
    the frame's own lists of roles, in order of preference. `object` is a class that must stand beside the verb
    (its object); `said` is a class that must stand in what the verb says (a warning that "will answer" threatens),
    `own-deed`, what the speaker's own side will do, or `others-must`, somebody else who must act; `without` are
    words whose presence in the clause forbids the frame. `transitive`: the verbs always have an object, so that a
    past form without one is a passive ("Six arrested in Barcelona").
    """

    verbs: Patterns = ()
    nouns: Patterns = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    object: str | None = None
    said: str | None = None
    without: Patterns = ()
    transitive: bool = False
    to: str | None = None
    """The country that the words themselves hold as whom it is done to: 방북, a visit to the North."""
    together: bool = False
    """Only where two sides act: "have decided to" tells of one what "have agreed to" tells of several."""


class Events(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The event lexicon, and what decides roles and status."""

    frames: dict[str, Triggers | tuple[Triggers, ...]]
    classes: dict[str, Patterns] = {}
    markers: tuple[Marker, ...] = ()
    clauses: Clauses = Clauses()
    status: tuple[Cue, ...] = ()
    light_verbs: Patterns = ()
    """Verbs that carry a noun trigger and bring its subject: hold, make, করে, करना, tiến hành."""
    nominalisers: Patterns = ()
    """Words that make a noun of the verb behind them, where no ending does: sự, việc, cuộc."""
    plain_verbs: Patterns = ()
    """Frequent verbs that are no act, in languages where no ending shows a verb: they take a subject and end the
    reach of the verb before them."""
    vector_verbs: Patterns = ()
    """Verbs that only colour a conjunctive participle right before them and carry its tense: করে ফেলেছে."""
    happen_verbs: Patterns = ()
    """Verbs whose subject is the noun trigger: take place, হয়, होना, diễn ra."""
    context: dict[str, Patterns] = {}
    """Context (codebook) -> words that show it in a sentence or paragraph."""
    sources: tuple[str, ...] = ()
