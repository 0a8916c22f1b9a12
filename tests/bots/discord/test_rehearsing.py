"""Rehearsals on Discord: in the DM and in threads, typed and pressed."""

import pytest

from core.values.locale import Locale
from tests.bots.discord.conftest import Lab
from tests.bots.discord.screen import Screen, quiet
from tests.bots.discord.test_dialogs import _LOCALES, Act, _begun, _called_by_name, _pressed, _typed
from tests.dialogs.rehearsals import REHEARSALS, Rehearsal
from tests.fakes.assistant import FakeAssistant
from tests.fakes.discord.components import read
from tests.fakes.rehearsal import Partner


@pytest.mark.parametrize("rehearsal", REHEARSALS, ids=lambda rehearsal: rehearsal.name)
@pytest.mark.parametrize(
    ("where", "act"),
    [
        pytest.param("dm", _typed, id="typed in the DM"),
        pytest.param("thread", _called_by_name, id="by name in a thread"),
        pytest.param("thread", _pressed, id="pressed in a thread"),
    ],
)
async def test_dialog(rehearsal: Rehearsal, where: str, act: Act, lab: Lab) -> None:
    dialog = rehearsal.dialog
    person = lab.fake.person(locale=_LOCALES[dialog.locale])
    channel = lab.fake.world.channel(lab.fake.world.guild())
    async with lab.bot() as bot:
        rehearsal.partner().play(bot.parts.chat, bot.parts.generation, bot.detector)
        screen = await _begun(person, channel if where == "thread" else None)
        await screen.shows(*dialog.opens)
        for turn in dialog.turns:
            await act(screen, turn, dialog)
            await quiet()
            shown = await screen.shows(*turn.shows)
            assert [text for text in turn.hides if text in shown] == [], turn.says


async def test_the_notice_goes_when_the_line_is_there(lab: Lab) -> None:
    person = lab.fake.person(locale=_LOCALES[Locale.KO])
    async with lab.bot() as bot:
        Partner(FakeAssistant(["박지훈 과장은 뭐래요?"])).play(bot.parts.chat, bot.parts.generation, bot.detector)
        await person.command(purpose="대화 연습")
        screen = Screen(person, person.dm)
        await screen.shows("누구와 대화를 연습할까요?")
        await screen.use("깐깐한 팀장")
        await screen.shows("무엇을 전하고 싶으세요?")
        for words, shown in (
            ("마감을 이틀 미루기", "결론부터 말해"),
            ("박지훈 과장님도 안대요.", "박지훈 과장은 뭐래요?"),
        ):
            await person.say(words, person.dm)
            await screen.shows(shown)
        await quiet()
        assert not any("생각하고 있어요" in read(message) for message in person.dm.messages)
