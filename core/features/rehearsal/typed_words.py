"""What is typed in a rehearsal that is not said to the persona."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from core.conversation import events
from core.conversation.everyday import meaning_of
from core.conversation.interpretation import Interpretation, read_text
from core.conversation.session import Session, State
from core.features.rehearsal.state import RehearsalPhase

_BEFORE: Final[Mapping[str, events.Event]] = MappingProxyType(
    {"help": events.HelpRequested(), "resume": events.Resumed(), "later": events.Cancelled(), "undo": events.WentBack()}
)
"""What everyday words mean before the conversation has begun."""

_LEFT_OR_REFUSED: Final[Mapping[State, tuple[events.Event, events.Event]]] = MappingProxyType(
    {
        RehearsalPhase.CASTING: (events.Resumed(), events.Resumed()),
        RehearsalPhase.APPROVING: (events.Confirmed(), events.WentBack()),
        RehearsalPhase.AIMING: (events.Skipped(), events.Skipped()),
    }
)
"""What it means there to leave it as it is, and to say no."""

_AMID: Final[Mapping[str, events.Event]] = MappingProxyType(
    {
        **dict.fromkeys(("도움말", "help"), events.HelpRequested()),
        **dict.fromkeys(("나가기", "exit"), events.Cancelled()),
    }
)
"""The words that nobody says to the persona."""

_MEANT: Final = (events.Cancelled, events.ForgetRequested, events.ExportRequested)


def read_meanwhile(interpretation: Interpretation, session: Session, said: events.Said) -> events.Event | None:
    """Return what somebody who waits may mean by a word of the controls; any other is said to the persona."""
    found = interpretation.meaning(session, said.text)
    return found if isinstance(found, _MEANT) else None


def read_before(interpretation: Interpretation, session: Session, said: events.Said) -> events.Event | None:
    """Return what a text means while the persona and the goal are settled; None for what is to be taken as written."""
    meaning = meaning_of(said.text) if said.control is None else None
    if meaning in {"keep", "no"}:
        keep, refuse = _LEFT_OR_REFUSED[session.phase]
        return keep if meaning == "keep" else refuse
    return _BEFORE[meaning] if meaning else read_text(interpretation, session, said)


def read_amid(interpretation: Interpretation, session: Session, said: events.Said) -> events.Event | None:
    """Return what a text means amid the conversation; None for what is said to the persona."""
    return _AMID.get(said.text.strip().casefold()) or read_text(interpretation, session, said)
