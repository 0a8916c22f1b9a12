"""Rehearsals in Slack: in the DM, by buttons, in a channel's thread where others read along."""

import pytest

from bots.wiring import Parts
from tests.bots.slack.test_dialogs import Act, by_buttons, by_typing, hold
from tests.dialogs.rehearsals import REHEARSALS, Rehearsal
from tests.fakes.assistant import FakeAssistant
from tests.fakes.rehearsal import Partner
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack, Fault


def play(bot: Parts, partner: Partner) -> None:
    partner.play(bot.chat, bot.generation, bot.detector)


@pytest.mark.parametrize("act", [by_typing, by_buttons])
@pytest.mark.parametrize("rehearsal", REHEARSALS, ids=lambda rehearsal: rehearsal.name)
async def test_in_the_dm(slack: FakeSlack, bot: Parts, rehearsal: Rehearsal, act: Act) -> None:
    play(bot, rehearsal.partner())
    person = Person(slack, "U1", locale=rehearsal.dialog.locale)
    await person.say("hello")

    await hold(person, rehearsal.dialog, act)


@pytest.mark.parametrize("rehearsal", REHEARSALS, ids=lambda rehearsal: rehearsal.name)
async def test_in_a_thread(slack: FakeSlack, bot: Parts, rehearsal: Rehearsal) -> None:
    play(bot, rehearsal.partner())
    slack.world.add_channel("C1", "U1", "U2")
    person = Person(slack, "U1", "C1", locale=rehearsal.dialog.locale)
    await person.mention()

    await hold(person, rehearsal.dialog, by_typing)


async def begun(slack: FakeSlack, bot: Parts, partner: Partner) -> Person:
    play(bot, partner)
    person = Person(slack, "U1")
    await person.slash("대화 연습")
    await person.sees("누구와 대화를 연습할까요?")
    await person.press("깐깐한 팀장")
    await person.sees("무엇을 전하고 싶으세요?")
    await person.say("마감을 이틀 미루기")
    await person.sees("결론부터 말해 볼래요?")
    return person


async def test_by_command_and_menu_the_line_takes_the_place_of_the_notice(slack: FakeSlack, bot: Parts) -> None:
    partner = Partner(FakeAssistant(["박지훈 과장은 뭐래요?"]))
    partner.assistant.gate.clear()
    person = await begun(slack, bot, partner)
    await person.say("박지훈 과장님도 안대요.")
    waiting = await person.sees("상대가 생각하고 있어요")
    partner.assistant.gate.set()
    await slack.until(lambda: "박지훈 과장은 뭐래요?" in waiting.shown())
    assert "생각하고" not in waiting.shown()


async def test_waiting_is_stopped_and_the_line_sent_again(slack: FakeSlack, bot: Parts) -> None:
    partner = Partner(FakeAssistant(["그래서 며칠인데요?", "날짜로 말해요."]))
    partner.assistant.gate.clear()
    person = await begun(slack, bot, partner)
    await person.say("이틀만 미뤄 주세요.")
    waiting = await person.sees("상대가 생각하고 있어요")
    await slack.until(partner.assistant.half_way.is_set)
    await person.press("취소", on=waiting)
    await person.sees("마지막 말은 그대로 있어요.")
    partner.assistant.gate.set()
    await person.press("다시")
    await person.sees("날짜로 말해요.")


async def test_an_edit_that_slack_refuses_costs_nothing(slack: FakeSlack, bot: Parts) -> None:
    person = await begun(slack, bot, Partner(FakeAssistant(["그래서 며칠인데요?"])))
    slack.fail("chat.update", Fault(error="edit_window_closed"))
    await person.say("이틀만 미뤄 주세요.")
    await person.sees("그래서 며칠인데요?")


async def test_in_a_channel_nobody_sees_a_value(slack: FakeSlack, bot: Parts) -> None:
    play(bot, Partner(FakeAssistant(["{이름1} 과장은 뭐래요?"])))
    slack.world.add_channel("C1", "U1", "U2")
    person, other = Person(slack, "U1", "C1"), Person(slack, "U2", "C1")
    await person.slash("대화 연습")
    await person.sees("누구와 대화를 연습할까요?")
    for line in ("2", "한빛상사 박지훈 과장님 설득", "박지훈 과장님, 이틀만요."):
        await person.say(line)
    await other.sees("{이름1} 과장은 뭐래요?")
    await person.say("대화록")
    await other.sees("개인정보는 가려져 있어요")
    bot_said = [one for one in slack.world.messages if one.user == "U0BOT" and one.channel == "C1"]
    files = b"".join(file.content for file in slack.world.files.values()).decode()
    assert [
        secret for secret in ("박지훈", "한빛상사") if secret in str([one.blocks for one in bot_said]) + files
    ] == []
