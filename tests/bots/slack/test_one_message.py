"""An interview waits in one message: what was answered goes, and no control is left above the newest."""

import asyncio
from typing import Any

import pytest

from bots.container import Container
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack, Fault
from tests.fakes.slack.world import Message

_ANSWERS = (
    "주간 보고서 요약해 줘",
    "저는 기획팀입니다. 결론 위주로 봐요.",
    "표",
    "보통",
    "한국어",
    "대학생",
    "건너뛰기",
)
_ASKED = ("2]", "3]", "4]", "5]", "6]", "참고할 예시", "이렇게 이해했어요")
_CHOICES = ("표", "보통 ~500자", "한국어", "대학생", "건너뛰기")


def live(messages: list[Message]) -> int:
    """Return how many controls can still be used."""
    return sum(len(list(message.elements())) for message in messages)


async def typed(person: Person, *answers: str) -> None:
    await person.say("안녕하세요")
    await person.sees("[질문 1]")
    for answer, question in zip(
        answers, ("2]", "3]", "4]", "5]", "6]", "참고할 예시", "이렇게 이해했어요"), strict=True
    ):
        await person.say(answer)
        await person.sees(question)


async def test_a_typed_interview_leaves_four_messages_and_no_control_above_the_summary(
    slack: FakeSlack, bot: Container
) -> None:
    person = Person(slack, "U1")
    await typed(person, *_ANSWERS)
    await slack.until(lambda: live(person.seen[:-1]) == 0)
    assert len(person.seen) == 2

    await person.say("만들기")
    await person.sees("버전 1")

    await slack.until(lambda: live(person.seen[:-1]) == 0)
    assert len(person.seen) == 4


async def test_a_pressed_question_becomes_the_next_one_where_it_stands(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서 요약해 줘")
    await person.say("저는 기획팀입니다. 결론 위주로 봐요.")
    question = await person.sees("[질문 3]")

    for pressed in _CHOICES:
        await person.press(pressed, on=question)
        await slack.until(lambda: f"✓ {pressed}" in question.shown() or "이렇게 이해했어요" in question.shown())  # noqa: B023 - awaited at once

    assert person.seen[-1] is question
    assert len(person.seen) == 2


async def test_a_quick_prompt_needs_no_notice_of_progress(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await typed(person, *_ANSWERS)
    posted = len(slack.called("chat.postMessage"))

    await person.say("만들기")
    await person.sees("버전 1")

    assert len(slack.called("chat.postMessage")) == posted + 2


async def test_what_is_said_while_a_prompt_is_made_takes_no_summary_away(
    slack: FakeSlack, bot: Container, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, go_on = bot.generation.run, asyncio.Event()

    async def slowly(*about: Any) -> Any:  # noqa: ANN401 - as it is called
        await go_on.wait()
        return await make(*about)

    monkeypatch.setattr(bot.generation, "run", slowly)
    person = Person(slack, "U1")
    await typed(person, *_ANSWERS)
    await person.say("만들기")
    await person.say("더 짧게")
    await person.sees("아직 만들고 있어요")
    go_on.set()
    await person.sees("버전 1")
    await slack.until(lambda: live(person.seen[:-1]) == 0)
    assert [one.ts for one in person.seen if "이렇게 이해했어요" in one.text]


async def test_a_card_that_is_gone_is_posted_anew(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서 요약해 줘")
    await person.say("저는 기획팀입니다. 결론 위주로 봐요.")
    question = await person.sees("[질문 3]")
    slack.world.messages.remove(question)

    await person.press("표", on=question)

    await person.sees("[질문 4]")


@pytest.mark.parametrize("method", ["chat.delete", "chat.update"])
async def test_a_refused_change_loses_no_question(slack: FakeSlack, bot: Container, method: str) -> None:
    person = Person(slack, "U1")
    for _ in range(20):
        slack.fail(method, Fault(error="internal_error"))

    await typed(person, *_ANSWERS)

    assert any("만들기" in message.shown() for message in person.seen[-1:])


async def test_a_change_that_took_effect_though_it_was_refused_is_shown_once(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서 요약해 줘")
    await person.say("저는 기획팀입니다. 결론 위주로 봐요.")
    question = await person.sees("[질문 3]")

    await slack.until(lambda: slack.called("chat.update"))  # the first question loses its controls
    slack.fail("chat.update", Fault(error="fatal_error", after=True))
    await person.press("표", on=question)
    await person.sees("[질문 4]")
    await person.say("보통")
    await person.sees("[질문 5]")

    assert {one.ts for one in person.ever_shown("[질문 4]")} == {question.ts}


async def test_what_was_asked_comes_again_after_a_no(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서 요약해 줘")
    await person.sees("[질문 2]")

    await person.say("내 데이터 삭제")
    await person.sees("모두 지울까요")
    await person.say("취소")

    shown = await person.sees("지우지 않았어요")
    assert "[질문 2]" in shown.shown()
    await slack.until(lambda: len(person.seen) == 2)
