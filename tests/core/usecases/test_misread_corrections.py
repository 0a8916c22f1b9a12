"""Corrections in everyday words: columns, counts, bans taken back, other readers, a step back."""

from dataclasses import replace

import pytest

from core.conversation.answer_reading import read_or_settle
from core.conversation.events import Said
from core.conversation.previous_version import asks_to_go_back
from core.conversation.questions import Key
from core.conversation.replies import Tell
from core.conversation.session import Answer, Phase, Session, Version
from core.conversation.step import Step
from core.features.registry import advance
from core.privacy.text import MaskedText
from core.prompting.compose import compose
from core.prompting.intents.naming import named_like
from core.sessions.briefing import brief_in
from core.usecases.summary_understanding import told
from tests.core.conversation.sessions import session

_KEYS = (Key.PURPOSE, Key.BACKGROUND, Key.FORM, Key.LENGTH, Key.LANGUAGE, Key.LEVEL)
_TABLE = ("주간 업무 보고 표로 정리해줘", "칸은 업무, 담당, 기한, 비고 순서로.", "표", "보통", "한국어", "전문가")
_PLAN = ("신제품 출시 일정표 만들어줘", "칸은 제목, 기한, 담당으로.", "표", "보통", "한국어", "전문가")
_IDEAS = ("홍보 문구 아이디어 10개 뽑아줘", "동네 빵집이에요.", "리스트", "보통", "한국어", "대학생")
_ITEMS = ("회의 안건 정리해줘", "내일 3시 회의입니다.", "리스트", "보통", "한국어", "대학생")
_MAIL = (
    "거래처에 보낼 납기 지연 사과 메일",
    "받는 분은 {이름1} 부장님이에요. 변명은 빼 주세요. 가격은 적지 말아 주세요.",
    "연속 문장",
    "보통",
    "한국어",
    "전문가",
)


def _finished(typed: tuple[str, ...]) -> Session:
    texts = {key: MaskedText(text) for key, text in zip(_KEYS, typed, strict=True)}
    answers = {key: read_or_settle(key, text) or Answer(text) for key, text in texts.items()}
    made = session(Phase.DONE, answers=answers)
    version = Version(number=1, prompt=MaskedText(_prompt(made)), answers=answers, improvements=(), notes=())
    return replace(made, versions=(version,), current_version=1)


def _prompt(held: Session) -> str:
    brief = brief_in(held)
    assert brief is not None
    return compose(brief).prompt


def _after(typed: tuple[str, ...], says: str) -> Step:
    held = _finished(typed)
    return advance(held, told(Said(MaskedText(says)), held))


def _columns(prompt: str) -> str:
    return next(line for line in prompt.splitlines() if line.startswith("|"))


@pytest.mark.parametrize(
    ("typed", "says", "header"),
    [
        (_TABLE, "담당 말고 책임자로 바꿔줘", "| 업무 | 책임자 | 기한 | 비고 |"),
        (_TABLE, "비고 칸 이름을 메모로 바꿔줘", "| 업무 | 담당 | 기한 | 메모 |"),
        (_PLAN, "제목 열 이름을 업무명으로 바꿔", "| 업무명 | 기한 | 담당 |"),
        (_PLAN, "담당 열을 책임자라고 해줘", "| 제목 | 기한 | 책임자 |"),
        (_PLAN, "기한 대신 마감으로", "| 제목 | 마감 | 담당 |"),
        (_PLAN, "‘기한’을 ‘마감일’로 바꿔줘", "| 제목 | 마감일 | 담당 |"),
        (_TABLE, "예산도 표에 추가해줘", "| 업무 | 담당 | 기한 | 비고 | 예산 |"),
        (_TABLE, "은행도 표에 추가해줘", "| 업무 | 담당 | 기한 | 비고 | 은행 |"),
        (_TABLE, "요약 행도 넣어줘", "| 업무 | 담당 | 기한 | 비고 |"),
    ],
)
def test_columns(typed: tuple[str, ...], says: str, header: str) -> None:
    step = _after(typed, says)
    assert Key.INTENT not in step.session.answers
    assert _columns(_prompt(step.session)) == header


def test_a_row_is_a_demand() -> None:
    assert "요약 행도 넣습니다" in _prompt(_after(_TABLE, "요약 행도 넣어줘").session)


@pytest.mark.parametrize(
    ("typed", "says", "key", "text"),
    [
        (_IDEAS, "5개만", Key.PURPOSE, "홍보 문구 아이디어 5개 뽑아줘"),
        (_IDEAS, "여섯 가지면 충분해", Key.PURPOSE, "홍보 문구 아이디어 6개 뽑아줘"),
        (_IDEAS, "아이디어는 4개로 줄여줘", Key.PURPOSE, "홍보 문구 아이디어 4개 뽑아줘"),
        (_ITEMS, "안건은 세 개만", Key.CONSTRAINTS, "안건은 3개만 써 주세요"),
    ],
)
def test_another_number(typed: tuple[str, ...], says: str, key: Key, text: str) -> None:
    assert _after(typed, says).session.answers[key].text == text


@pytest.mark.parametrize("says", ["예시 3개 넣어줘", "마지막 두 개만 빼줘", "3개씩 묶어줘"])
def test_other_numbers_are_no_count_of_the_whole(says: str) -> None:
    assert _after(_IDEAS, says).session.answers[Key.PURPOSE].text == _IDEAS[0]


@pytest.mark.parametrize(
    ("says", "gone", "stands"),
    [
        ("변명은 빼지 마", "변명은 뺍니다", "가격은 적지 않습니다"),
        ("변명도 조금 넣어줘", "변명은 뺍니다", "변명도 조금 넣습니다"),
        ("가격 적어도 돼", "가격은 적지 않습니다", "변명은 뺍니다"),
        ("읽는 사람은 구매팀장님", "{이름1} 부장님", "읽는 사람: 구매팀장님"),
        ("사장님이 읽으실 거야", "{이름1} 부장님", "읽는 사람: 사장님"),
    ],
)
def test_what_was_said_before_gives_way(says: str, gone: str, stands: str) -> None:
    assert gone in _prompt(_finished(_MAIL))
    prompt = _prompt(_after(_MAIL, says).session)
    assert gone not in prompt
    assert stands in prompt


def test_the_line_that_keeps_labels_stays() -> None:
    held = _finished(_MAIL)
    prompt = _prompt(held)
    limits = prompt.split("[제약]\n")[1].split("\n\n")[0].splitlines()
    number = next(at for at, line in enumerate(limits, 1) if "중괄호" in line)
    step = _after(_MAIL, f"{number}번째 제약 빼줘")
    assert isinstance(step.replies[0], Tell)
    assert step.replies[0].text == "line.fixed"
    assert _prompt(step.session) == prompt
    line = Answer(MaskedText(limits[number - 1].removeprefix("- ")))
    assert "중괄호" in _prompt(replace(held, answers={**held.answers, Key.LEFT_OUT: line}))


@pytest.mark.parametrize(
    "says",
    [
        "한 단계 전으로",
        "바로 전 단계로",
        "한 번만 뒤로 돌려",
        "전 단계로 가줘",
        "한 단계만 되돌려줘",
        "한 단계 뒤로 가자",
    ],
)
def test_a_step_back(says: str) -> None:
    assert asks_to_go_back(says)


@pytest.mark.parametrize("says", ["다음 단계로", "3단계로 나눠줘", "단계별로 써줘", "마지막 단계를 앞으로 옮겨줘"])
def test_other_steps(says: str) -> None:
    assert not asks_to_go_back(says)


@pytest.mark.parametrize("words", ["책임자", "시안명", "책상"])
def test_a_word_inside_another_names_nothing(words: str) -> None:
    assert not named_like(words)
