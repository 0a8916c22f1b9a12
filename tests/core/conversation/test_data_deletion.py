"""Wishes to have one's data deleted: understood in any everyday words, and never taken for something to write."""

from pathlib import Path

import pytest

from core.conversation import events
from core.conversation.data_deletion import asks_to_forget
from core.conversation.questions import Key
from core.conversation.session import Answer, Asked, Job, Phase, Session, State, Version
from core.features.library.state import LibraryAsked, LibraryPhase, TemplateForm
from core.features.registry import MACHINE, advance
from core.features.rehearsal.state import Rehearsal
from core.privacy.text import MaskedText
from core.values.locale import Locale

_HERE = Path(__file__)
_WISH = MaskedText("내 데이터 지워줘")
_ANSWERS = {Key.PURPOSE: Answer(MaskedText("회의록 정리해 줘"))}


def _rows(name: str) -> list[tuple[str, str]]:
    lines = _HERE.with_name(name).read_text("utf-8").splitlines()
    return [(line[0], line[2:]) for line in lines if line and not line.startswith("#")]


def test_each_is_understood() -> None:
    assert [
        (sign, text) for sign, text in _rows("data_deletion.txt") if asks_to_forget(text) is not (sign == "+")
    ] == []


def test_those_held_out_are_understood_as_well() -> None:
    """Written before the rule was; the figures may only rise."""
    rows = _rows("data_deletion_held_out.txt")
    found = sum(asks_to_forget(text) for sign, text in rows if sign == "+")
    wrong = [text for sign, text in rows if sign == "-" and asks_to_forget(text)]
    print(f"wishes to delete: {found} of {sum(sign == '+' for sign, _ in rows)}, wrongly {len(wrong)}")  # noqa: T201 - a figure to be read
    assert found >= 45
    assert wrong == []


_FILLING = TemplateForm(MaskedText("{이름1}"), ("{이름1}",), back=Phase.DONE)


@pytest.mark.parametrize(
    "state", sorted({*MACHINE.states.values()} - {Phase.FORGOTTEN, Phase.CONFIRMING, *Asked, *LibraryAsked})
)
def test_in_every_state_it_is_asked_whether_that_is_wanted(state: State) -> None:
    version = Version(1, MaskedText("[작업] …"), _ANSWERS)
    waits = state in MACHINE.jobs
    session = Session(
        "s1",
        Locale.KO,
        Phase.GENERATING if waits else state,
        answers=_ANSWERS,
        versions=(version,),
        current_version=1,
        job=state if waits else Job.PROMPT,
        data=(_FILLING, Rehearsal(Phase.DONE)) if state is LibraryPhase.FILLING else (Rehearsal(Phase.DONE),),
    )
    step = advance(session, events.Said(_WISH))
    assert step.session.phase is Phase.CONFIRMING
    assert _WISH not in repr(dict(step.session.answers)) + repr(step.session.instruction)


@pytest.mark.parametrize(
    "event",
    [events.Started(_WISH), events.Said(_WISH), events.FormSent({Key.PURPOSE: _WISH}), events.ForgetRequested()],
)
def test_it_is_no_purpose(event: events.Event) -> None:
    step = advance(Session("s1", Locale.KO), event)
    assert (step.session.phase, step.session.answers) == (Phase.CONFIRMING, {})
    assert advance(step.session, events.Confirmed()).session.phase is Phase.FORGOTTEN
