"""What people write formats nothing and calls nobody, wherever the bot shows it again."""

from collections.abc import Iterator

from bots.container import Container
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack

_NASTY = ("*굵게*", "_기울게_", "~취소선~", "`코드`", "<!channel>", "<@U1>", "<#C1>", "<https://x.example|여기>")
_PURPOSE = f"공지문 써줘 {' '.join(_NASTY)} & 끝"


def mrkdwn(value: object) -> Iterator[str]:
    """Yield every text in which Slack reads markup."""
    if isinstance(value, dict):
        if value.get("type") == "mrkdwn":
            yield value["text"]
        for part in value.values():
            yield from mrkdwn(part)
    elif isinstance(value, list):
        for part in value:
            yield from mrkdwn(part)


async def test_nothing_that_was_written_is_read_as_markup(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say(_PURPOSE)
    await person.sees("[질문 2]")
    await person.shortcut("promptgen.start")
    await person.press("이어서", on=await person.sees("쓰던 인터뷰가 있어요"))
    await person.sees("[질문 2]", count=2)
    for answer in (f"기획팀 {' '.join(_NASTY)}", "표", "보통", "한국어", "전문가", f"> 인용 {_PURPOSE}"):
        await person.say(answer)
    await person.sees("이렇게 이해했어요")
    await person.say("만들기")
    await person.sees("완성 프롬프트 · 버전 1")
    prompt = person.seen[-2]
    await person.say("이유")
    await person.sees("이렇게 보강했어요")
    await person.say(f"결론에 {_NASTY[0]} 를 넣어줘")
    await person.sees("완성 프롬프트 · 버전 2")
    await person.say("버전")
    await person.sees("지금까지 만든 버전")
    await person.say(f"저장 {_PURPOSE}")
    await person.sees("이름은 ‘보관함 1 이름")
    await person.slash("보관함")
    await person.slash("목록")
    await person.open_home()
    await slack.until(lambda: "U1" in slack.world.homes and slack.called("response_url"))

    seen = [
        *mrkdwn([message.blocks for message in slack.world.shown]),
        *mrkdwn(slack.world.homes["U1"]),
        *mrkdwn([call["blocks"] for call in slack.called("response_url")]),
    ]
    told = [text for text in seen if "공지문 써줘" in text]
    assert len(told) > 5
    assert [text for text in told for nasty in _NASTY if nasty in text] == []
    assert all(text.count("*") == 2 for text in seen if text.startswith("*공지문"))
    assert "*굵게*" in str(prompt.blocks), "the prompt is shown to the letter"
