"""The codes of what the controls of a rehearsal carry: `persona:client`."""

from typing import Final

from core.conversation.event_code import EventCode
from core.features.rehearsal.cast import IDS
from core.features.rehearsal.events import PersonaChosen


def _read(rest: str) -> PersonaChosen | None:
    return PersonaChosen(rest) if rest in IDS else None


REHEARSAL_CODES: Final = (EventCode("persona", PersonaChosen, lambda event: event.persona, _read),)
