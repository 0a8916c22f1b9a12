"""`promptgen chat`: the interview on this terminal, or with piped lines."""

import asyncio
import sys
from collections.abc import Mapping, Sequence

from rich.console import Console

from bots.container import Container, build_container
from bots.relay import Relay
from bots.shared.file_queue import FileReadQueue
from bots.terminal.app import converse
from bots.terminal.beginning import begin
from bots.terminal.dragged import DraggedFiles
from bots.terminal.files import TerminalFiles
from bots.terminal.given import given_actions
from bots.terminal.outbox import TerminalOutbox, is_for_a_pipe
from bots.terminal.pipe import TurnFailed, follow
from bots.terminal.render import Render
from core.conversation.questions import Key
from core.messages import Place
from core.ports import StoredSession
from core.settings import Settings


def chat(settings: Settings, answers: Mapping[Key, str], paths: Sequence[str]) -> bool:
    """Hold the interview, with what was given answered already, and say whether it came to its end.

    Raises:
        FileUnusable: A file that was given cannot be read.
        InputError: A line cannot be taken.
    """
    by_hand = sys.stdin.isatty()
    render = Render(settings.locale, settings.retention_days)
    outbox = TerminalOutbox(Console(stderr=not by_hand), render)
    if not by_hand:
        outbox.shows = is_for_a_pipe
    with build_container(settings, limited=False, asks_gaps=by_hand) as parts:
        begin(parts)
        if not by_hand:
            parts.detector.ready()  # nobody is there to read that masking cannot start: end with it
        try:
            asyncio.run(parts.through(_talk(parts, outbox, answers, paths)))
        except TurnFailed:
            return False
    return True


async def _talk(parts: Container, outbox: TerminalOutbox, answers: Mapping[Key, str], paths: Sequence[str]) -> None:
    relay = Relay("terminal", parts.chat, parts.generation, outbox)
    files = TerminalFiles(FileReadQueue(parts.reader, parts.rate_limiter, parts.meter))
    given = await given_actions(answers, paths, files)
    locale = parts.settings.locale

    def held(place: Place) -> StoredSession | None:
        with parts.store.begin() as transaction:
            return transaction.latest_at(place)

    if sys.stdin.isatty():
        await converse(relay, outbox, locale, given, DraggedFiles(files, outbox, held))
    else:
        await follow(relay, outbox, locale, sys.stdin.buffer, given)
