"""What a button of Slack's carries: the code of a control, or of an event of the conversation."""

from typing import Final

from bots.shared.custom_ids import event_of, is_slot
from core.conversation.control_names import Control
from core.conversation.events import Event

PREFIX: Final = "promptgen."
"""How the action_id of every element of ours begins."""
_CONFIRMED: Final = "sure:"


def control_code(control: Control) -> str:
    """Return the code of a control."""
    return f"control:{control}"


def write_code(slot: str) -> str:
    """Return the code that opens an input for a gap."""
    return f"write:{slot}"


def slot_of(code: str) -> str:
    """Return the slot of the gap that a code opens an input for; empty for any other."""
    kind, _, slot = code.partition(":")
    return slot if kind == "write" and is_slot(slot) else ""


def confirmed(code: str) -> str:
    """Return the code of a button at which Slack asks, before it sends it, whether it is meant."""
    return f"{_CONFIRMED}{code}"


def is_confirmed(code: str) -> bool:
    """Say whether Slack has asked whether it is meant."""
    return code.startswith(_CONFIRMED)


def bare(code: str) -> str:
    """Return a code whether or not Slack asks."""
    return code.removeprefix(_CONFIRMED)


def read_code(code: str) -> Event | None:
    """Return the event of a code; None if it is not one of ours, or of a control that only Slack can carry out."""
    return event_of(bare(code))
