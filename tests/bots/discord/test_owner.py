"""Only the owner drives an interview; nobody is pinged; others see what is masked."""

from tests.bots.discord.conftest import Bot
from tests.bots.discord.screen import Screen, controls, quiet
from tests.fakes.discord.components import words


async def test_what_others_press_gets_a_hint_for_their_eyes_alone(bot: Bot) -> None:
    owner, other, channel = bot.fake.person(), bot.fake.person("민준"), await bot.fake.guild()
    await owner.command(channel=channel, purpose="주간 보고서 요약해 줘")
    thread = owner.thread_of(channel)
    screen = Screen(owner, thread)
    await screen.shows("[질문 2]")
    pressed = await other.press(screen.newest("취소"), "취소")
    await quiet()
    start = next(command["id"] for command in bot.fake.record.commands if command["name"] == "promptgen")
    assert [words(message) for message in pressed.ephemeral] == [
        f"다른 분의 인터뷰예요. </프롬프트:{start}>로 내 인터뷰를 시작해 보세요."
    ]
    await owner.say(f"<@{bot.fake.world.bot}> 마케팅팀입니다", thread)
    await screen.shows("[질문 3]")


async def test_no_input_opens_for_others(bot: Bot) -> None:
    owner, other, channel = bot.fake.person(), bot.fake.person("민준"), await bot.fake.guild()
    await owner.command(channel=channel)
    screen = Screen(owner, owner.thread_of(channel))
    await screen.shows("[질문 1]")
    pressed = await other.press(screen.newest("답하기"), "답하기")
    assert pressed.modal is None
    assert "다른 분의 인터뷰예요" in words(pressed.ephemeral[0])


async def test_what_others_write_in_the_thread_is_left_alone(bot: Bot) -> None:
    owner, other, channel = bot.fake.person(), bot.fake.person("민준"), await bot.fake.guild()
    await owner.command(channel=channel)
    thread = owner.thread_of(channel)
    await Screen(owner, thread).shows("[질문 1]")
    before = len(thread.messages)
    await other.say(f"<@{bot.fake.world.bot}> 다른 사람의 말", thread, [("a.txt", b"text")])
    await quiet()
    assert len(thread.messages) == before + 1


async def test_what_is_written_beside_the_bot_is_left_alone(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    await person.say("오늘 점심 뭐 먹지", channel)
    await quiet()
    assert len(channel.messages) == 1


async def test_a_shared_prompt_is_masked_and_pings_nobody(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    await person.command(channel=channel, purpose="@everyone 에게 김서연 소개 메일 <@1> 써줘")
    thread = person.thread_of(channel)
    screen = Screen(person, thread)
    for answer in ("저는 박지훈입니다", "표", "보통", "한국어", "대학생", "건너뛰기", "만들기"):
        await quiet()
        await person.say(f"<@{bot.fake.world.bot}> {answer}", thread)
    await screen.shows("버전 1", "공유")
    await screen.use("공유")
    await screen.shows("채널 사람들이 모두 볼 수 있어요")
    assert channel.messages == [], "it is asked first"
    await screen.use("공유")
    await screen.shows("채널에 공유했어요")
    assert "올릴까요" not in words(screen.newest("공유")), "the question is gone, and it is posted once"
    shared = channel.messages[-1]
    assert "{이름1}" in words(shared)
    assert f"<@{person.id}> 님이 만든 프롬프트" in words(shared)
    assert "김서연" not in str(thread.messages + channel.messages).replace(str(thread.messages[0]), "")


async def test_where_nobody_else_reads_there_is_nowhere_to_share(bot: Bot) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    for answer in ("회의록 정리해 줘", "기획팀", "표", "보통", "한국어", "대학생", "건너뛰기", "만들기"):
        await person.say(answer)
    await screen.shows("버전 1", "저장")
    assert not any("공유" in controls(message) for message in screen._messages())
    await screen.use("👍 도움이 됐어요")
    await screen.shows("고마워요")
