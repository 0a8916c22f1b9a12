"""The controls beneath a finished prompt: each can be carried out, and there is room for all of them."""

from dataclasses import replace

import pytest

from core.conversation.controls import Control
from core.conversation.machine import TRANSITIONS
from core.conversation.offers import AT_HAND, IN_MENU, menu_of
from core.conversation.session import Phase, Session
from core.conversation.texts import TEXTS
from core.conversation.typed import event_of
from core.locale import Locale

_BY_PLATFORM = {Control.SHARE}


@pytest.mark.parametrize("control", [*AT_HAND, *IN_MENU])
def test_each_leads_somewhere_and_has_a_word(control: Control) -> None:
    event = event_of(control)
    assert control in _BY_PLATFORM or (Phase.DONE, type(event)) in TRANSITIONS
    assert all(texts[f"control.{control}"] for texts in TEXTS.values())


def test_there_is_room_for_all() -> None:
    assert len(AT_HAND) <= 5
    assert 1 <= len(IN_MENU) <= 25
    assert len({*AT_HAND, *IN_MENU}) == len(AT_HAND) + len(IN_MENU)


def test_what_needs_a_model_is_offered_where_there_is_one() -> None:
    session = Session("s1", Locale.KO)
    assert {Control.TRY, Control.COMPARE, Control.REHEARSE}.isdisjoint(menu_of(session))
    assert {Control.TRY, Control.COMPARE, Control.REHEARSE} <= set(menu_of(replace(session, endpoints=("gpu",))))
