"""What a command's option offers while it is typed: a person's own prompts, by their masked titles.

What is typed there is looked for, and kept nowhere.
"""

from collections.abc import Iterator

from bots.discord import inbound, limits
from bots.discord.commands import LIBRARY
from bots.discord.interaction_context import InteractionContext
from bots.discord.markup import one_line
from bots.shared.custom_ids import encode
from core.features.library import EntryOpened, found, name_of

_Choices = Iterator[tuple[str, str]]


async def suggest(context: InteractionContext) -> None:
    """Offer saved prompts to the library's command, finished ones to the restoring command; the newest first."""
    typed = inbound.focused(context.interaction)
    saved = inbound.name_of(context.interaction) == LIBRARY
    offered = await (_entries(context, typed) if saved else _finished(context, typed))
    named = [(one_line(name, limits.OPTION_TEXT), value) for name, value in offered]
    await context.responder.suggest(named[: limits.OPTIONS])


async def _entries(context: InteractionContext, typed: str) -> _Choices:
    entries = await context.services.interviews.entries(context.person, context.here)
    return ((name_of(each), encode(EntryOpened(each.number))) for each in found(entries, typed))


async def _finished(context: InteractionContext, typed: str) -> _Choices:
    finished = await context.services.interviews.finished(context.person)
    return ((title, session) for session, title in finished if typed.casefold() in title.casefold())
