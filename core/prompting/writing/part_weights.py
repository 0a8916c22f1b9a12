"""Weights: which parts of an answer are slight and which heavy, and what each therefore gets of a whole."""

import re
from typing import Final

from core.prompting.writing.answer_headings import bare

TITLE: Final = re.compile(r"^(?:제목|title|subject)", re.IGNORECASE)
OWN_SIZE: Final = re.compile(
    r"한 ?줄|첫 ?줄|한 문장|첫 문장|한마디|한 구절|\bone (?:line|sentence)|\b(?:first|opening) (?:line|sentence)",
    re.IGNORECASE,
)
_SLIGHT: Final = re.compile(
    r"^(?:짧은 )?인사(?!법)|서명$|이름$|^날짜와|^작성일|^문의|문의(?:처|할 곳)?$|연락처$"
    r"|^붙임|^참고|해시태그|^부르는 말"
    r"|^host$|hashtag|^sender$"
    r"|greeting|signature|^thanks and name|^contact|contact$|^date and|^attach|^close",
    re.IGNORECASE,
)
_LIGHT: Final = re.compile(
    r"맺|개요|요약|총평|^첫|여는|남은|확인$|^확인할|시작|끝|결론|양해|한눈에|^준비|막힐 때|안 될 때|밀렸을 때|미리"
    r"|summary|^open|still open|^first|^left|glance|ending|when stuck|^needed|^before$",
    re.IGNORECASE,
)
_HEAVY: Final = re.compile(
    r"내용|계획|분석|결과|본문|본론|방법|풀이|단계|장면|해 보기|경험"
    r"|생각|대본|흐름|이야기|실적|일정"
    r"|본운동|자세한|순서|진행|아이디어|추천 활동|[가-힣]별 |겪는 일"
    r"|content|plan|analysis|result|body|method|scene|story|detail|main"
    r"|day by day|each day|goes through|steps|ideas|on the day",
    re.IGNORECASE,
)
SLIGHTEST, LIGHTER, EVEN, HEAVIER = 1, 2, 3, 4


def weight(part: str) -> int:
    """Return how much of the whole a part takes, in comparison."""
    if _SLIGHT.search(part):
        return SLIGHTEST
    if _LIGHT.search(part):
        return LIGHTER
    return HEAVIER if _HEAVY.search(part) else EVEN


def shared(whole: int, weights: list[int]) -> tuple[int, ...]:
    """Return what each gets of a whole, at least one, and nothing without a weight."""
    sizes = [max(round(whole * each / sum(weights)), 1) if each else 0 for each in weights]
    while sum(sizes) != whole:
        over = sum(sizes) > whole
        at = max(
            range(len(sizes)),
            key=lambda at: (sizes[at] > 1 or not over, weights[at], sizes[at] * (1 if over else -1), at),
        )
        sizes[at] += -1 if over else 1
    return tuple(sizes)


def lightest(parts: tuple[str, ...], most: int) -> tuple[str, ...]:
    """Return the parts for which there is room: a title goes first, then what is slight, the last before the first."""
    kept = list(range(len(parts)))
    while len(kept) > most:
        kept.remove(min(kept, key=lambda at: (0 if TITLE.search(parts[at]) else weight(bare(parts[at])), -at)))
    return tuple(parts[at] for at in kept)
