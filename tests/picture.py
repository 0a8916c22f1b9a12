"""The README's picture: a real conversation, as a page for a browser to draw (`python -m tests.picture FILE`)."""

import asyncio
import io
import itertools
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.text import Text

from bots.relay import Relay
from bots.terminal import inbound
from bots.terminal.outbox import TerminalOutbox
from bots.terminal.render import Render
from core.adapters.presidio.detector import PresidioDetector
from core.adapters.store.open_store import open_store
from core.locale import Locale
from core.usecases.chat import Chat
from core.usecases.generation import Generation

_LINES: Final = (
    "신입사원 김서연에게 보낼 환영 이메일 초안 써줘",
    "저는 한빛상사 인사팀 박지훈 과장입니다. 010-2345-6789",
    "연속 문장",
    "보통이요",
    "1",
    "대학생 수준",
    "건너뛰기",
    "만들기",
)


_PAGE: Final = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #fff; display: inline-flex; gap: 8px; padding: 12px 16px }}
pre {{ font: 13px/1.4 "Noto Sans Mono CJK KR", monospace; margin: 0 }}
</style><body>{columns}</body>"""


async def drawn() -> str:
    """Hold the conversation and return what the screen shows, the interview beside the prompt."""
    console = Console(file=io.StringIO(), width=76, record=True, force_terminal=True)
    columns = []
    outbox = TerminalOutbox(console, Render(Locale.KO, 30))
    ids = (str(number) for number in itertools.count())
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder), clock=time.time)
        chat = Chat(PresidioDetector(), store, lambda: next(ids))
        relay = Relay(inbound.PLATFORM, chat, Generation(store), outbox)
        where = inbound.place("terminal")
        await relay.handle(inbound.opened(next(ids), where, Locale.KO))
        for line in _LINES:
            console.print(Text.assemble(("› ", "bold cyan"), line))
            if line == _LINES[-1]:
                columns.append(_column(console))
            await relay.handle(inbound.typed(next(ids), where, Locale.KO, line))
        store.close()
    columns.append(_column(console))
    return _PAGE.format(columns="".join(columns))


def _column(console: Console) -> str:
    """Return what was printed since the last column."""
    # The font draws a rule's dashes twice as wide as a terminal does.
    return console.export_html(code_format="<pre>{code}</pre>", inline_styles=True).replace("──", "─")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(asyncio.run(drawn()))
