"""Where the app is an agent, Slack itself says what is being made in a thread, stops it, streams it and names it."""

import pytest

from bots.container import Container
from bots.slack.agent_session import Progress
from bots.slack.outbox import SlackOutbox
from tests.fakes.assistant import FakeAssistant, connect
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack, Fault
from tests.fakes.slack.world import Message

pytestmark = pytest.mark.slow

_HALF = "첫 문장입니다. {이름1} 과장이 <!channel> 안내합니다. 이어지는 글이 "
_ANSWER = _HALF + "조금 더 남아 있어서 여기까지 씁니다. 끝입니다." + " " * 10
_ANSWERS = ("저는 박지훈이고 010-2345-6789 입니다", "표로 해줘", "보통이요", "한국어", "4", "건너뛰기")


@pytest.fixture
def assistant(slack: FakeSlack, bot: Container, monkeypatch: pytest.MonkeyPatch) -> FakeAssistant:
    slack.api.agents.is_agent = True
    monkeypatch.setattr(SlackOutbox, "partials_every_s", 0.05)
    assistant = FakeAssistant([_ANSWER])
    connect(bot.chat, bot.generation, bot.detector, assistant)
    return assistant


async def in_a_thread(slack: FakeSlack) -> Person:
    """Make a prompt in a thread of the DM, where a conversation with an agent is held."""
    person = Person(slack, "U1")
    person.thread = person.post("주간 보고서를 요약해줘").ts
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    for answer in _ANSWERS:
        await person.say(answer)
    await person.sees("이렇게 이해했어요")
    await person.say("만들기")
    await person.sees("완성 프롬프트 · 버전 1")
    return person


def statuses(person: Person) -> list[str]:
    return person.slack.api.agents.statuses.get((person.channel, str(person.thread)), [])


def growing(slack: FakeSlack) -> Message:
    return next(iter(slack.api.agents.streaming.values()))


async def test_an_answer_streams_and_then_stands_whole_where_it_grew(
    slack: FakeSlack, assistant: FakeAssistant
) -> None:
    assistant.gate.clear()
    person = await in_a_thread(slack)
    await person.say("실행해 보기")
    stream = await person.sees("박지훈 과장이 ‹!channel> 안내합니다.")
    assert stream is growing(slack)
    assert "[모델이 답을 쓰고 있어요" in stream.shown()
    assert statuses(person) == ["processing"]
    assistant.gate.set()

    await slack.until(lambda: "모델의 답변 · mixtral" in stream.shown())
    assert [one["type"] for one in stream.blocks][1] == "markdown"
    assert "끝입니다." in stream.shown()
    await slack.until(lambda: statuses(person) == ["processing", "active"])
    assert slack.api.agents.streaming == {}


async def test_slacks_own_button_stops_it(slack: FakeSlack, assistant: FakeAssistant) -> None:
    assistant.gate.clear()
    person = await in_a_thread(slack)
    await person.say("실행해 보기")
    stream = await person.sees("첫 문장입니다.")
    other = Person(slack, "U2", person.channel)
    other.thread = person.thread
    await other.press_stop()
    assert not assistant.closed.is_set(), "it is not theirs to stop"

    await person.press_stop(stream)

    await slack.until(lambda: "답변을 멈췄어요. 프롬프트는 그대로 있어요." in stream.shown())
    await slack.until(lambda: statuses(person) == ["processing", "active"])
    await slack.until(assistant.closed.is_set)


async def test_the_stop_button_ends_no_interview(slack: FakeSlack, assistant: FakeAssistant) -> None:
    person = Person(slack, "U1")
    person.thread = person.post("주간 보고서를 요약해줘").ts
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")

    await person.press_stop()

    await slack.until(lambda: statuses(person) == ["active"])
    await person.say("기획팀이에요")
    await person.sees("[질문 3]")


async def test_a_stream_that_slack_takes_no_more_of_ends_whole(slack: FakeSlack, assistant: FakeAssistant) -> None:
    person = await in_a_thread(slack)
    for _ in range(9):
        slack.fail("chat.appendStream", Fault(error="message_not_in_streaming_state"))
    await person.say("실행해 보기")

    answer = await person.sees("모델의 답변 · mixtral")

    assert "끝입니다." in answer.shown()
    await slack.until(lambda: statuses(person) == ["processing", "active"])


async def test_without_a_stream_the_answer_comes_as_a_message(slack: FakeSlack, assistant: FakeAssistant) -> None:
    person = await in_a_thread(slack)
    slack.fail("chat.startStream", Fault(error="internal_error"))
    await person.say("실행해 보기")

    await person.sees("모델의 답변 · mixtral")

    await slack.until(lambda: statuses(person) == ["processing", "active"])


@pytest.mark.parametrize("hears_stop", [True, False])
async def test_where_nobody_could_stop_it_the_notice_has_its_button(
    slack: FakeSlack,
    assistant: FakeAssistant,
    hears_stop: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    slack.api.agents.is_agent, slack.api.agents.hears_stop = not hears_stop, hears_stop
    assistant.gate.clear()
    person = await in_a_thread(slack)
    await person.say("실행해 보기")
    await person.press("취소", on=await person.sees("첫 문장입니다."))

    await person.sees("답변을 멈췄어요")
    assert statuses(person) in ([], ["processing", "active"])
    assert not slack.called("chat.startStream")


async def test_a_thread_is_named_after_the_masked_purpose(slack: FakeSlack, assistant: FakeAssistant) -> None:
    person = await in_a_thread(slack)

    assert slack.api.agents.titles == {(person.channel, person.thread): "주간 보고서를 요약해줘"}
    assert len(slack.called("assistant.threads.setTitle")) == 1


@pytest.mark.parametrize(
    ("locale", "title", "typed"),
    [("ko-KR", "‘환영 이메일 써 줘’ 이어서 하기", "이어서"), ("en-US", "Continue “환영 이메일 써 줘”", "Continue")],
)
async def test_what_could_be_typed_is_suggested_in_the_persons_language(
    slack: FakeSlack, assistant: FakeAssistant, locale: str, title: str, typed: str
) -> None:
    person = Person(slack, "U1", locale=locale)
    await person.open_home("messages")
    await slack.until(lambda: slack.api.agents.suggested)
    assert len(slack.api.agents.suggested[person.channel]["prompts"]) == 3

    await person.say("환영 이메일 써 줘")
    await person.sees("2]")
    slack.api.agents.suggested.clear()
    await person.open_home("messages")
    await slack.until(lambda: slack.api.agents.suggested)

    first = slack.api.agents.suggested[person.channel]["prompts"][0]
    assert first == {"title": title, "message": typed}


async def test_an_app_that_is_no_agent_is_asked_once(slack: FakeSlack, bot: Container) -> None:
    assistant = FakeAssistant([_ANSWER, _ANSWER])
    connect(bot.chat, bot.generation, bot.detector, assistant)
    person = await in_a_thread(slack)
    for count in (1, 2):
        await person.say("실행해 보기")
        await person.sees("모델의 답변 · mixtral", count=count)

    calls = [call.method for call in slack.calls if call.method.startswith(("agents.", "assistant.threads.setTitle"))]
    assert len(calls) == 1


async def test_the_stop_button_stops_no_interview_of_another_thread(slack: FakeSlack, assistant: FakeAssistant) -> None:
    assistant.gate.clear()
    person = await in_a_thread(slack)
    await person.say("실행해 보기")
    await person.sees("첫 문장입니다.")
    busy = str(person.thread)
    person.thread = person.post("아무 말").ts  # a thread without an interview

    await person.press_stop()

    await slack.until(lambda: statuses(person) == ["active"])
    assert not assistant.closed.is_set()
    assert slack.api.agents.statuses[person.channel, busy] == ["processing"]


async def test_a_slow_status_keeps_no_answer_waiting(
    slack: FakeSlack, assistant: FakeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bots.slack.agent_session._WITHIN_S", 0.05)
    person = await in_a_thread(slack)
    for _ in range(9):
        slack.fail("agents.sessions.setStatus", Fault(delay=60))
    await person.say("실행해 보기")

    await person.sees("모델의 답변 · mixtral")


@pytest.mark.parametrize("refusal", ["invalid_arguments", "internal_error", "some_new_refusal"])
async def test_a_refusal_of_one_call_switches_nothing_off(
    slack: FakeSlack, assistant: FakeAssistant, refusal: str
) -> None:
    person = await in_a_thread(slack)
    slack.fail("agents.sessions.setStatus", Fault(error=refusal))
    await person.say("실행해 보기")
    await person.sees("모델의 답변 · mixtral")

    await person.say("실행해 보기")

    await person.sees("모델의 답변 · mixtral", count=2)
    await slack.until(lambda: statuses(person)[-2:] == ["processing", "active"])


async def test_the_end_of_a_status_is_tried_again(slack: FakeSlack, assistant: FakeAssistant) -> None:
    assistant.gate.clear()
    person = await in_a_thread(slack)
    await person.say("실행해 보기")
    await person.sees("첫 문장입니다.")
    slack.fail("agents.sessions.setStatus", Fault(error="internal_error"))
    assistant.gate.set()

    await slack.until(lambda: statuses(person) == ["processing", "active"])


async def test_a_status_ends_though_its_answer_is_refused(slack: FakeSlack, assistant: FakeAssistant) -> None:
    assistant.gate.clear()
    person = await in_a_thread(slack)
    await person.say("실행해 보기")
    await person.sees("첫 문장입니다.")
    slack.fail("chat.update", Fault(error="cant_update_message"))
    slack.fail("chat.postMessage", Fault(error="restricted_action"))
    assistant.gate.set()

    await slack.until(lambda: statuses(person) == ["processing", "active"])
    assert slack.api.agents.streaming == {}


async def test_a_status_ends_with_all_that_is_deleted(slack: FakeSlack, assistant: FakeAssistant) -> None:
    assistant.gate.clear()
    person = await in_a_thread(slack)
    await person.say("실행해 보기")
    await person.sees("첫 문장입니다.")
    await person.say("내 데이터 삭제")
    await person.say("확인")

    await slack.until(lambda: statuses(person)[-1] == "active")


@pytest.mark.parametrize(
    "progress", [Progress(), Progress("1.5"), Progress("", "1.25"), Progress("1.5", "1.25")], ids=repr
)
def test_a_receipt_says_what_it_was(progress: Progress) -> None:
    assert Progress.read(progress.receipt) == progress
    assert Progress.read("refused") == Progress()
    *_, newest = progress.receipt.split(" ")
    assert newest == progress.ts or "." not in newest, "what looks for a timestamp finds none but that of a message"
