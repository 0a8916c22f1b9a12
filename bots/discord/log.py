"""The log lines that only Discord's side writes: ids, kinds and counts, never text."""

import logging
from typing import Final

from bots.log import place_of

_LOG: Final = logging.getLogger("promptgen")


def event_failed(event: str, error: BaseException | None) -> None:
    """An event failed on something nobody foresaw; the exception's text stays out, for it may hold a person's."""
    kind, place = (type(error).__name__, place_of(error)) if error else ("unknown", "unknown")
    _LOG.error("event failed platform=discord event=%s kind=%s at=%s", event, kind, place)


def answer_refused(status: int, code: int) -> None:
    """Discord did not take the answer to an interaction; what was done in it stands."""
    _LOG.warning("answer refused platform=discord status=%d code=%d", status, code)


def caught_up(places: int, messages: int) -> None:
    """Places were searched for messages that came while no connection was there."""
    _LOG.info("caught up platform=discord places=%d messages=%d", places, messages)


def rated(rate: str) -> None:
    """Somebody said whether a prompt helped."""
    _LOG.info("rated platform=discord rate=%s", "up" if rate == "up" else "down")


def ready(shard: int) -> None:
    """A shard is connected."""
    _LOG.info("ready platform=discord shard=%d", shard)
