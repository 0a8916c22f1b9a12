"""The interview on a terminal: typed by hand, or piped in."""

import sys
import uuid
from collections.abc import Iterator
from typing import BinaryIO, Final

from prompt_toolkit.formatted_text import FormattedText

from bots.relay import Relay
from bots.terminal import inbound
from bots.terminal.keyboard import Keyboard
from bots.terminal.outbox import TerminalOutbox
from core.conversation.events import Cancelled
from core.conversation.texts import say
from core.errors import InputError
from core.incoming import Incoming, Place, Pressed
from core.locale import Locale

_PROMPT: Final = FormattedText([("ansicyan bold", "› ")])


async def converse(relay: Relay, outbox: TerminalOutbox, locale: Locale) -> None:
    """Hold the interview with the person at the keyboard until it ends, or they leave it for later."""
    where = inbound.place("terminal")
    keyboard = Keyboard()
    await relay.recover()
    await relay.take(inbound.opened(_new_id(), where, locale))
    while not outbox.ended:
        try:
            line = await keyboard.line(_PROMPT)
        except KeyboardInterrupt:
            await _interrupted(relay, outbox, keyboard, where, locale)
            return
        except EOFError:
            return
        await relay.take(inbound.typed(_new_id(), where, locale, line))


async def follow(relay: Relay, outbox: TerminalOutbox, locale: Locale, lines: BinaryIO) -> None:
    """Hold the interview with piped lines, one an answer, then print the finished prompt on standard output.

    Raises:
        InputError: A line is not UTF-8, or there were too few answers for a prompt.
    """
    where = inbound.place(f"pipe-{_new_id()}")
    await relay.take(inbound.opened(_new_id(), where, locale))
    for line in _decoded(lines):
        await relay.take(inbound.typed(_new_id(), where, locale, line))
        if outbox.ended:
            return
    if outbox.prompt is None:
        raise InputError(reason="unfinished")
    sys.stdout.write(f"{outbox.prompt}\n")


async def _interrupted(relay: Relay, outbox: TerminalOutbox, keyboard: Keyboard, where: Place, locale: Locale) -> None:
    """Ask whether the unfinished interview is kept; leaving the question itself keeps it."""
    if outbox.prompt is not None:
        return
    try:
        reply = await keyboard.line(f"{say(locale, 'terminal.interrupt')} ")
    except (KeyboardInterrupt, EOFError):
        reply = ""
    if reply.strip().lower() in {"d", "ㅇ", "지우기", "drop"}:
        incoming = Incoming(_new_id(), where, inbound.PERSON, locale, Pressed(Cancelled()))
        await relay.take(incoming)
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
