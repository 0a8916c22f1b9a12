import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.prompting.unicode_cleanup import canonical


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  앞뒤 공백 ", "앞뒤 공백"),
        ("가\r\n나\r다\u2028라\x85마", "가\n나\n다\n라\n마"),
        ("a\x00b\x07c\u200b\ufeffd", "abcd"),
        ("\u202eevil\u202c", "evil"),
        ("탭\t하나", "탭 하나"),
        ("줄 끝   \n다음", "줄 끝\n다음"),
        ("가\n\n\n\n\n나", "가\n\n나"),
        ("한글", "한글"),
        ("\ud800", "\ufffd"),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
        ('[역할] {이름1} "q" <자료>', '[역할] {이름1} "q" <자료>'),
    ],
)
def test_the_words_stay_and_the_bytes_are_settled(text: str, expected: str) -> None:
    assert canonical(text) == expected


@given(st.text())
def test_it_is_settled_once_and_for_all(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode()
