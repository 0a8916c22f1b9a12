"""Only the owner drives an interview."""

import pytest

from bots.container import Container
from tests.bots.slack.walks import answer_from_background
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack


@pytest.fixture
async def pair(slack: FakeSlack, bot: Container) -> tuple[Person, Person]:
    slack.world.add_channel("C1", "U1", "U2")
    owner, other = Person(slack, "U1", "C1"), Person(slack, "U2", "C1")
    await owner.slash("주간 보고서 요약")
    await owner.sees("[질문 2]")
    await owner.sees("채널 사람들도")
    other.thread = owner.thread
    return owner, other


async def test_what_others_write_in_the_thread_is_left_alone(slack: FakeSlack, pair: tuple[Person, Person]) -> None:
    owner, other = pair
    before = len(slack.world.messages)

    await other.say("저는 개발팀입니다")
    await owner.say("저는 기획팀입니다")
    await owner.sees("[질문 3]")

    assert len(slack.world.messages) == before + 3  # what both wrote, and one question


@pytest.mark.parametrize("label", ["뒤로", "처음부터", "취소", "한 번에 작성하기", "답하기"])
async def test_others_who_press_are_told_alone(slack: FakeSlack, pair: tuple[Person, Person], label: str) -> None:
    owner, other = pair

    await other.press(label)

    assert (await other.sees("다른 분의 인터뷰예요")).only_to == "U2"
    assert slack.called("views.open") == []
    await owner.say("저는 기획팀입니다")
    await owner.sees("[질문 3]")


async def test_others_can_neither_restore_nor_share(slack: FakeSlack, pair: tuple[Person, Person]) -> None:
    owner, other = pair
    await answer_from_background(owner)
    await owner.say("만들기")
    await owner.sees("완성 프롬프트 · 버전")

    await other.press("답변 복원")
    await other.sees("다른 분의 인터뷰예요")
    await other.press("공유")
    await other.sees("다른 분의 인터뷰예요", count=2)

    assert slack.called("views.open") == []


async def test_a_thread_without_an_interview_is_nobodys(slack: FakeSlack, bot: Container) -> None:
    slack.world.add_channel("C1", "U1")
    person = Person(slack, "U1", "C1")
    person.thread = "1.1"

    await person.say("점심 뭐 먹을까요")
    person.thread = None
    await person.say("아무 말")
    await person.slash()
    await person.sees("[질문 1]")

    assert not any("점심" in one.shown() for one in person.seen)


async def test_two_people_can_have_an_interview_each(slack: FakeSlack, pair: tuple[Person, Person]) -> None:
    _owner, other = pair
    other.thread = None

    await other.slash("회의록 정리")
    question = await other.sees("[질문 2]", count=2)

    assert question.thread_ts == other.thread
    await other.say("개발팀")
    await other.sees("[질문 3]")
