"""What was understood, set right by pressing."""

from bots.container import Container
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack


async def _at_the_summary(slack: FakeSlack, purpose: str = "거래처에 납기 지연 사과 메일 써줘") -> Person:
    person = Person(slack, "U1")
    await person.say("hello")
    await person.sees("[질문 1]")
    for text, shown in (
        (purpose, "[질문 2]"),
        ("총무팀입니다", "[질문 3]"),
        ("연속 문장", "[질문 4]"),
        ("보통", "[질문 5]"),
        ("한국어", "[질문 6]"),
        ("대학생", "AI가 참고할 예시"),
        ("건너뛰기", "이렇게 이해했어요"),
    ):
        await person.say(text)
        await person.sees(shown)
    return person


async def test_another_guess_takes_the_place_of_the_first(slack: FakeSlack, bot: Container) -> None:
    person = await _at_the_summary(slack)
    summary = await person.sees("이렇게 이해했어요")
    await person.press("업무 메일", on=summary)
    await slack.until(lambda: "*작업*: 업무 메일" in summary.shown())


async def test_any_kind_is_two_menus_away(slack: FakeSlack, bot: Container) -> None:
    person = await _at_the_summary(slack)
    await person.press("다른 작업…")
    await person.sees("무엇을 만들까요?")
    await person.press("공지·모집·공문")
    await slack.until(lambda: "종류 고르기" in str(person.seen[-1].blocks))
    await person.press("공문")
    await slack.until(lambda: "*작업*: 공문" in person.seen[-1].shown())


async def test_an_assumption_is_answered_in_its_menu(slack: FakeSlack, bot: Container) -> None:
    person = await _at_the_summary(slack)
    summary = await person.sees("가정: ")
    await person.press("바로잡을 방법: 환불·보상", on=summary)
    await slack.until(lambda: "꼭 지킬 것" in summary.shown() and "환불·보상" in summary.shown())
    assert "가정: 조치" not in summary.shown()


async def test_a_contradiction_is_settled_the_other_way_by_its_button(slack: FakeSlack, bot: Container) -> None:
    person = await _at_the_summary(slack, "거래처에 보낼 사과 메일 영문으로 써줘")
    summary = await person.sees("요청에 적힌 대로 영어로")
    await person.press("한국어로 쓰기", on=summary)
    await slack.until(lambda: "선택한 한국어로 씁니다" in summary.shown())
    await person.press("만들기", on=summary)
    panel = await person.sees("버전 1")
    await person.press("처음 정한 대로", on=panel)
    await person.sees("버전 2")
