"""One interaction: who answers first, who follows up, and until when."""

from dataclasses import replace
from typing import cast

import pytest

from bots.discord.message import Json, Message
from bots.discord.responder import InteractionInfo, InteractionResponder
from bots.discord.rest import InitialResponse, Rest
from core.messages import TextFile

_ORIGIN = InteractionInfo(1, 2, "token", person=3)
_MESSAGE = Message("words")


class Calls:
    """Takes down what would be sent."""

    def __init__(self) -> None:
        self.made: list[str] = []

    async def answer(self, _id: int, _token: str, kind: InitialResponse, _data: Json, _file: TextFile | None) -> None:
        self.made.append(kind.name)

    async def follow_up(self, _app: int, _token: str, _data: Json, _file: TextFile | None) -> str:
        self.made.append("FOLLOW_UP")
        return "7"

    async def edit_answer(self, _app: int, _token: str, _data: Json, _file: TextFile | None) -> str:
        self.made.append("EDIT")
        return "7"


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("origin", "acts", "calls"),
    [
        (_ORIGIN, ["show", "show"], ["MESSAGE", "FOLLOW_UP"]),
        (_ORIGIN, ["defer", "show", "show"], ["LATER", "EDIT", "FOLLOW_UP"]),
        (_ORIGIN, ["open", "settle"], ["MODAL"]),
        (_ORIGIN, ["defer", "open"], ["LATER"]),
        (replace(_ORIGIN, on_message="Q"), ["settle", "settle"], ["LATER_IN_PLACE"]),
        (replace(_ORIGIN, on_message="Q", pressed="표"), ["settle"], ["UPDATE"]),
        (replace(_ORIGIN, on_message="Q", pressed="표"), ["defer", "settle"], ["LATER_IN_PLACE", "EDIT"]),
        (replace(_ORIGIN, on_message="Q", pressed="표"), ["defer", "refuse", "settle"], ["LATER_IN_PLACE"]),
        (replace(_ORIGIN, on_message="Q"), ["show in place", "show in place"], ["UPDATE", "FOLLOW_UP"]),
        (replace(_ORIGIN, on_message="Q"), ["defer", "show in place"], ["LATER_IN_PLACE", "EDIT"]),
        (replace(_ORIGIN, on_message="Q"), ["defer", "show"], ["LATER_IN_PLACE", "FOLLOW_UP"]),
    ],
)
async def test_the_first_answers_and_the_others_follow(
    origin: InteractionInfo, acts: list[str], calls: list[str]
) -> None:
    rest = Calls()
    responder = InteractionResponder(cast("Rest", rest), origin, Clock())
    for act in acts:
        match act:
            case "show":
                await responder.show(_MESSAGE)
            case "show in place":
                await responder.show(_MESSAGE, in_place=True)
            case "open":
                await responder.open({})
            case "defer":
                await responder.defer()
            case "refuse":
                responder.refuse()
            case _:
                await responder.acknowledge()
    assert rest.made == calls


@pytest.mark.parametrize(("as_user_app", "shown"), [(True, 6), (False, 20)])
async def test_an_app_of_one_person_follows_up_five_times(as_user_app: bool, shown: int) -> None:  # noqa: FBT001 - a table's column
    responder = InteractionResponder(cast("Rest", Calls()), replace(_ORIGIN, as_user_app=as_user_app), Clock())
    count = 0
    while responder.can_show and count < 20:
        await responder.show(_MESSAGE)
        count += 1
    assert count == shown


def test_after_fifteen_minutes_nothing_can_be_shown() -> None:
    clock = Clock()
    responder = InteractionResponder(cast("Rest", Calls()), _ORIGIN, clock)
    with responder.serving():
        assert InteractionResponder.of("3") is responder
        assert InteractionResponder.of("4") is None
        clock.now = 15 * 60
        assert InteractionResponder.of("3") is None
