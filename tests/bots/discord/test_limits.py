"""More than one person may ask for, and one person who asks for much, on Discord."""

import asyncio
import threading

from core.privacy.spans import Span
from core.privacy.text import RawText
from core.usecases.limits import Limits
from tests.bots.discord.conftest import Lab
from tests.bots.discord.screen import Screen
from tests.fakes.detector import FakeDetector
from tests.fakes.discord.components import words


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


async def test_one_noisy_person_does_not_keep_the_others_waiting(lab: Lab) -> None:
    noisy, calm = lab.fake.person(), lab.fake.person("민준")
    async with lab.bot() as bot:
        channel = await lab.fake.guild()
        detector = bot.parts.chat._detector = HeldUp()
        try:
            commands = [
                asyncio.create_task(noisy.command(channel=channel, purpose="아주 긴 글 요약")) for _ in range(40)
            ]
            await asyncio.gather(*commands)
            await calm.say("주간 보고서를 요약해줘")
            screen = Screen(calm, calm.dm)
            await screen.shows("[질문 2]")
            for text in ("기획팀입니다", "표", "보통", "한국어", "대학생", "건너뛰기", "만들기"):
                await calm.say(text)
            await screen.shows("버전 1", "바꾸고 싶은 점을")
            assert detector.held_up == 1
        finally:
            detector.go_on.set()


async def test_what_is_too_fast_is_told_once_and_kindly(lab: Lab) -> None:
    person, other = lab.fake.person(), lab.fake.person("민준")
    async with lab.bot(limits=Limits(turns=(3, 0))):
        screen = Screen(person, person.dm)
        for text in ("주간 보고서를 요약해줘", "기획팀입니다", "표", "보통", "한국어", "대학생"):
            await person.say(text)
        await screen.shows("조금 빨라서 따라가지 못했어요", "초 뒤에")
        await other.say("회의록 정리")
        await Screen(other, other.dm).shows("[질문 2]")
        told = [one for one in person.dm.messages if "조금 빨라서" in words(one)]
        assert len(told) == 1


async def test_an_interview_that_cannot_go_on_in_the_dm_stays_where_it_is(lab: Lab) -> None:
    person = lab.fake.person()
    async with lab.bot(limits=Limits(interviews=1)):
        channel = await lab.fake.guild(barred=["private"])
        used = await person.command(channel=channel, purpose="메일 쓰기")
        there = Screen(person, person.thread_of(channel))
        await there.shows("[질문 2]")
        await person.press(used.ephemeral[0], "DM에서 하기")
        await Screen(person, person.dm).shows("끝내지 않은 인터뷰가 1개")
        await there.use("답하기")
        await there.write("총무팀입니다")
        assert "그만뒀어요" not in await there.shows("[질문 3]")
