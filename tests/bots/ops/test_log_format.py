"""How lines are written, and that a library's words never are."""

import io
import json
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from bots.ops import log, log_format

_PERSONAL = "김서연 010-2345-6789"
_LIBRARIES = ("slack_bolt", "slack_sdk.web", "discord.http", "aiohttp.access", "sqlalchemy.engine", "asyncio", "openai")


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Leave logging as it was: it belongs to the whole process."""
    root, ours = logging.getLogger(), logging.getLogger("promptgen")
    before = (root.handlers[:], root.level, ours.level, logging.raiseExceptions, threading.excepthook)
    yield
    root.handlers[:], level, own, logging.raiseExceptions, threading.excepthook = before
    root.setLevel(level)
    ours.setLevel(own)
    logging.captureWarnings(capture=False)


@pytest.fixture(params=["console", "json"])
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def written(form: str) -> io.StringIO:
    stream = io.StringIO()
    log_format.set_up(form, "debug", stream)
    return stream


def test_our_own_lines_say_everything(written: io.StringIO, form: str) -> None:
    log.turn_taken("slack", "Typed", 2, 0.0421)
    line = written.getvalue()
    if form == "json":
        document = json.loads(line)
        assert document.pop("at")
        assert document == {
            "level": "info",
            "logger": "promptgen",
            "event": "turn",
            "platform": "slack",
            "action": "Typed",
            "replies": 2,
            "seconds": 0.0421,
        }
    else:
        assert line.endswith("INFO promptgen turn platform=slack action=Typed replies=2 seconds=0.042\n")


@pytest.mark.parametrize("name", _LIBRARIES)
@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR, logging.CRITICAL])
def test_a_librarys_words_are_never_written_however_loud_it_is(written: io.StringIO, name: str, level: int) -> None:
    library = logging.getLogger(name)
    before = library.level
    library.setLevel(logging.DEBUG)
    try:
        library.log(level, "payload %s", _PERSONAL, exc_info=ValueError(_PERSONAL), stack_info=True)
    finally:
        library.setLevel(before)
    assert written.getvalue().count("\n") == 1
    assert not any(part in written.getvalue() for part in (*_PERSONAL.split(), "payload", "Traceback"))
    assert name in written.getvalue()


def test_libraries_are_heard_from_warnings_on(written: io.StringIO) -> None:
    logging.getLogger("some.library").info("nothing")
    assert written.getvalue() == ""
    logging.getLogger("some.library").warning("something")
    assert "some.library" in written.getvalue()


def test_a_warning_and_a_thread_that_dies_say_where_and_not_what() -> None:
    program = """
import threading, warnings
from bots.ops import log_format

def die():
    raise ValueError("010-2345-6789")

log_format.set_up("console", "info")
warnings.warn("010-2345-6789")
dying = threading.Thread(target=die, name="worker")
dying.start()
dying.join()
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    warned, died = done.stderr.splitlines()
    assert "WARNING py.warnings" in warned
    assert died.endswith("thread failed thread=worker kind=ValueError at=die:6")
    assert "010-2345" not in done.stderr


def test_a_line_that_cannot_be_written_is_dropped_in_silence(written: io.StringIO) -> None:
    written.close()
    log.turn_taken("slack", "Typed", 1, 0.1)


def test_the_level_is_kept_to(written: io.StringIO, form: str) -> None:
    log_format.set_up(form, "warning", written)
    log.turn_taken("slack", "Typed", 1, 0.1)
    assert written.getvalue() == ""
    log.maintenance_failed("store_unavailable")
    assert "store_unavailable" in written.getvalue()
