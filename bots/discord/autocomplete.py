"""What a command's option offers while it is typed: a person's own prompts, by their masked titles.

What is typed there is looked for, and kept nowhere.
"""

from collections.abc import Iterator

from bots.discord import inbound, limits
from bots.discord.commands import LIBRARY
from bots.discord.interaction_context import InteractionContext
from bots.discord.markdown import one_line
from bots.discord.services import Services
from bots.shared.custom_ids import encode
from core.features.library.events import EntryOpened
from core.features.library.search import found
from core.features.library.wording import name_of

_Choices = Iterator[tuple[str, str]]


class Autocomplete:
    """Offers saved prompts to the library's command, and finished ones to the restoring command."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def take(self, context: InteractionContext) -> None:
        """Answer with those that fit, the newest first."""
        typed = inbound.focused(context.interaction)
        saved = inbound.name_of(context.interaction) == LIBRARY
        offered = await (self._entries(context, typed) if saved else self._finished(context, typed))
        named = [(one_line(name, limits.OPTION_TEXT), value) for name, value in offered]
        await context.responder.suggest(named[: limits.OPTIONS])

    async def _entries(self, context: InteractionContext, typed: str) -> _Choices:
        entries = await self._services.interviews.entries(str(context.person), context.here)
        return ((name_of(each), encode(EntryOpened(each.number))) for each in found(entries, typed))

    async def _finished(self, context: InteractionContext, typed: str) -> _Choices:
        finished = await self._services.interviews.finished(str(context.person))
        return ((title, session) for session, title in finished if typed.casefold() in title.casefold())
