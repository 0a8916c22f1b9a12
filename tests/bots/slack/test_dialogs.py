"""Whole interviews, as a person has them."""

from bots.wiring import Parts
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack


async def test_an_interview_in_the_dm_by_typing(slack: FakeSlack, bot: Parts) -> None:
    person = Person(slack, "U1")

    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    await person.say("저는 박지훈이고 010-2345-6789 입니다")
    await person.sees("[질문 3]")
    await person.say("표로 해줘")
    await person.sees("[질문 4]")
    await person.say("보통이요")
    await person.sees("[질문 5]")
    await person.say("한국어")
    await person.sees("[질문 6]")
    await person.say("4")
    await person.sees("AI가 참고할 예시")
    await person.say("건너뛰기")
    summary = await person.sees("이렇게 이해했어요")
    assert "{이름1}" in summary.shown()
    await person.say("만들기")
    prompt = await person.sees("완성 프롬프트 · 버전 1")
    assert prompt.thread_ts is not None
    assert "박지훈" not in prompt.shown()
