"""The language each person is spoken to in, and what Discord tells of it: an interaction does, a message does not."""

import re
from typing import Final

from bots.discord.places import EVERYWHERE
from bots.shared.locales import KnownLocales
from core.privacy.text import RawText
from core.values.locale import Locale

_HANGUL: Final = re.compile("[가-힣ㄱ-ㅎㅏ-ㅣ]")
_ENGLISH: Final = re.compile(r"[A-Za-z']{2,}\W+[A-Za-z']+")


class Locales(KnownLocales):
    """Takes the language of their Discord for those who have chosen nothing, or of their words."""

    def of(self, person: str) -> Locale | None:
        """Return the language of a person; None where they were not here lately."""
        return self.known(EVERYWHERE, person)

    def at_once(self, person: str, tag: str) -> Locale:
        """Return the language of a person whose Discord has this one, as far as it is known without asking anybody."""
        return self.of(person) or Locale.of(tag, self.default)

    async def of_interaction(self, person: str, tag: str) -> Locale:
        """Return the language of a person whose Discord has this one."""

        async def told() -> Locale:
            return Locale.of(tag, self.default)

        return await self.find(EVERYWHERE, person, told)

    async def of_message(self, person: str, text: RawText) -> Locale:
        """Return the language of a person who wrote a message."""

        async def written() -> Locale | None:
            return _written(text)

        return await self.find(EVERYWHERE, person, written, is_sure=False)


def _written(text: RawText) -> Locale | None:
    """Return the language that a text is plainly in; None where it could be either."""
    if _HANGUL.search(text.reveal()):
        return Locale.KO
    return Locale.EN if _ENGLISH.search(text.reveal()) else None
