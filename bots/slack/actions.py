"""Handles buttons and selects."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from bots.shared.move_to_dm import END, begun_from
from bots.slack import inbound
from bots.slack.background import Committed
from bots.slack.buttons import bare, control_code, read_code, slot_of
from bots.slack.conversation_cache import ModalTrigger
from bots.slack.interview_list import OPEN
from bots.slack.messages import TO_DM
from bots.slack.modals import answer_view, gap_view, restore_view, save_view, share_view, wish_view
from bots.slack.mrkdwn import escape
from bots.slack.payload import Payload
from bots.slack.places import dump_place, is_guest, workspace_of
from bots.slack.services import Respond, Services, person_of
from bots.slack.slash_commands import CommandHandler, settings_blocks
from bots.slack.texts import word
from core.conversation.controls import Control
from core.conversation.events import (
    Chosen,
    Event,
    ExportRequested,
    ForgetRequested,
    GapAnswered,
    LocaleChosen,
    Resumed,
    SuggestionTaken,
)
from core.conversation.questions import Key
from core.conversation.replies import AskGap
from core.conversation.session import Phase, Session
from core.features.library.events import LibraryRequested
from core.features.library.state import LibraryPhase, TemplateForm
from core.features.training_data.events import ConsentRequested
from core.locale import Locale
from core.messages import Place
from core.ports import StoredSession
from core.usecases.gaps import asked

BLANK_FORM: Final = "blank_form"
START: Final = "start"
LIST: Final = "list"
SETTINGS: Final = "settings"
_OVER: Final = frozenset({Phase.DONE, Phase.CANCELLED, Phase.FORGOTTEN})

_ANSWERS: Final = Chosen | GapAnswered | SuggestionTaken
"""What is said to have been taken, in the place of the question."""

_Handler = Callable[[Payload, Committed], Coroutine[Any, Any, None]]
_View = Callable[[Session, str], Payload]
"""Makes a modal of an interview, and of what the modal is to remember."""


class ActionHandler:
    """Handles pressed buttons: those of Slack's own here, all others by the relay."""

    def __init__(self, services: Services, slash: CommandHandler) -> None:
        self._services = services
        self._slash = slash
        self._own: Mapping[str, _Handler] = MappingProxyType(
            {
                control_code(Control.FORM): self._form,
                control_code(Control.ANSWER): lambda payload, _: self._open_modal(payload, _answer),
                control_code(Control.REFINE): lambda payload, _: self._open_modal(payload, _of_locale(wish_view)),
                control_code(Control.RESTORE): lambda payload, _: self._open_modal(payload, _of_locale(restore_view)),
                control_code(Control.SHARE): self._share,
                control_code(Control.SAVE): lambda payload, _: self._open_modal(payload, _save),
                control_code(Control.LIBRARY): self._library,
                control_code(Control.FORGET): lambda payload, _: self._in_dm(payload, ForgetRequested()),
                control_code(Control.TRAINING): lambda payload, _: self._in_dm(payload, ConsentRequested()),
                control_code(Control.EXPORT): lambda payload, _: self._in_dm(payload, ExportRequested()),
                START: self._start,
                TO_DM: self._to_dm,
                BLANK_FORM: lambda payload, _: self._slash.open_form(payload),
                LIST: self._list,
                OPEN: self._open_again,
                SETTINGS: self._settings,
            }
        )

    async def press(self, payload: Payload, _respond: Respond, committed: Committed) -> None:
        """Handle a pressed button, or a choice in a menu."""
        code = inbound.code_in(payload)
        if slot := slot_of(code):
            await self._open_modal(payload, lambda session, metadata: _gap(session, slot, metadata))
        else:
            await self._own.get(bare(code), self._pass_on)(payload, committed)

    async def _pass_on(self, payload: Payload, committed: Committed) -> None:
        """Let the relay handle what the conversation itself knows."""
        event, place = read_code(inbound.code_in(payload)), inbound.place_of_action(payload)
        if isinstance(event, LocaleChosen):
            await self._choose_language(payload, place, event)
            return
        incoming = inbound.pressed(payload, await self._services.locale(payload))
        if incoming is None or place is None:
            return
        cached = self._services.conversations.at(place)
        cached.replaceable = payload["container"]["message_ts"]
        cached.pressed = inbound.label_in(payload) if isinstance(event, _ANSWERS) else ""
        await self._services.take(incoming, committed)

    async def _choose_language(self, payload: Payload, place: Place | None, event: LocaleChosen) -> None:
        workspace, person = workspace_of(payload), person_of(payload)
        self._services.locales.choose(workspace, person, event.locale)
        held = await self._services.interviews.held(place) if place else None
        if place and held and held.person == person and held.session.phase not in {*_OVER, Phase.GENERATING}:
            await self._services.take(inbound.press(payload, place, event, event.locale))
        elif place:
            done = escape(word(event.locale, "settings.done"))
            await self._services.post_ephemeral(place, person, done, parent_message=inbound.thread_in(payload))

    async def _form(self, payload: Payload, committed: Committed) -> None:
        """Open the form: with the answers there are, where an interview goes on, else a blank one."""
        place = inbound.place_of_action(payload)
        held = await self._services.interviews.held(place, inbound.session_in(payload)) if place else None
        if place is None or held is None:
            await self._slash.open_form(payload)
            return
        person, now = person_of(payload), asyncio.get_running_loop().time()
        self._services.conversations.at(place).trigger = ModalTrigger(person, payload["trigger_id"], now)
        incoming = inbound.pressed(payload, await self._services.locale(payload))
        if incoming:
            await self._services.take(incoming, committed)

    async def _share(self, payload: Payload, _committed: Committed) -> None:
        """Ask where to share; a guest of another company may not."""
        if not is_guest(payload):
            await self._open_modal(payload, _of_locale(share_view))
        elif found := await self._owned(payload):
            await self._hint(payload, found[0], "share.guest")

    async def _open_modal(self, payload: Payload, view: _View) -> None:
        """Open a modal about the interview that was pressed on."""
        if found := await self._owned(payload):
            place, held = found
            thread = inbound.thread_in(payload) if place.private else ""
            metadata = dump_place(place, thread, inbound.address_in(payload))
            client = await self._services.client(payload)
            await client.views_open(trigger_id=payload["trigger_id"], view=view(held.session, metadata))

    async def _library(self, payload: Payload, committed: Committed) -> None:
        """List what is kept where it was asked for, or in the DM."""
        if inbound.place_of_action(payload):
            await self._pass_on(payload, committed)
        else:
            await self._in_dm(payload, LibraryRequested())

    async def _start(self, payload: Payload, committed: Committed) -> None:
        await self._slash.start_in_dm(payload, "", committed)

    async def _open_again(self, payload: Payload, committed: Committed) -> None:
        """Show an interview, or its prompt, again where it was held, from whatever list it was asked for."""
        held = await self._services.interviews.named(inbound.session_in(payload))
        if held is None or held.person != person_of(payload):
            return
        asked = inbound.press(payload, held.place, Resumed(), await self._services.locale(payload))
        await self._services.take(replace(asked, session=held.session.id), committed)

    async def _to_dm(self, payload: Payload, committed: Committed) -> None:
        """Go on in the DM with all that was answered, and end what was begun where others read along."""
        found = await self._owned(payload)
        if found is None:
            return
        place, held = found
        dm, locale = await self._services.dm(payload), held.session.locale
        if await self._services.take(inbound.by(payload, dm, begun_from(held), locale, ":dm"), committed):
            end = inbound.by(payload, place, END, locale)
            await self._services.take(replace(end, session=held.session.id))

    async def _in_dm(self, payload: Payload, event: Event) -> None:
        place = await self._services.dm(payload)
        await self._services.take(inbound.press(payload, place, event, await self._services.locale(payload)))

    async def _list(self, payload: Payload, _committed: Committed) -> None:
        await self._post_in_dm(payload, "list.title", await self._slash.listed(payload))

    async def _settings(self, payload: Payload, _committed: Committed) -> None:
        locale = await self._services.locale(payload)
        await self._post_in_dm(
            payload, "settings.language", settings_blocks(locale, collects=self._services.relay.collects)
        )

    async def _post_in_dm(self, payload: Payload, title: str, blocks: list[Payload]) -> None:
        place, client = await self._services.dm(payload), await self._services.client(payload)
        text = escape(word(await self._services.locale(payload), title))
        await client.chat_postMessage(
            channel=place.channel, text=text, blocks=blocks, unfurl_links=False, unfurl_media=False
        )

    async def _owned(self, payload: Payload) -> tuple[Place, StoredSession] | None:
        """Return the interview that was pressed on with its place; None, with a hint, if it is somebody else's."""
        place = inbound.place_of_action(payload)
        held = await self._services.interviews.held(place, inbound.session_in(payload)) if place else None
        if place is None:
            return None
        if held and held.person == person_of(payload):
            return place, held
        await self._hint(payload, place, "error.not_owner" if held else "error.interview_gone")
        return None

    async def _hint(self, payload: Payload, place: Place, text: str) -> None:
        hint = escape(word(await self._services.locale(payload), text))
        await self._services.post_ephemeral(place, person_of(payload), hint, parent_message=inbound.thread_in(payload))


def _of_locale(view: Callable[[Locale, str], Payload]) -> _View:
    return lambda session, metadata: view(session.locale, metadata)


def _answer(session: Session, metadata: str) -> Payload:
    """Return the modal for the open question, or the open place of a saved prompt."""
    filling = session.of(TemplateForm) if session.phase is LibraryPhase.FILLING else None
    asked, details = ("library.fill", filling.open_place) if filling else (f"ask.{session.asking}", {})
    return answer_view(word(session.locale, asked, **details), session.locale, metadata)


def _gap(session: Session, slot: str, metadata: str) -> Payload:
    question = asked(AskGap(slot), session).question or word(session.locale, "gap.title")
    return gap_view(question, slot, session.locale, metadata)


def _save(session: Session, metadata: str) -> Payload:
    purpose = session.answers.get(Key.PURPOSE)
    return save_view(" ".join(purpose.text.split()) if purpose else "", session.locale, metadata)
