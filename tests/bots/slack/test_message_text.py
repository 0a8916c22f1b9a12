"""What is forwarded, said in blocks, in attachments or with `/me` is said; what is corrected is not said again."""

import pytest

from bots.container import Container
from bots.slack.handlers.commands import FROM_MESSAGE
from bots.slack.message_text import words_of
from tests.fakes.slack import payloads
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.world import BOT_USER, Message, Payload


def rich(*elements: Payload, kind: str = "rich_text_section") -> list[Payload]:
    return [{"type": "rich_text", "elements": [{"type": kind, "elements": list(elements)}]}]


FORWARDED = {
    "is_share": True,
    "author_name": "이서준",
    "fallback": "[11월 3일] 이서준: 회의록을 정리해 주세요",
    "text": "회의록을 정리해 주세요",
}


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ({"text": "표로 &amp; 짧게"}, "표로 & 짧게"),
        ({"text": "한 번만", "blocks": rich({"type": "text", "text": "한 번만"})}, "한 번만"),
        ({"text": "", "attachments": [FORWARDED]}, "회의록을 정리해 주세요"),
        ({"text": "이걸 메일로", "attachments": [FORWARDED]}, "이걸 메일로\n\n회의록을 정리해 주세요"),
        (
            {
                "text": "",
                "attachments": [
                    {
                        "is_share": True,
                        "message_blocks": [{"message": {"blocks": rich({"type": "text", "text": "공지"})}}],
                    }
                ],
            },
            "공지",
        ),
        (
            {"text": "https://a.invalid 요약", "attachments": [{"text": "미리 보기", "from_url": "x"}]},
            "https://a.invalid 요약",
        ),
        (
            {"blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "*장애* &lt;결제&gt; <@U9>"}}]},
            "*장애* <결제> @…",
        ),
        (
            {
                "blocks": [
                    {"type": "header", "text": {"type": "plain_text", "text": "배포 <알림>"}},
                    {
                        "type": "section",
                        "fields": [{"type": "mrkdwn", "text": "버전 2"}, {"type": "mrkdwn", "text": "성공"}],
                    },
                    {
                        "type": "actions",
                        "elements": [{"type": "button", "text": {"type": "plain_text", "text": "보기"}}],
                    },
                ]
            },
            "배포 <알림>\n버전 2\n성공",
        ),
        (
            {
                "blocks": rich(
                    {"type": "user", "user_id": "U9"},
                    {"type": "text", "text": " 님 "},
                    {"type": "link", "url": "https://a.invalid", "text": "문서"},
                    {"type": "emoji", "name": "memo"},
                    {"type": "channel", "channel_id": "C9"},
                )
            },
            "@… 님 문서:memo:#…",
        ),
        (
            {
                "blocks": [
                    {
                        "type": "rich_text",
                        "elements": [
                            {
                                "type": "rich_text_list",
                                "elements": [
                                    {"type": "rich_text_section", "elements": [{"type": "text", "text": "하나"}]},
                                    {"type": "rich_text_section", "elements": [{"type": "text", "text": "둘"}]},
                                ],
                            }
                        ],
                    }
                ]
            },
            "하나\n둘",
        ),
        (
            {"attachments": [{"title": "경보", "text": "CPU 90%", "fields": [{"title": "서버", "value": "web-1"}]}]},
            "경보\nCPU 90%\n서버: web-1",
        ),
        ({"attachments": [{"fallback": "경보만"}]}, "경보만"),
        ({"text": ""}, ""),
        ({}, ""),
    ],
)
def test_all_that_a_message_says(message: Payload, said: str) -> None:
    assert words_of(message) == said


async def say(person: Person, **event: object) -> None:
    posted = person.post("")
    kind = "im" if person.channel.startswith("D") else "channel"
    body = payloads.event_callback(payloads.message(posted, kind) | event, f"Ev{posted.ts}")
    await person.slack.deliver("events_api", body)


async def test_a_forwarded_message_is_an_answer(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")

    await say(person, attachments=[FORWARDED])
    await person.sees("[질문 2]")
    await say(person, text="저는 총무팀", attachments=[FORWARDED])
    await person.sees("[질문 3]")
    await person.say("뒤로")

    assert "저는 총무팀" in (await person.sees("[질문 2]", count=2)).shown()


@pytest.mark.parametrize(
    "event", [{"subtype": "me_message", "text": "기획팀입니다"}, {"blocks": rich({"text": "기획팀"})}]
)
async def test_what_is_said_otherwise_is_an_answer(slack: FakeSlack, bot: Container, event: Payload) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")

    await say(person, **event)

    await person.sees("[질문 3]")


async def test_a_mention_that_is_corrected_is_said_once(slack: FakeSlack, bot: Container) -> None:
    slack.world.add_channel("C1", "U1")
    person = Person(slack, "U1", "C1")
    posted = person.post(f"<@{BOT_USER}> 회의록을 정리해죠")
    person.thread = posted.ts
    mention = payloads.mention(posted)
    await slack.deliver("events_api", payloads.event_callback(mention, "Ev1"))
    await person.sees("[질문 2]")

    corrected = mention | {"text": f"<@{BOT_USER}> 회의록을 정리해줘", "edited": {"user": "U1", "ts": "1790000001.0"}}
    await slack.deliver("events_api", payloads.event_callback(corrected, "Ev2"))
    await person.say("총무팀입니다")

    await person.sees("[질문 3]")
    assert not any("[질문 4]" in one.shown() for one in person.seen)


async def test_a_name_that_an_edit_adds_starts_an_interview(slack: FakeSlack, bot: Container) -> None:
    slack.world.add_channel("C1", "U1")
    person = Person(slack, "U1", "C1")
    posted = person.post(f"<@{BOT_USER}> 회의록을 정리해줘")
    edited = payloads.mention(posted) | {"edited": {"user": "U1", "ts": "1790000001.0"}}

    await slack.deliver("events_api", payloads.event_callback(edited, "Ev1"))

    await person.sees("[질문 2]")


async def test_the_message_shortcut_takes_the_words_of_blocks(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    alert = Message("1.5", "U2", "", "C9", blocks=rich({"type": "text", "text": "결제 서버 장애 보고"}))

    await person.shortcut(FROM_MESSAGE, on=alert)
    await slack.until(lambda: slack.called("views.open"))

    shown = {block["block_id"]: block["element"] for block in person.modal()["blocks"] if block["type"] == "input"}
    assert shown["purpose"]["initial_value"] == "결제 서버 장애 보고"
