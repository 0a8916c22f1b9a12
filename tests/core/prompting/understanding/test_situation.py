"""What a request tells before it asks."""

import pytest

from core.prompting.understanding.situation import split_situation, told


@pytest.mark.parametrize(
    ("clause", "situation", "asked"),
    [
        ("재택근무 조항 넣으려고 하는데 초안 부탁", "재택근무 조항 넣으려고 합니다", "초안 부탁"),
        ("로고 뽑고싶은데 프롬프트 써줘", "로고 뽑고 싶습니다", "프롬프트 써줘"),
        ("월세가 너무 비싼데 깎는 법", "월세가 너무 비쌉니다", "깎는 법"),
        ("집이 추운데 방법 알려줘", "집이 춥습니다", "방법 알려줘"),
        ("이 데이터 정리해줘", "", "이 데이터 정리해줘"),
        ("그런데 이거 뭐야", "", "그런데 이거 뭐야"),
    ],
)
def test_a_situation_is_a_sentence(clause: str, situation: str, asked: str) -> None:
    first, rest = split_situation(clause)
    assert (told(first) if first else "", rest) == (situation, asked)
