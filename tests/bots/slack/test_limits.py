"""More than one person may ask for, and one person who asks for much, on Slack."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bots.container import Container
from core.privacy.spans import Span
from core.privacy.text import RawText
from core.usecases.limits import Limits
from tests.bots.slack.test_references import at_the_reference
from tests.bots.slack.walks import answer_from_background
from tests.fakes.detector import FakeDetector
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack


class HeldUp(FakeDetector):
    """A detector that a text can hold up: as long as the test likes."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = threading.Event()
        self.held_up = 0

    def detect(self, text: RawText) -> tuple[Span, ...]:
        if "아주 긴 글" in text.reveal():
            self.held_up += 1
            self.go_on.wait(60)
        return super().detect(text)


@asynccontextmanager
async def held_up(parts: Container) -> AsyncIterator[HeldUp]:
    detector = HeldUp()
    parts.chat._detector = detector
    try:
        yield detector
    finally:
        detector.go_on.set()


async def test_one_noisy_person_does_not_keep_the_others_waiting(slack: FakeSlack, bot: Container) -> None:
    slack.world.add_channel("C1", "U1", "U2")
    noisy = [Person(slack, "U1", "C1") for _ in range(40)]
    calm = Person(slack, "U2")
    async with held_up(bot) as detector:
        mentions = [asyncio.create_task(each.mention("아주 긴 글을 요약해줘")) for each in noisy]
        await slack.until(lambda: detector.held_up)
        await calm.say("주간 보고서를 요약해줘")
        await calm.sees("[질문 2]")
        await answer_from_background(calm)
        await calm.say("만들기")
        await calm.sees("완성 프롬프트 · 버전 1")
        assert detector.held_up == 1
        detector.go_on.set()
        await asyncio.gather(*mentions)
        await slack.until(lambda: detector.held_up == 40)


class TestTurns:
    @pytest.fixture
    def limits(self) -> Limits:
        return Limits(turns=(3, 0))

    async def test_what_is_too_fast_is_told_once_and_kindly(self, slack: FakeSlack, bot: Container) -> None:
        person, other = Person(slack, "U1"), Person(slack, "U2")
        for text in ("주간 보고서를 요약해줘", "기획팀", "표"):
            await person.say(text)
        await person.sees("[질문 4]")
        for _ in range(5):
            await person.say("보통")
        told = await person.sees("조금 빨라서 따라가지 못했어요")
        assert "초 뒤에" in told.text
        await other.say("회의록을 정리해줘")
        await other.sees("[질문 2]")
        assert len([one for one in person.seen if "조금 빨라서" in one.text]) == 1
        assert not any("[질문 5]" in one.text for one in person.seen)


class TestFiles:
    @pytest.fixture
    def limits(self) -> Limits:
        return Limits(files=(1, 0), file_mb=1)

    @pytest.mark.parametrize("declared", [{}, {"size": 3}], ids=["as it is", "falsely"])
    async def test_a_file_too_big_is_not_taken_in(
        self, slack: FakeSlack, bot: Container, declared: dict[str, int]
    ) -> None:
        person = Person(slack, "U1")
        await at_the_reference(person)
        file = slack.add_file("a.txt", b"a" * (2**20 + 1), "text/plain", "U1")
        await person.say("", files=[file | declared])
        await person.sees("1MB까지 받을 수 있어요")

    async def test_too_many_files_are_not_even_fetched(self, slack: FakeSlack, bot: Container) -> None:
        person = Person(slack, "U1")
        await at_the_reference(person)
        await person.say("", files=[slack.add_file("a.txt", "첫째 자료".encode(), "text/plain", "U1")])
        await person.sees("참고 자료를 받았어요")
        await person.say("", files=[slack.add_file("b.txt", "둘째 자료".encode(), "text/plain", "U1")])
        told = await person.sees("파일을 잠깐 사이에 많이 받았어요")
        assert "분 뒤에" in told.shown()
        assert len(slack.file_requests) == 1


class TestInterviews:
    @pytest.fixture
    def limits(self) -> Limits:
        return Limits(interviews=1)

    async def test_one_that_cannot_go_on_in_the_dm_stays_where_it_is(self, slack: FakeSlack, bot: Container) -> None:
        slack.world.add_channel("C1", "U1")
        person = Person(slack, "U1", "C1")
        await person.slash("메일 쓰기")
        await person.sees("[질문 2]")
        await person.press("DM에서 하기", on=await person.sees("채널 사람들도"))
        await Person(slack, "U1").sees("끝내지 않은 인터뷰가 1개 있어요")
        await person.say("총무팀입니다")
        await person.sees("[질문 3]")
        assert not any("그만뒀어요" in one.text for one in person.seen)
