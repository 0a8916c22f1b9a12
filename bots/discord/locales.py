"""The language that each person is spoken to in: their own choice, or that of their Discord, interview or words."""

import re
from typing import Final

from bots.discord.interviews import DiscordInterviews
from bots.discord.places import EVERYWHERE
from bots.shared.lru import LRU
from core.errors import PromptgenError
from core.privacy.text import RawText
from core.values.locale import Locale

_MOST: Final = 10_000  # of whom is forgotten, the interview tells
_HANGUL: Final = re.compile("[가-힣ㄱ-ㅎㅏ-ㅣ]")
_ENGLISH: Final = re.compile(r"[A-Za-z']{2,}\W+[A-Za-z']+")


class Locales:
    """Remembers the languages of those who were here last; a message does not tell, but an interaction does."""

    def __init__(self, interviews: DiscordInterviews, default: Locale) -> None:
        self._interviews = interviews
        self.default: Final = default
        self._chosen: LRU[str, Locale] = LRU(_MOST)
        self._seen: LRU[str, Locale] = LRU(_MOST)

    def chose(self, person: str, locale: Locale) -> None:
        """Note the language that a person asked for: it counts more than their Discord's."""
        self._chosen.put(person, locale)

    def of_interaction(self, person: str, tag: str) -> Locale:
        """Return the language of a person whose Discord has this one."""
        locale = self._chosen.get(person) or Locale.of(tag, self.default)
        self._seen.put(person, locale)
        return locale

    def known(self, person: str) -> Locale | None:
        """Return the language of a person; None where they were not here lately."""
        return self._chosen.get(person) or self._seen.get(person)

    async def of_message(self, person: str, text: RawText) -> Locale:
        """Return the language of a person who wrote a message: that of their interview, for who was not here lately."""
        locale = self.known(person) or await self._of_interview(person)
        if locale is None:
            return _written(text) or self.default
        self._seen.put(person, locale)
        return locale

    async def _of_interview(self, person: str) -> Locale | None:
        try:
            return await self._interviews.locale_of(EVERYWHERE, person)
        except PromptgenError:
            return None  # the database is away, and this is how they are told


def _written(text: RawText) -> Locale | None:
    """Return the language that a text is plainly in; None where it could be either."""
    if _HANGUL.search(text.reveal()):
        return Locale.KO
    return Locale.EN if _ENGLISH.search(text.reveal()) else None
