"""Occurrences: where values already known to the vault stand in a text."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from core.privacy.entities import EntityType
from core.privacy.particles import PARTICLES
from core.privacy.spans import Span

# A shorter value says too little: it would hit unrelated words.
_SHORTEST: Final = 2
# From this many Hangul syllables a value is no part of another word by chance.
_DISTINCT: Final = 3

_TITLES: Final = (
    "님", "씨", "군", "양", "이", "이가", "이는", "이를", "이의", "이와", "이랑", "이한테", "이에게", "이도", "이네",
    "대리", "과장", "차장", "부장", "팀장", "사원", "주임", "선임", "책임", "수석", "실장", "본부장", "이사", "상무",
    "전무", "사장", "대표", "회장", "교수", "박사", "선생", "쌤", "선배", "후배", "언니", "오빠", "누나", "형", "학생",
    "환자", "고객", "의원", "기자", "작가", "감독", "변호사", "간호사", "의사",
)  # fmt: skip
_BEHIND_A_NAME: Final = re.compile(
    rf"(?:{'|'.join(sorted(_TITLES, key=len, reverse=True))})?(?:님)?"
    rf"(?:들)?(?:{'|'.join(sorted(PARTICLES, key=len, reverse=True))})?(?![가-힣])"
)


def find_occurrences(text: str, values: Iterable[tuple[str, EntityType]]) -> Iterator[Span]:
    """Yield a span of score 1 for each place where one of the values stands as a word of its own.

    Longest value first at each place; one pass over the text, whatever the number of values.
    """
    by_head: dict[str, list[tuple[str, EntityType]]] = {}
    for value, entity_type in values:
        if len(value) >= _SHORTEST:
            by_head.setdefault(value[:_SHORTEST], []).append((value, entity_type))
    for same_head in by_head.values():
        same_head.sort(key=lambda item: len(item[0]), reverse=True)
    start = 0
    while by_head and start < len(text):
        span = _at(text, start, by_head.get(text[start : start + _SHORTEST], ()))
        if span:
            yield span
        start = span.end if span else start + 1


def _at(text: str, start: int, values: Iterable[tuple[str, EntityType]]) -> Span | None:
    for value, entity_type in values:
        if text.startswith(value, start) and _stands_alone(text, start, start + len(value)):
            return Span(start, start + len(value), entity_type, 1.0)
    return None


def _stands_alone(text: str, start: int, end: int) -> bool:
    return _free_before(text, start, end) and _free_behind(text, start, end)


def _free_before(text: str, start: int, end: int) -> bool:
    first, before = text[start], text[start - 1 : start]
    if not before:
        return True
    if first.isascii() and first.isalnum():
        return not (before.isascii() and before.isalnum())
    return not _is_hangul(first) or not _is_hangul(before) or _is_distinct(text, start, end)


def _free_behind(text: str, start: int, end: int) -> bool:
    last, behind = text[end - 1], text[end : end + 1]
    if not behind:
        return True
    if last.isascii() and last.isalnum():
        return not (behind.isascii() and behind.isalnum())
    if not _is_hangul(last) or not _is_hangul(behind) or _is_distinct(text, start, end):
        return True
    return _BEHIND_A_NAME.match(text, end) is not None


def _is_distinct(text: str, start: int, end: int) -> bool:
    return end - start >= _DISTINCT and all(map(_is_hangul, text[start:end]))


def _is_hangul(character: str) -> bool:
    return "가" <= character <= "힣"
