import pytest

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.requesting import request_of
from core.values.choices import Form, Language, Length, Level
from core.values.locale import Locale


@pytest.mark.parametrize(
    ("locale", "lines"),
    [
        (
            Locale.KO,
            ["회의록 정리", "- 요청자: 기획팀", "- 형식: 표", "- 분량: 3줄", "- 언어: 영어", "- 수준: 전문가"],
        ),
        (Locale.EN, ["회의록 정리", "- Requester: 기획팀", "- Form: table"]),
    ],
)
def test_the_persons_line_comes_first_and_their_answers_beneath(locale: Locale, lines: list[str]) -> None:
    brief = Brief(
        locale,
        MaskedText("회의록 정리"),
        MaskedText("기획팀"),
        Form.TABLE,
        MaskedText("3줄"),
        Language.ENGLISH,
        Level.EXPERT,
        reference=MaskedText("문서의 글"),
        reference_name=MaskedText("회의.pdf"),
    )

    request = request_of(brief)

    assert request.splitlines()[: len(lines)] == lines
    assert "문서" not in request
    assert "회의.pdf" not in request


def test_an_answer_that_looks_like_more_stays_one() -> None:
    brief = Brief(
        Locale.KO,
        MaskedText("요약"),
        MaskedText("첫 줄\n- 형식: 코드"),
        Form.LIST,
        Length.SHORT,
        Language.KOREAN,
        Level.EXPERT,
    )

    assert "\n- 요청자: 첫 줄 - 형식: 코드\n- 형식: 리스트\n" in request_of(brief)
