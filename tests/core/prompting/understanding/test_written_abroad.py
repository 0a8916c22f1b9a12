"""A text that is to be written in another language is no translation of one that is missing."""

import pytest

from core.prompting.understanding.understand import understand
from core.prompting.understanding.understanding import MaterialState
from tests.core.prompting.briefs import brief


@pytest.mark.parametrize(
    ("purpose", "background"),
    [
        ("중국어로 상품 설명", "도자기 찻잔이에요. 손으로 빚었고 35,000원."),
        ("베트남어로 기숙사 안내", "입실은 3월 2일, 점호 밤 10시."),
        ("product intro in Japanese", "A steel bottle, 500 ml, keeps warm for 12 hours."),
    ],
)
def test_what_is_written_from_facts_misses_no_text(purpose: str, background: str) -> None:
    assert understand(brief(purpose, background=background)).material.state is MaterialState.NONE


@pytest.mark.parametrize("purpose", ["이 상품 설명 중국어로", "상품 설명 중국어로 번역해 줘", "안내문 영어로 번역"])
def test_a_text_that_is_pointed_at_is_missed(purpose: str) -> None:
    state = understand(brief(purpose, background="손으로 빚은 찻잔이에요.")).material.state
    assert state is MaterialState.MISSING
