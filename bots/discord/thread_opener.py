"""Opens the place where an interview is held: a thread, or the DM."""

from dataclasses import dataclass
from typing import Final

import discord

from bots.discord import limits
from bots.discord.message import Message
from bots.discord.places import direct_message, thread_of
from bots.discord.rest import Rest
from bots.discord.texts import t
from core.messages import Place
from core.values.locale import Locale

_NOT_ALLOWED: Final = frozenset({400, 403, 404})


@dataclass(frozen=True, slots=True)
class OpenedThread:
    """A place that was opened; `shared` says that people who were not invited read along."""

    place: Place
    shared: bool = False


async def open_thread(rest: Rest, guild: int, channel: int, person: str, locale: Locale) -> OpenedThread | None:
    """Open a thread with one person in it: private where allowed, else public; None where Discord allows neither."""
    name = t(locale, "thread.name")
    for private in (True, False):
        try:
            thread = await rest.open_thread(str(channel), name, private=private)
            await rest.add_member(thread, person)
        except discord.HTTPException as error:
            if error.status not in _NOT_ALLOWED:
                raise
            continue
        return OpenedThread(thread_of(guild, thread), shared=not private)
    return None


async def open_dm(rest: Rest, person: str, locale: Locale, event: int) -> OpenedThread | None:
    """Open the DM with a person, and say a first word in it, which is how it turns out that it is closed."""
    try:
        channel = await rest.open_dm(person)
        await rest.send(channel, Message(t(locale, "dm.hello")), f"hello-{event}"[: limits.NONCE])
    except (discord.Forbidden, discord.NotFound):
        return None
    return OpenedThread(direct_message(channel))
