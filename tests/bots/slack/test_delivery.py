"""Each reply is shown once, whatever Slack does."""

import asyncio

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bots.container import Container
from bots.slack.message import OutgoingMessage
from bots.slack.message_client import MessageClient
from tests.bots.slack.walks import make_prompt
from tests.fakes.slack import payloads
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack, Fault
from tests.fakes.slack.world import Message

pytestmark = pytest.mark.slow


async def test_a_repeated_event_changes_nothing(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    first = await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    again = await person.say("기획팀")
    await person.sees("[질문 3]")

    for event in (again, first, again):
        await person.say("기획팀", retry_of=event)
    await person.say("표")
    await person.sees("[질문 4]")

    assert [len(person.ever_shown(f"[질문 {number}]")) for number in (3, 4)] == [1, 1]


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(Fault(status=429, retry_after=1), id="429 is waited out"),
        pytest.param(Fault(error="fatal_error"), id="an error that passes"),
        pytest.param(Fault(status=503), id="503"),
        pytest.param(Fault(drop_after=True), id="posted, but the answer is lost"),
        pytest.param(Fault(error="invalid_blocks"), id="blocks that are refused become text"),
    ],
)
async def test_a_question_comes_once(slack: FakeSlack, bot: Container, fault: Fault) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")

    slack.fail("chat.postMessage", fault)
    await person.say("기획팀")
    await person.sees("[질문 3]")
    await person.say("표")
    await person.sees("[질문 4]")

    assert len(person.ever_shown("[질문 3]")) == 1


@pytest.mark.parametrize("where", ["dm", "thread"])
async def test_a_question_comes_once_where_history_comes_in_pages(slack: FakeSlack, bot: Container, where: str) -> None:
    slack.api.page_size = 2
    person = Person(slack, "U1")
    if where == "thread":
        slack.world.add_channel("C1", "U1")
        person.channel = "C1"
        person.thread = person.post("메모").ts
        for number in range(12):
            person.post(f"{number}번 메모")
        await person.mention("주간 보고서를 요약해줘")
    else:
        await person.say("주간 보고서를 요약해줘")
    question = await person.sees("[질문 2]")

    slack.fail("chat.postMessage", Fault(drop_after=True))
    await person.say("기획팀")
    await person.sees("[질문 3]")
    await person.say("표")
    await person.sees("[질문 4]")

    assert len(person.ever_shown("[질문 3]")) == 1
    looked = slack.called("conversations.replies" if where == "thread" else "conversations.history")
    assert looked[0]["oldest"] == question.ts


@pytest.mark.parametrize("error", ["is_archived", "channel_not_found", "restricted_action"])
async def test_a_reply_that_slack_refuses_is_told_in_the_dm(slack: FakeSlack, bot: Container, error: str) -> None:
    slack.world.add_channel("C1", "U1")
    person = Person(slack, "U1", "C1")
    await person.slash("주간 보고서 요약")
    await person.sees("[질문 2]")

    slack.fail("chat.postMessage", Fault(error=error))
    await person.say("기획팀")
    person.channel, thread = slack.world.dm("U1"), person.thread
    await person.sees("답을 올리지 못했어요")

    person.channel, person.thread = "C1", thread
    await person.say("이어서")
    await person.sees("[질문 3]")


async def test_a_hint_that_cannot_be_whispered_goes_to_the_dm(slack: FakeSlack, bot: Container) -> None:
    slack.world.add_channel("C1", "U1", "U2")
    owner, other = Person(slack, "U1", "C1"), Person(slack, "U2", "C1")
    await owner.slash("주간 보고서 요약")
    await owner.sees("[질문 2]")
    await owner.sees("채널 사람들도")

    slack.fail("chat.postEphemeral", Fault(error="user_not_in_channel"))
    await other.press("취소")

    other.channel = slack.world.dm("U2")
    await other.sees("다른 분의 인터뷰예요")


async def test_two_answers_at_once_are_put_in_order(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")

    await asyncio.gather(*(person.say(answer) for answer in ("기획팀", "표", "보통", "한국어", "전문가", "건너뛰기")))

    summary = (await person.sees("이렇게 이해했어요")).shown()
    assert all(answer in summary for answer in ("기획팀", "표", "보통 ~500자", "한국어", "전문가"))


async def test_slack_has_its_answer_in_time_however_slow_slack_is_itself(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    slack.fail("chat.postMessage", Fault(delay=4))

    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")

    assert max(one.seconds for one in person.acknowledgements) < 3


async def test_bots_and_notices_are_no_answers(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)
    shown = len(_lasting(person))

    for extra in (
        {"bot_id": "B9", "user": "U9"},
        {"subtype": "message_changed"},
        {"subtype": "message_deleted"},
        {"subtype": "channel_join"},
        {"user": "U0BOT"},
    ):
        posted = person.post("더 짧게")
        event = payloads.message(posted, "im") | extra
        await slack.deliver("events_api", payloads.event_callback(event, slack.world.next_id("Ev")))
    await person.say("버전")
    await person.sees("지금까지 만든 버전")

    assert len(_lasting(person)) == shown + 1


def _lasting(person: Person) -> list[Message]:
    """Return what a person sees but for the line that a prompt is being made, which may still be there behind it."""
    return [one for one in person.seen if "만들고 있어요" not in one.text]


async def test_blocks_that_are_refused_are_there_once_all_of_their_text_is(slack: FakeSlack) -> None:
    client = MessageClient(AsyncWebClient("xoxb-test", slack.api_url), slack.world.dm("U1"))
    texts = ({"type": "mrkdwn", "text": str(number) * 2_500, "verbatim": True} for number in range(3))
    long = tuple({"type": "section", "text": text} for text in texts)
    slack.fail("chat.postMessage", Fault(error="invalid_blocks"))
    slack.fail("chat.postMessage", Fault())
    slack.fail("chat.postMessage", Fault(error="channel_not_found"))
    with pytest.raises(SlackApiError):
        await client.post(OutgoingMessage("text", long), "m1")
    assert not await client.has("m1")  # so it is sent again, and nothing is missing
    await client.post(OutgoingMessage("text", long), "m1", again=True)
    assert await client.has("m1")
