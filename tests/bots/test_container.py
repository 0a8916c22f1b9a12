"""The parts are put together before any thread imports anything, and taken apart in the loop that used them."""

import asyncio
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bots import container
from bots.container import build_container
from core.settings import Settings
from tests.fakes.detector import FakeDetector

# A start with a model: when the detector begins to load, the older httpx, which openai looks for at each request, is
# whole, and so is all that the model's side imports.
START = """
import sys
from pathlib import Path
from bots import container
from core.settings import Settings
from tests.fakes.detector import FakeDetector

loaded = []
def load(*_):
    loaded.append(set(sys.modules))
    print(hasattr(sys.modules.get("httpx"), "Timeout"))
    return FakeDetector()

container.PresidioDetector = load
settings = Settings(data_dir=Path(sys.argv[1]), llm_base_url="http://127.0.0.1:1/v1", ops_port=1, _env_file=None)
with container.build_container(settings) as parts:
    parts.detector.ready()
    print(sorted(name for name in set(sys.modules) - loaded[0] if not name.startswith("tests")))
"""


def settings_of(folder: Path) -> Settings:
    return Settings(data_dir=folder, llm_base_url="http://127.0.0.1:1/v1", _env_file=None)  # type: ignore[call-arg]


def test_nothing_is_imported_beside_the_thread_that_loads_the_detector(tmp_path: Path) -> None:
    command = [sys.executable, "-W", "ignore", "-c", START, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["True", "[]"]


def test_the_detector_begins_once_all_else_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    connect = container.connect_endpoints

    def noted(settings: Settings) -> object:
        order.append("endpoints")
        return connect(settings)

    def load(*_: object) -> FakeDetector:
        order.append("detector")
        assert threading.current_thread() is not threading.main_thread()
        return FakeDetector()

    monkeypatch.setattr(container, "connect_endpoints", noted)
    monkeypatch.setattr(container, "PresidioDetector", load)
    with build_container(settings_of(tmp_path)) as parts:
        parts.detector.ready()
    assert order == ["endpoints", "detector"]


@pytest.mark.parametrize("error", [None, RuntimeError()])
def test_the_connections_to_endpoints_are_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception | None
) -> None:
    async def work() -> None:
        if error:
            raise error

    monkeypatch.setattr(container, "PresidioDetector", lambda *_: FakeDetector())
    with build_container(settings_of(tmp_path)) as parts:
        (client,) = parts.clients.values()
        if error:
            with pytest.raises(RuntimeError):
                asyncio.run(parts.through(work()))
        else:
            asyncio.run(parts.through(work()))
        assert client._api.is_closed()
