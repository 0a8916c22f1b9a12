"""Another number of things: 5개만, 안건은 세 개만, 여섯 개면 충분해, only five."""

import re
from collections.abc import Mapping
from typing import Final

from core.conversation.corrections.answer_changes import Changes, gathered
from core.conversation.questions import Key
from core.conversation.session import Answer
from core.privacy.text import MaskedText

_LONGEST: Final = 40
_NATIVE: Final = ["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"]
_SPELT: Final = {word: number for number, word in enumerate(_NATIVE, 1)} | {"스무": 20, "스물": 20}
_WORDS: Final = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_ENGLISH_NUMBERS: Final = {word: number for number, word in enumerate(_WORDS, 1)}
_NUMBER: Final = rf"(?:[0-9]{{1,2}}|{'|'.join([*_NATIVE, '스무', '스물'])})"
_UNIT: Final = r"(?:개|가지|문항|문제|건|편)"
_VERB: Final = (
    r"(?:하|해|할|있으|있어|되|돼|될|충분|줄|늘|써|뽑|내|낼|부탁|만들|바꿔|바꾸|적어|남겨|추려|골라|줘|주세요|좋"
    r"|필요|가자)\S{0,6}"
)
_KOREAN: Final = re.compile(
    rf"^(?:(?:아니|그냥|음|근데)\s)?(?:(?P<what>[가-힣]{{1,10}}?)(?:은|는|을|를|이|가)?\s)??(?:딱\s|총\s)?"
    rf"(?P<number>{_NUMBER})\s?(?P<unit>{_UNIT})(?P<end>까지만|정도만|만|이?면|으?로만|으?로)?요?"
    rf"(?P<verb>(?:\s(?:다시\s)?{_VERB}){{1,3}})?[.!~]*$"
)
_ENGLISH: Final = re.compile(
    r"^(?:(?:please|make it|give me|i want|cut it to|reduce it to)\s)?(?:only|just)?\s?"
    rf"(?P<number>[0-9]{{1,2}}|{'|'.join(_ENGLISH_NUMBERS)})"
    r"(?:\s(?:items?|ideas?|of them|points?|questions?))?(?:\s(?:only|are enough|is enough|will do))?"
    r"(?:,?\splease)?[.!]?$",
    re.IGNORECASE,
)
_IN_ENGLISH: Final = re.compile(rf"\b(?:[0-9]{{1,2}}|{'|'.join(_ENGLISH_NUMBERS)})\b(?=\s[a-z]+s\b)", re.IGNORECASE)
_WHICH: Final = frozenset({"앞", "뒤", "위", "아래", "처음", "마지막", "각", "각각", "하루", "매일"})
"""Before a number these say which, or of what, and not how many there are."""


def recounted(answers: Mapping[Key, Answer], wish: MaskedText) -> Changes | None:
    """Return the answers with another number of what is made: in the place of the one there is, or as a demand."""
    said = " ".join(wish.split())
    if len(said) > _LONGEST:
        return None
    if (korean := _KOREAN.match(said)) and (korean["end"] or korean["verb"]) and korean["what"] not in _WHICH:
        return _in_korean(answers, korean)
    return _in_english(answers, english) if (english := _ENGLISH.match(said)) else None


def _in_korean(answers: Mapping[Key, Answer], found: re.Match[str]) -> Changes:
    number, what = _SPELT.get(found["number"], found["number"]), found["what"] or ""
    unit = r"(?:개|가지)" if found["unit"] in {"개", "가지"} else rf"(?:{found['unit']}|개)"
    purpose = str(answers[Key.PURPOSE].text) if Key.PURPOSE in answers else ""
    before = list(re.finditer(rf"(?<![가-힣0-9]){_NUMBER}(?=\s?{unit})", purpose))
    if len(before) == 1 and what in purpose:
        return _with(Key.PURPOSE, purpose, before[0], str(number))
    demand = f"{what}{'은 ' if what else ''}{number}{found['unit']}만 써 주세요"
    lines = answers[Key.CONSTRAINTS].text.splitlines() if Key.CONSTRAINTS in answers else []
    others = [line for line in lines if not _is_of_same(line, what)]
    kept = {Key.CONSTRAINTS: Answer(MaskedText("\n".join(others)))} if others else {}
    return {Key.CONSTRAINTS: gathered(kept, MaskedText(demand))}


def _is_of_same(line: str, what: str) -> bool:
    found = _KOREAN.match(line)
    return found is not None and (found["what"] or "") == what


def _in_english(answers: Mapping[Key, Answer], found: re.Match[str]) -> Changes | None:
    word = found["number"].casefold()
    number = str(_ENGLISH_NUMBERS.get(word, word))
    purpose = str(answers[Key.PURPOSE].text) if Key.PURPOSE in answers else ""
    before = list(_IN_ENGLISH.finditer(purpose))
    return _with(Key.PURPOSE, purpose, before[0], number) if len(before) == 1 else None


def _with(key: Key, text: str, place: re.Match[str], number: str) -> Changes:
    return {key: Answer(MaskedText(text[: place.start()] + number + text[place.end() :]))}
