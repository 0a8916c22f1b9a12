"""A bot in one process, or in several on one machine (`PROMPTGEN_PROCESSES`)."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from bots.container import BuildContainer, build_container, load_detector
from bots.ops import log
from bots.ops.prefork import Prefork
from bots.ops.warm_up import warm_up
from bots.registry import load_bot
from bots.shared.lifecycle import run
from core.errors import PromptgenError, SettingsError, StoreUnavailable
from core.settings import Settings


def run_bot(name: str, settings: Settings, status_of: Callable[[Callable[[], int]], int]) -> int:
    """Run the bot of a platform; `status_of` runs one of several processes and says what went wrong.

    Raises:
        SettingsError: Settings are missing, or there are to be several processes on an SQLite file, which takes one.
        DetectorError: The detector cannot be loaded.
    """
    bot = load_bot(name)

    def serve(number: int, build: BuildContainer) -> int:
        own = bot.lifecycle.share(
            settings.model_copy(update={"ops_port": settings.ops_port and settings.ops_port + number}), number
        )
        return status_of(lambda: run(bot, own, build))

    try:
        if settings.processes == 1:
            return run(bot, settings)
        if not settings.is_postgresql:
            raise SettingsError(names="PROMPTGEN_PROCESSES, PROMPTGEN_DATABASE_URL")
        bot.lifecycle.check(settings)
        detector = load_detector(settings, begins=False)
        warm_up(detector)
        build = partial(build_container, detector=detector)
        build_once(build, settings)
        return Prefork(settings.processes, partial(serve, build=build)).run()
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
