"""Trying the prompt in Slack: the answer grows in place, can be stopped, and shows nobody else a value."""

import pytest

from bots.container import Container
from bots.slack import reply_delivery
from bots.slack.outbox import SlackOutbox
from tests.bots.slack.walks import make_prompt
from tests.fakes.assistant import FakeAssistant, connect
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack, Fault

_HALF = "첫 문장입니다. {이름1} 과장이 안내합니다. 이어지는 글이 "
_ANSWER = _HALF + "조금 더 남아 있어서 여기까지 씁니다. 끝입니다." + " " * 10


@pytest.fixture
def assistant(bot: Container, monkeypatch: pytest.MonkeyPatch) -> FakeAssistant:
    monkeypatch.setattr(SlackOutbox, "partials_every_s", 0.05)
    monkeypatch.setattr(reply_delivery, "EDITS_EVERY_S", 0.05)
    assistant = FakeAssistant([_ANSWER])
    connect(bot.chat, bot.generation, bot.detector, assistant)
    return assistant


async def test_the_answer_grows_in_the_place_of_the_progress_and_then_stands_whole(
    slack: FakeSlack, assistant: FakeAssistant
) -> None:
    assistant.gate.clear()
    person = Person(slack, "U1")
    await make_prompt(person)
    await person.press("실행해 보기")
    growing = await person.sees("박지훈 과장이 안내합니다.")
    assert "이어지는" not in growing.shown()
    assistant.gate.set()

    answer = await person.sees("모델의 답변 · mixtral")
    assert "박지훈 과장이 안내합니다." in answer.shown()
    assert "준수" in answer.shown()
    await slack.until(lambda: growing not in person.seen)


async def test_it_is_stopped_where_it_grows(slack: FakeSlack, assistant: FakeAssistant) -> None:
    assistant.gate.clear()
    person = Person(slack, "U1")
    await make_prompt(person)
    await person.press("실행해 보기")
    growing = await person.sees("첫 문장입니다.")
    await person.press("취소", on=growing)

    await person.sees("답변을 멈췄어요. 프롬프트는 그대로 있어요.")
    assert "답변을 멈췄어요" in growing.shown()
    await slack.until(assistant.closed.is_set)
    assert not any("모델의 답변 ·" in one.shown() for one in person.seen)


async def test_in_a_channel_others_see_labels_and_the_owner_the_values(
    slack: FakeSlack, assistant: FakeAssistant
) -> None:
    slack.world.add_channel("C1", "U1", "U2")
    person, other = Person(slack, "U1", "C1"), Person(slack, "U2", "C1")
    await person.slash("주간 보고서 요약")
    await person.sees("[질문 2]")
    await person.press("답하기")
    await slack.until(lambda: slack.called("views.open"))
    await person.submit(person.modal(), text1="저는 박지훈 과장입니다")
    for answer in ("표", "보통", "한국어", "전문가", "건너뛰기", "만들기"):
        await person.say(answer)
    await person.sees("완성 프롬프트 · 버전")
    await person.press("실행해 보기")

    await person.sees("다른 사람도 보는 곳이라")
    await person.sees("박지훈 과장이 안내합니다.")
    assert "{이름1} 과장이 안내합니다." in (await other.sees("모델의 답변 · mixtral")).shown()
    assert not any("박지훈" in one.shown() for one in other.seen)


async def test_an_edit_that_slack_refuses_costs_nothing(slack: FakeSlack, assistant: FakeAssistant) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)
    slack.fail("chat.update", Fault(error="edit_window_closed"))
    await person.press("실행해 보기")

    assert "끝입니다." in (await person.sees("모델의 답변 · mixtral")).shown()


async def test_a_model_that_breaks_off_is_said_in_a_sentence(slack: FakeSlack, assistant: FakeAssistant) -> None:
    assistant.answers, assistant.fault = [], "unreachable"
    person = Person(slack, "U1")
    await make_prompt(person)
    await person.press("실행해 보기")

    await person.sees("모델이 응답하지 않아요. 프롬프트는 그대로 있으니")


async def test_a_long_answer_comes_as_a_file_with_its_beginning(slack: FakeSlack, assistant: FakeAssistant) -> None:
    assistant.answers = ["긴 답변의 한 줄입니다 <!channel> ``` 끝.\n" * 500]
    person = Person(slack, "U1")
    await make_prompt(person)
    await person.press("실행해 보기")

    await person.sees("길어서 파일로 드려요")
    await slack.until(lambda: any(file.content for file in slack.world.files.values()))
    (file,) = slack.world.files.values()
    assert file.name == "답변.md"
    assert file.content.decode().count("긴 답변의 한 줄입니다") == 500


async def test_answers_are_compared_voted_on_and_told_apart(slack: FakeSlack, assistant: FakeAssistant) -> None:
    assistant.answers = ["첫째 답입니다.", "둘째 {이름1} 답입니다.", "셋째 답입니다."]
    person = Person(slack, "U1")
    await make_prompt(person)
    await person.press("비교")
    asked = await person.sees("어느 답이 가장 좋은가요?")
    assert "둘째 박지훈 답입니다." in (await person.sees("답변 B")).shown()
    assert not any("mixtral" in one.shown() for one in person.seen if "답변 B" in one.shown())
    await person.press("B", on=asked)

    verdict = (await person.sees("고르신 답: B")).shown()
    assert all(name in verdict for name in ("한 줄 그대로", "짧은 프롬프트", "자세한 프롬프트"))
