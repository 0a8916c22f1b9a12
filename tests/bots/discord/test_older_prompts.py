"""What is done with a prompt is done with that prompt, though a newer interview goes on in the same place."""

from tests.bots.discord.conftest import Bot
from tests.bots.discord.screen import Screen


async def test_an_older_prompt_is_restored_for_with_its_own_values(bot: Bot) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    for text in ("회의록 정리해 줘", "저는 박지훈입니다", "표", "보통", "한국어", "대학생", "건너뛰기", "만들기"):
        await person.say(text)
    await screen.shows("버전 1", "답변 복원")
    prompt = screen.newest("답변 복원")
    await person.command(purpose="김서연에게 보낼 초대장")
    await screen.shows("[질문 2]")

    opened = await person.use(prompt, "답변 복원")
    await person.submit(opened, {"text": "{이름1}님, 안녕하세요"})
    assert "박지훈님, 안녕하세요" in await screen.shows("실제 값을 넣은 답변")
