"""Placed parts: what is wanted at the very beginning or end of the answer: 마지막에 해시태그 10개, 제목 3개 먼저."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from core.prompting.understanding.counts import NUMBER
from core.prompting.understanding.words import LONGEST

_SEGMENT: Final = re.compile(r"[^.!?\n;]+")
_WHAT: Final = r"(?P<what>[가-힣A-Za-z0-9#(](?:(?!고\s)[^,]){0,28}?)"
_WANTED: Final = r"(?![았었했겼렸췄뒀])"
_VERB: Final = (
    r"(?:넣|달아|달기|붙이|붙여|적어|적기|적고|써|쓰|끝내|끝나|끝맺|맺|마무리|추가|남겨|남기|두고|두기|둬|줘|주고|주세요"
    r"|배치|정리|부탁|제시|나오게|있으면|들어가)"
)
_OBJECT: Final = r"(?:을|를|으로|로|이|가|도|만|하나)?"
_PLACE: Final = r"(?:에는|에다가?|에|엔|은|는|을)"
_AT_END: Final = (
    r"(?:맨\s?)?(?:마지막|끝|맨\s?뒤|맨\s?아래|글\s?끝|말미)(?:\s?(?:줄|문장|문단|부분|단락|장))?"
    rf"{_PLACE}"
)
_AT_START: Final = (
    r"(?:(?:맨\s?(?:앞|위|처음))|첫머리|서두|(?<![가-힣])(?:처음|첫\s?(?:줄|문장|문단|부분)))"
    rf"{_PLACE}"
)
_NOUNS: Final = (
    r"해시태그|링크|질문|요약|제안|인사말?|문의처|연락처|한마디|예고|다짐|출처|이름|서명|추신|체크리스트|명언|인용구?"
    r"|후보|제목"
)
_ENDED: Final = rf"(?:(?:{NUMBER})\s?(?:개|가지|줄|문장|마디|편)(?:씩|만|이?요)?|(?:{_NOUNS})(?:이?요|로|만)?)\s*$"
# What names nothing: 5개씩, 어색한 거.
_NO_PART: Final = re.compile(
    rf"^(?:다시|한\s?번|더|꼭|좀|잘|확인|정리)$|[가-힣](?:게|서|면|거|것|(?<![예광보경최])고)$"
    rf"|^(?:{NUMBER})\s?(?:개|가지|줄|문장|편)(?:씩|만|이?요)?$"
)


def _placed(where: str) -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"(?:^|(?<=[\s,])){where}\s{_WHAT}{_OBJECT}\s(?:좀\s|꼭\s|하나\s|같이\s){{0,2}}{_VERB}{_WANTED}"),
        re.compile(rf"(?:^|(?<=[\s,])){where}\s(?P<what>[^,]{{0,24}}?{_ENDED})"),
    )


_LAST: Final = (
    *_placed(_AT_END),
    re.compile(
        r"\b(?:end|finish|close|conclude)(?: it| the \w+)? (?:with|on) (?P<what>[^.,;\n]{2,50})"
        r"|(?:^|[,;] |\band )(?:(?:add|put|include) )?(?P<other>[A-Za-z0-9][^.,;()\n]{1,40}) at the (?:very )?end\b",
        re.IGNORECASE,
    ),
)
_FIRST: Final = (
    re.compile(
        rf"(?:^|(?<=[,\s]))(?P<what>(?:제목|표제|헤드라인|요약|결론|개요|목차|후보)[^,]{{0,16}}?){_OBJECT}\s먼저\s(?:주|줘|제시|보여|뽑|쓰|써|적|알려|내)"
    ),
    *_placed(_AT_START),
    re.compile(
        r"\b(?:start|begin|open)(?: it| the \w+)? with (?P<what>[^.,;\n]{2,50})"
        r"|\b(?:give|show|list)(?: me)? (?P<other>[^.,;\n]{2,40}) first\b",
        re.IGNORECASE,
    ),
)


@dataclass(frozen=True, slots=True)
class PlacedParts:
    """What stands first and last in the answer, in the person's words; empty where they say nothing of it."""

    first: str = ""
    last: str = ""


def placed_parts(said: Iterable[str]) -> PlacedParts:
    """Return what sentences want first and last."""
    segments = [part.strip() for each in said for part in _SEGMENT.findall(each[:LONGEST])]
    return PlacedParts(_found(segments, _FIRST), _found(segments, _LAST))


def _found(segments: Iterable[str], patterns: tuple[re.Pattern[str], ...]) -> str:
    for segment in segments:
        for pattern in patterns:
            if (found := pattern.search(segment)) is None:
                continue
            what = (found["what"] or found.groupdict().get("other") or "").strip()
            what = re.sub(r"(?:이?요|로|을|를)$", "", what)
            if what and not _NO_PART.search(what):
                return what
    return ""
