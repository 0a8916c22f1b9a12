"""Fences: the programming language that a code block opens with."""

import re
from typing import Final

_LANGUAGES: Final = {
    "typescript": r"타입스크립트|typescript",
    "javascript": r"자바 ?스크립트|javascript|node\.?js|\bjs\b",
    "python": r"파이썬|python|판다스|pandas|장고|django",
    "java": r"자바(?! ?스)|\bjava\b|스프링|spring boot",
    "kotlin": r"코틀린|kotlin",
    "swift": r"스위프트|\bswift\b",
    "csharp": r"씨샵|\bc#|c-?sharp|유니티",
    "cpp": r"c\+\+|씨플플",
    "go": r"고랭|golang|\bgo 언어|in go\b",
    "rust": r"러스트|\brust\b",
    "php": r"\bphp\b",
    "ruby": r"루비|\bruby\b",
    "sql": r"\bsql\b|쿼리|mysql|postgres|오라클",
    "vba": r"\bvba\b|엑셀 매크로",
    "excel": r"엑셀|스프레드시트|구글 ?시트|excel|spreadsheet|google sheets",
    "regex": r"정규식|정규 표현식|\bregex|regular expression",
    "bash": r"쉘|셸|배시|\bbash\b|shell script|리눅스 명령",
    "html": r"html|웹 ?페이지|랜딩 ?페이지|홈페이지|web ?page|landing page",
    "css": r"\bcss\b",
}
_WORDS: Final = {fence: re.compile(words, re.IGNORECASE | re.ASCII) for fence, words in _LANGUAGES.items()}

FENCES: Final = frozenset(_LANGUAGES)


def fence_for(text: str) -> str | None:
    """Return what a code block opens with for the language that a text names; None when it names none."""
    return next((fence for fence, words in _WORDS.items() if words.search(text)), None)
