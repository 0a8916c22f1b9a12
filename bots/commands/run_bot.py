"""A bot in one process, or in several on one machine (`PROMPTGEN_PROCESSES`)."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from bots.container import BuildContainer, build_container, load_detector
from bots.ops import log, log_format
from bots.ops.prefork import SILENCE_S, Prefork
from bots.ops.supervisor import Supervisor
from bots.ops.warm_up import warm_up
from bots.registry import load_bot
from bots.shared.lifecycle import run
from core.errors import PromptgenError, SettingsError, StoreUnavailable
from core.settings import Settings


def run_bot(
    name: str, settings: Settings, status_of: Callable[[Callable[[], int]], int], silence_s: float = SILENCE_S
) -> int:
    """Run the bot of a platform; `status_of` runs one of several processes and says what went wrong.

    One of several that stands still for `silence_s` is begun again.

    Raises:
        SettingsError: Settings are missing, or there are to be several processes on an SQLite file, which takes one.
        DetectorError: The detector cannot be loaded.
    """
    bot = load_bot(name)

    def serve(number: int, supervisor: Supervisor, build: BuildContainer) -> int:
        own = bot.lifecycle.share(
            settings.model_copy(update={"ops_port": settings.ops_port and settings.ops_port + number}), number
        )
        return status_of(lambda: run(bot, own, build, supervisor))

    try:
        if settings.processes == 1:
            return run(bot, settings)
        if not settings.is_postgresql:
            raise SettingsError(names="PROMPTGEN_PROCESSES, PROMPTGEN_DATABASE_URL")
        bot.lifecycle.check(settings)
        log_format.set_up(settings.log_format, settings.log_level)
        detector = load_detector(settings, begins=False)
        warm_up(detector)
        build = partial(build_container, detector=detector)
        build_once(build, settings)
        return Prefork(settings.processes, partial(serve, build=build), silence_s=silence_s).run()
    except PromptgenError as error:
        log.start_failed(error.code, str(error.details.get("reason", "")))
        raise


def build_once(build: BuildContainer, settings: Settings) -> None:
    """Load what processes build, so that all share it, and bring the database up to date.

    While the database is away they begin without that, each of them again and again until it answers.

    Raises:
        SettingsError: A setting is malformed.
        DataFolderError, DatabaseError, VaultKeyError: The store cannot be opened.
    """
    with suppress(StoreUnavailable), build(settings) as parts:
        asyncio.run(parts.through(asyncio.sleep(0)))
