"""The catalogues: complete, with the same values to fill in, the right plural forms, and nothing unused."""

from __future__ import annotations

import re
import unicodedata
from string import Formatter

import pytest
from babel import Locale

from dragoman.interfaces.web import texts as room
from dragoman.interfaces.web.texts import FOLDER, LANGUAGES, Message, texts_of
from dragoman.records import EventStatus, NameType
from dragoman.store.filters import TYPES

MODEL = texts_of("en").messages
SOURCE = "".join(
    path.read_text("utf-8")
    for pattern in ("templates/*.html", "*.py")
    for path in sorted(FOLDER.parent.glob(pattern))
)
GROUPS = (
    *("nav", "theme", "status", "type", "quad", "conflict", "outcome", "name", "pack", "layer", "judgement", "by"),
    *("problem", "warning", "languages", "about", "judge", "relation"),
)
"""Whose keys are put together while a page is made."""


def fields(message: Message) -> set[str]:
    forms = message.values() if isinstance(message, dict) else (message,)
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_have_the_same_texts(language: str) -> None:
    messages = texts_of(language).messages
    assert set(messages) == set(MODEL)
    for key, message in messages.items():
        assert fields(message) == fields(MODEL[key]), key
        assert isinstance(message, dict) == isinstance(MODEL[key], dict), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_of_the_language(language: str) -> None:
    forms = {Locale.parse(language).plural_form(number) for number in range(200)}
    for key, message in texts_of(language).messages.items():
        if isinstance(message, dict):
            assert set(message) == forms, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_normalised_and_not_left_in_english(language: str) -> None:
    same = 0
    for key, message in texts_of(language).messages.items():
        for form in message.values() if isinstance(message, dict) else (message,):
            assert form == unicodedata.normalize("NFC", form), key
            assert form == form.strip(), key
        same += message == MODEL[key]
    assert language == "en" or same < 3


def test_every_text_is_used_and_every_use_has_a_text() -> None:
    used = set(re.findall(r"""(?<![\w.])(?:self\.)?t\(\s*["']([a-z_.]+)["']\s*[,)]""", SOURCE))
    used |= {key for key in MODEL if f'"{key}"' in SOURCE or f"'{key}'" in SOURCE}
    assert not {key for key in used if key not in MODEL}
    assert not {key for key in MODEL if key not in used and key.partition(".")[0] not in GROUPS}


def test_every_code_has_a_word() -> None:
    wanted = [f"status.{one}" for one in EventStatus.__args__] + [f"type.{one}" for one in TYPES]
    wanted += [f"name.{one}" for one in NameType.__args__]
    assert not [key for key in wanted if key not in MODEL]


def test_values_are_escaped() -> None:
    told = texts_of("en")("event.says", who="<b>")
    assert told == "source: &lt;b&gt;"
    assert room.texts_of("bn")("events.sources", 2, n="২") == "২টি স্বাধীন সূত্র"
