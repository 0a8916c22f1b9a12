"""Handles `/promptgen` and the shortcuts."""

from collections.abc import Awaitable, Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from slack_sdk.errors import SlackApiError

from bots.shared.custom_ids import encode
from bots.shared.resending import is_resending
from bots.slack import inbound
from bots.slack.background import Committed
from bots.slack.blocks import actions, button, section
from bots.slack.buttons import control_code
from bots.slack.errors import is_transient
from bots.slack.form import form_view
from bots.slack.interview_list import finished, list_blocks
from bots.slack.message_client import Destination, MessageClient
from bots.slack.message_text import words_of
from bots.slack.messages import hint_at_readers
from bots.slack.modals import restore_view
from bots.slack.mrkdwn import escape, plain
from bots.slack.outgoing_message import OutgoingMessage
from bots.slack.payload import Payload
from bots.slack.places import dump_place, place_of_message
from bots.slack.services import Respond, Services, person_of
from bots.slack.texts import word
from core.conversation.controls import Control
from core.conversation.events import ExportRequested, ForgetRequested, LocaleChosen
from core.conversation.questions import QUESTIONS, Key
from core.conversation.session import Phase
from core.features.library.words import asks_for_library
from core.features.training_data.events import ConsentRequested
from core.locale import Locale
from core.messages import Action, Place, Pressed, Typed
from core.privacy.text import RawText
from core.sessions.seen import keep_shown

START: Final = "promptgen.start"
FROM_MESSAGE: Final = "promptgen.from_message"
_ASKED: Final = {Phase.ASKING, Phase.GAPS, Phase.SUMMARY, Phase.OPTIONS}


class Command(StrEnum):
    """What the slash command is to do."""

    START = "start"
    HELP = "help"
    LIST = "list"
    FORGET = "forget"
    RESTORE = "restore"
    SETTINGS = "settings"
    EXPORT = "export"
    TRAINING = "training"
    FORM = "form"
    LIBRARY = "library"


_WORDS: Final[Mapping[Command, str]] = MappingProxyType(
    {
        Command.HELP: "help|도움말|도움|사용법|?",
        Command.LIST: "list|목록|내역|내프롬프트|리스트",
        Command.FORGET: "forget|삭제|내데이터삭제|데이터삭제|지우기",
        Command.RESTORE: "restore|복원|답변복원",
        Command.SETTINGS: "settings|설정|언어|language",
        Command.EXPORT: "export|내보내기|내데이터내보내기",
        Command.TRAINING: "training|학습데이터|학습동의|동의철회",
        Command.FORM: "form|폼|양식|한번에작성하기",
    }
)
_COMMANDS: Final = MappingProxyType({word: command for command, words in _WORDS.items() for word in words.split("|")})


def command_in(text: str) -> Command:
    """Return the command that a text is; any other text is the purpose of an interview that starts."""
    if asks_for_library(text):
        return Command.LIBRARY
    return _COMMANDS.get("".join(text.casefold().split()), Command.START)


class CommandHandler:
    """Handles commands and shortcuts."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._commands: Mapping[Command, Callable[[Payload, Respond], Awaitable[None]]] = MappingProxyType(
            {
                Command.HELP: self._help,
                Command.LIST: self._list,
                Command.RESTORE: self._restore,
                Command.SETTINGS: self._settings,
                Command.FORM: self._form,
                Command.LIBRARY: self._library,
                Command.FORGET: lambda payload, respond: self._in_dm(payload, respond, Pressed(ForgetRequested())),
                Command.TRAINING: lambda payload, respond: self._in_dm(payload, respond, Pressed(ConsentRequested())),
                Command.EXPORT: lambda payload, respond: self._in_dm(payload, respond, Pressed(ExportRequested())),
            }
        )

    async def command(self, payload: Payload, respond: Respond, committed: Committed) -> None:
        """Carry out `/promptgen …`; what is no command is the purpose of an interview."""
        command = command_in(payload.get("text") or "")
        if command is Command.START:
            await self.start(payload, respond, committed)
        else:
            await self._commands[command](payload, respond)

    async def shortcut(self, payload: Payload, _respond: Respond, committed: Committed) -> None:
        """Start an interview in the DM."""
        await self.start_in_dm(payload, "", committed)

    async def message_shortcut(self, payload: Payload, _respond: Respond, _committed: Committed) -> None:
        """Open the form with a message as the purpose, or as the reference where it is longer than a line."""
        text = words_of(payload["message"])
        longest = QUESTIONS[Key.PURPOSE].max_length
        short = len(text) <= longest and "\n" not in text
        await self._open_blank_form(payload, {Key.PURPOSE if short else Key.REFERENCE: text} if text else None)

    async def start(self, payload: Payload, respond: Respond, committed: Committed) -> None:
        """Start an interview in a thread of the channel, or in the DM where the bot is no member."""
        text = plain(payload.get("text") or "")
        locale = await self._services.locale(payload)
        place = await self._open_thread(payload, locale)
        if place is None:
            dm = await self.start_in_dm(payload, text, committed)
            if dm.channel != payload["channel_id"]:
                where = "dm.started" if payload["channel_id"].startswith("D") else "dm.only_there"
                await respond(text=escape(word(locale, where)), response_type="ephemeral")
            return
        await self._services.take(inbound.opened(payload, place, text, locale), committed)
        await hint_at_readers(self._services, place, person_of(payload), locale)

    async def start_in_dm(self, payload: Payload, text: str, committed: Committed) -> Place:
        """Start an interview in the DM."""
        place = await self._services.dm(payload)
        locale = await self._services.locale(payload)
        await self._services.take(inbound.opened(payload, place, text, locale), committed)
        return place

    async def _open_thread(self, payload: Payload, locale: Locale) -> Place | None:
        """Post the message under which the interview is held; None where that cannot be."""
        channel = payload["channel_id"]
        if channel.startswith("D"):
            return None
        title = word(locale, "thread.title", person=person_of(payload))
        poster = MessageClient(await self._services.client(payload))
        mark = f"start:{inbound.interaction_id(payload)}"
        try:
            root = await poster.post(
                Destination(channel), OutgoingMessage(title, (section(title),)), mark, again=is_resending()
            )
        except SlackApiError as error:
            if is_transient(error):
                raise
            return None
        return place_of_message(payload, channel, root)

    async def _help(self, payload: Payload, respond: Respond) -> None:
        text = word(await self._services.locale(payload), "help")
        await respond(text=text, blocks=[section(text)], response_type="ephemeral")

    async def _list(self, payload: Payload, respond: Respond) -> None:
        title = escape(word(await self._services.locale(payload), "list.title"))
        await respond(text=title, blocks=await self.listed(payload), response_type="ephemeral")

    async def listed(self, payload: Payload) -> list[Payload]:
        """Return a person's finished prompts, with links to them."""
        made = finished(await self._services.all_of(payload))
        return list_blocks(made, await self._services.links_to(made), await self._services.locale(payload))

    async def _settings(self, payload: Payload, respond: Respond) -> None:
        locale = await self._services.locale(payload)
        question = escape(word(locale, "settings.language"))
        await respond(
            text=question,
            blocks=settings_blocks(locale, collects=self._services.relay.collects),
            response_type="ephemeral",
        )

    async def _restore(self, payload: Payload, respond: Respond) -> None:
        """Open the window for the person's newest prompt."""
        locale = await self._services.locale(payload)
        finished = [held for held in await self._services.all_of(payload) if held.session.versions]
        if not finished:
            await respond(text=escape(word(locale, "restore.none")), response_type="ephemeral")
            return
        client = await self._services.client(payload)
        view = restore_view(locale, dump_place(finished[0].place, session=finished[0].session.id))
        await client.views_open(trigger_id=payload["trigger_id"], view=view)

    async def _form(self, payload: Payload, _respond: Respond) -> None:
        await self.open_form(payload)

    async def open_form(self, payload: Payload) -> None:
        """Open the form with the answers of the interview that goes on in the DM, else for a new one there."""
        place = await self._services.dm(payload)
        held = await self._services.interviews.held(place)
        if held is None or held.session.underlying.phase not in _ASKED:
            await self._open_blank_form(payload)
            return
        client, session = await self._services.client(payload), keep_shown(held.session, held.vault)
        view = form_view(session.answers, session.locale, dump_place(place, held.parent_message, session.id))
        await client.views_open(trigger_id=payload["trigger_id"], view=view)

    async def _open_blank_form(self, payload: Payload, prefilled: Mapping[Key, str] | None = None) -> None:
        client, locale = await self._services.client(payload), await self._services.locale(payload)
        view = form_view({}, locale, "", prefilled)
        await client.views_open(trigger_id=payload["trigger_id"], view=view)

    async def _library(self, payload: Payload, respond: Respond) -> None:
        """Take what was typed about the library in the DM."""
        await self._in_dm(payload, respond, Typed(RawText(plain(payload.get("text") or ""))))

    async def _in_dm(self, payload: Payload, respond: Respond, action: Action) -> None:
        """Do something in the DM."""
        place, locale = await self._services.dm(payload), await self._services.locale(payload)
        await self._services.take(inbound.by(payload, place, action, locale))
        if place.channel != payload["channel_id"]:
            await respond(text=escape(word(locale, "dm.started")), response_type="ephemeral")


def settings_blocks(locale: Locale, *, collects: bool) -> list[Payload]:
    """Return the choice of language, each in its own; the training data is spoken of where it is collected."""
    names = ((Locale.KO, "한국어"), (Locale.EN, "English"))
    buttons = [button(name, encode(LocaleChosen(one)), style="primary" if one is locale else "") for one, name in names]
    if collects:
        buttons.append(button(word(locale, f"control.{Control.TRAINING}"), control_code(Control.TRAINING)))
    return [section(escape(word(locale, "settings.language"))), *actions(buttons)]
