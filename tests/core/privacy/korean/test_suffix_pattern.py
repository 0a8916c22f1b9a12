"""What may stand glued to a noun."""

import re

from core.privacy.korean.suffix_pattern import ATTACHED, any_of


def test_the_longest_of_several_words_is_tried_first() -> None:
    assert any_of("가 나나", "가나다 가") == "가나다|나나|가"


def test_particles_and_endings_are_attached_and_other_words_are_not() -> None:
    behind = ("에게서만이", "입니다", "올림", "", "나무", "집에서")
    assert [rest for rest in behind if re.fullmatch(ATTACHED, rest)] == ["에게서만이", "입니다", "올림", ""]
