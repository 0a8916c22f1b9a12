"""Handles submitted modals: a page of the interview, or a single input."""

from bots.discord import buttons, form, inbound
from bots.discord.command_handler import CommandHandler
from bots.discord.interaction_context import InteractionContext
from bots.discord.message import Button, Message, Style
from bots.discord.places import is_ephemeral
from bots.discord.services import Services
from core.messages import Action, FormFilled, Pasted, Pressed, SaveSubmitted, Typed


class ModalSubmitHandler:
    """Takes sent forms; nothing of one is lost, for it stays open on the screen until it is acknowledged."""

    def __init__(self, services: Services, command_handler: CommandHandler) -> None:
        self._services = services
        self._command_handler = command_handler

    async def take(self, context: InteractionContext) -> bool:
        """Take what was written; say whether its event, the last of them, is committed."""
        code = inbound.code_in(context.interaction)
        if code == buttons.form_code(1) and context.place is None and context.interaction.message is None:
            return await self._command_handler.start(context, _filled(context))
        if code == buttons.form_code(1):
            return await self._first_page(context)
        if code == buttons.form_code(2):
            return await self._second_page(context)
        return bool(buttons.rest_of(code, "answer")) and await self._answered(context)

    async def _first_page(self, context: InteractionContext) -> bool:
        """Take the first page, and offer the second: a form cannot be answered with a form."""

        async def offer() -> None:
            if not is_ephemeral(context.here):
                following = Button(context.ctx.tell("form.next"), buttons.form_code(2), Style.PRIMARY)
                saved = Message(context.ctx.tell("form.saved"), ((following,),))
                await context.show(saved.of(context.session))

        return await self._services.relay.handle(context.did(context.here, _filled(context)), offer)

    async def _second_page(self, context: InteractionContext) -> bool:
        """Take the second page, and then its file."""
        uploads = tuple(inbound.uploads_in(context.interaction))
        if uploads and await self._services.interviews.is_anothers(context.here, str(context.person), context.session):
            uploads = ()  # nothing of a stranger's is fetched
        taken = await self._services.relay.handle(
            context.did(context.here, _filled(context), ".form" if uploads else "")
        )
        if not uploads:
            return taken
        about = await self._services.interviews.purpose_at(context.here, context.session)
        action = await self._services.references.read(str(context.person), context.here, uploads, about)
        return await self._services.relay.handle(context.did(context.here, action))

    async def _answered(self, context: InteractionContext) -> bool:
        """Take a single input; an AI's answer leaves the interview where it is, unless that has asked for it."""
        action: Action | None = await self._written(context)
        code = inbound.code_in(context.interaction)
        if isinstance(action, Typed) and code == buttons.answer_code(buttons.PASTE):
            action = Pasted(action.text)
        return action is not None and await self._services.relay.handle(context.did(context.here, action))

    async def _written(self, context: InteractionContext) -> Typed | Pressed | SaveSubmitted | None:
        if inbound.code_in(context.interaction) == buttons.answer_code(buttons.SAVE):
            return form.saved_in(inbound.fields_in(context.interaction))
        text = form.text_in(inbound.fields_in(context.interaction))
        if text is not None:
            code = inbound.code_in(context.interaction)
            return Typed(text, buttons.key_of(code), buttons.slot_of(code))
        for upload in inbound.uploads_in(context.interaction):
            return await self._services.references.as_text(upload)
        return None


def _filled(context: InteractionContext) -> FormFilled:
    return FormFilled(form.texts_in(inbound.fields_in(context.interaction)))
