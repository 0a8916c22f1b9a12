"""The log lines that only Discord's side writes: ids, kinds and counts, never text."""

import logging

from bots.ops.log import line, place_of


def event_failed(event: str, error: BaseException | None) -> None:
    """An event failed on something nobody foresaw; the exception's text stays out, for it may hold a person's."""
    kind, place = (type(error).__name__, place_of(error)) if error else ("unknown", "unknown")
    line(logging.ERROR, "event failed", platform="discord", name=event, kind=kind, at=place)


def dropped(kind: str, reason: str) -> None:
    """Nothing came of an event; where somebody waited for it, they were told."""
    line(logging.WARNING, "event dropped", platform="discord", kind=kind, reason=reason)


def passed_over(reason: str) -> None:
    """An event is none of ours: the bot's own message, a notice, what people say to each other."""
    line(logging.DEBUG, "event passed over", platform="discord", reason=reason)


def answer_refused(status: int, code: int) -> None:
    """Discord did not take the answer to an interaction; what was done in it stands."""
    line(logging.WARNING, "answer refused", platform="discord", status=status, code=code)


def caught_up(places: int, messages: int) -> None:
    """Conversations were searched for messages that came while there was no connection."""
    line(logging.INFO, "caught up", platform="discord", places=places, messages=messages)


def thread_unchanged(status: int, code: int) -> None:
    """Discord did not let a thread be named, closed or opened."""
    line(logging.WARNING, "thread unchanged", platform="discord", status=status, code=code)


def history_unread(error: BaseException) -> None:
    """What was said in a place meanwhile cannot be read: the place is closed to the bot, or Discord does not answer."""
    line(logging.WARNING, "history unread", platform="discord", kind=type(error).__name__)


def ready(shard: int) -> None:
    """A shard is connected."""
    line(logging.INFO, "ready", platform="discord", shard=shard)
