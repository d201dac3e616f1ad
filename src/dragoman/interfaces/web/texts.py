"""The words of the pages, as data: one catalogue a language, with plural forms by CLDR."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from babel import Locale, negotiate_locale
from markupsafe import Markup, escape

__all__ = ["FOLDER", "LANGUAGES", "Texts", "chosen_language", "flat", "texts_of"]

FOLDER = Path(__file__).parent / "texts"
LANGUAGES = ("en", "bn", "hi", "vi")
"""Languages of the interface; the first is spoken where a reader knows none of them."""

Message = str | dict[str, str]
"""A text, or one for each plural form that the language has (one, other)."""


class Texts:
    """The catalogue of one language. A text is looked up by its path (`nav.today`) and filled in, escaped."""

    def __init__(self, language: str, messages: dict[str, Message]) -> None:
        self.language = language
        self.messages = messages
        self._escaped: dict[tuple[str, str], Markup] = {}
        self._plural = Locale.parse(language).plural_form

    def __call__(self, key: str, count: int | None = None, /, **values: Any) -> Markup:
        """Return a text with its values filled in; `count` chooses the plural form. KeyError if there is none."""
        message = self._form(key, count)
        return message.format(**values) if values else message

    def _form(self, key: str, count: int | None) -> Markup:
        form = self._plural(count or 0) if count is not None else ""
        found = self._escaped.get((key, form))
        if found is None:
            message = self.messages[key]
            if isinstance(message, dict):
                message = message.get(form or self._plural(0), message["other"])
            found = self._escaped[key, form] = Markup(escape(message))
        return found

    def __contains__(self, key: str) -> bool:
        return key in self.messages


@cache
def texts_of(language: str) -> Texts:
    """Return the catalogue of a language."""
    tree = msgspec.yaml.decode((FOLDER / f"{language}.yaml").read_bytes(), type=dict[str, Any])
    return Texts(language, flat(tree))


def flat(tree: dict[str, Any], before: str = "") -> dict[str, Message]:
    """Return the texts of a tree by their paths; a branch that has the key `other` holds plural forms."""
    found: dict[str, Message] = {}
    for key, value in tree.items():
        if isinstance(value, dict) and "other" not in value:
            found |= flat(value, f"{before}{key}.")
        else:
            found[before + key] = value
    return found


def chosen_language(asked: str | None, kept: str | None, accepted: str) -> str:
    """Return the language of the interface: as asked for, as kept in a cookie, or as the browser prefers."""
    for given in (asked, kept):
        if given in LANGUAGES:
            return given
    weighed = []
    for number, part in enumerate(accepted[:500].split(",")):
        name, _, weight = part.strip().partition(";q=")
        try:
            weighed.append((-float(weight or 1), number, name.partition(";")[0].strip().replace("-", "_")))
        except ValueError:
            continue
    preferred = [name for weight, _, name in sorted(weighed) if weight and name.replace("_", "").isalnum()]
    return negotiate_locale(preferred, LANGUAGES) or LANGUAGES[0]
