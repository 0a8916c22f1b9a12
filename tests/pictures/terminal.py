"""The conversation on the terminal: what stands on the screen, line for line."""

import io
import itertools
import tempfile
import time
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.text import Text

from bots.relay import Relay
from bots.terminal import inbound
from bots.terminal.outbox import TerminalOutbox
from bots.terminal.places import PLATFORM, place
from bots.terminal.render import Render
from core.adapters.presidio.detector import PresidioDetector
from core.adapters.store.open_store import open_store
from core.messages import Opened
from core.usecases.chat import Chat
from core.usecases.generation import Generation
from core.values.locale import Locale
from tests.pictures.page import LINES, page

_LEFT_OUT: Final = range(2, 6)  # the questions with choices look alike: the first of them is enough


async def drawn() -> str:
    """Hold the conversation and return its page."""
    console = Console(file=io.StringIO(), width=80, record=True, force_terminal=True)
    outbox = TerminalOutbox(console, Render(Locale.KO, 30))
    ids = (str(number) for number in itertools.count())
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder), clock=time.time)
        chat = Chat(PresidioDetector(), store, lambda: next(ids))
        relay = Relay(PLATFORM, chat, Generation(store), outbox)
        where = place("terminal")
        parts = []
        await relay.handle(inbound.did(where, Locale.KO, Opened()))
        for number, line in enumerate(LINES):
            console.print(Text.assemble(("› ", "bold cyan"), line))
            parts.append("" if number in _LEFT_OUT else _part(console))
            if number in _LEFT_OUT:
                console.export_text()
            if number == _LEFT_OUT[-1]:
                parts.append("<pre>⋮</pre>")
            await relay.handle(inbound.typed(where, Locale.KO, line))
        store.close()
    return page([*parts, _part(console)])


def _part(console: Console) -> str:
    """Return what was printed since the last part."""
    # The font draws a rule's dashes twice as wide as a terminal does.
    return console.export_html(code_format="<pre>{code}</pre>", inline_styles=True).replace("──", "─")
