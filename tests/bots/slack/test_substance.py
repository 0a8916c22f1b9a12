"""A model's proposals in the summary: they come into it where it stands, and go with a press."""

import pytest

from bots.container import Container
from core.prompting.model.reading_substance import Draft
from core.prompting.substance import ModelQuestion
from core.usecases.model_fallback import ModelFallback
from tests.bots.slack.walks import prompt_of
from tests.fakes.advisor import COVER, MORE, ProposingAdvisor
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack, Fault


@pytest.fixture
def advisor(bot: Container) -> ProposingAdvisor:
    advisor = ProposingAdvisor()
    advisor.may.clear()
    bot.generation._model = ModelFallback(advisor)
    bot.chat._advises = True
    return advisor


async def _at_the_summary(slack: FakeSlack) -> Person:
    person = Person(slack, "U1")
    await person.say("신입사원에게 보낼 환영 이메일 초안 써줘")
    await person.sees("[질문 2]")
    for text in ("인사팀입니다", "연속 문장", "보통", "한국어", "대학생", "건너뛰기"):
        await person.say(text)
    await person.sees("이렇게 이해했어요")
    return person


async def test_proposals_come_into_the_summary_and_go_with_a_press(slack: FakeSlack, advisor: ProposingAdvisor) -> None:
    person = await _at_the_summary(slack)
    summary = await person.sees("이렇게 이해했어요")
    assert COVER not in summary.shown()
    advisor.may.set()
    await slack.until(lambda: f"☑ 다룰 것: {MORE}" in summary.shown())

    await person.press("이 제안 빼기", on=summary, value="tick:2:off")
    await slack.until(lambda: f"☐ 다룰 것: {MORE}" in summary.shown())
    await person.press("이 제안 넣기", on=summary)
    await slack.until(lambda: f"☑ 다룰 것: {MORE}" in summary.shown())
    await person.press("이 제안 빼기", on=summary, value="tick:1:off")
    await slack.until(lambda: f"☐ 다룰 것: {COVER}" in summary.shown())
    await person.press("만들기", on=summary)
    prompt = await prompt_of(person, "완성 프롬프트 · 버전 1")
    assert MORE in prompt
    assert COVER not in prompt


async def test_what_comes_after_something_else_was_shown_is_a_summary_of_its_own(
    slack: FakeSlack, advisor: ProposingAdvisor
) -> None:
    person = await _at_the_summary(slack)
    await person.say("오늘 날씨 어때")
    await person.sees("이렇게 이해했어요", count=2)
    advisor.may.set()
    await slack.until(lambda: any(COVER in message.shown() for message in person.seen))


async def test_where_slack_refuses_the_edit_the_summary_is_posted_anew(
    slack: FakeSlack, advisor: ProposingAdvisor
) -> None:
    person = await _at_the_summary(slack)
    await slack.until(lambda: len(person.seen) == 2)  # the greeting and the summary
    slack.fail("chat.update", Fault(error="edit_window_closed"))
    advisor.may.set()
    assert COVER in (await person.sees("이렇게 이해했어요", count=2)).shown()


async def test_who_makes_the_prompt_at_once_waits_for_what_is_on_its_way(
    slack: FakeSlack, advisor: ProposingAdvisor
) -> None:
    person = await _at_the_summary(slack)
    await advisor.begun.wait()
    await person.press("만들기")
    await person.sees("프롬프트를 만들고 있어요")
    advisor.may.set()
    assert COVER in await prompt_of(person, "완성 프롬프트 · 버전 1")
    assert len(advisor.asked) == 1


async def test_a_question_of_the_model_is_answered_with_two_presses(
    slack: FakeSlack, advisor: ProposingAdvisor
) -> None:
    advisor.draft = Draft(questions=(ModelQuestion("첫날 복장", "첫날 무엇을 입고 오면 되나요?", ("정장", "편한 옷")),))
    person = await _at_the_summary(slack)
    summary = await person.sees("이렇게 이해했어요")
    advisor.may.set()
    await slack.until(lambda: "첫날 무엇을 입고 오면 되나요?" in summary.shown())
    await person.press("답하기", on=summary, value="more:1")
    await person.press("편한 옷", on=await person.sees("[추가 질문 1/1] 첫날 무엇을 입고 오면 되나요?"))
    await person.press("만들기", on=await person.sees("첫날 복장: 편한 옷"))
    assert "첫날 복장: 편한 옷" in await prompt_of(person, "완성 프롬프트 · 버전 1")
