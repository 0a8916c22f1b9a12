"""Dates of birth: a date with a word that says so.

Presidio's DateRecognizer finds every date, and most dates are nobody's.
"""

from typing import Final

from core.adapters.presidio.recognizers.pattern import (
    BEFORE,
    IS,
    LIKELY,
    POSSIBLE,
    SURE,
    WITH_CONTEXT,
    PatternRecognizer,
    PatternRule,
)
from core.privacy.entities import EntityType

_MONTH: Final = r"(?:1[0-2]|0?[1-9])"
_DAY: Final = r"(?:3[01]|[12][0-9]|0?[1-9])"
_NAME: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATE: Final = (
    r"(?:"
    rf"(?:19|20)?[0-9]{{2}}[ ]?년[ ]?{_MONTH}[ ]?월[ ]?{_DAY}[ ]?일"
    rf"|(?:19|20)?[0-9]{{2}}[ ]?[-./][ ]?(?:\r?\n)?{_MONTH}[ ]?[-./][ ]?(?:\r?\n)?{_DAY}"
    rf"|(?:19|20)[0-9]{{2}} {_MONTH} {_DAY}"
    rf"|(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
    rf"|{_MONTH}[-/.]{_DAY}[-/.](?:19|20)[0-9]{{2}}"
    rf"|{_NAME} {_DAY}(?:st|nd|rd|th)?,? (?:19|20)[0-9]{{2}}|{_DAY}(?:st|nd"
    rf"|rd|th)?[ \-](?:of )?{_NAME}[,\-]? ?(?:19|20)[0-9]{{2}}"
    r")(?![0-9])"
)
OLD: Final = (
    r"(?:(?:19[2-9][0-9]|20[01][0-9])[ ]?[-./년][ ]?(?:1[0-2]|0?[1-9])[ ]?[-./월][ ]?(?:3[01]|[12][0-9]|0?[1-9])일?"
    r"|[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
    rf"|(?:[03-9][0-9]|1[0-5])(?P<mark>[ ]?[-./][ ]?){_MONTH}(?P=mark){_DAY}|[0-9]{{2}}년[ ]?{_MONTH}월[ ]?{_DAY}일"
    rf"|{_DAY}[ \-]?{_NAME}[ ,\-]?[ ]?(?:19[2-9][0-9]|20[01][0-9])"
    rf"|{_NAME} {_DAY}(?:st|nd|rd|th)?,? (?:19[2-9][0-9]|20[01][0-9]))(?![0-9])"
)
"""A date as of somebody's birth, not of today."""
_BORN: Final = (
    r"(?:생년(?:월일)?|주민(?:등록)?[ ]?(?:번호[ ]?)?앞[ ]?(?:자리|번호)?|"
    r"생일|생신|출생(?:일자?|년월일)?|태어난[ ]?날|생년월"
    r"|date of birth|birth(?:[ _]?da(?:te|y))?(?![A-Za-z])|d\.?o\.?b\.?|born(?: on)?|(?<=\()b\.)"
)
_BIRTHDAY: Final = (
    rf"(?:{_MONTH}월[ ]?{_DAY}일|{_MONTH}[/.]{_DAY}(?![0-9/.])|(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9\-]))"
)
_YEAR_MONTH: Final = rf"(?:19|20)[0-9]{{2}}[ ]?년[ ]?{_MONTH}[ ]?월(?![ ]?[0-9])"
_OF_BIRTH: Final = (
    r"(?=\.?[ ]?(?:생(?![가-힣])|생[이으입인은임]|출생|에?[ ]?(?:태어|출생)|\((?:[음양]력?|만[ ]?[0-9]{1,3}[ ]?세)\)))"
)


_ONE: Final = "[일이삼사오육칠팔구]"
_YEAR_READ: Final = rf"(?:(?:천구백|이천)(?:{_ONE}?십)?{_ONE}?|{_ONE}십{_ONE}?|[공영]{_ONE}|{_ONE}{{2}})"
_READ: Final = rf"(?<![가-힣]){_YEAR_READ}[ ]?년[ ]?(?:십?[일이삼사오유육칠팔구시]|십)월[ ]?(?:[이삼]?십)?{_ONE}?일"


class BirthDateRecognizer(PatternRecognizer):
    """Finds dates of birth."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.DATE_OF_BIRTH,
            PatternRule.of(
                "date behind a word for birth",
                rf"{_BORN}[^\n0-9]{{0,3}}?{IS}(?:[음양]력[ ]?)?(?P<item>{BEFORE}(?:{_DATE}|{_BIRTHDAY}|{_YEAR_MONTH}))",
                SURE,
            ),
            PatternRule.of("date before a word for birth", rf"{BEFORE}{_DATE}{_OF_BIRTH}", LIKELY),
            PatternRule.of(
                "day or month before 생",
                rf"{BEFORE}(?:{_MONTH}월[ ]?{_DAY}일|(?:19|20)?[0-9]{{2}}년[ ]?{_MONTH}월)"
                r"(?=생(?:[이으입인은임들]|(?![가-힣])))",
                LIKELY,
            ),
            # 91년생 3월 2일; 1991.04.17 대구에서 태어나; beside a telephone number, as a résumé begins.
            PatternRule.of(
                "year of birth, then a day",
                rf"{BEFORE}(?:19|20)?[0-9]{{2}}년[ ]?생[ ,(]{{1,2}}{_MONTH}월[ ]?{_DAY}일",
                LIKELY,
            ),
            PatternRule.of("date that is read out", _READ, WITH_CONTEXT),
            PatternRule.of(
                "date of the last century that is read out", rf"(?=천구백|[사오육칠팔구]{_ONE}년){_READ}", POSSIBLE
            ),
            PatternRule.of("date that is read out before 생", rf"{_READ}(?=생(?:[이으입인은임]|(?![가-힣])))", LIKELY),
            PatternRule.of("date before born", rf"{BEFORE}{OLD}(?=[^\n.!?0-9]{{0,14}}(?:태어나|태어났|출생))", LIKELY),
            # Six digits in brackets behind a name.
            PatternRule.of(
                "six digits in brackets behind a name",
                r"(?<=[가-힣]\()[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?=\))",
                LIKELY,
            ),
            context="생일 생년 출생 태어 일생 birth",
        )
