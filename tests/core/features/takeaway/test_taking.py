"""Taking a prompt along: what may leave for outside assistants, and what never does."""

import asyncio
from urllib.parse import parse_qs, urlsplit

import pytest

from core.conversation import events
from core.conversation.prompt_events import VersionChosen
from core.errors import IllegalEvent, SettingsError
from core.features.takeaway.assistant_links import links_of
from core.features.takeaway.events import TakeRequested
from core.features.takeaway.replies import ShowTakeaway
from core.messages import Pressed, Revealed
from core.privacy.text import MaskedText
from core.settings import Settings
from core.values.choices import ExternalAssistant
from tests.core.conftest import CHANNEL, DM, Talk
from tests.fakes.detector import PLANTED


def _made(talk: Talk, says: str = "만들기") -> None:
    generating = talk.says(says).generating
    assert generating
    talk.delivered(asyncio.run(talk.generation.run(generating)))


def _taken(talk: Talk) -> Revealed:
    return talk.says("가져가기").deliveries[-1].revealed


def test_links_carry_masked_text_and_nothing_that_is_kept_as_written(talk: Talk) -> None:
    talk.chat._assistants = tuple(ExternalAssistant)
    talk.answers()
    talk.does(Pressed(events.ItemSwitched("{이름2}", kept=True)))
    _made(talk)

    revealed = _taken(talk)

    taken = revealed.reply
    assert isinstance(taken, ShowTakeaway)
    assert "박지훈" in taken.prompt, "its owner keeps it"
    links = links_of(taken, 100_000)
    assert [link.carries for link in links] == [True, True, False, True]
    for link in links[:2]:
        (carried,) = parse_qs(urlsplit(link.url).query)["q"]
        assert "{이름2} 과장" in carried
        assert [word for word in PLANTED if word in carried] == []


def test_what_was_kept_when_the_prompt_was_made_stays_out_later_too(talk: Talk) -> None:
    talk.answers()
    talk.does(Pressed(events.ItemSwitched("{이름2}", kept=True)))
    _made(talk)
    talk.does(Pressed(events.ItemSwitched("{이름2}", kept=False)))
    _made(talk)
    talk.does(Pressed(VersionChosen(1)))

    revealed = _taken(talk)

    assert isinstance(revealed.reply, ShowTakeaway)
    assert "박지훈" in revealed.reply.prompt
    assert revealed.reply.external_text is not None
    assert "박지훈" not in revealed.reply.external_text


def test_nothing_leaves_while_the_vault_is_locked(talk: Talk) -> None:
    talk.chat._assistants = tuple(ExternalAssistant)
    talk.answers()
    talk.does(Pressed(events.ItemSwitched("{이름2}", kept=True)))
    _made(talk)
    talk.store._cipher._all = None

    revealed = _taken(talk)

    assert isinstance(revealed.reply, ShowTakeaway)
    assert [link.carries for link in links_of(revealed.reply, 100_000)] == [False] * 4


def test_without_the_operators_word_there_is_no_link(talk: Talk) -> None:
    talk.answers()
    _made(talk)

    reply = _taken(talk).reply

    assert isinstance(reply, ShowTakeaway)
    assert reply.assistants == ()


def test_there_is_nothing_to_take_before_there_is_a_prompt(talk: Talk) -> None:
    talk.answers()

    with pytest.raises(IllegalEvent):
        talk.does(Pressed(TakeRequested()))


def test_where_others_read_along_real_values_stay_out(talk: Talk) -> None:
    talk.answers(place=CHANNEL)
    generating = talk.says("만들기", place=CHANNEL).generating
    assert generating
    talk.delivered(asyncio.run(talk.generation.run(generating)))

    revealed = talk.says("가져가기", place=CHANNEL).deliveries[-1].revealed

    assert isinstance(revealed.reply, ShowTakeaway)
    assert [word for word in PLANTED if word in revealed.reply.prompt] == []
    assert DM != CHANNEL


def test_a_text_too_long_for_an_address_is_left_out_of_it() -> None:
    text = MaskedText("가" * 100)  # 900 characters in an address
    taken = ShowTakeaway(1, text, assistants=(ExternalAssistant.CHATGPT,), external_text=text)

    fits, empty = (links_of(taken, longest) for longest in (1_000, 512))

    assert (fits[0].carries, empty[0].carries) == (True, False)
    assert "%" not in empty[0].url


@pytest.mark.parametrize(
    ("setting", "outside"),
    [
        ("", ()),
        (" , ", ()),
        ("chatgpt", (ExternalAssistant.CHATGPT,)),
        ("Claude, chatgpt,claude", (ExternalAssistant.CLAUDE, ExternalAssistant.CHATGPT)),
    ],
)
def test_the_setting_names_them(setting: str, outside: tuple[ExternalAssistant, ...]) -> None:
    assert Settings(external_links=setting).external_assistants == outside


def test_an_unknown_assistant_is_refused() -> None:
    with pytest.raises(SettingsError) as raised:
        _ = Settings(external_links="chatgpt,copilot").external_assistants

    assert raised.value.details == {"names": "PROMPTGEN_EXTERNAL_LINKS"}
