"""Sentence parts: a sentence in two, only where each part surely stands alone."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from core.prompting.understanding.clause_kinds import ClausePlace, Placed
from core.prompting.understanding.finding_demands import names_shape, orders, points_back, within
from core.prompting.understanding.formal_statements import state
from core.prompting.understanding.sentences import ends_finite

# 표로 해 주세요, 원문은 영어입니다: a comma behind what ends a sentence.
_ENDED: Final = re.compile(r"[가-힣\s](?:니다|[이예어아해]요|[주마하]세요|줘요?|[았었했였]어),\s+(?=\S)")
_TOPIC: Final = re.compile(r"^\S+[은는]\s[^,]{1,40}?이고\s")  # 촬영은 수요일이고 40초에 맞춰 주세요
_MARKS: Final = re.compile(r"['‘’\"“”()]")
_LEAST, _ENOUGH = 2, 4  # words
_ABOUT: Final = re.compile(r"^\S+[은는]\s")


def parted(sentence: str, clauses: Sequence[Placed]) -> Iterator[str]:
    """Yield the parts of a sentence; `clauses` are those of the whole text, in plain words."""
    start = 0
    for found in _ENDED.finditer(sentence):
        part, rest = sentence[start : found.end()].rstrip(" ,"), sentence[found.end() :]
        if _is_whole(part) and _is_whole(rest) and _stands(rest):
            yield from _told_and_asked(part, clauses)
            start = found.end()
    yield from _told_and_asked(sentence[start:], clauses)


def _told_and_asked(sentence: str, clauses: Sequence[Placed]) -> Iterator[str]:
    """Part what is so from what is asked behind it: 불량은 두 가지이고 | 각각 원인을 붙여 주세요."""
    at = _border(sentence, within(sentence, clauses))
    told, asked = sentence[:at].rstrip(" ,"), sentence[at:].lstrip(" ,")
    is_sure = orders(asked) and min(len(told.split()), len(asked.split())) >= _LEAST
    if is_sure and _is_whole(told) and not points_back(asked) and _ends(told):
        yield from (told, asked)
    else:
        yield sentence


def _ends(told: str) -> bool:
    """Whether what is told ends, or can be put so that it does: 나사가 두 개이고, 벽지가 젖었어요."""
    return ends_finite(told) or (told.endswith(("고", "며")) and state(told) != told)


def _border(sentence: str, clauses: Sequence[Placed]) -> int:
    """Return where the wishes begin that all stand behind what is told; 0 where they do not."""
    wished = [one.place is ClausePlace.WISHES for one in clauses]
    first = wished.index(True) if True in wished else 0
    if first and all(wished[first:]):
        return sentence.find(clauses[first].said)
    topic = _TOPIC.match(sentence)
    return topic.end() if topic and len(clauses) == 1 and not names_shape(sentence) else 0


def _stands(part: str) -> bool:
    """Whether a part says what it is about: 원문은 영어입니다, but not 사정이 있어요."""
    is_clear = orders(part) or _ABOUT.match(part) or len(part.split()) >= _ENOUGH
    return bool(is_clear) and not points_back(part)


def _is_whole(part: str) -> bool:
    """Whether no quotation and no bracket is open at the end of a part."""
    marks = _MARKS.findall(part)
    return len(marks) % 2 == 0 and marks.count("(") == marks.count(")")
