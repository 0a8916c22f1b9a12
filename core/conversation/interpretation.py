"""The interpretation of what is typed, once and here: a control, an answer's name, an item's switch, a wish of its own.

What it stands for counts only where that is legal; else it is an answer, or a wish about the prompt.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from core.conversation import asking_gaps, events, interview
from core.conversation.answer_flaws import IN_WORDS
from core.conversation.answer_names import key_named
from core.conversation.answer_reading import says_none
from core.conversation.control_names import Control
from core.conversation.control_specs import ControlTable
from core.conversation.data_deletion import asks_to_forget
from core.conversation.events import Event, Said
from core.conversation.everyday import everyday, meaning_of
from core.conversation.part import Phrase, Reader
from core.conversation.previous_version import asks_to_go_back
from core.conversation.prompt_events import VersionChosen
from core.conversation.questions import QUESTIONS
from core.conversation.session import Phase, Session, State
from core.privacy.text import MaskedText

_LOOKED_OVER: Final = frozenset({Phase.SUMMARY, Phase.OPTIONS, Phase.DONE})
_NAMED: Final = _LOOKED_OVER | {Phase.ASKING}
_SWITCH: Final = re.compile(
    r"\A\{?(\w{1,30}?\d{1,6}(?:-\d{1,4})?)\}?(?:은|는)?\s*(그대로|keep|가리기|가려줘|mask)\s*(?:둬|두기|둘게요)?$"
)
_LONGEST: Final = 500
"""Characters of what may be a word of the controls with what belongs to it; the patterns take their time over more."""
_KEEP: Final = {"그대로", "keep"}
_GOES_ON: Final = frozenset({Control.SKIP, Control.GENERATE, Control.AT_ONCE})
_NO_ANSWER: Final = frozenset({"no", "next"})
_MAY_BE_EMPTY: Final = frozenset(key for key in IN_WORDS if QUESTIONS[key].optional)
_LEAVES_IT: Final = {"keep", "resume", "next", "undo", "no"}


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What texts stand for: by the words of the controls, the phrases of the features, and the readers of states."""

    controls: ControlTable
    phrases: tuple[Phrase, ...]
    readers: Mapping[State, Reader]

    def of(self, session: Session, event: Event) -> Event | None:
        """Return what an event stands for where it stands for another."""
        match event:
            case events.Started(purpose=str() as purpose):
                return self._asked_at_once(purpose)
            case events.FormSent(answers=answers):
                return events.ForgetRequested() if any(map(asks_to_forget, answers.values())) else self.filled(event)
            case Said(text=text) if asks_to_forget(text):
                return events.ForgetRequested()
            case Said():
                read = self.readers.get(session.state) or self.readers.get(session.phase) or read_text
                return read(self, session, event)
            case _:
                return None

    def meaning(self, session: Session, text: MaskedText) -> Event | None:
        """Return the event that a typed text stands for in this phase; None if it is an answer or a wish."""
        if len(text) > _LONGEST:
            return None
        control = self.controls.named(text)
        if control is not None:
            return self.controls.event(control)
        for phrase in (*self.phrases, _version_before, _named_answer, _switched_item, everyday):
            if (found := phrase(session, text)) is not None:
                return found
        return None

    def filled(self, form: events.FormSent) -> events.FormSent:
        """Return a form without the words in it that are no answers: 없음, 건너뛰기, 만들기 under what may be empty."""
        return events.FormSent(
            {
                key: MaskedText("") if key in _MAY_BE_EMPTY and self._leaves_out(text) else text
                for key, text in form.answers.items()
            }
        )

    def _leaves_out(self, text: MaskedText) -> bool:
        return says_none(text) or self.controls.named(text) in _GOES_ON or meaning_of(text) in _NO_ANSWER

    def _asked_at_once(self, purpose: MaskedText) -> Event | None:
        """Return what a start asks for instead of an interview about its purpose."""
        if asks_to_forget(purpose):
            return events.ForgetRequested()
        control = self.controls.named(purpose)
        return self.controls.event(control) if control and self.controls.begins(control) else None


def read_text(interpretation: Interpretation, session: Session, said: Said) -> Event | None:
    """Return what a text stands for in most states."""
    late_gap = said.answered if said.slot and said.slot != asking_gaps.open_slot(session) else None
    late = interview.late_answer(session, said)
    if late and interpretation.filled(late) != late:  # 없음 under an earlier question leaves that one out
        return interpretation.filled(late)
    return interpretation.meaning(session, said.text) or late_gap or late


def read_first(interpretation: Interpretation, session: Session, said: Said) -> Event | None:
    """Return what the first message of a conversation asks for; None for its purpose, or a mere hello.

    What is said of an interview, where there is none yet, is a hello as well.
    """
    about_one = everyday(session, said.text)
    if about_one is not None and not isinstance(about_one, events.HelpRequested):
        return events.SentNoWords()
    return interpretation.meaning(session, said.text)


def read_yes_or_no(interpretation: Interpretation, _session: Session, said: Said) -> Event | None:
    """Return what is said to a question to confirm; nothing, to leave it as it is, or to take it back, is a no."""
    if said.control:
        return interpretation.controls.event(said.control)
    is_no = not said.text.strip() or meaning_of(said.text) in _LEAVES_IT
    return events.Resumed() if is_no else None


def _version_before(session: Session, text: MaskedText) -> Event | None:
    """Return what undoes the last change, where a text asks for it; beneath a prompt its version before, 0 for none."""
    if session.phase not in _LOOKED_OVER or not asks_to_go_back(text):
        return None
    if session.phase is not Phase.DONE:
        return events.ChangeUndone() if session.former else None
    earlier = (each.number for each in session.versions if each.number < session.current_version)
    return VersionChosen(max(earlier, default=0))


def _named_answer(session: Session, text: MaskedText) -> Event | None:
    name = re.sub(
        r"\s*(?:을|를)?\s*(?:(?:수정|변경|고[치쳐칠]|바[꾸꿔꿀])[가-힣]{0,4}(?:\s(?:줘|주세요|싶\S{1,4}))?|edit|change)$",
        "",
        " ".join(text.casefold().split()),
    )
    key = key_named(name) if session.phase in _NAMED else None
    return events.EditRequested(key) if key else None


def _switched_item(session: Session, text: MaskedText) -> Event | None:
    found = _SWITCH.match(text.strip().casefold()) if session.phase in _LOOKED_OVER else None
    if not found:
        return None
    for item in session.items:
        if item.label.strip("{}").casefold() == found[1]:
            return events.ItemSwitched(item.label, kept=found[2] in _KEEP)
    return None
