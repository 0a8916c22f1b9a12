import unicodedata

import pytest

from core.privacy.korean import surnames
from core.privacy.korean.hangul import ending_in, final, initial, syllable, vowel, with_final, with_vowel

_ALL = [chr(code) for code in range(ord("가"), ord("힣") + 1)]


def test_a_syllable_is_its_three_letters() -> None:
    assert all(syllable(initial(one), vowel(one), final(one)) == one for one in _ALL)


def test_letters_are_those_of_unicode() -> None:
    names = [unicodedata.name(letter).split()[-1] for letter in unicodedata.normalize("NFD", "값")]

    assert names == ["KIYEOK", "A", "PIEUP-SIOS"]
    assert (initial("값"), vowel("값"), final("값")) == ("ㄱ", "ㅏ", "ㅄ")


@pytest.mark.parametrize("other", ["", "a", "ㄱ", "1", "가나"])
def test_what_is_no_syllable_has_no_letters(other: str) -> None:
    assert initial(other) == vowel(other) == final(other) == ""


def test_a_word_is_given_another_end() -> None:
    assert (with_final("하", "ㄴ"), with_final("한", ""), with_vowel("쓴", "ㅓ")) == ("한", "하", "써")


def test_syllables_by_their_final() -> None:
    assert set(ending_in("ㄹㄴ")) == {one for one in _ALL if final(one) in {"ㄹ", "ㄴ"}}


def test_surnames_stand_once_each() -> None:
    assert len(set(surnames.ALL)) == len(surnames.ALL)
    assert {len(name) for name in surnames.SINGLE} == {1}
    assert {len(name) for name in surnames.DOUBLE} == {2}
