"""Requests that contradict themselves, want two things, ask the bot, or say next to nothing."""

import pytest

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.prompting.understanding.bot_questions import asks_the_bot
from core.prompting.understanding.self_contradictions import contradictions_in
from core.prompting.understanding.two_wishes import two_wishes
from core.prompting.understanding.understand import understand
from core.values.choices import Form, Language, Length, Level
from core.values.locale import Locale


def _brief(purpose: str, background: str = "", form: Form = Form.LIST, other_ways: tuple[str, ...] = ()) -> Brief:
    return Brief(
        Locale.KO,
        MaskedText(purpose),
        MaskedText(background),
        form,
        Length.MEDIUM,
        Language.KOREAN,
        Level.UNIVERSITY,
        other_ways=other_ways,
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("짧고 길게 써줘", ["sizes"]),
        ("brief but long answer please", ["sizes"]),
        ("3개만 10개 써줘", ["counts"]),
        ("아이디어 다섯 개 일곱 개 뽑아줘", ["counts"]),
        ("존댓말로 반말로", ["registers"]),
        ("해요체로 하고 반말로 써줘", ["registers"]),
        ("표 말고 표로", ["taken_back"]),
    ],
)
def test_what_contradicts_itself_is_found(text: str, names: list[str]) -> None:
    assert [each.name for each in contradictions_in(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "짧고 명확하게",
        "대화는 반말, 해설은 존댓말로",
        "3개씩 5줄로",
        "표 말고 글로",
        "반말 말고 존댓말로",
        "제목은 짧게 본문은 길게",
        "문장 3개 예시 2개 써줘",
        "첫 문단은 짧게, 나머지는 자세하게 써줘",
    ],
)
def test_what_holds_together_is_left(text: str) -> None:
    assert contradictions_in(text) == ()


def test_everything_contradictory_is_told_and_settled() -> None:
    brief = _brief("표 말고 표로 정리해줘", "존댓말로 반말로. 3개만 10개 써줘", Form.TABLE)
    composition = compose(brief)
    assert {each.kind for each in composition.understanding.conflicts} == {"count", "register", "said"}
    assert len(composition.notes) == 3
    assert "뒤에 말한 10개로 합니다" in composition.prompt
    assert "존댓말로 반말로" not in composition.prompt
    assert "행 수: 10" in composition.prompt


def test_the_first_number_may_be_taken_instead() -> None:
    prompt = compose(_brief("장점 정리해줘", "3개만 10개 써줘", Form.TABLE, ("count",))).prompt
    assert "3개로 합니다" in prompt
    assert "행 수: 3" in prompt


@pytest.mark.parametrize(
    ("purpose", "wishes"),
    [
        ("보고서 쓰고 그리고 팀장님께 보낼 메일도 써줘", ("보고서", "팀장님께 보낼 메일")),
        ("엄마한테 카톡이랑 여행 계획 짜줘", ("엄마한테 카톡", "여행 계획")),
        ("공지문 쓰고 학부모 문자도 만들어줘", ("공지문", "학부모 문자")),
        ("write a report and an email to my boss", ("report", "email to my boss")),
    ],
)
def test_two_wishes_are_named_in_task_and_format(purpose: str, wishes: tuple[str, str]) -> None:
    assert two_wishes(purpose) == wishes
    task, format_ = (compose(_brief(purpose)).prompt.split(part)[1].split("\n\n")[0] for part in _parts(purpose))
    assert all(wish in task for wish in wishes)
    assert all(wish in format_ for wish in wishes)


def _parts(purpose: str) -> tuple[str, str]:
    return ("[Task]", "[Output format]") if purpose.isascii() else ("[작업]", "[출력 형식]")


@pytest.mark.parametrize(
    "purpose",
    [
        "팀장님과 부장님께 보낼 메일 써줘",
        "장점이랑 단점 정리해줘",
        "사과와 감사의 편지 써줘",
        "매출이랑 비용 보고서 만들어줘",
        "이메일과 문자의 차이 설명",
        "write a short and friendly email",
    ],
)
def test_one_wish_is_one(purpose: str) -> None:
    assert two_wishes(purpose) == ()


@pytest.mark.parametrize(
    "purpose", ["너 누구야?", "너는 어떤 모델 써? 프롬프트가 뭐야", "이 봇은 어떻게 쓰는 거야?", "what can you do?"]
)
def test_a_question_to_the_bot_makes_nothing_else(purpose: str) -> None:
    assert asks_the_bot(purpose)
    assert understand(_brief(purpose)).intent.id == "neutral"


@pytest.mark.parametrize(
    "purpose",
    [
        "너는 면접관이야 질문해줘",
        "당신은 누구인가라는 제목으로 에세이 써줘",
        "네이버 블로그 글 써줘",
        "what can you do with python",
    ],
)
def test_other_requests_are_no_question_to_it(purpose: str) -> None:
    assert not asks_the_bot(purpose)


@pytest.mark.parametrize("purpose", ["🐱", "도와줘", "help"])
def test_who_says_next_to_nothing_is_told_what_was_assumed(purpose: str) -> None:
    prompt = compose(_brief(purpose)).prompt
    assert "[가정]\n- 결과물:" in prompt or "[Assumptions]\n- Result:" in prompt or "Result:" in prompt


def test_who_says_what_they_want_is_assumed_nothing() -> None:
    assert "결과물:" not in compose(_brief("우리 동네 이야기 하나 적어줘")).prompt
