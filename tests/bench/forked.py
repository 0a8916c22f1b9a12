"""What each further process of `PROMPTGEN_PROCESSES` takes: `python -m tests.bench.forked [PROCESSES]`, on PostgreSQL.

Forked as `bots/ops/prefork.py` does, from one that has loaded everything; each holds twenty interviews. Its own is the
memory that it shares with no other process.
"""

import gc
import os
import re
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Final

from bots.commands.run_bot import build_once
from bots.container import build_container, load_detector
from bots.ops.warm_up import warm_up
from bots.registry import load_bot
from core.adapters.lazy_loading import BackgroundDetector
from core.messages import Incoming, Place, Typed
from core.privacy.text import RawText
from core.settings import Settings
from core.values.locale import Locale
from tests.bots.bench import TURNS
from tests.core.adapters.store.databases import postgresql_database

_INTERVIEWS: Final = 20


def main(processes: int) -> None:
    """Print one line a process."""
    with tempfile.TemporaryDirectory() as folder, postgresql_database(Path(folder)) as database:
        settings = Settings(data_dir=Path(folder), database_url=database.url, _env_file=None)  # type: ignore[call-arg]  # pydantic's own
        load_bot("slack")  # as the command has
        detector = load_detector(settings, begins=False)
        warm_up(detector)
        build_once(partial(build_container, detector=detector), settings)
        gc.collect()
        gc.freeze()
        _say(f"before the fork: {_own_mb():.0f} MB")
        for number in range(processes):
            if not os.fork():
                _serve(number, settings, detector)
        for _ in range(processes):
            os.wait()


def _serve(number: int, settings: Settings, detector: BackgroundDetector) -> None:
    try:
        began = time.perf_counter()
        with build_container(settings, limited=False, detector=detector) as parts:
            started = time.perf_counter() - began
            for name in (f"{number}-{interview}" for interview in range(_INTERVIEWS)):
                for turn, text in enumerate(TURNS):
                    place, typed = Place("bench", "T1", name), Typed(RawText(text))
                    parts.chat.handle(Incoming(f"{name}.{turn}", place, name, Locale.KO, typed))
            _say(f"process {number}: built in {started:.2f} s, {_own_mb():.0f} MB of its own")
    finally:
        os._exit(0)  # nothing of the first process is to be ended here


def _own_mb() -> float:
    private = re.findall(r"^Private_\w+: +(\d+) kB", Path("/proc/self/smaps_rollup").read_text(), re.MULTILINE)
    return sum(map(int, private)) / 1024


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
