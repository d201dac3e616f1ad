"""What `text.yaml` of a pack may say: how the language is written and how its words inflect."""

from __future__ import annotations

from typing import Literal

from .schema import Patterns, Strict, Tag

__all__ = [
    "Clitic",
    "Clutter",
    "Ending",
    "Irregular",
    "Paradigm",
    "Text",
]


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
    least: int = 0
    """Syllables that the word before has at the least."""


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
    one_thing: tuple[str, ...] = ()
    """Endings of nouns that take no verb in the plural, where cases tell roles: танкер, Пентагон."""
    oblique_endings: tuple[str, ...] = ()
    """Endings of nouns that are the subject of no verb, where cases tell roles: партию, ракетами."""
    disagreement: dict[str, tuple[str, ...]] = {}
    """Ending of a past verb -> endings of nouns that are no subject of it: ла (feminine) of Пентагон."""
    genders: dict[Literal["m", "f"], tuple[str, ...]] = {}
    """Endings of nouns in the nominative that pronouns of a gender may mean, where cases tell roles."""
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
    contracting: str = ""
    """Last letters of stems whose conjunctive is the bare stem (가 + 아 = 가): 들어가, 보내."""
    joined_nouns: tuple[str, ...] = ()
    """Nouns that are written together with the name before, ahead of any particle: 한국정부."""
    underway: tuple[str, ...] = ()
    """Stems of verbs behind the noun of an act that say that it is going on: cheolsu 중이다."""
    clitics: tuple[Clitic, ...] = ()
    leading_letters: str = ""
    """Letters that stand for states and are written together with the noun behind them: 美국무부, 中외교부장."""
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
    adverbials: tuple[str, ...] = ()
    """Adverbs of several words that may stand inside a pattern, however long: "तत्काल प्रभाव से"."""
    sources: tuple[str, ...] = ()
