"""A bot in one process, or in several on one machine (`PROMPTGEN_PROCESSES`)."""

from collections.abc import Callable
from functools import partial

from bots.container import BuildContainer, build_container, load_detector
from bots.ops import log
from bots.ops.prefork import Prefork
from bots.ops.warm_up import warm_up
from core.errors import PromptgenError, SettingsError
from core.settings import Settings

Run = Callable[[Settings, BuildContainer], int]
"""A platform's bot: runs until it is told to end, and returns an exit status."""


def run_bot(
    settings: Settings,
    run: Run,
    share: Callable[[Settings, int], Settings],
    status_of: Callable[[Callable[[], int]], int],
) -> int:
    """Run a bot; `share` gives each process what is its own, `status_of` runs it and says what went wrong.

    Raises:
        SettingsError: There are to be several processes on an SQLite file, which takes one.
        DetectorError: The detector cannot be loaded.
    """

    def serve(number: int, build: BuildContainer) -> int:
        own = share(settings.model_copy(update={"ops_port": settings.ops_port and settings.ops_port + number}), number)
        return status_of(lambda: run(own, build))

    try:
        if settings.processes == 1:
            return run(settings, build_container)
        if not (settings.database_url or "").startswith("postgresql"):
            raise SettingsError(names="PROMPTGEN_PROCESSES, PROMPTGEN_DATABASE_URL")
        detector = load_detector(settings, begins=False)
        warm_up(detector)  # so that it is shared
        return Prefork(settings.processes, partial(serve, build=partial(build_container, detector=detector))).run()
    except PromptgenError as error:
        log.start_failed(error.code, str(error.details.get("reason", "")))
        raise
