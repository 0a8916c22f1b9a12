"""The faults, and by what each has to be told."""

import asyncio
import os
import shutil
import sqlite3
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, ExitStack, asynccontextmanager, closing
from dataclasses import dataclass
from typing import Final

from cryptography.fernet import Fernet
from sqlalchemy import make_url

from core.adapters.store.open_store import open_store
from tests.bots.slack.walks import answer_from_background
from tests.core.adapters.store.databases import POSTGRESQL_URL, postgresql_database
from tests.core.adapters.store.tcp_proxy import tcp_proxy
from tests.fakes.openai.server import FakeOpenAI
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import Fault as SlackFault
from tests.faults.scene import KEY, Scene

_PEOPLE: Final = tuple(f"U{number}" for number in range(2, 10))
_REVOKED: Final = ("auth.test", "chat.postMessage", "chat.update", "conversations.open", "apps.connections.open")

Prepare = Callable[[Scene], AbstractAsyncContextManager[None]]


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong, and what has to tell of it.

    `prepare` makes the bot's surroundings before it starts, `inject` what happens while it runs; both last until the
    end. It is told by a check of the doctor, a log line of these words with a reason, a changed figure, and an alert.
    """

    name: str
    checks: tuple[str, ...]
    log: str
    metric: str
    alert: str
    prepare: Prepare | None = None
    inject: Prepare | None = None


@asynccontextmanager
async def _locked(scene: Scene) -> AsyncIterator[None]:
    with closing(sqlite3.connect(scene.folder / "promptgen.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        await scene.talk()
        yield


@asynccontextmanager
async def _on_postgresql(scene: Scene) -> AsyncIterator[None]:
    """Put the bot on a PostgreSQL behind a proxy, which `_gone` cuts off."""
    with ExitStack() as stack:
        database = stack.enter_context(postgresql_database(scene.folder))
        address = make_url(database.url or "")
        proxy = stack.enter_context(tcp_proxy(address.host or "127.0.0.1", address.port or 5432))
        through = address.set(host="127.0.0.1", port=proxy.port)
        scene.settings["PROMPTGEN_DATABASE_URL"] = through.render_as_string(hide_password=False)
        scene.proxy = proxy
        yield


@asynccontextmanager
async def _gone(scene: Scene) -> AsyncIterator[None]:
    assert scene.proxy is not None
    scene.proxy.is_up = False
    scene.proxy.cut()
    await scene.talk()
    yield


@asynccontextmanager
async def _small_disk(scene: Scene) -> AsyncIterator[None]:
    """Mount a disk of 64 MB for the data folder, which takes an administrator."""
    scene.folder.mkdir()
    await _run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(scene.folder))
    try:
        yield
    finally:
        await scene.stop()
        await _run("umount", "-l", str(scene.folder))


@asynccontextmanager
async def _full(scene: Scene) -> AsyncIterator[None]:
    free = shutil.disk_usage(scene.folder).free
    with (scene.folder / "filled").open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, free)
    for name in _PEOPLE:
        await scene.talk(name)
    yield


@asynccontextmanager
async def _other_key(scene: Scene) -> AsyncIterator[None]:
    open_store(scene.folder, None, Fernet.generate_key().decode(), clock=time.time).close()
    yield


@asynccontextmanager
async def _no_key(scene: Scene) -> AsyncIterator[None]:
    open_store(scene.folder, None, KEY, clock=time.time).close()
    scene.settings["PROMPTGEN_VAULT_KEY"] = ""
    yield


@asynccontextmanager
async def _newer(scene: Scene) -> AsyncIterator[None]:
    open_store(scene.folder, None, KEY, clock=time.time).close()
    _change(scene, "UPDATE alembic_version SET version_num = '9999_later'")
    yield


@asynccontextmanager
async def _jumped(scene: Scene) -> AsyncIterator[None]:
    with closing(open_store(scene.folder, None, KEY, clock=time.time)) as store:
        store.time_passed()
    _change(scene, "UPDATE clock SET seen_at = seen_at - 20 * 86400")
    yield


@asynccontextmanager
async def _undeletable(scene: Scene) -> AsyncIterator[None]:
    """Have a conversation that was left alone for forty days, and a database that deletes none."""
    await scene.start()
    person = Person(scene.slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    await scene.stop()
    await scene.slack.disconnected()
    _change(scene, "UPDATE session SET touched_at = touched_at - 40 * 86400")
    _change(scene, "CREATE TRIGGER stays BEFORE DELETE ON session BEGIN SELECT RAISE(ABORT, 'stays'); END")
    yield


@asynccontextmanager
async def _old_backup(scene: Scene) -> AsyncIterator[None]:
    scene.folder.mkdir()
    mark = scene.folder / "backup.made"
    mark.touch()
    os.utime(mark, (time.time() - 3 * 86_400,) * 2)
    yield


@asynccontextmanager
async def _never_backed_up(scene: Scene) -> AsyncIterator[None]:
    with closing(open_store(scene.folder, None, KEY, clock=time.time)) as store, store.begin() as transaction:
        transaction.remember("Ev1", "slack")
    _change(scene, "UPDATE event SET seen_at = seen_at - 2.5 * 86400")
    yield


@asynccontextmanager
async def _no_model(scene: Scene) -> AsyncIterator[None]:
    scene.settings |= {"PROMPTGEN_LLM_BASE_URL": "http://127.0.0.1:9/v1", "PROMPTGEN_LLM_MODEL": "mixtral"}
    yield


@asynccontextmanager
async def _other_model(scene: Scene) -> AsyncIterator[None]:
    async with FakeOpenAI(model="other") as server:
        server.statuses = [404] * 999
        scene.settings |= {"PROMPTGEN_LLM_BASE_URL": server.url, "PROMPTGEN_LLM_MODEL": "mixtral"}
        yield


@asynccontextmanager
async def _asked(scene: Scene) -> AsyncIterator[None]:
    person = Person(scene.slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    await answer_from_background(person)
    yield


@asynccontextmanager
async def _limited(scene: Scene) -> AsyncIterator[None]:
    _fail(scene, SlackFault(status=429, retry_after=1), "chat.postMessage", "auth.test", "apps.connections.open")
    await scene.talk(*_PEOPLE)
    yield


@asynccontextmanager
async def _broken(scene: Scene) -> AsyncIterator[None]:
    _fail(scene, SlackFault(status=503), "chat.postMessage", "auth.test")
    await scene.talk(*_PEOPLE)
    await asyncio.sleep(3)
    _change(scene, "UPDATE outgoing SET queued_at = queued_at - 300")
    yield


@asynccontextmanager
async def _revoked(scene: Scene) -> AsyncIterator[None]:
    _fail(scene, SlackFault(error="token_revoked"), *_REVOKED)
    await scene.talk(*_PEOPLE)
    yield


FAULTS: Final = (
    Fault(
        "database locked",
        ("error.store_unavailable",),
        "store unavailable",
        "promptgen_outbox_age_seconds",
        "PromptgenDatabaseAway",
        inject=_locked,
    ),
    Fault(
        "database gone (PostgreSQL)",
        ("error.store_unavailable",),
        "store unavailable",
        "promptgen_outbox_age_seconds",
        "PromptgenDatabaseAway",
        _on_postgresql,
        _gone,
    ),
    Fault("database newer than the program", ("error.database_newer",), "start failed", "up", "PromptgenDown", _newer),
    Fault(
        "disk full",
        ("doctor.disk_full",),
        "store unavailable",
        "promptgen_disk_free_bytes",
        "PromptgenDiskFull",
        _small_disk,
        _full,
    ),
    Fault("key of another vault", ("error.vault_key_wrong",), "start failed", "up", "PromptgenDown", _other_key),
    Fault(
        "key missing",
        ("doctor.key_missing",),
        "vault locked",
        "promptgen_vault_locked",
        "PromptgenVaultLocked",
        _no_key,
    ),
    Fault(
        "model away",
        ("doctor.model.unreachable",),
        "model failed",
        "promptgen_advice_seconds_count",
        "PromptgenModelFails",
        _no_model,
        _asked,
    ),
    Fault(
        "model of another name",
        ("doctor.model.unknown",),
        "model failed",
        "promptgen_advice_seconds_count",
        "PromptgenModelFails",
        _other_model,
        _asked,
    ),
    Fault(
        "platform answers 429",
        ("doctor.slack_refused",),
        "rate limited",
        "promptgen_rate_limited_total",
        "PromptgenRateLimited",
        inject=_limited,
    ),
    Fault(
        "platform answers 503, replies wait",
        ("doctor.replies_wait",),
        "delivery failed",
        "promptgen_outbox_age_seconds",
        "PromptgenRepliesWait",
        inject=_broken,
    ),
    Fault(
        "token revoked",
        ("doctor.slack_bot_token",),
        "delivery failed",
        "promptgen_deliveries_total",
        "PromptgenDeliveriesFail",
        inject=_revoked,
    ),
    Fault(
        "clock jumped ahead",
        ("doctor.clock_doubted",),
        "clock doubted",
        "promptgen_clock_ahead_seconds",
        "PromptgenClockDoubted",
        _jumped,
    ),
    Fault(
        "retention behind",
        ("doctor.retention_behind",),
        "maintenance failed",
        "promptgen_retention_overdue_seconds",
        "PromptgenRetentionBehind",
        _undeletable,
    ),
    Fault(
        "backup too old",
        ("doctor.backup_old",),
        "backup old",
        "promptgen_backup_age_seconds",
        "PromptgenBackupOld",
        _old_backup,
    ),
    Fault(
        "backup never made",
        ("doctor.backup_never",),
        "backup never made",
        "promptgen_backup_age_seconds",
        "PromptgenBackupNever",
        _never_backed_up,
    ),
)


def can_be_injected(fault: Fault) -> bool:
    """Say whether this machine lets it happen: some take a PostgreSQL, or an administrator."""
    return not (
        (fault.prepare is _on_postgresql and not POSTGRESQL_URL) or (fault.prepare is _small_disk and os.geteuid() != 0)
    )


def _fail(scene: Scene, fault: SlackFault, *methods: str) -> None:
    for method in methods:
        scene.slack.faults[method] = [fault] * 9_999


def _change(scene: Scene, statement: str) -> None:
    """Change the database from outside."""
    with closing(sqlite3.connect(scene.folder / "promptgen.db", timeout=30)) as connection, connection:
        connection.execute(statement)


async def _run(*command: str) -> None:
    process = await asyncio.create_subprocess_exec(*command)
    if await process.wait():
        raise OSError(command[0])
