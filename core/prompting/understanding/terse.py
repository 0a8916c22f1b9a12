"""Terse demands: phrases without a verb that set an amount, a tone or a place (해시태그 5개, 네 문장, 맨 끝에)."""

import re
from collections.abc import Callable
from typing import Final

from core.privacy.particles import Particle, attach
from core.prompting.understanding.words import alternatives

_NUMBER: Final = (
    r"(?:[0-9][0-9,]{0,8}|한두|두세|서너|열두|열다섯|열|스무|스물|서른"
    r"|한|두|세|네|다섯|여섯|일곱|여덟|아홉|천이백|천|백)"
)
_TIMES: Final = r"(?:초|분|시간)"
_UNITS: Final = r"(?:글자|자|단어|어절|음절|줄|문장|문단|단락|행|연|절|쪽|페이지|장|문항|문제|매|마디|슬라이드|바이트)"
_ABOUT: Final = r"(?:안쪽|이내|이하|이상|미만|안팎|내외|내|정도|쯤|가량|전후|분량|짜리)"
_OF: Final = r"(?:(?:약|딱|총|최대|최소|각|각각|전체|한\s?\S{1,6}[에당]?|하나[에당])\s)?"
# What an amount is of (본문은 …), and how (가볍게 …).
_LED: Final = r"^(?:(?:\S{1,8}\s){0,2}?\S{1,8}[은는]\s)?(?:\S{1,6}[게히]\s)?"
_KIND: Final = r"(?:느낌|톤|말투|문체|어조|분위기|스타일|정도|체|말)"
_MANNER: Final = (
    r"(?:형식|명사형|개조식|유머|현재형|과거형|질문형|역순|중심|기준|단계별|농담조|표준어|반반|굵은 글씨"
    r"|큰 글씨|비공개|최소|최소한|순|순서|는 식|말씨|말투)"
)
_OPEN: Final = {
    "끝": "끝냅니다",
    "시작": "시작합니다",
    "마무리": "마무리합니다",
    "대신": "대신합니다",
    "딱": "딱 넣습니다",
    "차근차근": "차근차근 씁니다",
}


def instruct_terse(clause: str) -> str:
    """Return the instruction of a terse demand that needs another verb than 넣다; nothing for any other."""
    return next((made for pattern, make in _KINDS if (found := pattern.search(clause)) and (made := make(found))), "")


def _written(found: re.Match[str]) -> str:
    return attach(found["what"], Particle.TO) + " 씁니다"


def _needed(found: re.Match[str]) -> str:
    what = found["what"]
    return (what if what.endswith("도") else attach(what, Particle.OBJECT)) + " 넣습니다"


# The first that fits and makes something counts.
_KINDS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (r"^(?P<what>.*\S\s(?:느낌|톤|말투|문체|어조|어투|스타일|감성|분위기|시점))$", _written),
        (rf"^(?P<what>(?:.*(?:당|마다)\s)?{_NUMBER}\s?{_UNITS}|.*[1-3]인칭)$", _written),
        (r"^(?P<what>.*(?:두괄|미괄|개조|문답|번호|일기|편지|대화)식)$", _written),
        (r"^(?P<what>.*) 선에서$", lambda found: f"{found['what']} 선에서 씁니다"),
        (
            rf"^(?P<what>.*{_NUMBER}\s?{_UNITS})(?:로)?\s?제한$",
            lambda found: f"{attach(found['what'], Particle.OBJECT)} 넘기지 않습니다",
        ),
        (r"^(?P<what>.*) 환영$", lambda found: f"{found['what']} 넣어도 됩니다"),
        (
            rf"^(?P<what>\S.*{_KIND}|\S.*[가-힣](?=이었))(?:(?:이었|였)(?:으면|음)|이?면)\s?(?:좋|합|하|해|함)\S*$",
            lambda found: attach(found["what"], Particle.TO) + " 합니다",
        ),
        (
            r"^(?P<what>\S.*\S)(?:이|가|으로|로)\s좋(?:겠|을)\S*$",
            lambda found: attach(found["what"], Particle.TO) + " 합니다",
        ),
        (r"^(?P<what>\S.*?)(?:이|가|은|는)?\s필요(?:합니다|해요|함)?$", _needed),
        (
            rf"^(?P<what>.*(?:{alternatives('text_nouns')})(?:은|는|도)?)\s(?:안|못)\s(?:씀|씁니다|써요|넣음|넣습니다)$",
            lambda found: f"{found['what']} 쓰지 않습니다",
        ),
        (r"^(?P<what>.*\S이?면)\s?(?:충분|족)\S*$", lambda found: f"{found['what']} 충분합니다"),
        (r"^(?P<what>.*\S이?면)\s?(?:돼|되|됨|됩)\S*$", lambda found: f"{found['what']} 됩니다"),
        (
            rf"^(?P<what>{_LED[1:]}{_OF}{_NUMBER}\s?{_TIMES}쯤?(?:\s?(?!분량|짜리){_ABOUT})?)$",
            lambda found: attach(found["what"], Particle.TO) + " 맞춥니다",
        ),
        (rf"^(?P<what>{_LED[1:]}{_OF}{_NUMBER}\s?(?:{_UNITS}|{_TIMES})쯤?(?:\s?{_ABOUT})?)$", _written),
        (rf"^(?P<what>.*{_MANNER})$", _written),
        (
            r"^(?P<what>.*(?:맨|제일|가장)\s?(?:끝|앞|뒤|위|아래|밑|처음|마지막))$",
            lambda found: f"{found['what']}에 넣습니다",
        ),
        (rf"^(?P<how>.*\S)\s(?P<verb>{'|'.join(_OPEN)})$", lambda found: f"{found['how']} {_OPEN[found['verb']]}"),
        (r"^(?P<what>.*[아어여해]도)$", lambda found: f"{found['what']} 됩니다"),  # 채우지 않아도
        (r"^(?P<what>.*)기 없기$", lambda found: f"{found['what']}지 않습니다"),
        (r"^(?P<what>.*상관없)음$", lambda found: f"{found['what']}습니다"),
        (
            rf"^(?P<what>.*?)\s?(?P<act>{alternatives('forbidden_acts')})\s불가$",
            lambda found: f"{found['what']} {found['act']}하지 않습니다".strip(),
        ),
        (
            r"^(?P<what>.*\S)\s(?:건|거|거는|것은)\s(?:별로|질색|사양)\S*$",
            lambda found: f"{found['what']} 것은 넣지 않습니다",
        ),
    )
)
