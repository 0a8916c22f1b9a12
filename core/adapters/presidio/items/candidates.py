"""Candidates: every stretch of a text that may be an identifier, by its shape alone; many are offered, few are any."""

import re
from collections.abc import Iterator
from typing import Final

from core.adapters.presidio.items.shapes import is_english
from core.adapters.presidio.needs import Sought

Place = tuple[int, int]

_FREE: Final = r"(?<![0-9A-Za-z])"
_SHUT: Final = r"(?![0-9A-Za-z])"
_MONTH: Final = r"(?:1[0-2]|0?[1-9])"
_DAY: Final = r"(?:3[01]|[12][0-9]|0?[1-9])"
_MONTHS: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_YEAR: Final = r"(?:(?:19|20)[0-9]{2}|[0-9]{2})"
_KOREAN_DAY: Final = rf"{_MONTH}[ ]?월[ ]?{_DAY}[ ]?일"
_BUTTON: Final = "(?:별표?|샵|우물정자?|종|열쇠)"
_SPOKEN: Final = "[영공일이삼사오육칠팔구]"

FORMS: Final = tuple(
    (name, Sought(re.compile(pattern, re.IGNORECASE)))
    for name, pattern in (
        # A token with a digit: 20231234, A-20231234, min.kim_94, 2024-R-0091, @sky99.
        (
            "token",
            rf"{_FREE}[@#]?(?=[0-9A-Za-z_\-.]{{0,80}}[0-9])[0-9A-Za-z]{{1,80}}(?:[_\-.]{{1,2}}[0-9A-Za-z]{{1,40}}){{0,8}}_{{0,2}}{_SHUT}",
        ),
        # The same with signs: 7702*, #1234*, Qk8#vv21.
        (
            "signs",
            (
                r"(?<![0-9A-Za-z!#$%&*+@^~])[#*@]?(?=[!-~]{0,64}[0-9])(?=[!-~]{0,64}[!#$%&*+@?^~])[0-9A-Za-z]"
                r"[0-9A-Za-z!#$%&*+\-.?@^_~]{0,64}[0-9A-Za-z!#$%*?^~]"
            ),
        ),
        # Groups of digits with blanks: 6892 1047 3351, 610415 1111753.
        (
            "spaced",
            rf"(?<![0-9A-Za-z])(?<![0-9A-Z]{{4}} )[0-9]{{1,7}}(?:(?: | ?- ?)[0-9]{{2,7}}){{1,4}}{_SHUT}(?![,.][0-9])",
        ),
        ("slashed", rf"{_FREE}[0-9A-Za-z]{{1,8}}(?:[/\-][0-9A-Za-z]{{1,8}}){{1,3}}{_SHUT}"),
        # Numbers of cases and files: 2025타경50418, 2024-진정-081142, 제2024-123호.
        ("case", r"(?<![0-9])[0-9]{2,4}[ \-]?(?:[가-힣]{1,4})[ \-]?[0-9]{2,9}(?:-[0-9]{1,6})?(?![0-9])"),
        # Numbers behind a letter of Hangul: 서-0473, 나-3-1147, 제2024-0417호.
        (
            "series",
            r"(?<![0-9A-Za-z가-힣])(?:[가-힣]{1,2}-[0-9]{1,5}(?:-[0-9]{1,6})?|제[0-9]{2,4}-[0-9]{1,6}호)(?![0-9\-])",
        ),
        # What is pressed on a door or told aloud: 7593별표, 종 1205 열쇠, 7 3 9 0 2 8, 이칠공삼샵.
        (
            "pressed",
            (
                rf"(?<![0-9A-Za-z가-힣])(?:{_BUTTON} ?[0-9]{{3,8}}(?: ?{_BUTTON})?|[0-9]{{3,8}} ?{_BUTTON})(?![류합])"
                rf"|(?<![0-9A-Za-z])(?<![0-9A-Za-z] )[0-9](?: [0-9]){{3,7}}(?: ?[*#✱])?(?![0-9A-Za-z])(?! [0-9])"
            ),
        ),
        ("spoken", rf"(?<![가-힣]){_SPOKEN}{{3,8}}(?:[ \-]{_SPOKEN}{{2,5}}){{0,2}}(?:{_BUTTON})?"),
        # Dates as people give those of births.
        (
            "date",
            (
                rf"(?<![0-9\-./])(?:{_YEAR}년?[ ]?생[ ,(]{{0,2}}{_KOREAN_DAY}"
                rf"|{_YEAR}[ ]?년[ ]?(?:[음양]력[ ]?)?{_KOREAN_DAY}"
                rf"|{_YEAR}[ ]?[-./][ ]?{_MONTH}[ ]?[-./][ ]?{_DAY}(?![0-9])|{_YEAR} {_MONTH} {_DAY}(?![0-9])"
                rf"|{_MONTH}[-/.]{_DAY}[-/.](?:19|20)[0-9]{{2}}(?![0-9])"
                rf"|{_MONTHS} {_DAY}(?:st|nd|rd|th)?,? (?:19|20)[0-9]{{2}}"
                rf"|{_DAY}(?:st|nd|rd|th)?[ \-]?{_MONTHS}[,\-]?[ ]?(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})(?![0-9])"
                rf"|{_YEAR}[ ]?년[ ]?생|{_KOREAN_DAY}|{_YEAR}[ ]?년[ ]?{_MONTH}[ ]?월(?:[ ]?생)?"
                rf"|(?:19|20)[0-9]{{2}}년?생?(?![0-9년]))"
            ),
        ),
        ("digits", rf"{_FREE}(?:[0-9]{{6}}|[0-9]{{8}}){_SHUT}"),
        # Houses, floors and doors.
        (
            "unit",
            (
                r"(?<![0-9A-Za-z가-힣\-])(?:[0-9]{1,4}|[가나다라마바A-F]|상가|별관|본관|지하|[가-힣]{1,6})동[ ]?"
                r"(?:(?:지하|B)?[ ]?[0-9]{1,2}층[ ]?)?(?:[0-9A-Z]{0,2}-?[0-9]{1,4}호?)?(?![0-9A-Za-z])"
                r"|(?<![0-9A-Za-z가-힣\-])(?:(?:지하|B|옥탑)?[ ]?[0-9]{1,2}층[ ]?)?[B지하]{0,2}[0-9]{1,4}"
                r"(?:-[0-9]{1,3})?호(?:[ ]?[가나다A-D]실)?"
                r"|(?<![0-9A-Za-z가-힣\-])(?:지하|B)?[ ]?[0-9]{1,2}층(?:[ ][가-힣]{1,3}(?:집|쪽|방|실))?"
                r"|(?<![0-9A-Za-z가-힣\-])(?:옥탑방?|반지하)(?:[ ][0-9가-힣]{1,4}(?:호|방))?(?![가-힣])"
            ),
        ),
        # A road or a town with a number.
        (
            "road",
            (
                r"(?<![0-9A-Za-z가-힣])(?:[가-힣]{1,6}[0-9]{0,2}(?:시|도|구|군|읍|면|동|리|가)[ ,]{1,2}){0,4}"
                r"[가-힣]{1,8}[0-9]{0,3}(?:대로|로|길|동|리|가)[ ]?(?:[0-9]{1,4}(?:번길|가?길|번안길)[ ]?)?"
                r"[0-9]{1,4}(?:-[0-9]{1,4})?(?:번지)?(?:[ ,]{1,2}(?:[가-힣0-9A-Za-z]{1,12}[ ])?[0-9]{1,4}동)?"
                r"(?:[ ,]{1,2}(?:지하[ ]?)?[0-9]{1,2}층)?(?:[ ,]{1,2}[B지하]{0,2}[0-9]{1,4}호)?(?![0-9A-Za-z\-])"
            ),
        ),
        # Names of accounts.
        (
            "nick",
            (
                r"(?:닉네임|(?<![가-힣])닉|아이디|캐릭터?명?|대화명|활동명|별명|입금자명)(?:은|는|이|을)?"
                r"(?:[ ]?[:：=][ ]?|[ ])[\"'“‘]?(?P<item>[가-힣A-Za-z][가-힣0-9A-Za-z_]{1,12}?)"
                r"(?=(?:입니다|이에요|예요|인데|이고|님|로|으로|이라는|라는)?[\"'”’]?(?![0-9A-Za-z가-힣_]))"
            ),
        ),
        # 감자전장인#0815, and who speaks in a chat: 먹태깡도둑 - 오늘 오후 8:14, 수박바: 거래하실 분.
        ("tag", r"(?<![0-9A-Za-z가-힣_#])[가-힣0-9A-Za-z_]{2,16}(?: ?#[0-9A-Za-z]{3,5})(?![0-9A-Za-z가-힣_])"),
        (
            "speaker",
            (
                r"(?m:^)(?P<item>[^\s:|\[\]]{2,16})"
                r"(?= - (?:오늘|어제|오전|오후|[0-9])| {2,}(?:오전 |오후 )?[0-9]{1,2}:[0-9]{2}| ?: [^\s])"
            ),
        ),
        ("addressed", r"(?<![0-9A-Za-z가-힣])@?[가-힣]{4,10}(?=[ ]?님|(?:이)?라(?:는|고)(?![가-힣]))"),
        (
            "link",
            (
                r"(?<![0-9A-Za-z_.@/\-])(?:https?://(?:[0-9a-z\-]{1,40}\.){1,4}[a-z]{2,12}(?:/[0-9A-Za-z_.\-%~@+!]*)*"
                r"|(?:[0-9a-z\-]{1,40}\.){1,4}[a-z]{2,10}(?:/[0-9A-Za-z_.\-%~@+!]*)+)"
                r"(?<![.!])(?:\?[0-9A-Za-z_.\-%=&]*[0-9A-Za-z_\-%=])?(?:#[0-9A-Za-z_\-=.]*[0-9A-Za-z])?"
            ),
        ),
        # Words of letters alone that are none of English.
        ("word", r"(?<![0-9A-Za-z_])[A-Za-z](?=[A-Za-z]*[a-z])[A-Za-z]{3,19}(?![0-9A-Za-z_])"),
        ("handle", r"(?<![0-9A-Za-z_.@/\-])@[A-Za-z_](?:[A-Za-z_.]*[A-Za-z_])?(?![0-9A-Za-z])"),
        ("joined", r"(?<![0-9A-Za-z_.@\-])[A-Za-z]+(?:[_.\-]+[A-Za-z]+)+_{0,2}(?![0-9A-Za-z]|[.\-_][0-9A-Za-z])"),
        (
            "called",
            (
                r"(?:아이디|(?<![가-힣])아디|계정|닉네임|닉|유저|사용자|작업자|로그인|핸들|접속자|(?<![A-Za-z])(?:id|user|login|uid"
                r"|username|account|owner|author|assignee|reviewer|handle|from|for|by|nick|name|su|ssh|chown|passwd))"
                r"(?:는|은|이|가|를|을|명|로)?[\"']?(?:[ ]?[:：=][ ]?|[ ]{1,2}|\()[\"'“‘]?"
                r"(?P<item>[a-z][a-z]{2,19})(?![0-9A-Za-z]|[_.\-@/(][0-9A-Za-z])"
            ),
        ),
    )
)
# Numbers that everybody may call, measures, and months before a number: 62cm, 10월에만 27, 14-16 behind Aug.
_NEVER: Final = re.compile(
    r"1[5-9][0-9]{2}[- ][0-9]{4}"
    r"|[0-9]{1,4}(?:[cmk]m|m|[km]?g|m?l|[gmkt]b|px|[kmg]?hz|k?w|mah|fps|st|nd|rd|th|x|min|[ap]m|inch|ft|oz|lbs?)"
    r"|(?:1[0-2]|[1-9])월[가-힣]{0,3} ?[0-9]{1,4}",
    re.IGNORECASE,
)
# What follows a number that counts, and a day on which something begins or ends.
_COUNTS: Final = re.compile(r" ?(?:단어|글자|자\b|개\b|명|원|만|천|건|회|쪽|페이지|퍼센트|%|인분|시간|주\b|년\b)")
_BOUND: Final = re.compile(r"(?:부터|까지|이후|이전|마감)")
_RANGE_OF_DAYS: Final = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \Z", re.IGNORECASE
)


def candidates(text: str) -> Iterator[tuple[Place, str]]:
    """Yield the places of candidates with the form that each has."""
    for name, form in FORMS:
        for match in form.finditer(text):
            start, end = match.span("item" if "item" in match.re.groupindex else 0)
            if name == "word" and is_english(match.group()):
                continue
            if not (_NEVER.fullmatch(text, start, end) or _is_counted(text, name, start, end)):
                yield (start, end), name


def _is_counted(text: str, name: str, start: int, end: int) -> bool:
    """Whether a candidate is a number of something, a range of days or a day from or to which something goes."""
    if name == "road":
        return _COUNTS.match(text, end) is not None
    if name == "date":
        return _BOUND.match(text, end) is not None
    return (
        name in {"token", "slashed", "spaced"} and _RANGE_OF_DAYS.search(text[max(0, start - 12) : start]) is not None
    )
