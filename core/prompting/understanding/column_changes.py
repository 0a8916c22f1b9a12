"""Columns that come to a table or go from it: "표에 담당자 열도 넣어줘", "비고 칸은 빼줘"."""

import re
from typing import Final

from core.prompting.understanding.predicates import read_predicate

_COLUMN: Final = r"(?:열|칸|(?<![논혼이])란|컬럼|칼럼)"
_ADD: Final = r"(?:비우|비워|빈칸|넣|추가|더|붙|만들|있|포함|달|표시|필요|들어가|들어갔)"
_DROP: Final = r"(?:빼|빠|지우|지워|없애|없어|삭제|제거|제외|필요 ?없|안 ?넣|뺐)"
_LEAD: Final = re.compile(
    r"^(?:(?:그리고|아|참|음|근데|혹시)\s+)?(?:(?:이|그|저)?\s?표(?:에는|에다가?|에서|에|는|안에|에도)?\s+)?(?:맨\s?(?:앞|뒤|끝)에\s+)?"
)
_KOREAN: Final = (
    re.compile(
        rf"^(?P<names>[^.!?]{{1,60}}?)\s?{_COLUMN}(?:도|을|를|은|는|이|이랑)?\s+(?:하나\s+"
        rf"|하나만\s+|좀\s+|꼭\s+|같이\s+|따로\s+|더\s+)*(?P<verb>\S.*)$"
    ),
    re.compile(
        r"^(?P<names>[^.!?]{1,40}?)(?:도|을|를)\s(?:이\s|그\s)?표에(?:다가?|도)?\s+(?:같이\s+|함께\s+|좀\s+|하나\s+)*(?P<verb>\S.*)$"
    ),
    re.compile(
        rf"^{_COLUMN}에\s+(?P<names>[^.!?]{{1,60}}?)(?:도|을|를|은|는)?\s+(?:하나\s+|좀\s+|꼭\s+|같이\s+|더\s+)*(?P<verb>\S.*)$"
    ),
)
_ENGLISH: Final = (
    re.compile(
        r"\b(?P<verb>add|include|insert|put in|remove|drop|delete|leave out"
        r"|take out)\s+(?:an?|the|another|one more)?\s*[\"'“‘]?(?P<names>[\w ,/&-]{1,60}?)[\"'”’]?\s+columns?\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<verb>add|include|insert|remove|drop|delete)\s+(?:an?\s+)?(?:extra\s+)?columns?\s+(?:for"
        r"|called|named|with)\s+(?:the\s+)?[\"'“‘]?(?P<names>[\w ,/&-]{1,60}?)[\"'”’]?(?:\s+to the table"
        r"|\s+please)?[.!]?$",
        re.IGNORECASE,
    ),
)
_OUT: Final = re.compile(r"remove|drop|delete|leave out|take out", re.IGNORECASE)
_BEFORE: Final = re.compile(r"^.{1,50}(?:마다|[가-힣]고|\s\S{1,20}[은는])\s")  # 주기별로 묶고 업무마다 연락처 칸은
_AND: Final = re.compile(r" ?[,、/&] ?|(?:이랑|랑|하고) |(?<=[가-힣]{2})(?:와|과) | (?:및|그리고|and) ")
_NO_NAME: Final = re.compile(
    r"^(?:(?:.*\s|요약|합계|총계|소계|평균|머리글?|제목)(?:행|줄)|이|그|저|모든|다른|각|새|새로운|한|하나|두|세|첫|마지막|빈|another|an?|new|each|all|every|\d+개?)$"
)


# 행성마다 재밌는 사실 한 문장씩: one more thing to tell of each
_OF_EACH: Final = re.compile(
    r"^(?:각\s)?\S{1,8}(?:마다|별로)\s(?P<name>[가-힣]{1,6}(?:\s[가-힣]{1,6}){0,2})\s(?:한 ?(?:문장|줄|마디)|하나)씩"
)


def column_change(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the columns that a demand adds and those that it takes away; two empty ones where it is about neither."""
    bare = " ".join(text.split()).rstrip(".!~? ")
    for pattern in _ENGLISH:
        if found := pattern.search(bare):
            names = _names(found["names"])
            return ((), names) if _OUT.match(found["verb"]) else (names, ())
    if found := _OF_EACH.match(bare):
        return (found["name"],), ()
    led = _LEAD.sub("", bare)
    for pattern in _KOREAN:
        if found := pattern.match(led):
            names = _names(_BEFORE.sub("", found["names"]))
            if re.match(_DROP, found["verb"]):
                return (), names
            return (names, ()) if re.match(_ADD, found["verb"]) else ((), ())
    return (), ()


def _names(listed: str) -> tuple[str, ...]:
    names = [name.strip(" ‘’'\"“”") for name in _AND.split(listed.strip())]
    if len(names) > 1:
        names = [re.sub(r"(?<=[가-힣]{2})(?:도|을|를)$", "", name) for name in names]
    return tuple(name for name in names if name and not _NO_NAME.match(name))


# 담당자랑 기한도, 답변 포인트까지 적어줘: columns beside those that there are.
_BESIDE: Final = re.compile(
    r"^(?P<name>[가-힣A-Za-z]{2,10}(?:\s[가-힣A-Za-z]{1,10}){0,2}?)(?<!으로)(?<!에게)(?<!하기)(?<!것)(?<!말)(?<!게)(?<!로)(?:까지|도)요?"
    r"(?:\s(?:같이|함께|꼭|좀|다|각각))*(?:\s(?:넣|적|써|알려|포함|표시|추가|보여|달아|있으면|해)\S*(?:\s\S+)?)?[\s.!~]*$"
)


# What is no column before 까지 and 도: times, places, people, manners.
_NO_COLUMN: Final = re.compile(
    r"(?:^|\s|요약|합계|총계|소계|평균|머리글?|마지막|제목)(?:행|줄|문장|문단|단락|쪽)$|오늘|내일|모레|요일|이번|다음|월$|일$|시$|주$|말$|전$|후$|서울|부산|집$|학교$|회사$|하나|한번|혼자|엄마|아빠|친구|가능하|최대한|되도록"
)


def columns_beside(text: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns that a demand wants beside those that there are: `names` where it lists them, else its own."""
    found = _BESIDE.match(text.strip())
    if found is None or _NO_COLUMN.search(found["name"]):
        return ()
    return names or (() if read_predicate(found["name"]) else (found["name"],))
