"""Kept prompts are found by words, tags and initial consonants."""

import pytest

from core.features.library.search import found
from core.ports.library import LibraryEntry
from core.privacy.text import MaskedText


def _entry(number: int, name: str, *tags: str, prompt: str = "", favourite: bool = False) -> LibraryEntry:
    return LibraryEntry(number, MaskedText(name), MaskedText(prompt), tuple(map(MaskedText, tags)), favourite=favourite)


_ENTRIES = (
    _entry(1, "주간 보고서", "회의", "주간", prompt="[역할] 기획자"),
    _entry(2, "환영 메일", "인사", prompt="[역할] 인사 담당자"),
    _entry(3, "회의록 정리", prompt="[역할] 편집자", favourite=True),
    _entry(4, "Weekly report", "work"),
)


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", [3, 4, 2, 1]),
        ("회의", [3, 1]),
        ("#회의", [1]),
        ("ㅈㄱ", [1]),
        ("ㅈㄱㅂㄱㅅ", [1]),
        ("주간보고", [1]),
        ("ㅎㅇㄹ", [3]),
        ("ㅎㅇ록", [3]),
        ("ㅎㅇ", [3, 2, 1]),
        ("weekly", [4]),
        ("담당자", [2]),
        ("회의 편집자", [3]),
        ("#인사 메일", [2]),
        ("ㅋㅋ", []),
        ("보고 메일", []),
    ],
)
def test_what_is_found(query: str, numbers: list[int]) -> None:
    assert [entry.number for entry in found(_ENTRIES, query)] == numbers
