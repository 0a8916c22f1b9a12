"""The table of controls: each is worded, understood when typed, carried out where it is offered; there is room."""

import pytest

from core.conversation.control_names import Control, Where
from core.conversation.events import Event
from core.conversation.session import Phase, Session, State
from core.conversation.surroundings import Surroundings
from core.conversation.texts import TEXTS
from core.errors import IllegalEvent
from core.features.registry import CONTROLS, MACHINE, advance
from core.values.locale import Locale
from tests.core.conversation.sessions import session

_BY_PLATFORM = {Control.SHARE}
_STANDS_IN: dict[Where, tuple[State, ...]] = {
    Where.QUESTION: (Phase.ASKING,),
    Where.GAP: (Phase.GAPS,),
    Where.SUMMARY: (Phase.SUMMARY,),
    Where.OPTIONS: (Phase.OPTIONS,),
    Where.PROMPT: (Phase.DONE,),
    Where.MENU: (Phase.DONE,),
    Where.RATING: (Phase.DONE,),
}
_OFFERED = {
    Where.QUESTION: "back skip form restart cancel",
    Where.GAP: "at_once back no_questions cancel",
    Where.SUMMARY: "generate edit options form restart cancel",
    Where.OPTIONS: "summary generate cancel",
    Where.PROMPT: "refine why save restore",
    Where.MENU: (
        "try compare rehearse regenerate edit compact detailed in_english in_korean versions library take share"
    ),
    Where.RATING: "good bad",
}
"""What stands where, from the left; written out a second time on purpose: the table is held against it."""


@pytest.mark.parametrize("where", Where)
def test_what_is_offered_where(where: Where) -> None:
    assert " ".join(CONTROLS.offered(where)) == _OFFERED[where]


@pytest.mark.parametrize(("where", "control"), [(where, each) for where in Where for each in CONTROLS.offered(where)])
def test_what_is_offered_can_be_carried_out_there(where: Where, control: Control) -> None:
    event = CONTROLS.event(control)
    for state in _STANDS_IN[where]:
        assert control in _BY_PLATFORM or (event and MACHINE.handler(state, state, type(event)))


@pytest.mark.parametrize("control", Control)
def test_every_control_is_worded_and_understood_when_typed(control: Control) -> None:
    for texts in TEXTS.values():
        word = texts[f"control.{control}"]
        assert CONTROLS.named(word) is control
        assert CONTROLS.named(f" {word.upper()}! ") is control


def test_a_word_means_one_control() -> None:
    words = [word for spec in CONTROLS.specs.values() for word in spec.words.split("|")]
    assert sorted(words) == sorted(set(words))


def test_the_table_says_what_asks_first() -> None:
    declared = {control for control, spec in CONTROLS.specs.items() if spec.asked_first}
    asking = {control for control, spec in CONTROLS.specs.items() if spec.event and _asks_first(spec.event)}
    assert declared == asking - {Control.STOP} | _BY_PLATFORM  # it ends a rehearsal, of which nothing is lost


def _asks_first(event: Event) -> bool:
    """Say whether an event leads to a question, where there are answers and nothing was made of them."""
    try:
        step = advance(session(Phase.SUMMARY, versions=(), current_version=None), event)
    except IllegalEvent:
        return False
    return step.session.phase is Phase.CONFIRMING


def test_there_is_room_for_all() -> None:
    assert len(CONTROLS.offered(Where.PROMPT)) <= 5
    assert 1 <= len(CONTROLS.offered(Where.MENU)) <= 25


def test_what_needs_a_model_is_offered_where_there_is_one() -> None:
    needing, without = {Control.TRY, Control.COMPARE, Control.REHEARSE}, Session("s1", Locale.KO)
    assert needing.isdisjoint(CONTROLS.offered(Where.MENU, without))
    assert needing <= set(CONTROLS.offered(Where.MENU, without, Surroundings(("gpu",))))


def test_the_first_question_offers_no_way_back() -> None:
    assert CONTROLS.offered(Where.QUESTION, Session("s1", Locale.KO)) == (Control.FORM, Control.CANCEL)
    assert Control.BACK in CONTROLS.offered(Where.QUESTION, session(Phase.ASKING, editing=True))
