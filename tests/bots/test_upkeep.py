"""The daily work of a running bot."""

import asyncio
import logging
from pathlib import Path

import pytest

from bots.meter import Meter
from bots.upkeep import keep_up
from core.adapters.store.opening import open_store
from core.chat import Chat
from core.incoming import Incoming, Opened, Place
from core.locale import Locale
from core.privacy.text import RawText
from tests.fakes.detector import FakeDetector

_DAY = 86_400.0
_WHERE = Place("test", "T1", "D1")


async def test_what_is_past_its_time_goes_by_itself(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    now = [0.0]
    store = open_store(tmp_path, clock=lambda: now[0])
    chat = Chat(FakeDetector(), store, lambda: "session")
    chat.handle(Incoming("E1", _WHERE, "U1", Locale.KO, Opened(RawText("김서연에게 보낼 메일"))))
    upkeep = asyncio.create_task(keep_up(store, retention_days=30, meter=Meter(), every_s=0.01))
    await asyncio.sleep(0.1)
    with store.begin() as transaction:
        assert transaction.open_at(_WHERE) is not None
    now[0] = 31 * _DAY
    async with asyncio.timeout(10):
        while "purged sessions=1" not in caplog.text:  # noqa: ASYNC110 - a log line rings no bell
            await asyncio.sleep(0.01)
    upkeep.cancel()
    with store.begin() as transaction:
        assert transaction.open_at(_WHERE) is None
    store.close()
