"""`promptgen rehearse`: a rehearsal on this terminal, or with piped lines."""

import argparse
import asyncio
import sys

from rich.console import Console

from bots.commands.exit_status import FAILED
from bots.container import build_container
from bots.ops.maintenance import purge
from bots.relay import Relay
from bots.terminal.app import converse
from bots.terminal.outbox import TerminalOutbox
from bots.terminal.pipe import TurnFailed, talk
from bots.terminal.render import Render
from core.errors import InputError
from core.features.rehearsal import RehearsalRequested
from core.messages import Pressed
from core.settings import Settings


def run(_options: argparse.Namespace, settings: Settings) -> int:
    """Hold a rehearsal.

    Raises:
        InputError: There is no model to rehearse with.
    """
    outbox = TerminalOutbox(Console(), Render(settings.locale, settings.retention_days))
    with build_container(settings, limited=False) as parts:
        if not parts.assistants:
            raise InputError(reason="no_model")
        purge(parts.store, settings.retention_days)
        relay = Relay("terminal", parts.chat, parts.generation, outbox)
        begin = Pressed(RehearsalRequested())
        held = (
            converse(relay, outbox, settings.locale, (begin,))
            if sys.stdin.isatty()
            else talk(relay, outbox, settings.locale, sys.stdin.buffer, begin)
        )
        try:
            asyncio.run(parts.through(held))
        except TurnFailed:
            return FAILED
    return 0
