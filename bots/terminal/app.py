"""The interview on a terminal, typed by hand."""

import asyncio
import sys
from collections.abc import Sequence
from typing import Final

from prompt_toolkit.formatted_text import FormattedText

from bots.platform import Platform
from bots.relay import Relay
from bots.terminal import inbound
from bots.terminal.files import DraggedFiles
from bots.terminal.keyboard import Keyboard
from bots.terminal.outbox import TerminalOutbox, is_no_question
from bots.terminal.places import PLATFORM, place
from bots.terminal.render import RENDERERS
from core.conversation.events import Cancelled, Confirmed
from core.conversation.texts import t
from core.messages import Action, Incoming, Opened, Place
from core.values.locale import Locale

_PROMPT: Final = FormattedText([("ansicyan bold", "› ")])


async def converse(
    relay: Relay,
    outbox: TerminalOutbox,
    locale: Locale,
    begin: Sequence[Action] = (Opened(),),
    dragged: DraggedFiles | None = None,
) -> None:
    """Hold the interview with the person at the keyboard until it ends, or they leave it for later: 나가기, Ctrl-D.

    `begin` is what the conversation begins with; `dragged` reads the files that a line names.
    """
    outbox.place = where = place("terminal")
    keyboard = Keyboard()
    await relay.resend_pending()
    *given, last = begin
    shows, outbox.shows = outbox.shows, is_no_question
    for action in given:
        await relay.handle(inbound.did(where, locale, action))
    outbox.shows = shows
    await relay.handle(inbound.did(where, locale, last))
    while not outbox.ended:
        try:
            line = await keyboard.line(_PROMPT)
        except KeyboardInterrupt:
            await _interrupted(relay, outbox, keyboard, where, locale)
            return
        except EOFError:
            return
        typed = inbound.typed(where, locale, line)
        for incoming in await dragged.split_message(typed, line) if dragged else [typed]:
            await _take(relay, outbox, keyboard, where, incoming)
        if outbox.left:
            return


async def _take(relay: Relay, outbox: TerminalOutbox, keyboard: Keyboard, where: Place, incoming: Incoming) -> None:
    """Take a line; while a model is waited for, Ctrl-C stops that and nothing else."""
    taking = asyncio.create_task(relay.handle(incoming))
    while not taking.done():
        interruption = asyncio.create_task(keyboard.interruption())
        await asyncio.wait({taking, interruption}, return_when=asyncio.FIRST_COMPLETED)
        if interruption.done() and outbox.waits:
            keyboard.spend()
            await relay.handle(inbound.pressed(where, incoming.locale, Cancelled()))
        interruption.cancel()
    taking.result()


async def _interrupted(relay: Relay, outbox: TerminalOutbox, keyboard: Keyboard, where: Place, locale: Locale) -> None:
    """Ask whether the unfinished interview is kept; leaving the question itself keeps it."""
    if outbox.prompt is not None:
        return
    try:
        reply = await keyboard.line(f"{t(locale, 'terminal.interrupt')} ")
    except (KeyboardInterrupt, EOFError):
        reply = ""
    if reply.strip().lower() in {"d", "ㅇ", "지우기", "drop"}:
        for event in (Cancelled(), Confirmed()):
            await relay.handle(inbound.pressed(where, locale, event))
    else:
        sys.stdout.write(t(locale, "terminal.kept") + "\n")


TERMINAL: Final = Platform(PLATFORM, RENDERERS)
