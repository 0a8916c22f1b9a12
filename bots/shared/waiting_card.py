"""When a reply takes the place of the card that waited for the person before it, and what becomes of that card."""

from typing import Final

from core.conversation.replies import Reply, ShowSummary, TellSettled
from core.messages import Card

CLOSED_WITHIN_S: Final = 3.0
"""The next reply waits for it."""


def goes_in_place(reply: Reply) -> bool:
    """Say whether a reply may take the place of what waited before it."""
    return reply.waits or isinstance(reply, TellSettled)


def place_for(reply: Reply, before: Card | None, pressed: str | None) -> str:
    """Return the message that a reply takes the place of; empty where it is to be posted.

    `pressed` is the message that was pressed on. A summary that arrives goes where it is, whatever was pressed.
    """
    if before is None or before.stays or not goes_in_place(reply):
        return ""
    return before.receipt if is_arrival(reply, before) or before.receipt == pressed else ""


def is_arrival(reply: Reply, before: Card) -> bool:
    """Say whether a reply is a summary to which something was added that had been waited for."""
    return before.sums_up and isinstance(reply, ShowSummary) and reply.arrived


def stays_readable(reply: Reply, before: Card) -> bool:
    """Say whether a card only loses its controls when a reply was posted beneath it: it is worth reading."""
    return before.stays or (before.sums_up and not reply.waits)
