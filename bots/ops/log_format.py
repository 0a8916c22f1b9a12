"""How log lines are written: for people or as JSON, and of a library's lines nothing but where they came from."""

import json
import logging
import sys
import threading
from datetime import UTC, datetime
from typing import Final, TextIO

from bots.ops import log
from bots.ops.log_writer import LogWriter

_OWN: Final = "promptgen"


class ConsoleFormat(logging.Formatter):
    """One line for people."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record's line."""
        return f"{_time(record)} {record.levelname} {record.name} {_words(record)}"


class JsonFormat(logging.Formatter):
    """One JSON object a line: `at` (UTC), `level`, `logger`, `event`, and the event's own fields."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record's line."""
        fields = getattr(record, "fields", None)
        event = {"event": "library", "place": _place(record)} if fields is None else {"event": _event(record), **fields}
        document = {"at": _time(record), "level": record.levelname.lower(), "logger": record.name, **event}
        return json.dumps(document, ensure_ascii=False)


def set_up(form: str, level: str, stream: TextIO | None = None) -> None:
    """Write what this process logs, in the form and from the level on that the settings name; to standard error.

    Of libraries, warnings and errors are written, but never their words and tracebacks, which may quote a person.
    """
    handler = logging.StreamHandler(stream) if stream else LogWriter(sys.stderr.fileno())
    handler.setFormatter(JsonFormat() if form == "json" else ConsoleFormat())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger(_OWN).setLevel(level.upper())
    logging.captureWarnings(capture=True)
    logging.raiseExceptions = False  # a line that cannot be written would be printed with its arguments
    threading.excepthook = _thread_ended


def _thread_ended(what: threading.ExceptHookArgs) -> None:
    log.thread_failed(what.thread.name if what.thread else "unknown", what.exc_value)


def _words(record: logging.LogRecord) -> str:
    return record.getMessage() if hasattr(record, "fields") else _place(record)


def _place(record: logging.LogRecord) -> str:
    return f"{record.module}:{record.lineno}"


def _event(record: logging.LogRecord) -> str:
    return str(getattr(record, "event", ""))


def _time(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
