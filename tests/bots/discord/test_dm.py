"""How a conversation looks in the DM once it has gone on."""

import pytest

from tests.bots.discord.conftest import Bot
from tests.bots.discord.screen import Screen, quiet
from tests.fakes.discord.components import beside, words

_TO_THE_REFERENCE = ("회의록 정리해 줘", "기획팀", "표", "보통", "한국어", "대학생")


async def test_a_pressed_question_becomes_the_next_one_with_what_was_pressed(bot: Bot) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    await person.say("주간 보고서 요약해 줘")
    await screen.shows("[질문 2]")
    await person.say("마케팅팀입니다")
    await screen.shows("[질문 3]")
    question = screen.newest("표")
    await screen.use("표")
    await screen.shows("[질문 4]")
    assert words(question).startswith("-# ✓ 표")
    assert screen.newest("보통 ~500자") is question


async def test_the_notice_of_progress_goes_when_the_prompt_is_there(bot: Bot) -> None:
    person = bot.fake.person()
    for text in ("회의록 정리해 줘", "기획팀", "표", "보통", "한국어", "대학생", "건너뛰기", "만들기"):
        await person.say(text)
    await Screen(person, person.dm).shows("버전 1")
    await person.record.until(lambda: not any("만들고 있어요" in words(one) for one in person.dm.messages))


async def test_a_summary_switches_an_item_and_opens_an_answer(bot: Bot) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    for text in ("회의록 정리해 줘", "저는 박지훈입니다", "표", "보통", "한국어", "대학생", "건너뛰기"):
        await person.say(text)
    await screen.shows("{이름1}", "= 박지훈")
    await screen.use("{이름1} → 그대로 두기")
    await screen.shows("저는 박지훈입니다", "그대로 둠")
    summary = screen.newest("만들기")
    await person.press(summary, beside(summary, "길이")["custom_id"])
    await screen.shows("[질문 4]")


async def test_a_switch_changes_the_summary_where_it_stands(bot: Bot) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    for text in ("회의록 정리해 줘", "저는 박지훈입니다", "표", "보통", "한국어", "대학생", "건너뛰기"):
        await person.say(text)
    await screen.shows("{이름1}", "= 박지훈")
    await quiet()
    summary, posted = screen.newest("{이름1} → 그대로 두기"), len(person.dm.messages)

    await person.select(summary, "{이름1} → 그대로 두기")
    await screen.shows("그대로 둠")
    await person.select(summary, "{이름1} → 가리기")
    await bot.fake.record.until(lambda: "= 박지훈" in words(summary))

    await quiet()
    assert len(person.dm.messages) == posted
    await person.reply(summary, "만들기")
    await screen.shows("버전 1")


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        pytest.param((), ("안녕하세요!", "[질문 1]"), id="as the first message"),
        pytest.param(_TO_THE_REFERENCE[:2], ("읽을 수 있는 내용이 없어요",), id="as an answer"),
        pytest.param(_TO_THE_REFERENCE, ("읽을 수 있는 내용이 없어요",), id="as the reference"),
        pytest.param((*_TO_THE_REFERENCE, "건너뛰기", "만들기"), ("읽을 수 있는 내용이 없어요",), id="as a wish"),
    ],
)
async def test_a_sticker_is_answered_in_one_sentence(
    bot: Bot, answers: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    for text in answers:
        await person.say(text)
    await quiet()
    await screen.shows()
    await person.stick()
    everything = await screen.shows(*shown)
    assert not answers or everything == "읽을 수 있는 내용이 없어요. 글로 적거나 PDF·텍스트 파일을 보내주세요.\n"


async def test_in_a_thread_only_its_owners_stickers_are_answered(bot: Bot) -> None:
    person, other, channel = bot.fake.person(), bot.fake.person(), await bot.fake.guild()
    await person.command(channel=channel)
    thread = person.thread_of(channel)
    await Screen(person, thread).shows("[질문 1]")
    before = len(thread.messages)
    await person.say("알아서 해 줘", thread)  # what the bot may not read is no sticker
    await other.stick(thread)
    await quiet()
    assert len(thread.messages) == before + 2

    await person.stick(thread)
    await Screen(person, thread).shows("읽을 수 있는 내용이 없어요")


async def test_a_second_interview_says_again_what_the_first_one_said(bot: Bot) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    for text in ("안녕", "회의록 정리해 줘", "취소", "확인"):
        await person.say(text)
    await screen.shows("그만뒀어요")
    await person.say("안녕")
    await screen.shows("안녕하세요!", "[질문 1]")
    await person.say("회의록 정리해 줘")
    await screen.shows("[질문 2]")
