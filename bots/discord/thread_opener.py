"""Opens the place where an interview is held: a thread, or the DM."""

from dataclasses import dataclass

import discord

from bots.discord.message import Message
from bots.discord.places import direct_message, thread_of
from bots.discord.rest import Rest
from bots.discord.texts import tell
from core.locale import Locale
from core.messages import Place

_BAD_REQUEST = 400
_NONCE = 25


@dataclass(frozen=True, slots=True)
class OpenedThread:
    """A place that was opened; `shared` says that people who were not invited read along."""

    place: Place
    shared: bool = False


class ThreadOpener:
    """Opens places; what Discord does not allow is None."""

    def __init__(self, rest: Rest) -> None:
        self._rest = rest

    async def thread(self, guild: int, channel: int, person: int, locale: Locale) -> OpenedThread | None:
        """Open a thread with one person in it: private where allowed, else public."""
        name = tell(locale, "thread.name")
        for private in (True, False):
            try:
                thread = await self._rest.open_thread(str(channel), name, private=private)
                await self._rest.add_member(thread, str(person))
            except (discord.Forbidden, discord.NotFound):
                continue
            except discord.HTTPException as error:
                if error.status != _BAD_REQUEST:
                    raise
                continue
            return OpenedThread(thread_of(guild, thread), shared=not private)
        return None

    async def dm(self, person: int, locale: Locale, event: int) -> OpenedThread | None:
        """Open the DM with a person, and say a first word in it, which is how it turns out that it is closed."""
        try:
            channel = await self._rest.open_dm(str(person))
            await self._rest.send(channel, Message(tell(locale, "dm.hello")), f"hello-{event}"[:_NONCE])
        except (discord.Forbidden, discord.NotFound):
            return None
        return OpenedThread(direct_message(channel))
