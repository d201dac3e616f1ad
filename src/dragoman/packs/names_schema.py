"""What `names.yaml` of a pack may say: titles, bodies, pronouns, and how people and places are named."""

from __future__ import annotations

from typing import Literal

from .schema import Patterns, Role, Strict

__all__ = [
    "Body",
    "Compact",
    "Group",
    "Names",
    "PlaceHead",
    "Pronoun",
    "Title",
]


class Title(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person's title or office: "foreign minister". `office` is a key of the knowledge base, or null."""

    forms: Patterns
    office: str | None = None
    sector: tuple[str, ...] = ()
    country: str | None = None
    """The one country (alpha-3) whose office it is: the pope's."""
    alone: bool = True
    """With a country it means who holds the office ("the Russian president"); false: only beside a name."""
    at_home: bool = False
    """In texts that name the country in `home`, who has it without a nationality, and is unlisted, is of that."""
    looks: tuple[str, ...] = ()
    """Offices one of which the bare word looks back to: "the minister" after a foreign minister."""


class Body(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A noun that acts for a country where the text gives its nationality: "forces", "government"."""

    forms: Patterns
    sector: tuple[str, ...] = ()
    kind: Literal["state", "people", "armed-group", "vehicle", "thing"] = "state"
    """state: speaks and acts for it; people: citizens, protesters, migrants; armed-group: rebels, militants;
    vehicle: drones, warships, jets (they act for whoever sends them); thing: other."""
    one: bool = False
    """A word for a person in office, whose name may stand right behind it: কূটনীতিক, কর্মকর্তা."""
    country: str | None = None
    """The state (alpha-3) whose people they are wherever they live: Rohingya."""


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
    refers: Literal["person", "state", "ground", "body", "organisation", "union", "any", "speaker", "others"] = (
        "person"
    )
    number: Literal["singular", "plural"] = "singular"
    gender: Literal["m", "f"] | None = None
    role: Role | None = None
    """Where the form itself shows the role (तাকে, उन्होंने, his)."""
    reflexive: bool = False
    """It means the subject of its own clause ("one's own", अपनी, নিজের)."""
    nouns: bool = False
    """Where no person fits, it means the one state or body of its grammatical gender that was a subject."""
    sole: bool = False
    """A noun that looks back ("the country", "the bloc"), only where one antecedent alone stands near."""
    of: tuple[str, ...] = ()
    """The states that a noun can mean ("the emirate"): the one of them that the text has named not long before."""


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
    office_endings: dict[str, tuple[str, ...]] = {}
    """What words for offices end in, by sector: 본부장, the head of a main office."""
    people_endings: tuple[str, ...] = ()
    """What words for people end in who are of the state whose name stands bare before them: 정착민, 요원."""
    public_endings: tuple[str, ...] = ()
    """What unlisted bodies end in that are the state's whose name stands bare before them: 위원회."""
    home_offices: tuple[str, ...] = ()
    """Offices of one word that are those of the one country in `home`, without it: 국가정보원장."""
    home_bodies: tuple[str, ...] = ()
    """Bodies that, where the text gives them no other country, are those of the one country in `home`."""
    home_governments: tuple[str, ...] = ()
    """The same in texts that name that country: bare "the government" is then the readers' own."""
    home_yields: bool = False
    """In a text that is plainly set elsewhere, bare governments are not the readers' own."""
    home_family_names: tuple[str, ...] = ()
    """Family names of those in office, without a word for their country, who are of the one country in `home`."""
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
    body_syllables: str = ""
    """Syllables in which words for bodies end that may stand between a name and its title: 재난청 대변인."""
    given_names: tuple[str, ...] = ()
    """Given names, by which the word behind is a family name where the script has no capitals."""
    following: Patterns = ()
    """Titles and honorifics that stand behind the name: 씨, 대통령."""
    body_endings: tuple[str, ...] = ()
    """What words end in that name a body (위원회), before any particle."""
    place_endings: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    """Words that only look like names of people, bodies or places by these lists."""
    initials: tuple[str, ...] = ()
    """Names of letters that stand for given names, where the script has no capitals: टी., जे.पी."""
    connectors: Patterns = ()
    """Lower-case words inside names: de, van, bin, al-."""
    sources: tuple[str, ...] = ()
