"""The card that waits: what takes its place, and what becomes of it."""

import pytest

from bots.shared.waiting_card import place_for, stays_readable
from core.conversation.questions import Key
from core.conversation.replies import Ask, Reply, ShowSummary, Tell, TellSettled
from core.messages import Card

_ASKED, _GREETED, _SUMMED_UP = Card("7"), Card("7", stays=True), Card("7", sums_up=True)
_ARRIVES = ShowSummary({}, (), arrived=True)


@pytest.mark.parametrize(
    ("reply", "before", "pressed", "expected"),
    [
        (Ask(Key.TONE), _ASKED, "7", "7"),
        (TellSettled("forget.done"), _ASKED, "7", "7"),
        (Ask(Key.TONE), _ASKED, "6", ""),
        (Ask(Key.TONE), _ASKED, None, ""),
        (Ask(Key.TONE), _GREETED, "7", ""),
        (Ask(Key.TONE), None, "7", ""),
        (Tell("help"), _ASKED, "7", ""),
        (_ARRIVES, _SUMMED_UP, None, "7"),
        (_ARRIVES, _ASKED, None, ""),
    ],
)
def test_what_takes_the_place_of_a_card(reply: Reply, before: Card | None, pressed: str | None, expected: str) -> None:
    assert place_for(reply, before, pressed) == expected


@pytest.mark.parametrize(
    ("reply", "before", "expected"),
    [
        (Ask(Key.TONE), _ASKED, False),
        (Ask(Key.TONE), _GREETED, True),
        (Ask(Key.TONE), _SUMMED_UP, False),
        (Tell("help"), _SUMMED_UP, True),
    ],
)
def test_what_stays_readable(reply: Reply, before: Card, *, expected: bool) -> None:
    assert stays_readable(reply, before) is expected
