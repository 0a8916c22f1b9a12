"""Context words: near ones lift a score, far ones do not."""

import pytest

from core.adapters.presidio.detector import PresidioDetector
from core.privacy.text import RawText

NUMBER = "110234567890"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"입금은 {NUMBER}로", True),
        (f"{NUMBER}로 송금", True),
        (f"{NUMBER} 확인", False),
        (f"입금 이야기는 접어 두고 다른 주제로 넘어가 봅시다. 여기 적힌 관리 코드는 {NUMBER}", False),
        (f"입금\n\n{NUMBER}", False),
        (f"{NUMBER}\n송금", False),
    ],
)
def test_words_nearby(detector: PresidioDetector, text: str, *, found: bool) -> None:
    accounts = [span for span in detector.detect(RawText(text)) if span.type == "BANK_ACCOUNT"]
    assert bool(accounts) is found
