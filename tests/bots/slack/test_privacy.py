"""What is personal, planted in 32 places, turns up where its owner alone looks and nowhere else."""

import logging
import time
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Final

import pytest

from bots.container import Container
from core.adapters.documents.reader import FileReader
from core.adapters.lazy_loading import BackgroundDetector
from core.adapters.presidio.detector import PresidioDetector
from core.adapters.store.open_store import open_store
from core.errors import ModelUnavailable
from core.prompting.brief import Brief
from core.prompting.compose import Composition
from core.prompting.model.advised_prompt import Advised
from core.prompting.model.streamed_draft import OnDraft, unseen
from core.usecases.chat import Chat
from core.usecases.generation import Generation
from tests.fakes.assistant import FakeAssistant, connect
from tests.fakes.slack.parts import settings_for
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.starting import start

_PHONES: Final = tuple(f"010-{4100 + 13 * place}-{7301 + 37 * place}" for place in range(32))
"""One number for each place, so that what leaks tells where."""


class CuriousAdvisor:
    """Notes all that a model would be shown."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.assistant = FakeAssistant()

    def all_seen(self) -> str:
        tried = [message.text for dialogue in self.assistant.asked for message in dialogue.messages]
        return "".join([*self.seen, *map(_plain, tried)])

    async def advise(self, brief: Brief, composition: Composition) -> Advised:
        self.seen.append(f"{_plain(brief)} {composition.prompt}")
        raise ModelUnavailable

    async def write(self, brief: Brief, advised: Advised, on_draft: OnDraft = unseen) -> Advised:
        return advised


def _plain(value: object) -> str:
    """Return all texts in a brief, whose repr shows none."""
    if isinstance(value, str):
        return str.__str__(value)
    slots = getattr(value, "__slots__", ())
    return " ".join(_plain(getattr(value, name)) for name in slots) if slots else ""


@pytest.fixture
async def curious(slack: FakeSlack, tmp_path: Path) -> AsyncIterator[CuriousAdvisor]:
    advisor = CuriousAdvisor()
    settings = settings_for(tmp_path, slack.api_url)
    store = open_store(tmp_path, clock=time.time)
    chat = Chat(detector := BackgroundDetector(PresidioDetector), store, lambda: uuid.uuid4().hex)
    async with AsyncExitStack() as stack:
        generation = Generation(store, advisor)
        connect(chat, generation, detector, advisor.assistant)
        parts = Container(settings, detector, store, chat, generation, FileReader())
        await start(parts, stack)
        yield advisor
    store.close()


async def in_form_and_prompt(slack: FakeSlack, phone: Iterator[str]) -> Person:
    person = Person(slack, "U1", "C1")
    await person.slash(f"{next(phone)}로 보낼 문자 쓰기")
    await person.sees("[질문 2]")
    await person.sees("채널 사람들도")
    await person.press("한 번에 작성하기")
    await slack.until(lambda: slack.called("views.open"))
    file = slack.add_file(f"{next(phone)}.txt", f"담당자 {next(phone)}".encode(), "text/plain", "U1")
    texts = (
        "background",
        "reference",
        "tone",
        "constraints",
        "example_input",
        "example_output",
        "steps",
        "personality",
    )
    written = {name: f"내용 {next(phone)}" for name in texts}
    chosen = {"form": "prose", "length": "short", "language": "korean", "level": "expert"}
    await person.submit(person.modal(), file=[file], **written, **chosen)
    await person.sees("참고 자료를 받았어요")
    await person.say("만들기")
    await person.sees("완성 프롬프트 · 버전 1")
    return person


async def after_the_prompt(slack: FakeSlack, person: Person, phone: Iterator[str]) -> None:
    await person.press("공유")
    await slack.until(lambda: len(slack.called("views.open")) == 2)
    await person.submit(person.modal(), target="C2")
    await Person(slack, "U2", "C2").sees("님이 공유한 프롬프트")
    await person.say(f"조건 추가: {next(phone)} 적지 않기")
    await person.sees("완성 프롬프트 · 버전 2")
    await person.say(f"더 짧게 {next(phone)}")
    await person.sees("완성 프롬프트 · 버전 3")
    await person.press("답변 복원")
    await slack.until(lambda: len(slack.called("views.open")) == 3)
    await person.submit(person.modal(), text1=f"연락처는 {next(phone)} 입니다")
    await person.sees("실제 값을 넣은 답변")


async def answered_by_a_model(slack: FakeSlack, person: Person, assistant: FakeAssistant, phone: Iterator[str]) -> None:
    """Try and compare, with a model that invents numbers."""
    assistant.answers = [f"먼저 인사합니다. 문의는 {next(phone)}로 하세요. 그러면 됩니다."]
    await person.press("실행해 보기")
    await person.sees("모델의 답변")
    assistant.answers = [f"답은 {next(phone)} 입니다." for _ in range(3)]
    await person.press("비교")
    await person.sees("어느 답이 가장 좋은가요?")
    await person.press("A")
    await person.sees("고르신 답: A")


async def in_the_library(person: Person, phone: Iterator[str]) -> None:
    await person.say(f"저장 {next(phone)} 안내 #연락")
    await person.sees("보관함에 저장했어요")
    await person.say(f"보관함 1 이름 {next(phone)} 안내문")
    await person.sees("이름은 ‘보관함 1 이름", count=2)
    await person.say("보관함 1 쓰기")
    await person.sees("에 넣을 내용을 적어주세요. (1/")
    await person.say(next(phone))
    await person.sees("에 넣을 내용을 적어주세요. (2/")
    await person.say("취소")
    await person.sees("채우기를 그만뒀어요")


async def by_others(slack: FakeSlack, person: Person, phone: Iterator[str]) -> None:
    other = Person(slack, "U2", "C1")
    other.thread = person.thread
    await other.say(f"제 번호도 {next(phone)}")
    other.thread = None
    await other.say(f"점심 {next(phone)}")
    await other.mention(f"{next(phone)} 안내 메일")
    await other.sees("[질문 2]", count=2)


async def typed_in_the_dm(slack: FakeSlack, phone: Iterator[str]) -> None:
    person = Person(slack, "U1")
    await person.say(f"{next(phone)} 고객에게 보낼 안내문")
    await person.sees("[질문 2]")
    answers = ("담당자", "리스트로 해줘", "보통", "한국어", "전문가", "자료")
    shown = ("[질문 3]", "[질문 4]", "[질문 5]", "[질문 6]", "AI가 참고할", "이렇게 이해했어요")
    for answer, following in zip(answers, shown, strict=True):
        await person.say(f"{answer} {next(phone)}")
        await person.sees(following)
    await person.say("만들기")
    await person.sees("완성 프롬프트 · 버전 1")
    await person.say(f"더 길게 {next(phone)}")
    await person.sees("완성 프롬프트 · 버전 2")


def stored_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


async def test_planted_numbers_reach_nobody(
    slack: FakeSlack, curious: CuriousAdvisor, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    phone = iter(_PHONES)
    slack.world.add_channel("C1", "U1", "U2")
    slack.world.add_channel("C2", "U1", "U2")

    person = await in_form_and_prompt(slack, phone)
    await after_the_prompt(slack, person, phone)
    await answered_by_a_model(slack, person, curious.assistant, phone)
    await in_the_library(person, phone)
    await by_others(slack, person, phone)
    await typed_in_the_dm(slack, phone)
    assert next(phone, None) is None

    shown = "".join(
        one.shown() + str(one.blocks)
        for one in slack.world.messages
        if one.user == "U0BOT" and one.channel in {"C1", "C2"} and one.only_to is None
    )
    edited = "".join(str(call) for call in slack.called("chat.update") if call.get("channel") in {"C1", "C2"})
    everywhere = shown + edited + caplog.text + curious.all_seen()
    stored = stored_in(tmp_path)
    assert len(curious.seen) == 5
    assert len(curious.assistant.asked) == 4
    for number in _PHONES:
        assert number not in everywhere
        assert number[4:] not in everywhere
        assert number.encode() not in stored
