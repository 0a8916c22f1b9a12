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
