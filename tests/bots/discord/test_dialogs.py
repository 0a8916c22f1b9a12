"""The dialogs on Discord: typed in the DM and in threads, and by component_handler what can be pressed."""

from collections.abc import Awaitable, Callable

import pytest

from core.values.locale import Locale
from tests.bots.discord.conftest import Lab
from tests.bots.discord.screen import Screen, quiet
from tests.dialogs import DIALOGS, PRESSED, WITH_OTHERS, Dialog, Turn
from tests.fakes.discord.person import Person
from tests.fakes.discord.world import Channel

pytestmark = pytest.mark.slow

Act = Callable[[Screen, Turn, Dialog], Awaitable[None]]

_LOCALES = {Locale.KO: "ko", Locale.EN: "en-US"}
_OWN = {Locale.KO: "직접 쓰기", Locale.EN: "Write my own"}
_ANSWER = {Locale.KO: "답하기", Locale.EN: "Answer"}


async def _typed(screen: Screen, turn: Turn, dialog: Dialog) -> None:
    await screen.person.say(turn.says, screen.channel)


async def _called_by_name(screen: Screen, turn: Turn, dialog: Dialog) -> None:
    await screen.person.say(f"<@{screen.person.record.world.bot}> {turn.says}", screen.channel)


async def _pressed(screen: Screen, turn: Turn, dialog: Dialog) -> None:
    """Press the words where they stand on a control, write them into an input where one is offered, else type."""
    if screen.modal is not None:
        await screen.write(turn.says)
    elif screen.has(turn.says):
        await screen.use(turn.says)
    elif screen.has(_OWN[dialog.locale]):
        await screen.use(_OWN[dialog.locale])
        await screen.write(turn.says)
    elif screen.has(_ANSWER[dialog.locale]):
        await screen.use(_ANSWER[dialog.locale])
        await screen.write(turn.says)
    else:
        await _called_by_name(screen, turn, dialog)


@pytest.mark.parametrize("dialog", DIALOGS, ids=lambda dialog: dialog.name)
async def test_typed_in_the_dm(dialog: Dialog, lab: Lab) -> None:
    await _hold(dialog, "dm", _typed, "", lab)


@pytest.mark.parametrize("dialog", PRESSED, ids=lambda dialog: dialog.name)
async def test_pressed_in_the_dm(dialog: Dialog, lab: Lab) -> None:
    await _hold(dialog, "dm", _pressed, "", lab)


@pytest.mark.parametrize("dialog", WITH_OTHERS, ids=lambda dialog: dialog.name)
@pytest.mark.parametrize(
    ("act", "intent"),
    [
        pytest.param(_called_by_name, "", id="by name in a thread"),
        pytest.param(_pressed, "", id="pressed in a thread"),
        pytest.param(_typed, "intent", id="typed in a thread that the operator lets be read"),
    ],
)
async def test_in_a_thread(dialog: Dialog, act: Act, intent: str, lab: Lab) -> None:
    await _hold(dialog, "thread", act, intent, lab)


async def _hold(dialog: Dialog, where: str, act: Act, intent: str, lab: Lab) -> None:
    person = lab.fake.person(locale=_LOCALES[dialog.locale])
    guild = lab.fake.world.guild()
    channel = lab.fake.world.channel(guild)
    async with lab.bot(message_content=bool(intent), asks_gaps=True):
        screen = await _begun(person, channel if where == "thread" else None)
        await screen.shows(*dialog.opens)
        for turn in dialog.turns:
            await act(screen, turn, dialog)
            await quiet()
            shown = await screen.shows(*turn.shows)
            assert [text for text in turn.hides if text in shown] == [], turn.says


async def _begun(person: Person, channel: Channel | None) -> Screen:
    if channel is None:
        await person.command()
        return Screen(person, person.dm)
    await person.command(channel=channel)
    return Screen(person, person.thread_of(channel))
