"""What is typed while a persona is waited for."""

from typing import Final

from core.conversation.events import Cancelled, Event, ExportRequested, ForgetRequested, Said
from core.conversation.interpretation import Interpretation
from core.conversation.session import Session

_MEANT: Final = (Cancelled, ForgetRequested, ExportRequested)


def read_meanwhile(interpretation: Interpretation, session: Session, said: Said) -> Event | None:
    """Return what somebody who waits may mean by a word of the controls; any other is said to the persona."""
    found = interpretation.meaning(session, said.text)
    return found if isinstance(found, _MEANT) else None
