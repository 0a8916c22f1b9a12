"""The doctor: what is set up, what is not, and how to fix it."""

import asyncio
import shutil
import stat
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bots.container import connect_endpoints, load_detector, load_policy, opened_store
from bots.ops.backlog import examine_backlog
from bots.ops.check_result import CheckResult
from bots.registry import BOTS, load_bot
from core.adapters.vllm.endpoints import DEFAULT
from core.errors import DetectorError, PromptgenError, SettingsError
from core.ports import Store
from core.privacy.mask import mask
from core.privacy.text import RawText
from core.privacy.vault import Vault
from core.settings import Settings, env_file, is_env_left_alone, misspelt_names

if TYPE_CHECKING:
    from core.adapters.vllm.client import Client
    from core.adapters.vllm.probe import ModelCheckResult

_LEAST_FREE_MB: Final = 500
_PLANTED: Final = RawText("010-2345-6789")


def run_checks(settings: Settings) -> Iterator[CheckResult]:
    """Look at everything that a bot needs, one after another."""
    yield from _names()
    yield from _processes(settings)
    yield from _database(settings)
    yield from _key(settings)
    yield from _disk(settings)
    yield from _detector(settings)
    for bot in map(load_bot, BOTS):
        yield from _platform(bot.checks(settings))
    yield from _model(settings)


def _names() -> Iterator[CheckResult]:
    """Look for settings that are named almost like one of ours."""
    for name, meant in misspelt_names():
        yield CheckResult(passed=False, text="doctor.name_unknown", details={"name": name, "meant": meant})
    if is_env_left_alone():
        yield CheckResult(passed=True, text="doctor.env_left")


def _processes(settings: Settings) -> Iterator[CheckResult]:
    """See that there are no more processes than the database takes."""
    if settings.processes > 1 and not settings.is_postgresql:
        yield CheckResult(passed=False, text="doctor.processes_sqlite", details={"count": settings.processes})


def _database(settings: Settings) -> Iterator[CheckResult]:
    kind = "PostgreSQL" if settings.is_postgresql else "SQLite"
    try:
        with opened_store(settings, read_beside=True) as store:
            yield CheckResult(passed=True, text="doctor.database", details={"kind": kind})
            yield from _paths(settings, is_file=kind == "SQLite" and not settings.database_url)
            _write(store)
            yield CheckResult(passed=True, text="doctor.database_writable")
            if not store.can_restore:
                yield CheckResult(passed=False, text="doctor.key_missing")
            yield from examine_backlog(settings, store)
    except PromptgenError as error:
        yield CheckResult.of(error)


def _paths(settings: Settings, *, is_file: bool) -> Iterator[CheckResult]:
    """Say where things lie."""
    folder = settings.data_dir.resolve()
    yield CheckResult(passed=True, text="doctor.data_dir", details={"path": str(folder)})
    if is_file:
        yield CheckResult(passed=True, text="doctor.database_file", details={"path": str(folder / "promptgen.db")})
    if file := env_file():
        yield CheckResult(passed=True, text="doctor.env_file", details={"path": str(file.resolve())})


class _Undone(Exception):  # noqa: N818 - nothing has gone wrong
    """Takes a transaction back."""


def _write(store: Store) -> None:
    """Write something and take it back."""
    with suppress(_Undone), store.begin() as transaction:
        transaction.remember("doctor", "doctor")
        raise _Undone


def _key(settings: Settings) -> Iterator[CheckResult]:
    """See that nobody else on this machine can read the key or the database."""
    if settings.vault_key:
        yield CheckResult(passed=True, text="doctor.key_set")
    for name in ("vault.key", "promptgen.db"):
        path = settings.data_dir / name
        with suppress(OSError):
            mode = stat.S_IMODE(path.stat().st_mode)
            private = not mode & (stat.S_IRWXG | stat.S_IRWXO)
            text = "doctor.file_private" if private else "doctor.file_open"
            yield CheckResult(private, text, {"path": str(path), "mode": f"{mode:04o}"})


def _disk(settings: Settings) -> Iterator[CheckResult]:
    with suppress(OSError):
        free = shutil.disk_usage(settings.data_dir).free // 1024**2
        enough = free >= _LEAST_FREE_MB
        yield CheckResult(
            enough, "doctor.disk" if enough else "doctor.disk_full", {"free": free, "least": _LEAST_FREE_MB}
        )


def _detector(settings: Settings) -> Iterator[CheckResult]:
    """Have something found and labelled, and the operator's policy read."""
    try:
        policy = replace(load_policy(settings), actions={})
        found = load_detector(settings).detect(_PLANTED)
        works = mask(_PLANTED, found, Vault(), settings.locale, policy).text != _PLANTED.reveal()
    except (DetectorError, SettingsError) as error:
        yield CheckResult.of(error)
        return
    yield CheckResult(works, "doctor.detector" if works else "error.detector_unavailable")
    if settings.ner_model:
        yield CheckResult(passed=True, text="doctor.ner_model", details={"names": "PROMPTGEN_NER_MODEL"})


def _platform(examined: AsyncIterator[CheckResult]) -> list[CheckResult]:
    async def found() -> list[CheckResult]:
        return [finding async for finding in examined]

    return asyncio.run(found())


def _model(settings: Settings) -> Iterator[CheckResult]:
    try:
        clients = connect_endpoints(settings)
    except SettingsError as error:
        yield CheckResult.of(error)
        return
    if not clients:
        yield CheckResult(passed=True, text="doctor.model_off")
    for name, client in clients.items():
        if name != DEFAULT:
            yield CheckResult(passed=True, text="doctor.endpoint", details={"name": name})
        yield from asyncio.run(_probed(client, is_named=name != DEFAULT))


async def _probed(client: "Client", *, is_named: bool) -> tuple[CheckResult, ...]:
    """Look at one endpoint; a named one is only for trying prompts: it need not write whole ones, and has no mode."""
    from core.adapters.vllm.probe import ModelCheck, probe  # noqa: PLC0415 - a second of loading, for those with a model

    try:
        found = await probe(client)
    finally:
        await client.close()
    return tuple(
        CheckResult(
            each.passed or (is_named and each.check is ModelCheck.WHOLE), _model_text(each), {"value": each.value}
        )
        for each in found
        if not (is_named and each.check is ModelCheck.MODE)
    )


def _model_text(found: "ModelCheckResult") -> str:
    """Return the id of the sentence on what was found at an endpoint, which says how to fix what did not pass."""
    if found.passed or found.check not in ("reachable", "model"):
        return f"doctor.model.{found.check}"
    if found.check == "model":
        return "doctor.model.unknown"
    return "doctor.model.refused" if found.value == "refused" else "doctor.model.unreachable"
