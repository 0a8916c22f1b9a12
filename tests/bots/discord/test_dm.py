"""The interview in the DM."""

from tests.bots.discord.conftest import Bot

ANSWERS = ("저는 한빛상사 박지훈 과장입니다. 010-2345-6789", "표", "보통", "한국어", "대학생", "건너뛰기")


async def test_a_whole_interview_by_typing(bot: Bot) -> None:
    person = bot.fake.person()
    await person.say("신입사원 김서연에게 보낼 환영 이메일 초안 써줘")
    await person.sees(lambda message: "[질문 2]" in message["content"])
    for answer in ANSWERS:
        await person.say(answer)
    summary = await person.sees(lambda message: "이렇게 이해했어요" in message["content"])
    assert "박지훈" in summary["content"]
    await person.press(summary, "만들기")
    shown = await person.sees(lambda message: "완성 프롬프트" in message["content"])
    assert "```" in shown["content"]
