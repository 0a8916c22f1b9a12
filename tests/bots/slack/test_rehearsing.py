"""Rehearsals in Slack: in the DM, by buttons, in a channel's thread where others read along."""

import json
import logging
from pathlib import Path

import pytest

from bots.container import Container
from tests.bots.slack.test_dialogs import Act, by_buttons, by_typing, hold
from tests.dialogs.rehearsals import REHEARSALS, Rehearsal
from tests.fakes.assistant import FakeAssistant, until
from tests.fakes.detector import PLANTED
from tests.fakes.rehearsal import FakeResponder, Partner
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack, Fault


def play(bot: Container, partner: Partner) -> None:
    partner.play(bot.chat, bot.generation, bot.detector)


@pytest.mark.parametrize("act", [by_typing, by_buttons])
@pytest.mark.parametrize("rehearsal", REHEARSALS, ids=lambda rehearsal: rehearsal.name)
async def test_in_the_dm(slack: FakeSlack, bot: Container, rehearsal: Rehearsal, act: Act) -> None:
    play(bot, rehearsal.partner())
    person = Person(slack, "U1", locale=rehearsal.dialog.locale)
    await person.say("hello")

    await hold(person, rehearsal.dialog, act)


@pytest.mark.parametrize("rehearsal", REHEARSALS, ids=lambda rehearsal: rehearsal.name)
async def test_in_a_thread(slack: FakeSlack, bot: Container, rehearsal: Rehearsal) -> None:
    play(bot, rehearsal.partner())
    slack.world.add_channel("C1", "U1", "U2")
    person = Person(slack, "U1", "C1", locale=rehearsal.dialog.locale)
    await person.mention()

    await hold(person, rehearsal.dialog, by_typing)


async def begun(slack: FakeSlack, bot: Container, partner: Partner) -> Person:
    play(bot, partner)
    person = Person(slack, "U1")
    await person.slash("대화 연습")
    await person.sees("누구와 대화를 연습할까요?")
    await person.press("깐깐한 팀장")
    await person.sees("무엇을 전하고 싶으세요?")
    await person.say("마감을 이틀 미루기")
    await person.sees("결론부터 말해 볼래요?")
    return person


async def test_by_command_and_menu_the_line_takes_the_place_of_the_notice(slack: FakeSlack, bot: Container) -> None:
    partner = Partner(FakeAssistant(["박지훈 과장은 뭐래요?"]))
    partner.assistant.gate.clear()
    person = await begun(slack, bot, partner)
    await person.say("박지훈 과장님도 안대요.")
    waiting = await person.sees("상대가 생각하고 있어요")
    partner.assistant.gate.set()
    await slack.until(lambda: "박지훈 과장은 뭐래요?" in waiting.shown())
    assert "생각하고" not in waiting.shown()


async def test_waiting_is_stopped_and_the_line_sent_again(slack: FakeSlack, bot: Container) -> None:
    partner = Partner(FakeAssistant(["그래서 며칠인데요?", "날짜로 말해요."]))
    partner.assistant.gate.clear()
    person = await begun(slack, bot, partner)
    await person.say("이틀만 미뤄 주세요.")
    waiting = await person.sees("상대가 생각하고 있어요")
    await until(partner.assistant.half_way)
    await person.press("취소", on=waiting)
    await person.sees("마지막 말은 그대로 있어요.")
    partner.assistant.gate.set()
    await person.press("다시")
    await person.sees("날짜로 말해요.")


async def test_an_edit_that_slack_refuses_costs_nothing(slack: FakeSlack, bot: Container) -> None:
    person = await begun(slack, bot, Partner(FakeAssistant(["그래서 며칠인데요?"])))
    slack.fail("chat.update", Fault(error="edit_window_closed"))
    await person.say("이틀만 미뤄 주세요.")
    await person.sees("그래서 며칠인데요?")


def stored_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())


async def test_planted_items_reach_nobody(
    slack: FakeSlack, bot: Container, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    drawn = {"temper": "strict", "traits": [f"{word}를 알아요" for word in PLANTED], "opening": "박지훈입니다. 말해요."}
    partner = Partner(FakeAssistant(["김서연 대리 010-2345-6789로 물어봤어요?"]), FakeResponder([json.dumps(drawn)]))
    play(bot, partner)
    slack.world.add_channel("C1", "U1", "U2")
    person = Person(slack, "U1", "C1")
    everything = " ".join(PLANTED)
    await person.slash("대화 연습")
    await person.sees("누구와 대화를 연습할까요?")
    for words, shown in (
        (f"한빛상사 팀장 {everything}", "이런 사람이면 될까요?"),
        ("확인", "무엇을 전하고 싶으세요?"),
        (f"설득 {everything}", "이제 말씀하실 차례예요."),
        (f"부탁해요 {everything}", "물어봤어요?"),
        ("평가 받기", "대화 돌아보기"),
        ("대화록", "개인정보는 가려져 있어요"),
        ("프롬프트로 받기", "대화 연습 프롬프트"),
    ):
        await person.say(words)
        await person.sees(shown)

    shown_to_all = [one for one in slack.world.messages if one.user == "U0BOT" and one.only_to is None]
    files = b"".join(file.content for file in slack.world.files.values()).decode()
    asked = [str(message.text) for dialogue in partner.assistant.asked for message in dialogue.messages]
    asked += [f"{request.prompt} {request.schema}" for request in partner.responder.asked]
    everywhere = "".join([*(f"{one.shown()} {one.blocks}" for one in shown_to_all), files, caplog.text, *asked])
    stored = stored_in(tmp_path)
    assert "부탁해요" in "".join(asked)
    assert "부탁해요".encode() in stored
    assert [word for word in PLANTED if word in everywhere or word.encode() in stored] == []
