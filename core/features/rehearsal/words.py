"""What is typed in a rehearsal that is not said to the persona."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from core.conversation.events import (
    Cancelled,
    Confirmed,
    Event,
    ExportRequested,
    ForgetRequested,
    HelpRequested,
    Resumed,
    Said,
    Skipped,
    WentBack,
)
from core.conversation.everyday import meaning_of
from core.conversation.interpretation import Interpretation, read_text
from core.conversation.session import Session, State
from core.features.rehearsal.state import RehearsalPhase

_BEFORE: Final[Mapping[str, Event]] = MappingProxyType(
    {"help": HelpRequested(), "resume": Resumed(), "later": Cancelled(), "undo": WentBack()}
)
"""What everyday words mean before the conversation has begun."""

_LEFT_OR_REFUSED: Final[Mapping[State, tuple[Event, Event]]] = MappingProxyType(
    {
        RehearsalPhase.CASTING: (Resumed(), Resumed()),
        RehearsalPhase.APPROVING: (Confirmed(), WentBack()),
        RehearsalPhase.AIMING: (Skipped(), Skipped()),
    }
)
"""What it means there to leave it as it is, and to say no."""

_AMID: Final[Mapping[str, Event]] = MappingProxyType(
    {**dict.fromkeys(("도움말", "help"), HelpRequested()), **dict.fromkeys(("나가기", "exit"), Cancelled())}
)
"""The words that nobody says to the persona."""

_MEANT: Final = (Cancelled, ForgetRequested, ExportRequested)


def read_meanwhile(interpretation: Interpretation, session: Session, said: Said) -> Event | None:
    """Return what somebody who waits may mean by a word of the controls; any other is said to the persona."""
    found = interpretation.meaning(session, said.text)
    return found if isinstance(found, _MEANT) else None


def read_before(interpretation: Interpretation, session: Session, said: Said) -> Event | None:
    """Return what a text means while the persona and the goal are settled; None for what is to be taken as written."""
    meaning = meaning_of(said.text) if said.control is None else None
    if meaning in {"keep", "no"}:
        keep, refuse = _LEFT_OR_REFUSED[session.phase]
        return keep if meaning == "keep" else refuse
    return _BEFORE[meaning] if meaning else read_text(interpretation, session, said)


def read_amid(interpretation: Interpretation, session: Session, said: Said) -> Event | None:
    """Return what a text means amid the conversation; None for what is said to the persona."""
    return _AMID.get(said.text.strip().casefold()) or read_text(interpretation, session, said)
