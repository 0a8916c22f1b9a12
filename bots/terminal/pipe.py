"""The interview with piped lines, one an answer: nobody is there to be asked again."""

import sys
import uuid
from collections.abc import Iterator, Sequence
from typing import BinaryIO, Final

from bots.relay import Relay
from bots.terminal import inbound
from bots.terminal.outbox import TerminalOutbox
from bots.terminal.places import place
from core.conversation.events import Event, Skipped
from core.conversation.prompt_events import GenerationRequested
from core.conversation.questions import QUESTIONS
from core.conversation.replies import Ask, AskIntent, ShowSummary, Tell
from core.conversation.texts import t
from core.errors import InputError, LineRefused
from core.messages import Action, Incoming, Opened, Pressed
from core.values.locale import Locale


class TurnFailed(Exception):  # noqa: N818 - says what happened, not what it is
    """A line failed on something that is not its fault; standard error has said on what."""


async def follow(
    relay: Relay, outbox: TerminalOutbox, locale: Locale, lines: BinaryIO, begin: Sequence[Action] = (Opened(),)
) -> None:
    """Hold the interview, which begins with what is given, then print the finished prompt on standard output.

    An answer that cannot be read is kept as it was written. Where the lines end with nothing left to ask, the prompt is
    made.

    Raises:
        InputError: A line is not UTF-8 or cannot be taken, or there were too few answers for a prompt.
        TurnFailed: A line failed on something else.
        BrokenPipeError: Nobody reads any more.
    """
    pipe = _Pipe(relay, outbox, locale)
    for action in begin:
        await pipe.does(0, action)
    for number, line in enumerate(_decoded(lines), 1):
        await pipe.answers(number, line)
        if outbox.ended:
            return
    for event in (Skipped(), Skipped(), GenerationRequested()):  # the introduction and the reference
        if _lacks_only(event, outbox):
            await pipe.does(0, Pressed(event))
    if outbox.prompt is None:
        raise InputError(reason="unfinished")
    sys.stdout.write(f"{outbox.prompt}\n")


async def talk(relay: Relay, outbox: TerminalOutbox, locale: Locale, lines: BinaryIO, begin: Action) -> None:
    """Hold a conversation with a model, such as a rehearsal, that begins with what is given; a line is a message.

    Raises:
        InputError, TurnFailed, BrokenPipeError: As above.
    """
    pipe = _Pipe(relay, outbox, locale)
    await pipe.does(0, begin)
    for number, line in enumerate(_decoded(lines), 1):
        if outbox.ended:
            return
        await pipe.says(number, line)


class _Pipe:
    """Takes one line after another, and ends at the first that is not taken."""

    def __init__(self, relay: Relay, outbox: TerminalOutbox, locale: Locale) -> None:
        self._relay, self._outbox, self._locale = relay, outbox, locale
        self._where: Final = place(f"pipe-{uuid.uuid4().hex}")
        outbox.place = self._where

    async def answers(self, number: int, line: str) -> None:
        await self.says(number, line)
        last = self._outbox.last
        if isinstance(last, Ask) and last.keeps_words:
            name = t(self._locale, f"key.{last.key}")
            sys.stderr.write(f"promptgen: {t(self._locale, 'pipe.as_written', line=number, name=name)}\n")
            await self.says(number, line)
            last = self._outbox.last
        if isinstance(last, Ask) and last.hint:
            raise LineRefused(number, last.hint, last.details)
        if isinstance(last, AskIntent) and last.hint:
            raise LineRefused(number, last.hint, {})

    async def says(self, number: int, line: str) -> None:
        await self._take(number, inbound.typed(self._where, self._locale, line))
        last = self._outbox.last
        if isinstance(last, Tell) and last.refuses:
            raise LineRefused(number, last.text, last.details)

    async def does(self, number: int, action: Action) -> None:
        await self._take(number, inbound.did(self._where, self._locale, action))

    async def _take(self, number: int, incoming: Incoming) -> None:
        taken = await self._relay.handle(incoming)
        last = self._outbox.last
        if self._outbox.is_closed:
            raise BrokenPipeError
        if taken:
            return
        if number and isinstance(last, Tell) and last.refuses:
            raise LineRefused(number, last.text, last.details)
        raise TurnFailed


def _lacks_only(event: Event, outbox: TerminalOutbox) -> bool:
    """Say whether this may be all that is missing for a prompt: a question left out, the word to make it."""
    match outbox.last, event:
        case Ask(key=key), Skipped():
            return QUESTIONS[key].optional
        case ShowSummary(), GenerationRequested():
            return outbox.prompt is None
        case _:
            return False


def _decoded(lines: BinaryIO) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        try:
            yield line.decode().rstrip("\r\n")
        except UnicodeDecodeError:
            raise InputError(line=number, reason="utf8") from None
