"""The lines that only Slack logs: names of errors, kinds, counts, never text."""

import logging
from typing import Final

from bots.ops.log import line

LIBRARY: Final = logging.getLogger("promptgen.slack.library")
"""What Slack's libraries log to: where and how badly something went wrong, without their words."""


class _WithoutWords(logging.Filter):
    """Takes the words from a record: the libraries quote payloads in them."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = "%s:%d", (record.module, record.lineno)
        record.exc_info = record.exc_text = None
        return record.levelno >= logging.WARNING


def silence_library_logs() -> None:
    """Let no library write people's words into the log, however loud the root logger is."""
    if not LIBRARY.filters:
        LIBRARY.addFilter(_WithoutWords())
    LIBRARY.setLevel(logging.WARNING)
    for name in ("slack_bolt", "slack_sdk"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def refused(outgoing_id: int, error: str) -> None:
    """Slack does not take a reply, and never will."""
    line(logging.WARNING, "delivery refused", outgoing=outgoing_id, error=error)


def edit_refused(error: str) -> None:
    """Slack does not take an edit or a window; a new message goes out instead, or nothing is lost."""
    line(logging.INFO, "edit refused", error=error)


def no_agent(error: str) -> None:
    """Slack does not show an agent's status, stop button, stream or title here; a notice takes their place."""
    line(logging.INFO, "agent feature refused", error=error)


def handler_failed(kind: str, error: BaseException) -> None:
    """A listener failed on something nobody foresaw; the exception's text stays out."""
    line(logging.ERROR, "listener failed", listener=kind, kind=type(error).__name__)


def uninstalled(sessions: int) -> None:
    """A workspace removed the app; what it had is gone."""
    line(logging.INFO, "uninstalled", sessions=sessions)


def leftovers_unread(error: str) -> None:
    """Slack does not let us read a place in which somebody who was forgotten was answered; what is there stays."""
    line(logging.WARNING, "leftovers unread", platform="slack", error=error)


def workspace_stale(error: BaseException) -> None:
    """The credentials of a workspace could not be read anew; those of before are used for the moment."""
    line(logging.WARNING, "workspace credentials stale", kind=type(error).__name__)
