"""The columns of a session, as they are looked for and written."""

from typing import Any

from core.adapters.store.codec import dump_labels, dump_session
from core.adapters.store.conditions import PLACE
from core.conversation.session import Phase
from core.messages import Place
from core.ports import StoredSession


def job_of(phase: str, advising: int) -> tuple[bool, int]:
    """Return what a model is waited for in a session, as far as a lease is concerned."""
    return phase == Phase.GENERATING, advising


def place_columns(place: Place) -> dict[str, str]:
    """Return where a session is held."""
    return {part: getattr(place, part) for part in PLACE}


def columns_of(held: StoredSession, now: float) -> dict[str, Any]:
    """Return what changes from one save to the next."""
    return {
        **place_columns(held.place),
        "private": held.place.private,
        "guest": held.place.guest,
        "beneath": held.parent_message,
        "phase": str(held.session.phase),
        "advising": held.session.advising,
        "state": dump_session(held.session),
        "reserved": dump_labels(held.vault.reserved),
        "touched_at": now,
    }
