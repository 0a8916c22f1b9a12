"""The summary with its optional settings, where answers are looked over before the prompt is made."""

from dataclasses import replace

from core.conversation.events import ItemSwitched, SettingChosen
from core.conversation.masked_items import items_of_answers
from core.conversation.questions import OPTIONS, REQUIRED, Key
from core.conversation.replies import ShowOptions, ShowSummary, Tell
from core.conversation.session import Answer, Phase, Session
from core.conversation.step import Step, with_answers
from core.privacy.text import MaskedText


def show_summary(session: Session, *, arrived: bool = False) -> Step:
    """Show the answers with the masked items; `arrived`, with what a model has just proposed."""
    there = replace(session, phase=Phase.SUMMARY, editing=False)
    return Step(there, (ShowSummary(there.answers, items_of_answers(there), there.document, arrived=arrived),))


def show_options(session: Session) -> Step:
    """Show the optional settings."""
    there = replace(session, phase=Phase.OPTIONS, editing=False)
    answers: dict[Key, Answer] = {key: answer for key, answer in there.answers.items() if key in OPTIONS}
    return Step(there, (ShowOptions(answers),))


def choose_setting(session: Session, event: SettingChosen) -> Step:
    """Take what is offered, or take it away where it is set; what is not offered any more changes nothing."""
    if not event.text:
        return show_options(session)
    before = session.answers.get(event.key)
    lines = _lines(before, event.text) if event.key is Key.CONSTRAINTS else _only(before, event.text)
    answer = Answer(MaskedText("\n".join(lines))) if lines else None
    return show_options(with_answers(session, {event.key: answer}))


def switch_item(session: Session, event: ItemSwitched) -> Step:
    """Keep an item as written, or mask it again."""
    return show_summary(toggled(session, event))


def toggled(session: Session, event: ItemSwitched) -> Session:
    """Return the session with an item kept as written, or masked again."""
    items = tuple(replace(item, kept=event.kept) if item.label == event.label else item for item in session.items)
    return replace(session, items=items)


def which_answer(session: Session) -> Step:
    """Ask which answer is meant."""
    return show_summary(session).after(Tell("edit.which"))


def is_complete(session: Session) -> bool:
    """Say whether all is answered that a prompt cannot be made without."""
    return all(key in session.answers for key in REQUIRED)


def _only(before: Answer | None, text: str) -> list[str]:
    return [] if before and before.text == text else [text]


def _lines(before: Answer | None, text: str) -> list[str]:
    """Return the conditions with one more, in the place of another answer to the same question; or without it."""
    lines = before.text.splitlines() if before else []
    if text in lines:
        return [line for line in lines if line != text]
    head, colon, _ = text.partition(": ")
    return [*(line for line in lines if not (colon and line.startswith(f"{head}: "))), text]
