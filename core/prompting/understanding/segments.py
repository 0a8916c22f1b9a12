"""Segments: what a person typed up to the next mark that ends a sentence, and where it is not cut.

Cut where no mark shows it, a run-on segment loses what its parts say of each other (a correction, a condition, 이런 거
말고), so it stands in the prompt as it was typed.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from core.prompting.understanding.counts import NUMBER
from core.prompting.understanding.hangul import HANGUL

_ENDS: Final = re.compile(r"(?:[.!?…~]|[ㅋㅎㅠㅜ]{2}|[.!?]['\"”’)])\s*$|\n")
# Characters; of 2,900 segments of the labelled introductions 7 are longer, and run-on ones have about 400.
_LONG: Final = 120
_LATIN: Final = 2  # English says the same in so many times as many characters
# What takes up all that was listed before it: 산책 금지, 넥카라 유지, 이 두 가지는 꼭.
_TAKES_UP: Final = re.compile(
    rf"\S[,\s]\s?(?:(?:이|요|위|그)\s?(?:{NUMBER})\s?(?:가지|개|분|곳|명|줄|번|덩어리|묶음|갈래|부분|항목|단계)|(?:이런|그런)\s?(?:거|것|건|말|식|표현|얘기)|이렇게)"
    rf"|(?:{NUMBER})\s?가지\s?(?:기준|항목|관점|부분|측면|점)"
)

# What ends a sentence in any case, but where it is only quoted (괜찮아요 하고, 됩니다 라는).
_POLITE: Final = re.compile(r"[가-힣](?:니다|해요|어요|아요|여요|예요|에요|네요|세요|거든요|군요|더라고요|시오)\s*$")
_QUOTING: Final = re.compile(r"(?:이?라고|이?라는|하고|하는|하며|같은|체|하니|했)")
_LIKES: Final = re.compile(r"좋아요\s*$")  # 구독 좋아요 멘트: a thing
_OF_LIKES: Final = re.compile(r"(?:멘트|버튼|수|개수|댓글|알림|구독|눌러|유도)(?:[은는을를이가도]|\s|$)")
_SENTENCE: Final = re.compile(r"[가-힣](?:니다|요|죠|다)[.!]\s*$")
_JOINT: Final = re.compile(r"(?:[/;:]|(?:고|며|데|만|요|다|죠|음|함|줘|면서|니까)[,]?)\s*$")


_GRADE: Final = re.compile(r"(?:^|\s)(?:초|중|고|대)\s?[1-6]\s*$|[0-9]학년\s*$|[0-9]{1,2}살\s*$")
_OF_GRADE: Final = re.compile(
    r"(?:엄마|아빠|맘|학부모|반|아이|아들|딸|담임|학생|자녀|애|남학생|여학생|손녀|손자|조카|교실)(?![가-힣]{4})"
)
_PERCENT: Final = re.compile(r"[0-9]\s?(?:프로|퍼센트|%)\s*$")
_OF_PERCENT: Final = re.compile(r"할인|인상|인하|할증|적립|증가|감소|환불|부담|이상|이하|정도")
_UNMARKED: Final = re.compile(r"[^.!?,;:/)\s]\s*(?<!\n)$")
_LABEL: Final = re.compile(r"[^\s:]{1,12}:\s*$")
_MOST: Final = re.compile(r"^가장\s+$")  # most, and no head of a household
_WHAT: Final = re.compile(r"(?!입니다|이에요|이고)")
_ONE: Final = ((_GRADE, _OF_GRADE), (_PERCENT, _OF_PERCENT), (_UNMARKED, _LABEL), (_MOST, _WHAT))
"""What is one phrase: 초3 엄마, 10프로 할인, 알바 시급: …, 가장 약한 부분."""


def segments(tokens: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the first word of each segment and the one behind its last.

    In a run-on one, what ends in a polite verb is a sentence, mark or not: 월수금만 보려고 해요 근데 ….
    """
    start = 0
    for at, token in enumerate(tokens, start=1):
        if at == len(tokens) or _ENDS.search(token):
            ends = range(start + 1, at) if is_run_on("".join(tokens[start:at])) else ()
            for end in (end for end in ends if _is_sentence(tokens, end)):
                yield start, end
                start = end
            yield start, at
            start = at


def _is_sentence(tokens: Sequence[str], end: int) -> bool:
    if _LIKES.match(tokens[end - 1]) and _OF_LIKES.match(tokens[end]):
        return False
    return _POLITE.search(tokens[end - 1]) is not None and _QUOTING.match(tokens[end]) is None


def is_run_on(segment: str) -> bool:
    """Whether a segment is too long to be one sentence, or sentences that can be told apart."""
    return len(segment.strip()) > _LONG * (1 if HANGUL.search(segment) else _LATIN)


def uncut(tokens: Sequence[str]) -> Iterator[int]:
    """Yield the gaps that are no cuts: all where a segment takes up what it lists, in a sentence those at no joint.

    Nor is there one within a phrase.
    """
    for at, (token, following) in enumerate(pairwise(tokens)):
        if any(left.search(token) and right.match(following) for left, right in _ONE):
            yield at
    for start, end in segments(tokens):
        segment = "".join(tokens[start:end])
        if _TAKES_UP.search(segment):
            yield from range(start, end - 1)
        elif _SENTENCE.search(segment):
            yield from (at for at in range(start, end - 1) if not _JOINT.search(tokens[at]))
