"""A database that fails is told to the person, what they had said stays, and afterwards it goes on."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest

from core.adapters.store.open_store import open_store
from core.adapters.store.store import SqlStore
from core.usecases.delivery import Delivery
from core.values.locale import Locale
from tests.bots.terminal.conftest import Terminal
from tests.fakes.clock import Clock
from tests.fakes.waiting import until

UNAVAILABLE = "지금 데이터베이스에 연결할 수 없어요. 잠시 뒤에 다시 보내주세요."
DISK_FULL = "디스크가 가득 차서 저장하지 못했어요."


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[SqlStore]:
    store = open_store(tmp_path, clock=clock, lock_wait_s=0.2)
    yield store
    store.close()


@contextmanager
def full(store: SqlStore) -> Iterator[None]:
    pragma(store, "max_page_count = 1")  # SQLite takes the size that the file has
    try:
        yield
    finally:
        pragma(store, "max_page_count = 1000000")


@contextmanager
def read_only(store: SqlStore) -> Iterator[None]:
    pragma(store, "query_only = ON")
    try:
        yield
    finally:
        pragma(store, "query_only = OFF")


@contextmanager
def locked(store: SqlStore) -> Iterator[None]:
    with closing(sqlite3.connect(str(store.engine.url.database), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


def pragma(store: SqlStore, setting: str) -> None:
    with store.engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute(f"PRAGMA {setting}").fetchall()


Outage = Callable[[SqlStore], AbstractContextManager[None]]


@pytest.mark.parametrize(("outage", "why"), [(full, DISK_FULL), (read_only, UNAVAILABLE), (locked, UNAVAILABLE)])
async def test_an_answer_that_could_not_be_kept_is_asked_for_again(store: SqlStore, outage: Outage, why: str) -> None:
    terminal = Terminal(store, Locale.KO)
    await terminal.opened()
    await terminal.said("주간 보고서를 요약해줘")
    background = "저는 기획팀이에요. " + "주간 회의가 많아요. " * 300
    with outage(store):
        assert why in await terminal.said(background)
        assert why in await terminal.said(background)
    assert "[질문 3]" in await terminal.said(background)
    with store.begin() as transaction:
        (held,) = transaction.sessions_of("local", "terminal", "local")
    assert [str(key) for key in held.session.answers] == ["purpose", "background"]


@pytest.mark.parametrize("outage", [read_only, locked])
async def test_a_reply_that_could_not_be_noted_holds_nothing_up(
    store: SqlStore, clock: Clock, outage: Outage, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal(store, Locale.KO)
    await terminal.opened()
    mark_sent = store.mark_sent

    def failing(receipts: dict[int, str]) -> object:
        with outage(store):
            return mark_sent(receipts)

    with monkeypatch.context() as patch:
        patch.setattr(terminal.relay._sender._receipts, "_mark_sent", failing)
        assert "[질문 2]" in await terminal.said("주간 보고서를 요약해줘")
    assert store.outbox_age() == 0
    clock.now += 61
    assert store.outbox_age() == 61
    await terminal.relay.resend_pending()
    assert store.outbox_age() == 0


async def test_a_prompt_that_fails_does_not_end_the_watch(
    store: SqlStore, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal(store, Locale.KO)
    await terminal.opened()
    for answer in ("주간 보고서를 요약해줘", "기획팀입니다", "표", "보통", "한국어", "대학생", "건너뛰기"):
        await terminal.said(answer)
    generation = terminal.relay._generation
    run, failures = generation.run, [RuntimeError(), RuntimeError(), RuntimeError()]

    async def failing(session_id: str, show: Callable[[Delivery], None]) -> tuple[Delivery, ...]:
        if failures:
            raise failures.pop()
        return await run(session_id, show)

    monkeypatch.setattr(generation, "run", failing)
    await terminal.said("만들기")
    assert terminal.outbox.prompt is None
    clock.now += 61
    watching = asyncio.create_task(terminal.relay.resend_loop(0.01))
    await until(lambda: terminal.outbox.prompt is not None, asyncio.Condition(), 20)
    watching.cancel()
    assert failures == []
