"""What is read of a message: its own words, those of what was forwarded in it, those on cards."""

from tests.bots.discord.conftest import Bot
from tests.bots.discord.screen import Screen


async def test_a_message_becomes_the_reference(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    message = await bot.fake.person("민준").say("회의는 김서연 님이 3시에 엽니다.", channel)
    await person.command_on(message, "Make a prompt from this", channel)
    thread = person.thread_of(channel)
    screen = Screen(person, thread)
    await screen.shows("[질문 1]")
    for answer in ("요약해 줘", "기획팀입니다", "표", "보통", "한국어", "대학생"):
        await person.say(f"<@{bot.fake.world.bot}> {answer}", thread)
    shown = await screen.shows("이렇게 이해했어요", "회의는 {이름1} 님이 3시에 엽니다.")
    assert "김서연" not in shown
    assert "예시 혹은 파일" not in shown, "it is not asked for what was given, where 건너뛰기 would take it away"


async def test_a_forwarded_message_is_read(bot: Bot) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    for text in ("요약해 줘", "기획팀입니다", "표", "보통", "한국어", "대학생"):
        await person.say(text)
    await screen.shows("예시 혹은 파일")
    await person.forward("회의는 김서연 님이 3시에 엽니다.")
    await screen.shows("이렇게 이해했어요", "회의는 {이름1} 님이 3시에")


async def test_a_forwarded_card_and_a_forwarded_file_are_read(bot: Bot) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    for text in ("요약해 줘", "기획팀입니다"):
        await person.say(text)
    card = {
        "type": "rich",
        "title": "배포 실패",
        "description": "결제 서버",
        "fields": [{"name": "원인", "value": "디스크"}],
    }
    await person.forward("", embeds=[card])
    await screen.shows("[질문 3]")
    file = bot.fake.record._attach("안내.txt", "회의는 3시에 엽니다.".encode())
    await person.forward("", attachments=[file])
    await screen.shows("참고 자료를 받았어요")


async def test_a_card_that_a_bot_posted_becomes_the_reference(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    card = {"type": "rich", "title": "배포 실패", "description": "결제 서버의 디스크가 가득 찼어요."}
    message = await bot.fake.person("알림").say("", channel)
    message["message_snapshots"] = [{"message": {"content": "", "embeds": [card]}}]
    await person.command_on(message, "Make a prompt from this", channel)
    screen = Screen(person, person.thread_of(channel))
    await screen.shows("[질문 1]")
    for answer in ("요약해 줘", "기획팀입니다", "표", "보통", "한국어", "대학생"):
        await person.say(f"<@{bot.fake.world.bot}> {answer}", screen.channel)
    await screen.shows("이렇게 이해했어요", "결제 서버의 디스크가")
