"""Handles `/promptgen` and the shortcuts."""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Final

from slack_sdk.errors import SlackApiError

from bots.shared.custom_ids import encode
from bots.shared.interview_list import newest
from bots.shared.redelivery import is_redelivery
from bots.slack import inbound
from bots.slack.blocks import actions, button, paragraph, section
from bots.slack.confirm_dialog import control_button
from bots.slack.errors import is_transient
from bots.slack.form import form_view
from bots.slack.handlers.messages import hint_at_readers
from bots.slack.interaction_context import InteractionContext
from bots.slack.interview_list import MOST, finished, list_blocks
from bots.slack.markup import escape, plain
from bots.slack.message import OutgoingMessage
from bots.slack.message_client import MessageClient
from bots.slack.message_text import words_of
from bots.slack.modals import restore_view
from bots.slack.payload import Payload
from bots.slack.places import dump_place, place_of_message
from bots.slack.texts import t
from core.conversation.control_names import Control
from core.conversation.control_specs import ControlSpec
from core.conversation.events import LocaleChosen
from core.conversation.inputs import InterviewInput
from core.conversation.questions import QUESTIONS, Key
from core.conversation.session import Phase
from core.features.registry import CONTROLS, is_command
from core.messages import Opened, Place, Typed
from core.privacy.text import RawText
from core.sessions.visible_session import keep_shown
from core.values.locale import Locale

START: Final = "promptgen.start"
FROM_MESSAGE: Final = "promptgen.from_message"
_ASKED: Final = {Phase.ASKING, Phase.GAPS, Phase.SUMMARY, Phase.OPTIONS}

_Command = Callable[[InteractionContext], Awaitable[object]]


async def command(ctx: InteractionContext) -> None:
    """Carry out `/promptgen …`; what is no command is the purpose of an interview."""
    await command_in(ctx.payload.get("text") or "")(ctx)


def command_in(text: str) -> _Command:
    """Return what carries out a text; any that is no command is the purpose of an interview that starts."""
    if is_command(text):
        return _typed_in_dm
    own, spec = _COMMANDS.get("".join(text.casefold().split())), CONTROLS.commanded(text)
    return own or (spec and _handler(spec)) or start


def _handler(spec: ControlSpec) -> _Command | None:
    """Return what carries out a control that no interview is needed for."""
    if spec.for_person:
        return _in_dm(spec)
    return open_form if spec.input is InterviewInput.FORM else _restore if spec.input is InterviewInput.PASTE else None


async def message_shortcut(ctx: InteractionContext) -> None:
    """Open the form with a message as the purpose, or as the reference where it is longer than a line."""
    text = words_of(ctx.payload["message"])
    longest = QUESTIONS[Key.PURPOSE].max_length
    short = len(text) <= longest and "\n" not in text
    await _open_blank_form(ctx, {Key.PURPOSE if short else Key.REFERENCE: text} if text else None)


async def start(ctx: InteractionContext) -> None:
    """Start an interview in a thread of the channel, or in the DM where the bot is no member."""
    channel = ctx.payload["channel_id"]
    place = await _open_thread(ctx, channel)
    if place is not None:
        await _begin(ctx, place)
        await hint_at_readers(ctx.services, place, ctx.person, await ctx.locale())
    elif (await start_in_dm(ctx)).channel != channel:
        await ctx.tell("dm.started" if channel.startswith("D") else "dm.only_there")


async def start_in_dm(ctx: InteractionContext) -> Place:
    """Start an interview in the DM."""
    place = await ctx.dm()
    await _begin(ctx, place)
    return place


async def _begin(ctx: InteractionContext, place: Place) -> None:
    purpose = plain(ctx.payload.get("text") or "")
    await ctx.take(await ctx.did(place, Opened(RawText(purpose) if purpose else None)))


async def _open_thread(ctx: InteractionContext, channel: str) -> Place | None:
    """Post the message under which the interview is held; None where that cannot be."""
    if channel.startswith("D"):
        return None
    title = t(await ctx.locale(), "thread.title", person=ctx.person)
    messages = MessageClient(await ctx.services.clients.of(ctx.workspace), channel)
    mark = f"start:{inbound.interaction_id(ctx.payload)}"
    message = OutgoingMessage(title, (section(title),))
    try:
        root = await messages.post(message, mark, again=is_redelivery())
    except SlackApiError as error:
        if is_transient(error):
            raise
        return None
    return place_of_message(ctx.payload, channel, root)


async def _help(ctx: InteractionContext) -> None:
    text = t(await ctx.locale(), "help")
    await ctx.respond(text=text, blocks=[section(text)], response_type="ephemeral")


async def _list(ctx: InteractionContext) -> None:
    title = escape(t(await ctx.locale(), "list.title"))
    await ctx.respond(text=title, blocks=await list_of(ctx), response_type="ephemeral")


async def list_of(ctx: InteractionContext) -> list[Payload]:
    """Return a person's interviews, with links to their prompts."""
    shown = newest(await ctx.interviews(), MOST)
    return list_blocks(shown, await ctx.services.links_to(shown), await ctx.locale())


async def _settings(ctx: InteractionContext) -> None:
    locale = await ctx.locale()
    blocks = settings_blocks(locale, collects=ctx.services.relay.collects)
    await ctx.respond(text=escape(t(locale, "settings.language")), blocks=blocks, response_type="ephemeral")


async def _restore(ctx: InteractionContext) -> None:
    """Open the window for the person's newest prompt."""
    last = next(iter(finished(await ctx.interviews())), None)
    if last is None:
        await ctx.tell("restore.none")
    else:
        await ctx.open(restore_view(await ctx.locale(), dump_place(last.place, session=last.session.id)))


async def open_form(ctx: InteractionContext) -> None:
    """Open the form with the answers of the interview that goes on in the DM, else for a new one there."""
    place = await ctx.dm()
    held = await ctx.services.interviews.held(place)
    if held is None or held.session.underlying.phase not in _ASKED:
        await _open_blank_form(ctx)
        return
    session = keep_shown(held.session, held.vault)
    await ctx.open(form_view(session.answers, session.locale, dump_place(place, held.parent_message, session.id)))


async def _open_blank_form(ctx: InteractionContext, prefilled: Mapping[Key, str] | None = None) -> None:
    await ctx.open(form_view({}, await ctx.locale(), "", prefilled))


async def _typed_in_dm(ctx: InteractionContext) -> None:
    """Take what was typed of a feature in the DM."""
    place = await ctx.dm()
    await ctx.take(await ctx.did(place, Typed(RawText(plain(ctx.payload.get("text") or "")))))
    await _point_to(place, ctx)


def _in_dm(spec: ControlSpec) -> _Command:
    """Return what does in the DM what a control does."""

    async def ask(ctx: InteractionContext) -> None:
        if spec.event:
            await ctx.take_in_dm(spec.event)
        await _point_to(await ctx.dm(), ctx)

    return ask


async def _point_to(dm: Place, ctx: InteractionContext) -> None:
    if dm.channel != ctx.payload["channel_id"]:
        await ctx.tell("dm.started")


def settings_blocks(locale: Locale, *, collects: bool) -> list[Payload]:
    """Return the choice of language, each in its own; the training data is spoken of where it is collected."""
    names = ((Locale.KO, "한국어"), (Locale.EN, "English"))
    buttons = [button(name, encode(LocaleChosen(one)), style="primary" if one is locale else "") for one, name in names]
    if collects and Control.TRAINING in CONTROLS:
        buttons.append(control_button(Control.TRAINING, locale))
    return [paragraph(t(locale, "settings.language")), *actions(buttons)]


_WORDS: Final[Mapping[str, _Command]] = {
    "help|도움말|도움|사용법|?": _help,
    "list|목록|내역|내프롬프트|리스트": _list,
    "settings|설정|언어|language": _settings,
}
_COMMANDS: Final = MappingProxyType({t: each for words, each in _WORDS.items() for t in words.split("|")})
