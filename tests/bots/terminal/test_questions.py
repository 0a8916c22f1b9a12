"""What a model would ask, on a terminal: listed beneath the summary, opened by its number, answered by typing."""

import asyncio

from core.prompting.model.reading_substance import Draft
from core.prompting.substance import ModelQuestion
from core.usecases.model_fallback import ModelFallback
from tests.bots.terminal.conftest import Terminal
from tests.fakes.advisor import ProposingAdvisor

_ANSWERS = ("환영 이메일 초안 써줘", "인사팀입니다", "연속 문장", "보통", "한국어", "대학생", "건너뛰기")


async def test_it_is_opened_and_answered_by_typing(terminal: Terminal) -> None:
    advisor = ProposingAdvisor()
    advisor.draft = Draft(questions=(ModelQuestion("첫날 복장", "첫날 무엇을 입고 오면 되나요?", ("정장", "편한 옷")),))
    terminal.relay._generation._model = ModelFallback(advisor)
    terminal.relay._chat._advises = True
    await terminal.opened()
    for line in _ANSWERS:
        await terminal.said(line)
    async with asyncio.timeout(20):
        while "첫날 무엇을" not in terminal.screen.getvalue():  # noqa: ASYNC110 - a screen tells nobody that it changed
            await asyncio.sleep(0.01)
    shown = await terminal.said("요약")

    assert "정해주시면 더 잘 맞아요 (선택)" in shown
    assert "1  첫날 무엇을 입고 오면 되나요?" in shown
    assert "[추가 질문 1/1]" in await terminal.said("추가 질문 1")
    shown = await terminal.said("편한 옷")
    assert "첫날 복장: 편한 옷" in shown
    assert "정해주시면" not in shown
    assert "첫날 복장: 편한 옷" in await terminal.said("만들기")
