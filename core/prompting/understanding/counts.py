"""Counts: how many things a text asks for, in figures or in words."""

import re
from typing import Final

from core.privacy.korean.hangul import ending_in

_NATIVE_WORDS: Final = "한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두"
_NATIVE: Final = {word: number for number, word in enumerate(_NATIVE_WORDS.split(), start=1)} | {
    "하나": 1,
    "둘": 2,
    "셋": 3,
    "넷": 4,
    "스무": 20,
    "열다섯": 15,
}
_ENGLISH_WORDS: Final = "one two three four five six seven eight nine ten eleven twelve"
_ENGLISH_NUMBERS: Final = {word: number for number, word in enumerate(_ENGLISH_WORDS.split(), start=1)}
NUMBER: Final = "[1-9][0-9]?|" + "|".join(sorted(_NATIVE, key=len, reverse=True))
_COUNT: Final = re.compile(
    rf"(?<![0-9.,~가-힣-])(?<!상위 )(?<!하위 )(?P<number>{NUMBER})\s?(?P<counter>개|가지|곳|군데"
    rf"|문항|항목|편|건|종류|종|문제|후보|버전|사례|안)(?!월|년|국|사|인|팀|학년"
    rf"|\s?(?:장|챕터|절|줄|문단|단락|파트|섹션|문장|단어)(?:으로|로|씩|을|를"
    rf"|의|\s|$)|의원)(?!씩)(?!\s?중)"
    rf"|(?<![0-9.,-])(?<!top )(?<!first )(?<!last )\b(?P<english>[1-9][0-9]?|{'|'.join(_ENGLISH_NUMBERS)})"
    r"\s(?:[a-z-]+\s){0,2}?"
    r"(?:ideas|items|points|ways|suggestions|options|titles|headlines|activities"
    r"|exercises|questions|names|tips|examples|reasons|topics|places|slogans"
    r"|lines of copy|versions|recipes|taglines|rows|bullets|bullet points|variants)\b",
    re.IGNORECASE,
)
# 과목 3개가 밀렸는데 …: told; 글 3개를 써야 하는데 … is asked for
_CIRCUMSTANCE: Final = re.compile(
    rf"^.*[{ending_in('ㄴ')}](?<!가운)(?<!군)(?<!야 [하되]는)(?<!야[하되]는)"
    r"(?<!필요한)(?<!려는)(?<!하는)(?<!싶은)데,?\s"
)
_ONLY_ONE: Final = re.compile(r"하나만|딱 하나|한 ?가지만|only one|just one", re.IGNORECASE)

# OX 10개, 객관식 5개: the kinds of questions, which are so many together
_KINDS: Final = re.compile(
    rf"(?<![가-힣A-Za-z])(?P<kind>(?:OX|O/X|객관식|주관식|단답|서술|논술|선다|선택|빈칸|초성|넌센스)형?)\s?(?:퀴즈|문제|문항)?\s?(?P<number>{NUMBER})"
    r"\s?(?:개|문제|문항)(?!월|년|씩)",
    re.IGNORECASE,
)


def kinds_in(text: str) -> tuple[int, ...]:
    """Return how many there are to be of each kind of question, where a text says it of two or more."""
    found = tuple(filter(None, (number(match["number"]) for match in _KINDS.finditer(text))))
    return found if len(found) > 1 else ()


def kinds_named(text: str) -> str:
    """Return the kinds of questions with how many there are to be of each: OX 2개 + 객관식 3개."""
    found = [(match["kind"], number(match["number"])) for match in _KINDS.finditer(text)]
    return " + ".join(f"{kind.upper()} {count}개" for kind, count in found) if len(found) > 1 else ""


def without_circumstance(text: str) -> str:
    """Return what of a request stands behind the circumstance that it begins with."""
    return _CIRCUMSTANCE.sub("", text)


def count_in(text: str) -> int | None:
    """Return the number of things that a text asks for; dates, grades, lengths and people are none."""
    if kinds := kinds_in(text):
        return sum(kinds)
    found = _COUNT.search(text)
    if found:
        return (
            _ENGLISH_NUMBERS.get(found["english"].lower()) or int(found["english"])
            if found["english"]
            else number(found["number"])
        )
    return 1 if _ONLY_ONE.search(text) else None


def number(written: str | None) -> int | None:
    """Return a number written in figures or as a native Korean word; None for anything else."""
    if not written:
        return None
    return _NATIVE.get(written) or (int(written) if written.isdigit() else None)
