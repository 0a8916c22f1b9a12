"""What the terminal hands over to be held to its roles."""

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from rich.console import Console

from bots.terminal.outbox import TerminalOutbox
from bots.terminal.places import PERSON, place
from bots.terminal.render import Render
from core.values.locale import Locale
from tests.bots.roles import Sending

PLACES: Final = ((place("terminal"), PERSON),)


@asynccontextmanager
async def sending(folder: Path) -> AsyncIterator[Sending]:
    screen = io.StringIO()
    outbox = TerminalOutbox(Console(file=screen, width=200), Render(Locale.KO, 30), folder)
    outbox.place = place("terminal")

    def refuse() -> None:
        outbox.is_closed = True

    yield Sending(outbox, outbox.place, PERSON, screen.getvalue, refuse, keeps=False)
