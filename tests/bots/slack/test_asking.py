"""What destroys or publishes is asked about once: by Slack at the button, in the conversation where it is typed."""

from typing import Any

import pytest

from bots.container import Container
from tests.bots.slack.walks import make_prompt
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.world import Message


def dialog(message: Message, label: str) -> dict[str, Any]:
    """Return what Slack asks at the button of this label; empty where it asks nothing."""
    return next(one.get("confirm", {}) for one in message.elements() if one.get("text", {}).get("text") == label)


@pytest.mark.parametrize(
    ("label", "asked", "came"),
    [("취소", "그만둘까요", "인터뷰를 그만뒀어요"), ("처음부터", "처음부터 다시", "[질문 1]")],
)
async def test_a_button_that_loses_answers_asks_and_the_conversation_does_not(
    slack: FakeSlack, bot: Container, label: str, asked: str, came: str
) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서 요약해 줘")
    question = await person.sees("[질문 2]")
    assert asked in dialog(question, label)["text"]["text"]

    await person.press(label, on=question)

    await person.sees(came)
    assert not person.ever_shown("‘확인’")


async def test_nothing_is_asked_where_nothing_would_be_lost(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("안녕하세요")
    question = await person.sees("[질문 1]")

    assert dialog(question, "취소") == {}

    await person.press("취소", on=question)
    await person.sees("인터뷰를 그만뒀어요")


async def test_what_is_typed_is_asked_about_in_the_conversation(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서 요약해 줘")
    await person.sees("[질문 2]")

    await person.say("취소")
    await person.press("확인", on=await person.sees("버리고 그만둘까요"))

    await person.sees("인터뷰를 그만뒀어요")


async def test_a_button_of_an_older_message_is_still_asked_about(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서 요약해 줘")
    question = await person.sees("[질문 2]")
    for element in question.elements():
        element["value"] = element["value"].removeprefix("sure:")

    await person.press("취소", on=question)

    await person.sees("버리고 그만둘까요")


async def test_all_data_goes_with_one_confirmation_from_the_home(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)
    await person.open_home()
    await slack.until(lambda: "U1" in slack.world.homes)
    assert "되돌릴 수 없어요" in str(slack.world.homes["U1"])

    await person.press_home("내 데이터 삭제")

    await person.sees("모두 지웠어요")
    assert not person.ever_shown("모두 지울까요")


async def test_slack_asks_before_an_item_is_kept_where_others_read(slack: FakeSlack, bot: Container) -> None:
    slack.world.add_channel("C1", "U1", "U2")
    person = Person(slack, "U1", "C1")
    await person.slash("주간 보고서 요약")
    await person.sees("[질문 2]")
    for answer in ("저는 박지훈이고 010-2345-6789 입니다", "표", "보통", "한국어", "전문가", "건너뛰기"):
        await person.say(answer)
    summary = await person.sees("이렇게 이해했어요")
    label = "{이름1} 그대로 두기"
    assert "여럿이 보는 대화" in dialog(summary, label)["text"]["text"]

    await person.press(label, on=summary)

    await slack.until(lambda: "그대로 둠" in summary.shown())
    assert not person.ever_shown("가림을 풀까요")
