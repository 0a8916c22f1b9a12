"""What a prompt says of its labels once some of them are filled in."""

import pytest

from core.privacy.text import MaskedText
from core.prompting.placeholders import about_labels

_KO = "- {이름1}처럼 중괄호로 묶인 말은 나중에 채울 자리이므로, 바꾸거나 지우지 않고 그대로 씁니다."
_EN = "- Words in braces such as {NAME1} are to be filled in later: use them exactly as they stand."


@pytest.mark.parametrize("sentence", [_KO, _KO.removeprefix("- "), _EN])
def test_without_labels_it_says_nothing_of_them(sentence: str) -> None:
    assert about_labels(MaskedText(f"요청\n{sentence}\n끝"), ()) == "요청\n끝"


def test_it_names_a_label_that_stays() -> None:
    assert about_labels(MaskedText(_KO), ("{{주제}}", "{기관1}")) == _KO.replace("{이름1}", "{기관1}")


def test_what_a_person_wrote_stays() -> None:
    written = MaskedText("{이름1}처럼 밝게 써 줘")
    assert about_labels(written, ()) == written
