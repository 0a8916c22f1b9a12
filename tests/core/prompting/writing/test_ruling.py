"""Ruling: which of an intent's lines must go once the person has settled the matter, and which may stay."""

import pytest

from core.locale import Locale
from core.prompting.understanding.demands import read_requirement
from core.prompting.writing.ruling import contradicts


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("반말로 써 주세요", "정중한 합니다체로 씁니다."),
        ("주석은 빼 주세요", "주석은 줄마다 왜 그렇게 했는지 적습니다."),
        ("해시태그 빼고 써 주세요", "끝에 해시태그 다섯 개를 답니다."),
        ("열은 가게, 맛, 값으로 해 주세요", "열은 항목마다 하나씩 둡니다."),
        ("12개 뽑아 주세요", "후보는 5개를 냅니다."),
        ("800자 이내로 써 주세요", "300자 안에서 맺습니다."),
        ("서론, 본론, 결론으로 나눠 주세요", "첫 문단에서 결론을 먼저 말합니다."),
    ],
)
def test_a_line_about_what_was_settled_goes(said: str, line: str) -> None:
    assert contradicts(line, read_requirement(said, Locale.KO))


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("반말로 써 주세요", "첫 문장에서 무엇을 잘못했는지 말합니다."),
        ("해시태그 빼고 써 주세요", "사진마다 한 줄 설명을 붙입니다."),
        ("열은 가게, 맛, 값으로 해 주세요", "값은 한 사람 몫으로 맞춰 적습니다."),
        ("12개 뽑아 주세요", "뜻이 겹치는 후보는 하나만 남깁니다."),
        ("800자 이내로 써 주세요", "경위는 사실만 적습니다."),
        ("팀장님이 좋아하실 만하게", "정중한 합니다체로 씁니다."),
    ],
)
def test_a_line_about_something_else_stays(said: str, line: str) -> None:
    assert not contradicts(line, read_requirement(said, Locale.KO))
