"""What people wrote is found in no shared message, no log line, no database byte."""

import logging
from pathlib import Path

import pytest

from tests.bots.discord.conftest import Lab
from tests.bots.discord.screen import Screen, quiet
from tests.fakes.assistant import FakeAssistant, connect

PLANTED = ("김서연", "박지훈", "한빛상사", "010-2345-6789", "seoyeon.kim@hanbit.example")
SENTENCE = "한빛상사 박지훈 과장이 김서연(seoyeon.kim@hanbit.example, 010-2345-6789)에게 보내는"


async def test_it_is_found_nowhere(lab: Lab, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    person, other = lab.fake.person(), lab.fake.person("민준")
    assistant = FakeAssistant([f"{SENTENCE} 글입니다. 끝입니다.", *[f"{SENTENCE} 답"] * 3])
    async with lab.bot() as bot_running:
        connect(bot_running.parts.chat, bot_running.parts.generation, bot_running.detector, assistant)
        channel = await lab.fake.guild()
        message = await other.say(f"{SENTENCE} 회의록", channel)
        await person.command_on(message, "Make a prompt from this", channel)
        thread = person.thread_of(channel)
        screen = Screen(person, thread)
        await screen.shows("[질문 1]")
        for words in (f"{SENTENCE} 메일", f"저는 {SENTENCE} 사람입니다"):
            await screen.use("답하기")
            await screen.write(words)
            await quiet()
        for answer in (f"{SENTENCE} 표", "보통", "한국어", "대학생", f"{SENTENCE} 참고"):
            await person.say(f"<@{lab.fake.world.bot}> {answer}", thread)
        await screen.shows("이렇게 이해했어요")
        await person.say(f"<@{lab.fake.world.bot}> 더 자세히", thread)
        await screen.shows("기타 조건")
        await screen.use("기타 조건")
        await screen.shows("꼭 지켜야 할")
        await screen.use("답하기")
        await screen.write(f"{SENTENCE} 조건")
        await screen.shows("기타 조건")
        await screen.use("만들기")
        await screen.shows("버전 1", "다듬기")
        await screen.use("다듬기")
        await screen.write(f"{SENTENCE} 말투로 친근하게")
        await screen.shows("버전 2", "공유")
        await screen.use("버전")
        await quiet()
        await screen.use("공유")
        await screen.use("공유")
        await quiet()
        await screen.use("실행해 보기")
        await screen.shows("모델의 답변", "다른 사람도 보는 곳이라")
        await screen.use("비교")
        await screen.shows("어느 답이 가장 좋은가요?")
        await screen.use("A")
        await screen.shows("고르신 답: A")
        await quiet()
        asked = [str.__str__(message.text) for dialogue in assistant.asked for message in dialogue.messages]
        assert len(asked) == 4
        assert _found("".join(asked)) == []
        bot = str(lab.fake.world.bot)
        shared = [one for one in [*thread.messages, *channel.messages] if one["author"]["id"] == bot]
        assert _found(str(shared)) == []
        names = [lab.fake.record.uploads[file["id"]][1].decode() for one in shared for file in one["attachments"]]
        assert _found("".join(names)) == []
    assert _found(caplog.text) == []
    assert _found_in_files(lab.folder) == []


async def test_after_forget_no_byte_is_left_on_the_disk(lab: Lab) -> None:
    person = lab.fake.person()
    async with lab.bot():
        screen = Screen(person, person.dm)
        answers = ("기획팀입니다", "표", "보통", "한국어", "대학생", "건너뛰기", "만들기")
        for text in (f"{_UNIQUE} 행사 안내문을 써줘", *answers):
            await person.say(text)
        await screen.shows("버전 1")
        assert _is_stored(lab.folder)
        await person.say("내 데이터 삭제")
        await screen.shows("모두 지울까요")
        await screen.use("확인")
        await screen.shows("모두 지웠어요")
        assert not _is_stored(lab.folder)


def _is_stored(folder: Path) -> bool:
    return any(_UNIQUE.encode() in path.read_bytes() for path in folder.rglob("*") if path.is_file())


_UNIQUE = "수선화팔구공"


def _found(text: str) -> list[str]:
    return [secret for secret in PLANTED if secret in text]


def _found_in_files(folder: Path) -> list[str]:
    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    assert files
    return [secret for secret in PLANTED if any(secret.encode() in content for content in files)]
