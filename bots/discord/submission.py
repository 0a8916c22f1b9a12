"""Forms that were sent: a page of the interview, or a single input."""

from bots.discord import buttons, form, inbound
from bots.discord.entrance import Entrance
from bots.discord.means import Means
from bots.discord.message import Button, Message, Style
from bots.discord.visit import Visit
from bots.discord.whereabouts import is_aside
from core.messages import Action, FormFilled, Pasted, Pressed, Shelved, Typed


class Submission:
    """Takes sent forms; nothing of one is lost, for it stays open on the screen until it is acknowledged."""

    def __init__(self, means: Means, entrance: Entrance) -> None:
        self._means = means
        self._entrance = entrance

    async def take(self, visit: Visit) -> bool:
        """Take what was written; say whether its event, the last of them, is committed."""
        code = inbound.code_in(visit.interaction)
        if code == buttons.form_code(1) and visit.place is None and visit.interaction.message is None:
            return await self._entrance.start(visit, _filled(visit))
        if code == buttons.form_code(1):
            return await self._first_page(visit)
        if code == buttons.form_code(2):
            return await self._second_page(visit)
        return bool(buttons.rest_of(code, "answer")) and await self._answered(visit)

    async def _first_page(self, visit: Visit) -> bool:
        """Take the first page, and offer the second: a form cannot be answered with a form."""

        async def offer() -> None:
            if not is_aside(visit.here):
                following = Button(visit.scene.tell("form.next"), buttons.form_code(2), Style.PRIMARY)
                saved = Message(visit.scene.tell("form.saved"), ((following,),))
                await visit.show(saved.of(visit.session))

        return await self._means.relay.take(visit.did(visit.here, _filled(visit)), offer)

    async def _second_page(self, visit: Visit) -> bool:
        """Take the second page, and then its file."""
        uploads = tuple(inbound.uploads_in(visit.interaction))
        if uploads and await self._means.interviews.is_anothers(visit.here, str(visit.person), visit.session):
            uploads = ()  # nothing of a stranger's is fetched
        taken = await self._means.relay.take(visit.did(visit.here, _filled(visit), ".form" if uploads else ""))
        if not uploads:
            return taken
        about = await self._means.interviews.purpose_at(visit.here, visit.session)
        action = await self._means.references.read(str(visit.person), visit.here, uploads, about)
        return await self._means.relay.take(visit.did(visit.here, action))

    async def _answered(self, visit: Visit) -> bool:
        """Take a single input; an AI's answer leaves the interview where it is, unless that has asked for it."""
        action: Action | None = await self._written(visit)
        code = inbound.code_in(visit.interaction)
        if isinstance(action, Typed) and code == buttons.answer_code(buttons.PASTE):
            action = Pasted(action.text)
        return action is not None and await self._means.relay.take(visit.did(visit.here, action))

    async def _written(self, visit: Visit) -> Typed | Pressed | Shelved | None:
        if inbound.code_in(visit.interaction) == buttons.answer_code(buttons.SAVE):
            return form.saved_in(inbound.fields_in(visit.interaction))
        text = form.text_in(inbound.fields_in(visit.interaction))
        if text is not None:
            return Typed(text, buttons.key_of(inbound.code_in(visit.interaction)))
        for upload in inbound.uploads_in(visit.interaction):
            return await self._means.references.as_text(upload)
        return None


def _filled(visit: Visit) -> FormFilled:
    return FormFilled(form.texts_in(inbound.fields_in(visit.interaction)))
