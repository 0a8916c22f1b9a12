"""The interview on a terminal: typed by hand, or piped in."""

import asyncio
import sys
import uuid
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, Final

from prompt_toolkit.formatted_text import FormattedText

from bots.relay import Relay
from bots.terminal import inbound
from bots.terminal.keyboard import Keyboard
from bots.terminal.outbox import TerminalOutbox
from core.conversation.events import Cancelled, Event, GenerationRequested, RehearsalRequested, Skipped
from core.conversation.questions import Key
from core.conversation.replies import Ask, ShowSummary
from core.conversation.texts import say
from core.errors import InputError
from core.incoming import Action, Incoming, Opened, Place
from core.locale import Locale

_PROMPT: Final = FormattedText([("ansicyan bold", "› ")])


async def converse(relay: Relay, outbox: TerminalOutbox, locale: Locale, begin: Action | None = None) -> None:
    """Hold the interview with the person at the keyboard until it ends, or they leave it for later.

    `begin` is what the conversation begins with instead.
    """
    where = inbound.place("terminal")
    keyboard = Keyboard()
    await relay.recover()
    await relay.take(replace(inbound.opened(_new_id(), where, locale), action=begin or Opened()))
    while not outbox.ended:
        try:
            line = await keyboard.line(_PROMPT)
        except KeyboardInterrupt:
            await _interrupted(relay, outbox, keyboard, where, locale)
            return
        except EOFError:
            return
        await _take(relay, outbox, keyboard, where, inbound.typed(_new_id(), where, locale, line))


async def _take(relay: Relay, outbox: TerminalOutbox, keyboard: Keyboard, where: Place, incoming: Incoming) -> None:
    """Take a line; while a model is waited for, Ctrl-C stops that and nothing else."""
    taking = asyncio.create_task(relay.take(incoming))
    while not taking.done():
        interruption = asyncio.create_task(keyboard.interruption())
        await asyncio.wait({taking, interruption}, return_when=asyncio.FIRST_COMPLETED)
        if interruption.done() and outbox.waits:
            keyboard.spend()
            await relay.take(inbound.pressed(_new_id(), where, incoming.locale, Cancelled()))
        interruption.cancel()
    taking.result()


async def talk(relay: Relay, outbox: TerminalOutbox, locale: Locale, lines: BinaryIO) -> None:
    """Hold a rehearsal with piped lines, one a message.

    Raises:
        InputError: A line is not UTF-8.
    """
    where = inbound.place(f"pipe-{_new_id()}")
    await relay.take(inbound.pressed(_new_id(), where, locale, RehearsalRequested()))
    for line in _decoded(lines):
        if outbox.ended:
            return
        await relay.take(inbound.typed(_new_id(), where, locale, line))


async def follow(relay: Relay, outbox: TerminalOutbox, locale: Locale, lines: BinaryIO) -> None:
    """Hold the interview with piped lines, one an answer, then print the finished prompt on standard output.

    Nobody is there to answer a question that comes again: what cannot be read is kept as it was written. Where the
    lines end with nothing left to ask, the prompt is made.

    Raises:
        InputError: A line is not UTF-8, or there were too few answers for a prompt.
    """
    where = inbound.place(f"pipe-{_new_id()}")
    await relay.take(inbound.opened(_new_id(), where, locale))
    for line in _decoded(lines):
        await relay.take(inbound.typed(_new_id(), where, locale, line))
        if _asks_again(outbox):
            await relay.take(inbound.typed(_new_id(), where, locale, line))
        if outbox.ended:
            return
    for event in (Skipped(), GenerationRequested()):
        if _lacks_only(event, outbox):
            await relay.take(inbound.pressed(_new_id(), where, locale, event))
    if outbox.prompt is None:
        raise InputError(reason="unfinished")
    sys.stdout.write(f"{outbox.prompt}\n")


def _asks_again(outbox: TerminalOutbox) -> bool:
    """Say whether the last line could not be read, and would be kept if it came once more."""
    return isinstance(outbox.last, Ask) and outbox.last.hint == f"hint.{outbox.last.key}"


def _lacks_only(event: Event, outbox: TerminalOutbox) -> bool:
    """Say whether this is all that is missing for a prompt: the last question left out, the word to make it."""
    match outbox.last, event:
        case Ask(key=Key.REFERENCE), Skipped():
            return True
        case ShowSummary(), GenerationRequested():
            return outbox.prompt is None
        case _:
            return False


async def _interrupted(relay: Relay, outbox: TerminalOutbox, keyboard: Keyboard, where: Place, locale: Locale) -> None:
    """Ask whether the unfinished interview is kept; leaving the question itself keeps it."""
    if outbox.prompt is not None:
        return
    try:
        reply = await keyboard.line(f"{say(locale, 'terminal.interrupt')} ")
    except (KeyboardInterrupt, EOFError):
        reply = ""
    if reply.strip().lower() in {"d", "ㅇ", "지우기", "drop"}:
        await relay.take(inbound.pressed(_new_id(), where, locale, Cancelled()))
    else:
        sys.stdout.write(say(locale, "terminal.kept") + "\n")


def _decoded(lines: BinaryIO) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        try:
            yield line.decode().rstrip("\r\n")
        except UnicodeDecodeError:
            raise InputError(line=number, reason="utf8") from None


def _new_id() -> str:
    return uuid.uuid4().hex
