"""A model's proposals in the summary: they come into it where it stands, and go with a choice in its select."""

import pytest

from core.prompting.model.reading_substance import Draft
from core.prompting.substance import ModelQuestion
from core.usecases.model_fallback import ModelFallback
from tests.bots.discord.conftest import Bot
from tests.bots.discord.screen import Screen, quiet
from tests.fakes.advisor import COVER, MORE, ProposingAdvisor
from tests.fakes.discord.components import words


@pytest.fixture
def advisor(bot: Bot) -> ProposingAdvisor:
    advisor = ProposingAdvisor()
    advisor.may.clear()
    bot.parts.generation._model = ModelFallback(advisor)
    bot.parts.chat._advises = True
    return advisor


async def test_proposals_come_into_the_summary_and_go_with_a_choice(bot: Bot, advisor: ProposingAdvisor) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    for text in ("환영 이메일 초안 써줘", "인사팀입니다", "연속 문장", "보통", "한국어", "대학생", "건너뛰기"):
        await person.say(text)
    await screen.shows("이렇게 이해했어요")
    summary = screen.newest("만들기")
    await quiet()
    posted = len(person.dm.messages)
    advisor.may.set()
    await bot.fake.record.until(lambda: f"☑ 다룰 것: {MORE}" in words(summary))

    await person.select(summary, f"☑ 다룰 것: {COVER}")
    await bot.fake.record.until(lambda: f"☐ 다룰 것: {COVER}" in words(summary))
    await quiet()
    assert len(person.dm.messages) == posted
    await person.reply(summary, "만들기")
    await screen.shows("버전 1", MORE)
    assert not any(COVER in words(message) for message in person.dm.messages[posted:])


async def test_a_question_of_the_model_is_answered_with_two_presses(bot: Bot, advisor: ProposingAdvisor) -> None:
    advisor.draft = Draft(questions=(ModelQuestion("첫날 복장", "첫날 무엇을 입고 오면 되나요?", ("정장", "편한 옷")),))
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    for text in ("환영 이메일 초안 써줘", "인사팀입니다", "연속 문장", "보통", "한국어", "대학생", "건너뛰기"):
        await person.say(text)
    await screen.shows("이렇게 이해했어요")
    advisor.may.set()
    await screen.shows("첫날 무엇을 입고 오면 되나요?")
    await screen.use("추가 질문 1")
    await screen.shows("[추가 질문 1/1] 첫날 무엇을 입고 오면 되나요?")
    await screen.use("편한 옷")
    await screen.shows("첫날 복장: 편한 옷")
    await screen.use("만들기")
    await screen.shows("버전 1", "첫날 복장: 편한 옷")
