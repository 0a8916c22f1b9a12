"""What is asked for because it decides, by buttons and in a modal."""

import pytest

from bots.container import Container
from tests.bots.slack.walks import prompt_of
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack


@pytest.fixture
def asks_gaps() -> bool:
    return True


async def _asked(slack: FakeSlack) -> Person:
    person = Person(slack, "U1")
    await person.say("hello")
    await person.sees("[질문 1]")
    for text, shown in (
        ("이메일 초안 써줘", "[질문 2]"),
        ("총무팀입니다", "[질문 3]"),
        ("연속 문장", "[질문 4]"),
        ("보통", "[질문 5]"),
        ("한국어", "[질문 6]"),
        ("대학생", "AI가 참고할 예시"),
        ("건너뛰기", "[추가 질문 1/2] 누구에게 보내나요?"),
    ):
        await person.say(text)
        await person.sees(shown)
    return person


async def test_an_option_that_was_pressed_stands_in_the_place_of_the_buttons(slack: FakeSlack, bot: Container) -> None:
    person = await _asked(slack)
    question = await person.sees("누구에게 보내나요?")
    await person.press("상사", on=question)
    following = await person.sees("[추가 질문 2/2]")
    assert following is question
    assert "✓ 상사" in following.shown()
    await person.press("AI가 정하기", on=following)
    summary = await person.sees("받는 사람: 상사")
    assert "✓ AI가 정하기" in summary.shown()


async def test_a_typed_answer_takes_the_buttons_away(slack: FakeSlack, bot: Container) -> None:
    person = await _asked(slack)
    question = await person.sees("누구에게 보내나요?")
    await person.say("옆 건물 관리소장님이요")
    last = await person.sees("[추가 질문 2/2]")
    await slack.until(lambda: question not in person.seen)
    await person.press("바로 만들기", on=last)
    await person.sees("받는 사람: 옆 건물 관리소장님")
    await slack.until(lambda: last not in person.seen)


async def test_an_answer_in_ones_own_words_goes_to_its_own_question(slack: FakeSlack, bot: Container) -> None:
    person = await _asked(slack)
    question = await person.sees("누구에게 보내나요?")
    await person.press("직접 쓰기", on=question)
    await slack.until(lambda: slack.called("views.open"))
    opened = person.modal()
    assert opened["blocks"][0]["label"]["text"] == "누구에게 보내나요?"
    await person.say("상사")
    await person.sees("[추가 질문 2/2]")
    await person.submit(opened, **{opened["blocks"][0]["block_id"]: "본사 총무팀"})
    await person.sees("[추가 질문 2/2]", count=2)
    await person.say("창고 이사")
    summary = await person.sees("이렇게 이해했어요")
    assert "받는 사람: 본사 총무팀" in summary.shown()
    assert "용건: 창고 이사" in summary.shown()


async def test_an_assumption_beneath_the_prompt_is_changed_in_its_menu(slack: FakeSlack, bot: Container) -> None:
    person = await _asked(slack)
    await person.press("바로 만들기")
    prompt = await person.sees("완성 프롬프트 · 버전 1")
    await person.press("받는 사람: 고객", on=prompt)
    assert "받는 사람: 고객" in await prompt_of(person, "완성 프롬프트 · 버전 2")
