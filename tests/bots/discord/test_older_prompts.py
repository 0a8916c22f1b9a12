"""What is done with a prompt is done with that prompt, though a newer interview goes on in the same place."""

import asyncio
from typing import Any

import pytest

from bots.discord.places import direct_message
from tests.bots.discord.conftest import Bot, Lab
from tests.bots.discord.screen import Screen, quiet
from tests.fakes.discord.components import words

Json = dict[str, Any]

_ANSWERS = ("저는 박지훈입니다", "표", "보통", "한국어", "대학생", "건너뛰기", "만들기")


async def _make(screen: Screen, purpose: str) -> Json:
    for text in (purpose, *_ANSWERS):
        await screen.person.say(text)
    await screen.shows("버전 1", "답변 복원")
    return screen.newest("답변 복원")


async def _made_and_followed(screen: Screen) -> Json:
    """Make a prompt whose {이름1} is 박지훈, begin another interview whose {이름1} is 김서연."""
    prompt = await _make(screen, "회의록 정리해 줘")
    await screen.person.command(purpose="김서연에게 보낼 초대장")
    await screen.shows("[질문 2]")
    return prompt


async def _noted(bot: Bot, message: Json) -> None:
    """Wait until the bot has noted which reply a message is, which it does once the whole reply was sent."""
    place = direct_message(int(message["channel_id"]))
    for _ in range(800):
        if bot.parts.store.session_at(place, message["id"]):
            return
        await asyncio.sleep(0.01)
    pytest.fail("the reply was never noted")


@pytest.fixture
def screen(bot: Bot) -> Screen:
    person = bot.fake.person()
    return Screen(person, person.dm)


async def test_an_older_prompt_is_restored_for_with_its_own_values(screen: Screen) -> None:
    prompt = await _made_and_followed(screen)
    opened = await screen.person.use(prompt, "답변 복원")
    await screen.person.submit(opened, {"text": "{이름1}님, 안녕하세요"})
    assert "박지훈님, 안녕하세요" in await screen.shows("실제 값을 넣은 답변")


@pytest.mark.parametrize(
    ("control", "shown"),
    [
        pytest.param("다시 만들기", "버전 2", id="made again"),
        pytest.param("버전", "지금까지 만든 버전", id="its versions"),
        pytest.param("짧은 버전", "버전 2 · 짧은 버전", id="shortened"),
        pytest.param("가져가기", "프롬프트 가져가기", id="taken along"),
    ],
)
async def test_a_control_acts_on_the_prompt_it_stands_under(screen: Screen, control: str, shown: str) -> None:
    prompt = await _made_and_followed(screen)

    await screen.person.use(prompt, control)

    assert "회의록" in await screen.shows(shown)
    await screen.person.say("총무팀입니다")  # and the newer interview goes on
    await screen.shows("[질문 3]")


async def test_a_wish_is_written_to_the_prompt_it_was_pressed_on(screen: Screen) -> None:
    prompt = await _made_and_followed(screen)
    opened = await screen.person.use(prompt, "다듬기")
    await screen.person.submit(opened, {"text": "더 짧게"})
    shown = await screen.shows("버전 2", "200자")
    assert "회의록을 정리합니다" in shown


async def test_the_prompt_that_was_pressed_on_is_kept(screen: Screen) -> None:
    prompt = await _made_and_followed(screen)
    opened = await screen.person.use(prompt, "저장")
    await screen.person.submit(opened, {})
    assert "회의록 정리해 줘" in await screen.shows("보관함에 저장했어요", "쓸 때마다 채울 곳")


async def test_the_version_that_is_rated_is_the_one_above(screen: Screen, bot: Bot) -> None:
    prompt = await _make(screen, "회의록 정리해 줘")
    await screen.person.command()
    await _make(screen, "초대장 써 줘")

    await screen.person.use(prompt, "👍 도움이 됐어요")
    await screen.shows("고마워요")

    with bot.parts.store.begin() as transaction:
        newer, older = transaction.sessions_of(str(screen.person.id), "discord", "discord")
    assert older.session.versions[0].feedback is not None
    assert newer.session.versions[0].feedback is None


async def test_after_a_restart_a_control_still_knows_its_prompt(lab: Lab) -> None:
    person = lab.fake.person()
    screen = Screen(person, person.dm)
    async with lab.bot():
        prompt = await _made_and_followed(screen)
        await quiet()
    async with lab.bot():
        await person.use(prompt, "다시 만들기")
        assert "회의록을 정리합니다" in await screen.shows("버전 2")


@pytest.mark.parametrize(
    "to", [pytest.param("[작업]", id="the prompt"), pytest.param("바꾸고 싶은 점을", id="what is below")]
)
async def test_a_reply_is_about_the_prompt_it_replies_to(screen: Screen, bot: Bot, to: str) -> None:
    await _made_and_followed(screen)
    message = await screen.person.sees(lambda message: to in words(message))
    await _noted(bot, message)

    await screen.person.reply(message, "더 짧게")

    assert "회의록을 정리합니다" in await screen.shows("버전 2", "200자")
    await screen.person.say("총무팀입니다")  # and the newer interview goes on
    await screen.shows("[질문 3]")


async def test_a_reply_to_what_nobody_asked_is_an_answer_all_the_same(screen: Screen) -> None:
    await _made_and_followed(screen)
    said = await screen.person.sees(lambda message: "만들고 있어요" not in words(message))
    await screen.person.reply({**said, "id": "1"}, "총무팀입니다")
    await screen.shows("[질문 3]")


async def test_after_a_restart_a_reply_still_finds_its_prompt(lab: Lab) -> None:
    person = lab.fake.person()
    screen = Screen(person, person.dm)
    async with lab.bot():
        await _made_and_followed(screen)
        await quiet()
    async with lab.bot():
        await person.reply(await person.sees(lambda message: "바꾸고 싶은 점을" in words(message)), "더 짧게")
        assert "회의록을 정리합니다" in await screen.shows("버전 2")


async def test_a_control_beneath_an_older_version_acts_on_that_version(screen: Screen) -> None:
    older = await _make(screen, "회의록 정리해 줘")
    await screen.person.say("더 짧게")
    await screen.shows("버전 2", "200자")

    opened = await screen.person.use(older, "저장")
    await screen.person.submit(opened, {"name": "처음 것", "tags": ""})
    assert "550자" in await screen.shows("보관함에 저장했어요", "처음 것")
    opened = await screen.person.use(older, "다듬기")
    await screen.person.submit(opened, {"text": "줄글로 해줘"})
    assert "550자" in await screen.shows("버전 3")
