"""The real parts around a detector that is quick: what a bot under test is built from."""

import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bots.container import Container
from core.adapters.documents.reader import FileReader
from core.adapters.lazy_loading import BackgroundDetector
from core.adapters.store.open_store import open_store
from core.ports import Advisor, Detector
from core.settings import Settings
from core.usecases.chat import Chat
from core.usecases.generation import Generation
from core.usecases.limits import Limits
from core.usecases.rate_limiter import RateLimiter
from tests.core.adapters.store.databases import with_schema
from tests.fakes.detector import FakeDetector


def settings_for(folder: Path, api_url: str, **others: object) -> Settings:
    """Return the settings of a bot that talks to a fake Slack."""
    given: dict[str, object] = {
        "SLACK_BOT_TOKEN": "xoxb-test",
        "SLACK_APP_TOKEN": "xapp-test",
        "slack_api_url": api_url,
        "data_dir": folder,
        "_env_file": None,
        **others,
    }
    return Settings(**given)  # type: ignore[arg-type]


@contextmanager
def build_container(
    settings: Settings,
    advisor: Advisor | None = None,
    limits: Limits | None = None,
    *,
    load: Callable[[], Detector] = FakeDetector,
    lock_wait_s: float = 10,
    asks_gaps: bool = False,
) -> Iterator[Container]:
    """Make the parts and close them at the end."""
    detector = BackgroundDetector(load)
    folder = settings.data_dir if settings.database_url else with_schema(settings.data_dir)
    store = open_store(folder, settings.database_url, "k" * 43 + "=", clock=time.time, lock_wait_s=lock_wait_s)
    rate_limiter = RateLimiter(limits or Limits(), time.monotonic)
    try:
        chat = Chat(detector, store, lambda: uuid.uuid4().hex, rate_limiter=rate_limiter, asks_gaps=asks_gaps)
        reader = FileReader(rate_limiter.limits.file_mb)
        yield Container(settings, detector, store, chat, Generation(store, advisor), reader, rate_limiter=rate_limiter)
    finally:
        store.close()
