"""Handles application commands: those that start an interview, and those that ask for something else."""

from collections.abc import Sequence
from dataclasses import replace

from bots.discord import buttons, form, inbound
from bots.discord.commands import (
    DATA,
    FROM_MESSAGE,
    LIBRARY,
    PROMPT,
    RESTORE,
    StartMode,
    Subcommand,
    task_locale,
)
from bots.discord.interaction_context import InteractionContext
from bots.discord.interview_list import show_list
from bots.discord.message import Button, Message
from bots.discord.places import EVERYWHERE, channel_of, is_ephemeral
from bots.discord.services import Services
from bots.discord.thread_opener import OpenedThread
from core import messages as actions
from core.conversation.events import Event, ExportRequested, ForgetRequested, FormRequested, LocaleChosen, Resumed
from core.conversation.questions import Key
from core.features.library.events import EntryOpened
from core.features.training_data.events import ConsentRequested
from core.messages import Action
from core.privacy.text import RawText

_EVENTS: dict[Subcommand, Event] = {
    Subcommand.RESUME: Resumed(),
    Subcommand.TRAINING: ConsentRequested(),
    Subcommand.EXPORT: ExportRequested(),
    Subcommand.FORGET: ForgetRequested(),
}


class CommandHandler:
    """Takes commands."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def take(self, context: InteractionContext, bot: int) -> bool:
        """Carry out a command; say whether its event is committed."""
        name = inbound.name_of(context.interaction)
        if name == DATA:
            return await self._task(context)
        if name == LIBRARY:
            return await self._library(context)
        if name == RESTORE:
            return await self._restore(context)
        if name == FROM_MESSAGE:
            text = inbound.target_text(context.interaction, bot)
            return await self.start(context, actions.FormFilled({Key.REFERENCE: text}))
        if inbound.option(context.interaction, "way") == StartMode.FORM:
            return await self._open_form(context)
        purpose = inbound.option(context.interaction, "purpose").strip()
        return await self.start(context, actions.Opened(RawText(purpose) if purpose else None))

    async def start(self, context: InteractionContext, action: Action) -> bool:
        """Begin where the person wants it, or as near to it as Discord allows, and say where that is."""
        opened = await self._open(context)

        async def point() -> None:
            if not is_ephemeral(opened.place):
                held = await self._services.interviews.held(opened.place)
                await context.show(_direction(context, opened).of(held.session.id if held else ""))

        uploads = tuple(inbound.uploads_given(context.interaction))
        taken = await self._services.relay.handle(context.did(opened.place, action, ".start" if uploads else ""), point)
        return await self._read(context, opened, uploads) if taken and uploads else taken

    async def _read(self, context: InteractionContext, opened: OpenedThread, uploads: Sequence[inbound.Upload]) -> bool:
        """Read the files that were given with the command."""
        purpose = inbound.option(context.interaction, "purpose")
        action = await self._services.references.read(str(context.person), opened.place, uploads, purpose)
        return await self._services.relay.handle(context.did(opened.place, action))

    async def _open(self, context: InteractionContext) -> OpenedThread:
        way = inbound.option(context.interaction, "way")
        ephemeral = OpenedThread(inbound.ephemeral_of(context.interaction))
        if way == StartMode.HERE:
            return ephemeral if context.place is None else OpenedThread(context.place)
        if context.place is not None and (way != StartMode.DM or context.place.private):
            return OpenedThread(context.place)
        return (way != StartMode.DM and await self._thread(context)) or await self._dm(context) or ephemeral

    async def _thread(self, context: InteractionContext) -> OpenedThread | None:
        interaction = context.interaction
        if interaction.guild_id is None or interaction.channel_id is None or not interaction.is_guild_integration():
            return None
        return await self._services.places.thread(
            interaction.guild_id, interaction.channel_id, context.person, context.locale
        )

    async def _dm(self, context: InteractionContext) -> OpenedThread | None:
        return await self._services.places.dm(context.person, context.locale, context.interaction.id)

    async def _open_form(self, context: InteractionContext) -> bool:
        """Open the form filled where there is an interview, and empty where one has yet to begin."""
        if context.place is None:
            await context.responder.open(form.form_page(1, {}, context.ctx))
            return False
        return await self._services.relay.handle(context.wants(context.place, FormRequested()))

    async def _task(self, context: InteractionContext) -> bool:
        task = Subcommand(inbound.option(context.interaction, "task"))
        if task is Subcommand.HELP:
            await context.show(Message(context.ctx.tell("help")))
            return False
        if task is Subcommand.LIST:
            interviews = await self._services.interviews.of(EVERYWHERE, str(context.person))
            await context.show(show_list(interviews, context.ctx))
            return False
        return await self._go_on_here(context, actions.Pressed(_asked(task)))

    async def _library(self, context: InteractionContext) -> bool:
        """Open the entry that was chosen, or look for what was typed."""
        given = inbound.option(context.interaction, PROMPT).strip()
        event = buttons.read_code(given)
        chosen = actions.Pressed(event) if isinstance(event, EntryOpened) else actions.Searched(RawText(given))
        return await self._go_on_here(context, chosen)

    async def _restore(self, context: InteractionContext) -> bool:
        """Open the input for an AI's answer, to the prompt that was chosen or the newest."""
        finished = await self._services.interviews.finished(str(context.person))
        ids = [session for session, _ in finished]
        given = inbound.option(context.interaction, PROMPT)
        session = given if given in ids else next(iter(ids), "")
        if not session:
            await context.say("restore.none")
        else:
            await context.responder.open(form.single_input(buttons.PASTE, replace(context.ctx, session=session)))
        return False

    async def _go_on_here(self, context: InteractionContext, action: Action) -> bool:
        async def point() -> None:
            if not is_ephemeral(context.here):
                await context.show(Message(context.ctx.tell("here")))

        return await self._services.relay.handle(context.did(context.here, action), point)


def _asked(task: Subcommand) -> Event:
    """Return what a task asks for."""
    locale = task_locale(task)
    return LocaleChosen(locale) if locale else _EVENTS[task]


def _direction(context: InteractionContext, opened: OpenedThread) -> Message:
    """Return the sentence that says where it goes on."""
    ctx, place = context.ctx, opened.place
    if place == context.place:
        return Message(ctx.tell("here"))
    if place.private:
        return Message(ctx.tell("dm.opened", channel=channel_of(place)))
    pointer = ctx.tell("thread.opened", channel=channel_of(place))
    if not opened.shared:
        return Message(pointer)
    return Message(f"{pointer}\n{ctx.tell('thread.public')}", ((Button(ctx.tell("dm.button"), buttons.DM),),))
