"""The optional settings: what is offered for them is taken, and taken away again, with one tap."""

from core.conversation.events import SettingChosen
from core.conversation.questions import Key
from core.conversation.session import Answer, Session
from core.conversation.step import Step, with_answers
from core.conversation.summary import show_options
from core.privacy.text import MaskedText


def choose(session: Session, event: SettingChosen) -> Step:
    """Take what is offered, or take it away where it is set; what is not offered any more changes nothing."""
    if not event.text:
        return show_options(session)
    before = session.answers.get(event.key)
    lines = _lines(before, event.text) if event.key is Key.CONSTRAINTS else _only(before, event.text)
    answer = Answer(MaskedText("\n".join(lines))) if lines else None
    return show_options(with_answers(session, {event.key: answer}))


def _only(before: Answer | None, text: str) -> list[str]:
    return [] if before and before.text == text else [text]


def _lines(before: Answer | None, text: str) -> list[str]:
    """Return the conditions with one more, in the place of another answer to the same question; or without it."""
    lines = before.text.splitlines() if before else []
    if text in lines:
        return [line for line in lines if line != text]
    head, colon, _ = text.partition(": ")
    return [*(line for line in lines if not (colon and line.startswith(f"{head}: "))), text]
