"""Every line that a process logs: ids, kinds, counts and durations, never text."""

import logging
from typing import Final

from core.errors import PromptgenError

_LOG: Final = logging.getLogger("promptgen")


def line(level: int, event: str, **fields: str | float) -> None:
    """Log one line: what happened, and its fields.

    The record carries both apart, which is how `bots.ops.log_format` tells our lines from a library's.
    """
    written = " ".join([event, *(f"{name}={_shown(value)}" for name, value in fields.items())])
    _LOG.log(level, "%s", written, extra={"event": event, "fields": fields})


def turn_taken(platform: str, action: str, replies: int, seconds: float) -> None:
    """An event was handled and committed."""
    line(logging.INFO, "turn", platform=platform, action=action, replies=replies, seconds=seconds)


def turn_refused(platform: str, code: str, reason: str = "") -> None:
    """An event was refused, for this reason where there are several; its person was told why."""
    line(logging.INFO, "turn refused", platform=platform, code=code, **({"reason": reason} if reason else {}))


def event_dropped(platform: str, reason: str) -> None:
    """Nothing came of an event; most of what is said in a workspace is not for us, so it is no news."""
    line(logging.DEBUG, "event dropped", platform=platform, reason=reason)


def lines_dropped(lines: int) -> None:
    """Lines could not be written, for nobody read them."""
    line(logging.WARNING, "log lines dropped", lines=lines)


def receipts_not_noted(platform: str, code: str) -> None:
    """What was delivered could not be noted; it is sent again, found where it is, and noted then."""
    line(logging.WARNING, "receipts not noted", platform=platform, code=code)


def turn_failed(platform: str, error: BaseException) -> None:
    """An event failed on something nobody foresaw; the exception's text stays out, for it may hold a person's."""
    line(logging.ERROR, "turn failed", platform=platform, kind=type(error).__name__, at=place_of(error))


def delivery_failed(outgoing_id: int, error: BaseException) -> None:
    """A reply could not be delivered now, and stays in the outbox, or never; `reason` is the platform's, if it says."""
    reason = str(error.details.get("reason", "")) if isinstance(error, PromptgenError) else ""
    fields = {"kind": type(error).__name__, "reason": reason or "unknown", "at": place_of(error)}
    line(logging.WARNING, "delivery failed", outgoing=outgoing_id, **fields)


def recovered(platform: str, replies: int, prompts: int) -> None:
    """What an earlier process left behind was taken up."""
    line(logging.INFO, "recovered", platform=platform, replies=replies, prompts=prompts)


def mask_list_unreadable(number: int) -> None:
    """The operator's list was changed and cannot be read; the last good one stays in force."""
    line(logging.WARNING, "mask list unreadable", line=number)


def mask_list_changed(verb: str) -> None:
    """Somebody who may do so has put a word on the operator's list, to be masked (deny) or left (allow)."""
    line(logging.INFO, "mask list changed", verb=verb)


def purged(sessions: int) -> None:
    """Conversations past their retention time were deleted."""
    line(logging.INFO, "purged", sessions=sessions)


def rotated(entries: int) -> None:
    """Vault entries that an older key had sealed were sealed under the newest."""
    line(logging.INFO, "rotated", entries=entries)


def maintenance_failed(code: str, reason: str = "") -> None:
    """The daily work could not be done; it is tried again in an hour."""
    line(logging.WARNING, "maintenance failed", code=code, **({"reason": reason} if reason else {}))


def process_silent(number: int, seconds: float) -> None:
    """The event loop of one of several processes stands still; it is killed and begun again, nothing taken is lost."""
    line(logging.ERROR, "process silent", number=number, seconds=round(seconds))


def start_failed(code: str, reason: str = "") -> None:
    """The bot cannot start; why is said on standard error, too, in a sentence that says how to fix it."""
    if logging.getLogger().hasHandlers():  # where settings cannot be read there is no log yet
        line(logging.ERROR, "start failed", code=code, **({"reason": reason} if reason else {}))


def store_unavailable(reason: str) -> None:
    """Something has waited for the database for longer than a moment, and its person was told; it is tried again."""
    line(logging.WARNING, "store unavailable", reason=reason)


def model_failed(reason: str, seconds: float) -> None:
    """The model's endpoint gave no answer to use; the prompt is made without it."""
    line(logging.WARNING, "model failed", reason=reason, seconds=seconds)


def rate_limited(platform: str, method: str) -> None:
    """The platform told us to slow down; what was asked of it is asked again."""
    line(logging.WARNING, "rate limited", platform=platform, method=method)


def backup_old(age_s: float) -> None:
    """No backup was made for days."""
    line(logging.WARNING, "backup old", days=round(age_s / 86_400, 1))


def backup_never(age_s: float) -> None:
    """No backup was ever made, though the database has held conversations for days."""
    line(logging.WARNING, "backup never made", days=round(age_s / 86_400, 1))


def vault_locked() -> None:
    """There is no key to the vault: nothing that is masked can be put back, and no value is kept."""
    line(logging.WARNING, "vault locked")


def clock_doubted(ahead_s: float) -> None:
    """The clock has jumped, or the bot was off for days: nothing is deleted for that time before a day has passed."""
    line(logging.WARNING, "clock doubted", ahead_days=round(ahead_s / 86_400, 1))


def presence_failed(platform: str, code: str) -> None:
    """This process could not tell the others that it lives; after ten seconds they do without it."""
    line(logging.WARNING, "presence failed", platform=platform, code=code)


def not_sealed(platform: str, kind: str, reason: str) -> None:
    """An interaction could not be sealed in time; it was not taken, and its person was told."""
    line(logging.WARNING, "interaction not sealed", platform=platform, kind=kind, reason=reason)


def given_up(platform: str, kind: str, attempts: int) -> None:
    """An interaction was taken up again and again, and nobody came to its end; its person is told if it can be read."""
    line(logging.ERROR, "interaction given up", platform=platform, kind=kind, attempts=attempts)


def inbox_failed(platform: str, code: str) -> None:
    """The inbox cannot be read or cleared at the moment; it is tried again."""
    line(logging.WARNING, "inbox failed", platform=platform, code=code)


def leftovers_deleted(platform: str, places: int, messages: int) -> None:
    """The bot's own messages to somebody who was forgotten are deleted."""
    line(logging.INFO, "leftovers deleted", platform=platform, places=places, messages=messages)


def thread_failed(thread: str, error: BaseException | None) -> None:
    """A thread ended on something nobody foresaw; the exception's text stays out."""
    kind, place = (type(error).__name__, place_of(error)) if error else ("unknown", "unknown")
    line(logging.ERROR, "thread failed", thread=thread, kind=kind, at=place)


def draining(platform: str, seconds: float) -> None:
    """The process was told to end, and lets what is under way come to its end for so long."""
    line(logging.INFO, "draining", platform=platform, seconds=seconds)


def place_of(error: BaseException) -> str:
    """Return where an exception came from: the function and the line."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}" if trace else "unknown"


def _shown(value: str | float) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
