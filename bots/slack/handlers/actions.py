"""Handles buttons and selects: those of Slack's own here, all others by the relay."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Final

from bots.shared.interview_lookup import refusal
from bots.shared.move_to_dm import END, carried_over
from bots.slack import inbound
from bots.slack.control_codes import bare, control_code, read_code, slot_of
from bots.slack.conversation_cache import ModalTrigger
from bots.slack.handlers.commands import list_of, open_form, settings_blocks, start_in_dm
from bots.slack.handlers.messages import TO_DM
from bots.slack.interaction_context import InteractionContext
from bots.slack.interview_list import OPEN
from bots.slack.markup import escape
from bots.slack.modals import answer_view, gap_view, input_view, restore_view, share_view, wish_view
from bots.slack.payload import Payload
from bots.slack.places import dump_place, is_guest
from bots.slack.texts import t
from core.conversation import events
from core.conversation.control_names import Control
from core.conversation.control_specs import ControlSpec
from core.conversation.inputs import InterviewInput
from core.conversation.replies import AskGap
from core.conversation.session import Phase, Session
from core.features.registry import CONTROLS, question_of
from core.messages import Place
from core.ports import StoredSession
from core.usecases.gap_questions import asked
from core.values.locale import Locale

BLANK_FORM: Final = "blank_form"
START: Final = "start"
LIST: Final = "list"
SETTINGS: Final = "settings"
_OVER: Final = frozenset({Phase.DONE, Phase.CANCELLED, Phase.FORGOTTEN})

_ANSWERS: Final = events.Chosen | events.GapAnswered | events.SuggestionTaken
"""What is said to have been taken, in the place of the question."""

_Handler = Callable[[InteractionContext], Awaitable[object]]
_View = Callable[[Session, str], Payload]
"""Makes a modal of an interview, and of what the modal is to remember."""


async def press(ctx: InteractionContext) -> None:
    """Handle a pressed button, or a choice in a menu."""
    code = inbound.code_in(ctx.payload)
    if slot := slot_of(code):
        await _open_modal(ctx, lambda session, metadata: _gap(session, slot, metadata))
    else:
        await _OWN.get(bare(code), _pass_on)(ctx)


async def _pass_on(ctx: InteractionContext) -> None:
    """Let the relay handle what the conversation itself knows; what was pressed on the App Home, in the DM."""
    code, place = inbound.code_in(ctx.payload), inbound.place_of_action(ctx.payload)
    event = read_code(code)
    if event is None and code:  # a link has none
        ctx.services.dropped("unknown")
    if isinstance(event, events.LocaleChosen):
        await _choose_language(ctx, place, event)
        return
    if place is None:
        await _in_dm(ctx)
        return
    incoming = inbound.pressed(ctx.payload, await ctx.locale())
    if incoming is None:
        return
    cached = ctx.services.conversations.at(place)
    cached.replaceable = ctx.payload["container"]["message_ts"]
    cached.pressed = inbound.label_in(ctx.payload) if isinstance(event, _ANSWERS) else ""
    await ctx.take(incoming)


async def _choose_language(ctx: InteractionContext, place: Place | None, event: events.LocaleChosen) -> None:
    ctx.services.locales.choose(ctx.workspace, ctx.person, event.locale)
    held = await ctx.services.interviews.held(place) if place else None
    if place and held and held.person == ctx.person and held.session.phase not in {*_OVER, Phase.GENERATING}:
        await ctx.take(inbound.press(ctx.payload, place, event, event.locale))
    elif place:
        await ctx.tell("settings.done", at=place)


async def _form(ctx: InteractionContext) -> None:
    """Open the form: with the answers there are, where an interview goes on, else a blank one."""
    place = inbound.place_of_action(ctx.payload)
    held = await ctx.services.interviews.held(place, inbound.session_in(ctx.payload)) if place else None
    if place is None or held is None:
        await open_form(ctx)
        return
    now = asyncio.get_running_loop().time()
    ctx.services.conversations.at(place).trigger = ModalTrigger(ctx.person, ctx.payload["trigger_id"], now)
    incoming = inbound.pressed(ctx.payload, await ctx.locale())
    if incoming:
        await ctx.take(incoming)


async def _share(ctx: InteractionContext) -> None:
    """Ask where to share; a guest of another company may not."""
    if not is_guest(ctx.payload):
        await _open_modal(ctx, _of_locale(share_view))
    elif found := await _owned(ctx):
        await ctx.tell("share.guest", at=found[0])


async def _open_modal(ctx: InteractionContext, view: _View) -> None:
    """Open a modal about the interview that was pressed on."""
    if found := await _owned(ctx):
        place, held = found
        thread = inbound.thread_in(ctx.payload) if place.private else ""
        await ctx.open(view(held.session, dump_place(place, thread, inbound.address_in(ctx.payload))))


async def _in_dm(ctx: InteractionContext) -> None:
    """Let the relay handle in the DM what concerns its person alone."""
    if event := read_code(inbound.code_in(ctx.payload)):
        await ctx.take_in_dm(event)


async def _open_again(ctx: InteractionContext) -> None:
    """Show an interview, or its prompt, again where it was held, from whatever list it was asked for."""
    held = await ctx.services.interviews.owned(ctx.person, inbound.session_in(ctx.payload))
    if held is not None:
        resumed = inbound.press(ctx.payload, held.place, events.Resumed(), await ctx.locale())
        await ctx.take(replace(resumed, session=held.session.id))


async def _to_dm(ctx: InteractionContext) -> None:
    """Go on in the DM with all that was answered, and end what was begun where others read along."""
    if found := await _owned(ctx):
        place, held = found
        dm, locale = await ctx.dm(), held.session.locale
        if await ctx.take(inbound.by(ctx.payload, dm, carried_over(held), locale, ":dm")):
            end = inbound.by(ctx.payload, place, END, locale)
            await ctx.take(replace(end, session=held.session.id))


async def _list(ctx: InteractionContext) -> None:
    await _post_in_dm(ctx, "list.title", await list_of(ctx))


async def _settings(ctx: InteractionContext) -> None:
    blocks = settings_blocks(await ctx.locale(), collects=ctx.services.relay.collects)
    await _post_in_dm(ctx, "settings.language", blocks)


async def _post_in_dm(ctx: InteractionContext, title: str, blocks: list[Payload]) -> None:
    text = escape(t(await ctx.locale(), title))
    await ctx.services.post(await ctx.dm(), text, blocks)


async def _owned(ctx: InteractionContext) -> tuple[Place, StoredSession] | None:
    """Return the interview that was pressed on with its place; None, with a hint, if it is somebody else's."""
    place = inbound.place_of_action(ctx.payload)
    if place is None:
        return None
    held = await ctx.services.interviews.held(place, inbound.session_in(ctx.payload))
    if held and held.person == ctx.person:
        return place, held
    await ctx.tell(refusal(held), at=place)
    return None


def _of_locale(view: Callable[[Locale, str], Payload]) -> _View:
    return lambda session, metadata: view(session.locale, metadata)


def _answer(session: Session, metadata: str) -> Payload:
    """Return the modal for the open question, or the open place of a saved prompt."""
    return answer_view(question_of(session), session.locale, metadata)


def _gap(session: Session, slot: str, metadata: str) -> Payload:
    question = asked(AskGap(slot), session).question or t(session.locale, "gap.title")
    return gap_view(question, slot, session.locale, metadata)


_VIEWS: Final[Mapping[InterviewInput, _View]] = {
    InterviewInput.ANSWER: _answer,
    InterviewInput.WISH: _of_locale(wish_view),
    InterviewInput.PASTE: _of_locale(restore_view),
}


def _handler(spec: ControlSpec) -> _Handler | None:
    """Return what only Slack can carry out of a control; None for one that the relay takes."""
    match spec.input:
        case None:
            return _in_dm if spec.for_person else None
        case InterviewInput.FORM:
            return _form
        case InterviewInput() as own:
            return lambda ctx: _open_modal(ctx, _VIEWS[own])
        case _:
            return lambda ctx: _open_modal(ctx, partial(input_view, spec.control))


_OWN: Final[Mapping[str, _Handler]] = MappingProxyType(
    {
        **{control_code(spec.control): handler for spec in CONTROLS.specs.values() if (handler := _handler(spec))},
        control_code(Control.SHARE): _share,
        START: start_in_dm,
        TO_DM: _to_dm,
        BLANK_FORM: open_form,
        LIST: _list,
        OPEN: _open_again,
        SETTINGS: _settings,
    }
)
