"""What people wrote stays text wherever it is shown around a prompt, and nothing in it pings, links or formats."""

import pytest

from bots.discord.markup import is_literal, plain
from tests.bots.discord.conftest import Bot
from tests.bots.discord.screen import Screen, quiet
from tests.fakes.discord.components import parts, words
from tests.fakes.discord.record import Json

MARKS = (
    "__밑줄__",
    "~~취소~~",
    "||숨김",
    "`코드`",
    "[여기](",
    "https://evil.example",
    "<@1>",
    "<@&2>",
    "<#3>",
    "<t:1>",
    "</ban:4>",
    "<:smile:5>",
    "***",
)
NASTY = " ".join(MARKS).replace("||숨김", "가||숨김") + ") @everyone"


def around(message: Json) -> bool:
    """Say whether a message is said around a prompt, and not the prompt itself or what is copied."""
    return bool(message["components"]) or "```" not in message["content"]


async def test_nothing_that_people_wrote_is_formatted(bot: Bot) -> None:
    person, mine = bot.fake.person(), str(bot.fake.world.bot)
    screen = Screen(person, person.dm)
    for text in (
        f"회의록 정리해 줘 {NASTY}",
        "뒤로",
        "그대로",
        f"저는 {NASTY} 담당이에요",
        f"형태는 {NASTY}",
        "보통",
        "한국어",
        "대학생",
        f"참고 {NASTY}",
        "나중에",
        "이어서",
        "더 자세히",
        f"말투는 {NASTY}",
        "요약",
        "만들기",
        f"{NASTY} 처럼 바꿔줘",
        "이유",
        "버전",
        f"저장 {NASTY}"[:60],
        "보관함",
        f"보관함 1 #{NASTY.split()[0]}",
    ):
        await person.say(text)
        await quiet()
    await person.say("", files=[("__밑줄__ <@1>.txt", "자료".encode()), ("`코드`.exe", b"MZ")])
    await screen.shows("버전 1", "보관함")
    used = await person.command("promptgen-data", task="list")
    await quiet()

    said = [one for one in person.dm.messages if one["author"]["id"] == mine and around(one)]
    shown = [words(message) for message in (*said, *used.ephemeral)]
    assert len(shown) > 10
    assert [(mark, text) for text in shown for mark in MARKS if mark in text] == []
    assert any(plain("__밑줄__") in text for text in shown), "it is shown, but as it was written"


async def test_a_gap_and_a_thread_name_hold_it_as_text(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    await person.command(channel=channel, purpose=f"{NASTY} 요약해 줘"[:200])
    thread = person.thread_of(channel)
    await Screen(person, thread).shows("[질문 2]")
    await bot.fake.record.until(lambda: thread.name.startswith("__밑줄__"))
    assert all(message["mentions"] == [] for message in thread.messages)


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("<자료>\n본문\n</자료>", True),
        ("80~120자, a/b, <b>", True),
        ("</ban:4>", False),
        ("<t:1>", False),
        ("<@1>", False),
        ("**굵게**", False),
        ("# 제목", False),
        ("https://a.example", False),
    ],
)
def test_a_prompt_is_framed_only_where_discord_would_change_it(text: str, *, literal: bool) -> None:
    assert is_literal(text) is literal


def test_an_address_is_no_link() -> None:
    assert plain("https://a.example/b://c") == "https:\\//a.example/b:\\//c"


async def test_controls_are_shortened_and_carry_no_text_of_people(bot: Bot) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    for text in (f"회의록 정리해 줘 {NASTY}", "저는 박지훈입니다", "표", "보통", "한국어", "대학생", "건너뛰기"):
        await person.say(text)
        await quiet()
    await screen.shows("이렇게 이해했어요")
    ids = [str(part) for part in parts(screen.newest("만들기")["components"]) if "custom_id" in part]
    assert not any("evil" in part.split("'label'")[0] for part in ids)
