"""Handles submitted modals: a page of the interview, or a single input."""

from collections.abc import Sequence
from dataclasses import replace

from bots.discord import control_codes, form, inbound, modals
from bots.discord.handlers.commands import start
from bots.discord.interaction_context import InteractionContext
from bots.discord.message import Button, ButtonStyle, Message
from bots.discord.places import channel_of, is_ephemeral
from core.conversation.questions import Key
from core.messages import Action, FilesRead, FormFilled, Pasted, Pressed, Typed
from core.privacy.text import RawText


async def handle_modal(context: InteractionContext) -> bool:
    """Take what was written; say whether its event, the last of them, is committed.

    Nothing of a form is lost, for it stays open on the screen until it is acknowledged.
    """
    code = inbound.code_in(context.interaction)
    if code == control_codes.form_code(1) and context.place is None and context.interaction.message is None:
        return await start(context, _filled(context))
    if code == control_codes.form_code(1):
        return await _first_page(context)
    if code == control_codes.form_code(2):
        return await _second_page(context)
    return bool(control_codes.rest_of(code, "answer")) and await _answered(context)


async def _first_page(context: InteractionContext) -> bool:
    """Take the first page, and offer the second: a form cannot be answered with a form."""

    async def offer() -> None:
        if not is_ephemeral(context.here):
            following = Button(context.ctx.t("form.next"), control_codes.form_code(2), ButtonStyle.PRIMARY)
            saved = Message(context.ctx.t("form.saved"), ((following,),))
            await context.show(saved.of(context.session))

    return await context.take(_filled(context), offer)


async def _second_page(context: InteractionContext) -> bool:
    """Take the second page, and then its file."""
    uploads = tuple(inbound.uploads_in(context.interaction))
    if uploads and await context.is_anothers():
        uploads = ()  # nothing of a stranger's is fetched
    # The last event has no part: with the id of the interaction itself, it takes that out of the inbox.
    taken = await context.take(_filled(context), part=".form" if uploads else "")
    if not uploads:
        return taken
    typed = form.texts_in(inbound.fields_in(context.interaction)).get(Key.REFERENCE)
    return await context.take(await _read(context, uploads, typed))


async def _read(
    context: InteractionContext, uploads: Sequence[inbound.Upload], typed: RawText | None
) -> FilesRead | Pressed:
    """Read files, with what was typed beside them before their text."""
    about = await context.services.interviews.purpose_at(context.here, context.session)
    read = await context.services.references.read(context.person, context.here, uploads, about)
    if isinstance(read, FilesRead) and typed:
        return replace(read, text=RawText(f"{typed.reveal()}\n\n{read.text.reveal()}"))
    return read


async def _answered(context: InteractionContext) -> bool:
    """Take a single input, and what was typed beside a file that cannot be used before that is told."""
    code, fields = inbound.code_in(context.interaction), inbound.fields_in(context.interaction)
    if submitted := modals.action_in(code, fields):
        return await context.take(submitted)
    text, uploads = modals.text_in(fields), tuple(inbound.uploads_in(context.interaction))
    typed = Typed(text, control_codes.key_of(code), control_codes.slot_of(code)) if text is not None else None
    action: Action | None = typed
    if uploads and control_codes.key_of(code) is Key.REFERENCE:
        action = await _read(context, uploads, text)
    elif uploads and typed is None:
        action = await context.services.references.as_text(context.here, uploads[0])
    if isinstance(action, Pressed) and typed is not None:
        await context.take(typed, part=".text")
    if isinstance(action, Typed) and code == control_codes.answer_code(control_codes.PASTE):
        return await _pasted(context, Pasted(action.text))
    return action is not None and await context.take(action)


async def _pasted(context: InteractionContext, action: Pasted) -> bool:
    """Take an AI's answer, which leaves the interview where it is; it comes back where that is held."""

    async def point() -> None:
        held = await context.services.interviews.owned(context.person, context.session)
        if held is not None and held.place != context.here and held.place.private and not is_ephemeral(held.place):
            await context.tell("restore.there", channel=channel_of(held.place))

    return await context.take(action, point)


def _filled(context: InteractionContext) -> FormFilled:
    return FormFilled(form.texts_in(inbound.fields_in(context.interaction)))
