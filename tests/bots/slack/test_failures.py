"""What cannot be carried out is told to the person, with what they can do; nothing is lost."""

import time
from dataclasses import replace

import pytest
from sqlalchemy import Engine, text

from bots.container import Container
from bots.slack.handlers.commands import FROM_MESSAGE, START
from tests.bots.slack.walks import make_prompt
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack, Fault
from tests.fakes.slack.world import BOT_USER, Message

pytestmark = pytest.mark.slow


async def _sees_in_response(slack: FakeSlack, text: str) -> None:
    await slack.until(lambda: any(text in answer["text"] for answer in slack.called("response_url")))


async def test_a_command_that_slack_does_not_let_us_carry_out_says_so(slack: FakeSlack, bot: Container) -> None:
    slack.fail("conversations.open", Fault(error="missing_scope"))

    await Person(slack, "U1").slash("주간 보고서 요약")

    await _sees_in_response(slack, "예상하지 못한 문제가 생겼어요")


@pytest.mark.parametrize("how", ["command", "press", "message shortcut"])
async def test_a_window_that_comes_too_late_is_to_be_asked_for_again(
    slack: FakeSlack, bot: Container, how: str
) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)
    slack.fail("views.open", Fault(error="expired_trigger_id"))

    if how == "command":
        await person.slash("복원")
    elif how == "press":
        await person.press("답변 복원")
    else:
        await person.shortcut(FROM_MESSAGE, on=Message("1.5", "U2", "분기 실적 정리", "C9"))
        await person.sees("한 번 더 해주세요")
        return

    await _sees_in_response(slack, "한 번 더 해주세요")


async def test_a_shortcut_that_fails_is_told_in_the_dm(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    slack.fail("conversations.open", Fault(error="internal_error"))

    await person.shortcut(START)

    await person.sees("예상하지 못한 문제가 생겼어요")


async def test_what_cannot_be_whispered_in_a_channel_is_told_in_the_dm(slack: FakeSlack, bot: Container) -> None:
    slack.world.add_channel("C1", "U1", with_bot=False)
    person = Person(slack, "U1")
    settings = Message("1.5", BOT_USER, "", "C1", only_to="U1")  # as `/promptgen settings` shows it anywhere
    settings.blocks = [{"type": "actions", "elements": [_button("English", "locale:en")]}]

    await person.press("English", on=settings)

    await person.sees("I will speak English from now on.")


async def test_a_press_on_what_is_gone_says_so(slack: FakeSlack, bot: Container) -> None:
    slack.world.add_channel("C1", "U1", "U2")
    person = Person(slack, "U1", "C1")
    await person.slash("주간 보고서 요약")
    question = await person.sees("[질문 2]")
    as_it_was = replace(question)
    await person.press("취소", on=question)
    await person.sees("인터뷰를 그만뒀어요")

    await person.press("답하기", on=as_it_was)

    await person.sees("이미 끝났거나 지워졌어요")


async def test_a_reply_that_an_archived_channel_does_not_take_is_explained(slack: FakeSlack, bot: Container) -> None:
    slack.world.add_channel("C1", "U1", "U2")
    person = Person(slack, "U1", "C1")
    await person.slash("주간 보고서 요약")
    await person.sees("[질문 2]")

    slack.fail("chat.postMessage", Fault(error="is_archived"))
    await person.say("기획팀입니다")

    person.channel = slack.world.dm("U1")
    assert "<#C1>" in (await person.sees("답을 올리지 못했어요")).shown()


async def test_a_reply_waits_for_another_token(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    slack.faults["chat.postMessage"] = [Fault(error="token_revoked")] * 99

    await person.say("회의록 정리해 줘")
    await slack.until(lambda: _postponed(bot.store.engine))
    assert not person.seen
    slack.faults.clear()

    await person.sees("[질문 2]")


def _postponed(engine: Engine) -> bool:
    """Say whether a reply was put off, and if so, let it be taken up at once."""
    with engine.begin() as connection:
        put_off = text("UPDATE outgoing SET leased_until = 0 WHERE sent_at IS NULL AND leased_until > :soon")
        return connection.execute(put_off, {"soon": time.time() + 10}).rowcount > 0


async def test_a_prompt_whose_file_is_refused_comes_in_messages(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    for answer in ("학생", "표", "보통", "한국어", "전문가"):
        await person.say(answer)
    await person.sees("AI가 참고할")
    await person.say("아주 긴 참고 자료입니다. " * 900)
    await person.sees("이렇게 이해했어요")
    slack.fail("files.getUploadURLExternal", Fault(error="missing_scope"))
    await person.say("만들기")

    assert "[작업]" in (await person.sees("프롬프트-1.md")).shown()


async def test_who_goes_to_the_dm_takes_all_answers_along(slack: FakeSlack, bot: Container) -> None:
    slack.world.add_channel("C1", "U1")
    person = Person(slack, "U1", "C1")
    await person.slash("박지훈 과장에게 메일")
    await person.sees("[질문 2]")
    hint = await person.sees("채널 사람들도")
    await person.say("총무팀입니다")
    await person.sees("[질문 3]")

    await person.press("DM에서 하기", on=hint)
    await person.sees("인터뷰를 그만뒀어요")
    person.channel, person.thread = slack.world.dm("U1"), None
    await person.sees("[질문 3]")
    for answer in ("표", "보통", "한국어", "전문가", "건너뛰기"):
        await person.say(answer)

    summary = (await person.sees("이렇게 이해했어요")).shown()
    assert "{이름1} 과장에게 메일" in summary
    assert "총무팀입니다" in summary


async def test_going_to_the_dm_writes_over_no_interview_there(slack: FakeSlack, bot: Container) -> None:
    slack.world.add_channel("C1", "U1")
    person = Person(slack, "U1")
    await person.say("회의록을 정리해줘")
    await person.sees("[질문 2]")
    person.channel = "C1"
    await person.slash("메일 쓰기")
    await person.sees("채널 사람들도")

    await person.press("DM에서 하기")
    person.channel, person.thread = slack.world.dm("U1"), None
    await person.sees("[질문 2]", count=2)
    await person.say("총무팀입니다")
    await person.sees("[질문 3]")
    await person.say("취소")
    await person.say("확인")
    await person.sees("인터뷰를 그만뒀어요")

    await person.slash()  # the one that was left is offered again, as it was
    await person.press("이어서", on=await person.sees("쓰던 인터뷰가 있어요"))
    await person.say("뒤로")
    assert "지금 답: 회의록을 정리해줘" in (await person.sees("[질문 1]")).shown()


async def test_a_message_too_long_for_the_form_is_cut_where_it_is_seen(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")

    await person.shortcut(FROM_MESSAGE, on=Message("1.5", "U2", "첫 줄\n" + "가" * 5_000, "C9"))
    await slack.until(lambda: slack.called("views.open"))

    shown = {block["block_id"]: block["element"] for block in person.modal()["blocks"] if block["type"] == "input"}
    assert len(shown["reference"]["initial_value"]) == 3_000
    assert shown["reference"]["initial_value"].endswith("…")


async def test_a_file_that_comes_with_the_bots_name_is_the_reference(slack: FakeSlack, bot: Container) -> None:
    slack.world.add_channel("C1", "U1")
    person = Person(slack, "U1", "C1")
    file = slack.add_file("memo.txt", "매출이 늘었습니다".encode(), "text/plain", "U1")

    await person.mention("회의록을 정리해줘", files=[file])

    await person.sees("참고 자료를 받았어요")
    await person.sees("[질문 2]")


async def test_an_answer_that_slack_made_a_file_of_is_restored(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)
    await person.say("답변 복원")
    await person.sees("그대로 붙여 넣어주세요")
    file = slack.add_file("Untitled.txt", "{이름1}님, 안녕하세요".encode(), "text/plain", "U1")

    await person.say("", files=[file])

    assert "박지훈님, 안녕하세요" in (await person.sees("실제 값을 넣은 답변")).shown()


async def test_two_switches_in_a_row_change_one_summary(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    for answer in ("저는 박지훈이고 010-2345-6789 입니다", "표", "보통", "한국어", "전문가", "건너뛰기"):
        await person.say(answer)
    summary = await person.sees("이렇게 이해했어요")

    slack.fail("chat.update", Fault(delay=0.2))
    await person.press("{이름1} 그대로 두기", on=summary)
    await person.press("{전화번호1} 그대로 두기", on=summary)

    await slack.until(lambda: summary.edits == 2)
    assert len([one for one in person.seen if "이렇게 이해했어요" in one.shown()]) == 1


def _button(label: str, value: str) -> dict[str, object]:
    return {
        "type": "button",
        "text": {"type": "plain_text", "text": label},
        "action_id": f"promptgen.{value}",
        "value": value,
    }
