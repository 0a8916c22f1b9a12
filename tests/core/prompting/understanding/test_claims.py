"""What only tells, whatever stands around it."""

import pytest

from core.prompting.understanding.claims import is_claim


@pytest.mark.parametrize(
    "said",
    [
        "너무 뻔하다는 소리 들음",
        "쿠폰은 못 드림",
        "조회하면 12초 걸려요",
        "이유를 모르겠대요",
        "나이트 순으로 돌고",
        "설치가 안됨(사내망)",
        "2주동안 정말 잘해주셨고",
        "우리반에 전학가는 애가 있어서",
        "엑셀은 잘 못 해요",
        "코딩 1도 모름",
        "취미로 그려요",
    ],
)
def test_it_tells(said: str) -> None:
    assert is_claim(said)


@pytest.mark.parametrize(
    "said",
    [
        "한글로 번역해서",
        "사례 모아서",
        "회사에서 반말로 써서 안 돼요",
        "사진은 빼고",
        "영어 쓰지 말래요",
        "첫 문장은 질문으로 시작하고",
        "담당자 연락처는 비워두고",
        "칸이 네 개 필요해요",
        "완치라는 말 못 씀",
        "글에 이모지 못 씀",
        "취미처럼 가볍게 써요",
        "No jargon",
    ],
)
def test_it_demands(said: str) -> None:
    assert not is_claim(said)
