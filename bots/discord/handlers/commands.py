"""Handles application commands: those that start an interview, and those that ask for something else."""

from dataclasses import replace

from bots.discord import control_codes, form, inbound, modals
from bots.discord.commands import (
    DATA,
    FROM_MESSAGE,
    LOOKED_UP,
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
from bots.discord.thread_opener import OpenedThread, open_dm, open_thread
from core.conversation.control_names import Control
from core.conversation.events import FormRequested, LocaleChosen, Resumed
from core.conversation.part import Lookup
from core.conversation.questions import Key
from core.features.registry import CONTROLS, LOOKUPS
from core.messages import Action, FormFilled, Opened, Pressed
from core.privacy.text import RawText


async def handle_command(context: InteractionContext) -> bool:
    """Carry out a command; say whether its event is committed."""
    name = inbound.name_of(context.interaction)
    if name == DATA:
        return await _task(context)
    if name in LOOKED_UP:
        return await _look_up(context, LOOKUPS.get(LOOKED_UP[name]))
    if name == RESTORE:
        return await _restore(context)
    if name == FROM_MESSAGE:
        text = inbound.target_text(context.interaction, context.services.rest.own_id)
        return await start(context, FormFilled({Key.REFERENCE: text}))
    if inbound.option(context.interaction, "way") == StartMode.FORM:
        return await _open_form(context)
    purpose = inbound.option(context.interaction, "purpose").strip()
    return await start(context, Opened(RawText(purpose) if purpose else None))


async def start(context: InteractionContext, action: Action) -> bool:
    """Begin where the person wants it, or as near to it as Discord allows, and say where that is."""
    opened = await _open(context)

    async def point() -> None:
        if not is_ephemeral(opened.place):
            held = await context.services.interviews.held(opened.place)
            await context.show(_direction(context, opened).of(held.session.id if held else ""))

    uploads = tuple(inbound.uploads_given(context.interaction))
    # The last event has no part: with the id of the interaction itself, it takes that out of the inbox.
    taken = await context.take(action, point, at=opened.place, part=".start" if uploads else "")
    if not (taken and uploads):
        return taken
    about = inbound.option(context.interaction, "purpose")
    read = await context.services.references.read(context.person, opened.place, uploads, about)
    return await context.take(read, at=opened.place)


async def _open(context: InteractionContext) -> OpenedThread:
    way = inbound.option(context.interaction, "way")
    ephemeral = OpenedThread(inbound.ephemeral_of(context.interaction))
    if way == StartMode.HERE:
        return ephemeral if context.place is None else OpenedThread(context.place)
    if context.place is not None and (way != StartMode.DM or context.place.private):
        return OpenedThread(context.place)
    return (way != StartMode.DM and await _thread(context)) or await _dm(context) or ephemeral


async def _thread(context: InteractionContext) -> OpenedThread | None:
    interaction, rest = context.interaction, context.services.rest
    if interaction.guild_id is None or interaction.channel_id is None or not interaction.is_guild_integration():
        return None
    return await open_thread(rest, interaction.guild_id, interaction.channel_id, context.person, context.locale)


async def _dm(context: InteractionContext) -> OpenedThread | None:
    return await open_dm(context.services.rest, context.person, context.locale, context.interaction.id)


async def _open_form(context: InteractionContext) -> bool:
    """Open the form filled where there is an interview, and empty where one has yet to begin."""
    if context.place is not None:
        return await context.take(Pressed(FormRequested()))
    await context.responder.open(form.form_page(1, {}, context.ctx))
    return False


async def _task(context: InteractionContext) -> bool:
    task = Subcommand(inbound.option(context.interaction, "task"))
    if task is Subcommand.HELP:
        await context.tell("help")
        return False
    if task is Subcommand.LIST:
        interviews = await context.services.interviews.of(EVERYWHERE, context.person)
        await context.show(show_list(interviews, context.ctx))
        return False
    locale = task_locale(task)
    asked = LocaleChosen(locale) if locale else CONTROLS.event(Control(task))
    return await _go_on_here(context, Pressed(asked or Resumed()))


async def _look_up(context: InteractionContext, lookup: Lookup | None) -> bool:
    """Open what was chosen, or look for what was typed; nothing where the feature was taken out."""
    given = inbound.option(context.interaction, PROMPT).strip()
    event = control_codes.read_code(given)
    if lookup is None:
        return False
    return await _go_on_here(
        context, Pressed(event) if event and isinstance(event, lookup.opens) else lookup.search(RawText(given))
    )


async def _restore(context: InteractionContext) -> bool:
    """Open the input for an AI's answer, to the prompt that was chosen or the newest."""
    finished = await context.services.interviews.finished(context.person)
    ids = [session for session, _ in finished]
    given = inbound.option(context.interaction, PROMPT)
    session = given if given in ids else next(iter(ids), "")
    if not session:
        await context.tell("restore.none")
    else:
        await context.responder.open(modals.single_input(control_codes.PASTE, replace(context.ctx, session=session)))
    return False


async def _go_on_here(context: InteractionContext, action: Action) -> bool:
    async def point() -> None:
        if not is_ephemeral(context.here):
            await context.tell("here")

    return await context.take(action, point)


def _direction(context: InteractionContext, opened: OpenedThread) -> Message:
    """Return the sentence that says where it goes on."""
    ctx, place = context.ctx, opened.place
    if place == context.place:
        return Message(ctx.t("here"))
    if place.private:
        return Message(ctx.t("dm.opened", channel=channel_of(place)))
    pointer = ctx.t("thread.opened", channel=channel_of(place))
    if not opened.shared:
        return Message(pointer)
    return Message(f"{pointer}\n{ctx.t('thread.public')}", ((Button(ctx.t("dm.button"), control_codes.DM),),))
