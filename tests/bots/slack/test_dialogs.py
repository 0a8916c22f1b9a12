"""The conversations of every platform, on Slack: typed in the DM, by buttons there, typed in a channel's thread."""

from collections.abc import Awaitable, Callable

import pytest

from bots.container import Container
from bots.shared.custom_ids import split_address
from core.conversation.answer_reading import read
from core.conversation.control_names import Control
from core.conversation.questions import Key
from core.conversation.texts import t
from core.features.registry import CONTROLS
from core.privacy.text import MaskedText
from core.values.locale import Locale
from tests.dialogs import DIALOGS, WITH_OTHERS, Dialog
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.world import Message

pytestmark = pytest.mark.slow

_OPEN_WINDOWS = {Control.FORM, Control.RESTORE, Control.ANSWER}
Act = Callable[[Person, str], Awaitable[object]]


@pytest.fixture
def asks_gaps() -> bool:
    return True


async def by_typing(person: Person, text: str) -> None:
    await person.say(text)


async def by_buttons(person: Person, text: str) -> None:
    """Press what the newest message offers for the words, and type where it offers nothing."""
    newest = next((message for message in reversed(person.seen) if list(message.elements())), None)
    if newest is None:
        await person.say(text)
        return
    label = choice_label(newest, text) or option_label(newest, text) or control_label(person, newest, text)
    await (person.press(label, on=newest) if label else person.say(text))


def choice_label(message: Message, text: str) -> str | None:
    """Return the choice by which an answer in these words is pressed."""
    for element in message.elements():
        kind, _, rest = split_address(str(element.get("value", "")))[0].partition(":")
        key, _, choice = rest.partition(":")
        answer = read(Key(key), MaskedText(text)) if kind == "choose" else None
        if answer and answer.choice == choice:
            return str(element["text"]["text"])
    return None


def option_label(message: Message, text: str) -> str | None:
    """Return the option of a gap that has these words."""
    labels = [
        str(element["text"]["text"])
        for element in message.elements()
        if str(element.get("value", "")).startswith("gap:") and element.get("type") == "button"
    ]
    return text if text in labels else None


def control_label(person: Person, message: Message, text: str) -> str | None:
    """Return the control that these words name, where it can be seen."""
    control = CONTROLS.named(text)
    offered = {split_address(element.get("value", ""))[0] for element in message.elements()}
    locale = person.world.users[person.id]["locale"][:2]
    presses = control is not None and control not in _OPEN_WINDOWS and f"control:{control}" in offered
    return t(locale, f"control.{control}") if presses else None


async def hold(person: Person, dialog: Dialog, act: Act) -> None:
    for shown in dialog.opens:
        await person.sees(shown)
    for turn in dialog.turns:
        before = states(person)
        await act(person, turn.says)
        await answered_since(person, before)
        for shown in turn.shows:
            await sees_since(person, before, shown)
        everything = "\n".join(message.shown() for message in new(person, before))
        assert [hidden for hidden in turn.hides if hidden in everything] == []


def states(person: Person) -> dict[str, int]:
    """Return how often each message was changed."""
    return {message.ts: message.edits for message in person.seen}


def new(person: Person, before: dict[str, int]) -> list[Message]:
    """Return what was posted, or put in the place of something; what only lost its controls is no news."""
    changed = (message for message in person.seen if before.get(message.ts) != message.edits)
    return [message for message in changed if message.ts not in before or message is person.seen[-1]]


async def answered_since(person: Person, before: dict[str, int]) -> None:
    await person.slack.until(lambda: new(person, before) and not is_making(person.seen[-1]))


def is_making(message: Message) -> bool:
    return any(t(locale, "progress") in message.text for locale in Locale)


async def sees_since(person: Person, before: dict[str, int], text: str) -> None:
    def is_there() -> bool:
        return any(text in message.shown() for message in new(person, before) or person.seen[-1:])

    try:
        await person.slack.until(is_there, 10)
    except TimeoutError:
        shown = "\n---\n".join(message.shown() for message in new(person, before))
        pytest.fail(f"{text!r} was not shown:\n{shown}")


@pytest.mark.parametrize("act", [by_typing, by_buttons])
@pytest.mark.parametrize("dialog", DIALOGS, ids=lambda dialog: dialog.name)
async def test_in_the_dm(slack: FakeSlack, bot: Container, dialog: Dialog, act: Act) -> None:
    person = Person(slack, "U1", locale=dialog.locale)
    await person.say("hello")

    await hold(person, dialog, act)


@pytest.mark.parametrize("dialog", WITH_OTHERS, ids=lambda dialog: dialog.name)
async def test_in_a_thread(slack: FakeSlack, bot: Container, dialog: Dialog) -> None:
    slack.world.add_channel("C1", "U1")
    person = Person(slack, "U1", "C1", locale=dialog.locale)
    await person.mention()

    await hold(person, dialog, by_typing)
