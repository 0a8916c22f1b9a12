"""A terminal to talk to: the real relay, use case and database, and a detector that knows what was planted."""

import io
import itertools
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from bots.relay import Relay
from bots.terminal import inbound
from bots.terminal.outbox import TerminalOutbox
from bots.terminal.places import PLATFORM, place
from bots.terminal.render import Render
from core.adapters.store.open_store import open_store
from core.adapters.store.store import SqlStore
from core.messages import Opened
from core.usecases.chat import Chat
from core.usecases.generation import Generation
from core.values.locale import Locale
from tests.core.adapters.store.databases import with_schema
from tests.fakes.detector import FakeDetector


class Terminal:
    """One person at one terminal; `said` returns what the screen shows after a line."""

    def __init__(self, store: SqlStore, locale: Locale, folder: Path | None = None, *, asks_gaps: bool = False) -> None:
        self.detector = FakeDetector()
        self.screen = io.StringIO()
        self.outbox = TerminalOutbox(Console(file=self.screen, width=200), Render(locale, 30), folder)
        ids = itertools.count()
        chat = Chat(self.detector, store, lambda: f"session-{next(ids)}", asks_gaps=asks_gaps)
        self.relay = Relay(PLATFORM, chat, Generation(store), self.outbox)
        self._locale = locale
        self._where = place("terminal")

    async def opened(self) -> str:
        await self.relay.handle(inbound.did(self._where, self._locale, Opened()))
        return self._shown()

    async def said(self, line: str) -> str:
        await self.relay.handle(inbound.typed(self._where, self._locale, line))
        return self._shown()

    def _shown(self) -> str:
        shown = self.screen.getvalue()
        self.screen.seek(0)
        self.screen.truncate()
        return shown


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    store = open_store(with_schema(tmp_path), clock=time.time)
    yield store
    store.close()


@pytest.fixture
def terminal(store: SqlStore, tmp_path: Path) -> Terminal:
    return Terminal(store, Locale.KO, tmp_path)
