"""The record that the steps of filling a frame share: what they look at, and whom they have found so far."""

from __future__ import annotations

import msgspec

from ..packs.frames import Frame
from ..records import Party
from .language import Language
from .line import Line, Mention
from .nationality import recipients_of, same_country
from .noun_phrases import Reader
from .setting import Setting
from .sites import Site

__all__ = ["Filling"]


class Filling(msgspec.Struct, eq=False):
    """A frame that is being filled at a site."""

    line: Line
    site: Site
    frame: Frame
    reader: Reader
    setting: Setting
    where: Mention | None
    """Where the act takes place, as its clause tells it."""
    doers: tuple[Mention, ...] = ()
    """The phrases that say who acts."""
    actors: tuple[Party, ...] = ()
    objects: tuple[Mention, ...] = ()
    """The phrases that fill the recipient's role."""
    recipients: tuple[Party, ...] = ()
    lost: float = 0.0
    """Confidence lost by the steps taken to find out who acts."""

    @property
    def language(self) -> Language:
        """Whose grammar holds."""
        return self.reader.language

    @property
    def countries(self) -> set[str | None]:
        """The actors' countries, None where one has none."""
        return {party.country for party in self.actors}

    def own(self) -> set[str | None]:
        """Return the countries of the actors, or ids where they have none."""
        return {party.country or party.entity for party in self.actors}

    def meant_by(self, mention: Mention | None) -> tuple[Party, ...]:
        """Return whom a phrase means as a recipient; nobody where there is no phrase."""
        if mention is None:
            return ()
        return recipients_of((mention,), self.frame, self.reader, self.setting.text)

    def others(self, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """Return parties that are not of the actors' own country, or none."""
        return () if same_country(parties, self.actors) else parties
