"""Starting an interview, offering to go on with one, and starting over."""

from dataclasses import replace
from typing import Final

from core.conversation import interview
from core.conversation.control_names import Control
from core.conversation.events import Restarted, Said, Started
from core.conversation.questions import NUMBERED, Key
from core.conversation.replies import Greet, Tell
from core.conversation.session import Asked, Confirming, Phase, Session
from core.conversation.step import Step
from core.conversation.texts import t

_LONGEST_NAME: Final = 30
_ASKED: Final = frozenset({Phase.ASKING, Phase.GAPS})


def start(session: Session, event: Started) -> Step:
    """Greet, then ask the first question, or the second when the purpose came along."""
    if event.purpose is None or not event.purpose.strip():
        return interview.ask(session, Key.PURPOSE).after(Greet())
    opened = replace(session, phase=Phase.ASKING, asking=Key.PURPOSE)
    return interview.hear(opened, Said(event.purpose)).after(Greet())


def hear_first(session: Session, event: Said) -> Step:
    """Take the first message of a conversation for its purpose, unless it is a mere hello."""
    return start(session, Started(event.text if len(event.text.split()) > 1 else None))


def greet(session: Session, _event: object) -> Step:
    """Greet who has said nothing yet, and ask the first question."""
    return start(session, Started())


def offer_resume(session: Session, event: Started) -> Step:
    """Offer to go on; a purpose that came along is kept for starting over."""
    offer = Tell("resume.offer", _named(session, event.since), (Control.RESUME, Control.RESTART))
    asked = session.keeping(Confirming(Asked.RESUME, back=session.phase))
    return Step(replace(asked, phase=Phase.CONFIRMING, offered=event.purpose), (offer,))


def place_of(session: Session) -> str:
    """Return where an interview stands, in words: the number of its question, or the summary."""
    if session.phase is Phase.ASKING and session.asking in NUMBERED:
        return t(session.locale, "where.question", number=NUMBERED.index(session.asking) + 1)
    return t(session.locale, "where.questions" if session.phase in _ASKED else "where.summary")


def _named(session: Session, since: str) -> dict[str, str | int]:
    """Return by what an interview is known: what it is about, where it stands, and since when."""
    purpose = session.answers.get(Key.PURPOSE)
    name = " ".join(purpose.text.split()) if purpose else t(session.locale, "resume.unnamed")
    short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
    return {"name": short, "where": ", ".join(filter(None, (place_of(session), since)))}


def restart(session: Session, _event: Restarted) -> Step:
    """Begin again with no answers; what is finished is left as it is, and another interview begins."""
    fresh = Session(session.id, session.locale, items=session.items)
    current = session.in_use
    if current is None:
        return start(replace(fresh, job_seq=session.job_seq), Started(session.offered))
    finished = replace(
        session, phase=Phase.DONE, answers=current.answers, editing=False, asked_again=False, offered=None
    )
    return replace(start(replace(fresh, id=""), Started(session.offered)), left=finished)
