"""Every line that a process logs: ids, kinds, counts and durations, never text."""

import logging
from typing import Final

_LOG: Final = logging.getLogger("promptgen")


def turn_taken(platform: str, action: str, replies: int, seconds: float) -> None:
    """An event was handled and committed."""
    _LOG.info("turn platform=%s action=%s replies=%d seconds=%.3f", platform, action, replies, seconds)


def turn_refused(platform: str, code: str) -> None:
    """An event was refused; its person was told why."""
    _LOG.info("turn refused platform=%s code=%s", platform, code)


def turn_failed(platform: str, error: BaseException) -> None:
    """An event failed on something nobody foresaw; the exception's text stays out, for it may hold a person's."""
    _LOG.error("turn failed platform=%s kind=%s at=%s", platform, type(error).__name__, place_of(error))


def delivery_failed(outgoing_id: int, error: BaseException) -> None:
    """A reply could not be delivered now; it stays in the outbox."""
    _LOG.warning("delivery failed outgoing=%d kind=%s at=%s", outgoing_id, type(error).__name__, place_of(error))


def recovered(platform: str, replies: int, prompts: int) -> None:
    """What an earlier process left behind was taken up."""
    _LOG.info("recovered platform=%s replies=%d prompts=%d", platform, replies, prompts)


def mask_list_unreadable(line: int) -> None:
    """The operator's list was changed and cannot be read; the last good one stays in force."""
    _LOG.warning("mask list unreadable line=%d", line)


def purged(sessions: int) -> None:
    """Conversations past their retention time were deleted."""
    _LOG.info("purged sessions=%d", sessions)


def rotated(entries: int) -> None:
    """Vault entries that an older key had sealed were sealed under the newest."""
    _LOG.info("rotated entries=%d", entries)


def upkeep_failed(code: str) -> None:
    """The daily work could not be done; it is tried again."""
    _LOG.warning("upkeep failed code=%s", code)


def place_of(error: BaseException) -> str:
    """Return where an exception came from: the function and the line."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}" if trace else "unknown"
