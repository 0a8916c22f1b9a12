"""What a command's option offers while it is typed: a person's own prompts, by their masked titles.

What is typed there is looked for, and kept nowhere.
"""

from collections.abc import Iterator

from bots.discord import inbound, limits
from bots.discord.commands import LOOKED_UP
from bots.discord.interaction_context import InteractionContext
from bots.discord.markup import one_line
from bots.shared.custom_ids import encode
from core.conversation.part import Lookup
from core.features.registry import LOOKUPS

_Choices = Iterator[tuple[str, str]]


async def suggest(context: InteractionContext) -> None:
    """Offer what is kept to the command that looks for it, else finished prompts; the newest first."""
    typed = inbound.focused(context.interaction)
    lookup = LOOKUPS.get(LOOKED_UP.get(inbound.name_of(context.interaction), ""))
    offered = await (_kept(context, lookup, typed) if lookup else _finished(context, typed))
    named = [(one_line(name, limits.OPTION_TEXT), value) for name, value in offered]
    await context.responder.suggest(named[: limits.OPTIONS])


async def _kept(context: InteractionContext, lookup: Lookup, typed: str) -> _Choices:
    person, place = context.person, context.here
    found = await context.services.interviews.read(lambda read: list(lookup.suggest(read, person, place, typed)))
    return ((name, encode(event)) for name, event in found)


async def _finished(context: InteractionContext, typed: str) -> _Choices:
    finished = await context.services.interviews.finished(context.person)
    return ((title, session) for session, title in finished if typed.casefold() in title.casefold())
