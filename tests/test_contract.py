"""Each clause of the contract, kept by the composer and broken on purpose."""

import pytest

from core.prompting.compose import compose
from core.values.choices import Form
from tests.contract import Clause, check
from tests.core.prompting.briefs import brief

_BRIEF = brief(
    "{이름1} 대리에게 보낼 회의록을 정리해 줘",
    background="회의는 3월 4일에 했습니다. 존댓말로 써 주세요.",
    reference="첫째 줄\n둘째 줄",
    form=Form.LIST,
)
_PROMPT = compose(_BRIEF).prompt


def _broken(prompt: str) -> set[Clause]:
    return {violation.clause for violation in check(prompt, _BRIEF)}


def test_the_composer_keeps_it() -> None:
    assert _broken(_PROMPT) == set()


@pytest.mark.parametrize(
    ("clause", "before", "after"),
    [
        (Clause.HEADINGS, "[출력 형식]\n", ""),
        (Clause.HEADINGS, "[제약]\n", "[작업]\n"),
        (Clause.ANSWERS, "3월 4일", "3월 5일"),
        (Clause.ANSWERS, "대학생 수준", "전문가 수준"),
        (Clause.LABELS, "{이름1}", "그분"),
        (Clause.ONCE, "- 수준: 대학생 수준\n", "- 수준: 대학생 수준\n- 수준: 대학생 수준\n"),
        (Clause.DATA, "둘째 줄", "둘째"),
    ],
)
def test_each_clause_is_missed(clause: Clause, before: str, after: str) -> None:
    assert before in _PROMPT
    assert clause in _broken(_PROMPT.replace(before, after))


def test_a_violation_holds_no_text() -> None:
    assert "회의" not in repr(check("x", _BRIEF))


_DIARY = brief(
    "나는 오늘 아침에 일어나서 학교에 갔다. 선생님은 비가 오는 이유를 설명해 주셨다. 나는 아무 말도 하지 않았다. "
    "점심에는 카레를 먹었다. 집에 와서 수학 숙제를 했다."
)


@pytest.mark.parametrize("lost", ["나는 오늘 아침에 일어나서 학교에 갔다. ", "점심에는 카레를 먹었다. "])
def test_a_lost_sentence_of_the_purpose_is_missed(lost: str) -> None:
    prompt = compose(_DIARY).prompt
    assert not check(prompt, _DIARY)
    assert Clause.PURPOSE in {violation.clause for violation in check(prompt.replace(lost, ""), _DIARY)}
