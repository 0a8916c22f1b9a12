"""Columns under another name: 제목 열 이름을 업무명으로 바꿔, ‘기한’을 ‘마감일’로 바꿔 줘."""

import re
from collections.abc import Mapping
from typing import Final

from core.conversation.corrections.answer_changes import Changes, gathered
from core.conversation.corrections.replacement import replaced
from core.conversation.questions import Key
from core.conversation.session import Answer
from core.privacy.korean.particles import Particle, attach
from core.privacy.text import MaskedText

_IN: Final = (Key.BACKGROUND, Key.CONSTRAINTS, Key.FORM)
_LONGEST: Final = 80
_NAME: Final = r"[^\s‘’'\"“”,.]{1,12}(?:\s[^\s‘’'\"“”,.]{1,8})?"
_QUOTE: Final = r"[‘’'\"“”]"
_TO: Final = (
    r"(?:으로|로|이라고|라고)(?:\s?(?:좀|다시))?"
    r"(?:\s?(?:바꿔|바꾸|고쳐|고치|해|하|변경|수정|적어|써|불러|표시|부탁)\S*(?:\s\S{1,6}){0,2})?[.!~]*$"
)
_KOREAN: Final = (
    re.compile(
        rf"^(?:표(?:에서|의|에)?\s)?{_QUOTE}?(?P<old>{_NAME}?){_QUOTE}?\s?(?:이?라는\s)?(?:열|칸|컬럼|칼럼)의?"
        rf"(?:(?:\s?(?:이름|제목|명))?(?:을|를|은|는)|\s?이름)\s{_QUOTE}?(?P<new>{_NAME}?){_QUOTE}?{_TO}"
    ),
    re.compile(rf"^{_QUOTE}(?P<old>{_NAME}?){_QUOTE}(?:을|를|은|는)?\s{_QUOTE}(?P<new>{_NAME}?){_QUOTE}{_TO}"),
)
_ENGLISH: Final = (
    re.compile(
        r"^(?:please\s)?(?:rename|change|call)\s(?:the\s)?(?P<old>[\w ]{1,30}?)\scolumn\s(?:to\s|as\s)?"
        r"(?P<new>[\w ]{1,30}?)(?:,?\splease)?[.!]?$",
        re.IGNORECASE,
    ),
)


def column_renamed(text: str) -> tuple[str, str] | None:
    """Return the name of a column and the one that a text gives it; None where it names none."""
    said = " ".join(text.split())
    if len(said) > _LONGEST:
        return None
    found = next(filter(None, (pattern.match(said) for pattern in (*_KOREAN, *_ENGLISH))), None)
    return (found["old"].strip(), found["new"].strip()) if found else None


def with_column_renamed(answers: Mapping[Key, Answer], wish: MaskedText) -> Changes | None:
    """Return the answers with a column under its new name: where it was named, or as one that goes for another."""
    names = column_renamed(wish)
    if names is None:
        return None
    old, new = names
    own = {key: answers[key] for key in _IN if key in answers}
    stated = replaced(own, MaskedText(f"{old} 말고 {attach(new, Particle.TO)} 바꿔줘"))
    if stated is not None:
        return stated.changes
    lines = (
        f"{old} 칸은 빼 주세요\n{new} 칸을 넣어 주세요"
        if re.search(r"[가-힣]", wish)
        else f"Remove the {old} column\nAdd a {new} column"
    )
    return {Key.CONSTRAINTS: gathered(answers, MaskedText(lines))}
