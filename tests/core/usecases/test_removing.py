"""Lines that are taken away by typing, at the summary as beneath the prompt."""

from core.conversation.events import Said
from core.conversation.questions import Key
from core.conversation.replies import ShowPrompt, ShowSummary, Tell
from core.conversation.session import Answer, Phase
from core.conversation.step import Step
from core.features.registry import advance
from core.messages import FormFilled
from core.privacy.text import MaskedText, RawText
from core.usecases.summary_understanding import told, understood_of
from tests.core.conftest import Talk
from tests.core.conversation.sessions import ANSWERS, session

_TOLD = "총무팀입니다. 새 납기는 10월 3일이에요. 지난번에도 늦었어요. 반말은 쓰지 마세요. 가격은 적지 마세요."


def _said(text: str) -> Step:
    answers = {**ANSWERS, Key.PURPOSE: Answer(MaskedText("거래처에 납기 지연 사과 메일 써줘"))}
    answers[Key.BACKGROUND] = Answer(MaskedText(_TOLD))
    held = session(Phase.SUMMARY, answers=answers)
    return advance(held, told(Said(MaskedText(text)), held))


def test_lines_are_taken_away_at_the_summary() -> None:
    for text, line in (
        ("두 번째 제약 빼줘", "가격은 적지 않습니다"),
        ("마지막 조건은 없애줘", "가격은 적지 않습니다"),
        ("세 번째 사실 빼줘", "지난번에도 늦었습니다."),
        ("지난번 얘기는 빼줘", "지난번에도 늦었습니다."),
    ):
        step = _said(text)
        assert isinstance(step.replies[-1], ShowSummary)
        assert step.session.answers[Key.LEFT_OUT].text == line
        assert Key.CONSTRAINTS not in step.session.answers
        understood = understood_of(step.session)
        assert understood is not None
        assert line not in {*understood.told, *understood.requirements}


def test_a_line_that_there_is_not_is_said_to_be_unknown_at_the_summary() -> None:
    step = _said("아홉 번째 제약 빼줘")
    assert isinstance(step.replies[0], Tell)
    assert step.replies[0].text == "line.unknown"
    assert Key.LEFT_OUT not in step.session.answers


async def test_what_changes_nothing_makes_no_version(talk: Talk) -> None:
    answers = {key: RawText(str(answer.text)) for key, answer in ANSWERS.items()}
    talk.does(FormFilled({**answers, Key.BACKGROUND: RawText(_TOLD)}))
    talk.delivered(await talk.generation.run(talk.says("만들기").generating or ""))
    unknown = talk.says("아홉 번째 제약 빼줘")
    assert not unknown.generating
    assert _code(unknown.deliveries[-1].outgoing.reply) == "line.unknown"
    shorter = await talk.generation.run(talk.says("더 짧게").generating or "")
    talk.delivered(shorter)
    (shown,) = [each.outgoing.reply for each in shorter if isinstance(each.outgoing.reply, ShowPrompt)]
    assert shown.version.number == 2
    again = await talk.generation.run(talk.says("표로").generating or "")
    assert [_code(each.outgoing.reply) for each in again] == ["refine.same"]


def _code(reply: object) -> str:
    return reply.text if isinstance(reply, Tell) else type(reply).__name__
