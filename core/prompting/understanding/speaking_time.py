"""Speaking time: how long a text is that is to be spoken in so many minutes."""

import re
from collections.abc import Iterable
from typing import Final

from core.prompting.length_range import measured
from core.prompting.understanding.lengths import Written, clauses_of, without_quoted

_SCRIPT: Final = re.compile(
    r"(?:대본|축사|연설|스피치|인사말|원고|나레이션|내레이션|주례|(?<!코)멘트|낭독|강연|송사|답사|소감"
    r"|자기소개(?!서)|읽을|읽어 ?(?:줄|드릴))(?! ?말고)"
    r"|\b(?:speech|script|toast|pitch)\b",
    re.IGNORECASE,
)
_OF_CEREMONY: Final = re.compile(r"(?:개회|폐회|송별|환영|기념|추도|퇴임|취임|고별)사(?![가-힣])|주례|안내 ?방송")
_TALK: Final = re.compile(r"발표|브리핑|피칭|\btalk\b|\bpresentation\b", re.IGNORECASE)
_ABOUT_A_TALK: Final = re.compile(
    r"장표|슬라이드|ppt|피피티|질문|질의|자료|평가|피드백|\bslides?\b|\bdeck\b|questions", re.IGNORECASE
)
_MINUTES: Final = re.compile(
    r"(?<![0-9~:.시-])(?<!시 )(?P<number>[1-9][0-9]?)[\s-]?(?:분(?:\s?(?P<seconds>[1-5][0-9])초)?|minutes?|mins?)"
    r"(?P<bound>\s?(?:안쪽|안에|안으로|이내|이하|내외|정도|쯤|짜리(?![를을](?!\s?(?:만들|써|쓰|작성|준비))|에|인데|임)|분량|동안))?"
    r"(?=$|[)\s]|[를을]\s|으?로|[을]? ?넘|면|이?에요|예요|입니다|임|이고|이라)"
    r"(?!\s?(?:전|뒤|후|일찍|거리|늦|간격|마다|휴식|참석|명|분|나와|\S{1,6} 말고)(?!량|짜))",
    re.IGNORECASE,
)
_OTHERS: Final = re.compile(r"질의|응답|휴식|쉬는|Q&A|참석|오시|오신|하객|친구 |손님|모시", re.IGNORECASE)
_ITS_OWN: Final = re.compile(
    r"(?:^|발표|대본|축사|연설|스피치|원고|발언|낭독|강연|멘트|송사|영상|설명|길이|분량|말하는 시간|읽는 ?데"
    r"|읽는 시간|읽으면|말하면)"
    r"(?:은|는|이|가|을|고)?(?:\s길이는?)?$|(?:게|고|며|서|데요?|니까|없이|지만)$"
)
_NAMED_BEHIND: Final = re.compile(r"\s?(?:발표|연설|스피치|축사|대본|강연)(?!\s?(?:자료|수업|시간|평가|준비|장))")
_A_MINUTE: Final = 300  # characters
_A_MINUTE_IN_WORDS: Final = 130


def is_script(request: str) -> bool:
    """Whether what is asked for is to be read aloud: 축사, 방송 멘트."""
    return _SCRIPT.search(request) is not None or _OF_CEREMONY.search(request) is not None


def speaking_time(request: str, told: Iterable[str]) -> Written | None:
    """Return how long the text of a request is by the minutes of its own; None where it is not spoken, or has none.

    In the request any minutes are its own, in what was told only those that stand alone or beside its name: 관람 시간
    20분 and 식은 12시 30분 are those of another thing.
    """
    asked = without_quoted(request)
    if not _SCRIPT.search(asked) and (not _TALK.search(asked) or _ABOUT_A_TALK.search(asked)):
        return None
    for text in (request, *told):
        for clause in clauses_of(text):
            for found in _MINUTES.finditer(clause):
                is_own = text == request or _ITS_OWN.search(_before(found)) or _NAMED_BEHIND.match(clause, found.end())
                if is_own and not _OTHERS.search(clause):
                    minutes = int(found["number"]) + int(found["seconds"] or 0) / 60
                    chars = measured(f"{round(minutes * _A_MINUTE)}자{found['bound'] or ''} {clause[found.end() :]}")
                    said = re.sub(r"[\s-]min(?:ute)?s?$", " minutes", found.group().strip(), flags=re.IGNORECASE)
                    return Written(chars, said) if chars else None
    return None


def in_words(characters: int) -> int:
    """Return how many English words are spoken in the time of so many Korean characters."""
    return characters * _A_MINUTE_IN_WORDS // _A_MINUTE


def _before(found: re.Match[str]) -> str:
    return re.sub(r"(?:약|총|딱|최대)?\s*$", "", found.string[: found.start()])
