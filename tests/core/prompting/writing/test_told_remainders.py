"""What is left of a whole of which a part was told."""

import pytest

from core.prompting.compose import compose
from core.values.choices import Form, Length
from tests.core.prompting.briefs import brief


def prompt_of(told: str, **answers: object) -> str:
    return compose(brief("오탐 원인 분석 보고서 써줘", background=told, form=Form.REPORT, **answers)).prompt


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("팀장입니다. 경보 48건 중 실제 이상은 6건이었습니다.", "48건 − 6건 = 42건(그 6건은 약 12%)"),
        ("교사예요. 학생 1,200명 가운데 900명이 답했어요.", "1,200명 − 900명 = 300명(그 900명은 약 75%)"),
    ],
)
def test_what_is_left_of_a_whole_is_worked_out(told: str, left: str) -> None:
    assert left in prompt_of(told)
    assert left not in prompt_of(told, length=Length.SHORT)


@pytest.mark.parametrize(
    "told",
    [
        "팀장입니다. 48건 중 6명이 확인했습니다.",
        "팀장입니다. 48건 중 6건쯤은 아직 모릅니다.",
        "팀장입니다. 6건 중 48건이라고 들었습니다.",
        "팀장입니다. 48건이고 6건은 다른 팀 것입니다.",
    ],
)
def test_what_is_no_part_of_a_whole_is_not(told: str) -> None:
    assert "셈한 값" not in prompt_of(told)
