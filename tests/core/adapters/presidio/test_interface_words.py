"""Common answers to the interview are nobody's names."""

import pytest

from core.adapters.presidio.detector import PresidioDetector
from core.privacy.text import RawText

_ANSWERS = (
    "표로 해줘",
    "영어로 부탁해요",
    "일본어로",
    "대학생 수준",
    "마인드맵",
    "더 짧게",
    "말투를 친근하게",
    "저는 개발자예요",
    "마케터입니다",
    "취준생이에요",
    "중학생이 이해할 수 있게",
    "in English please",
    "as a table",
    "beginners",
)


@pytest.mark.parametrize("answer", _ANSWERS)
def test_no_common_answer_is_masked(detector: PresidioDetector, answer: str) -> None:
    assert detector.detect(RawText(answer)) == ()
