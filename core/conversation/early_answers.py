"""What was said in one breath with the wish: answers to later questions that the earlier ones hold already.

Only what can mean nothing else counts: 표로 is a form, 표 is what a ticket is called too.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from core.conversation.choice_words import REJECTED, REJECTED_BEFORE
from core.conversation.questions import Key
from core.conversation.session import Answer
from core.privacy.text import MaskedText
from core.values.choices import Form, Language, Length, Level

_MADE: Final = r"(?:을|를)?\s?(?:좀\s|하나\s)?(?:만들|짜|작성|써|쓰|뽑)"
_GIVEN: Final = r"(?![가-힣]*\s?(?:된|되어|쓰인|쓴|적힌|작성된|나온|온))"
"""영어로 된 기사 says what is given, not what is wanted."""

_UNDERSTAND: Final = r"(?:도|이|가|들도)?\s?(?:수준|눈높이|알|이해|에게 설명)"
_READ_BY: Final = r"(?:\s?[가-힣]{1,4})?(?:에게|한테|께|용(?![가-힣])|(?:이|가|들이)\s?(?:읽|볼|보게))"
"""딸한테, 신입생이 읽을: who reads tells how hard the words may be, where nobody says otherwise."""

_UNIT: Final = r"(?:자|글자|단어|줄|문장|문단|쪽|페이지)"
_ROUGHLY: Final = r"(?:\s?(?:정도|이내|이하|안팎|내외|분량|이상))?"
_PATTERNS: Final[Mapping[Key, Mapping[str, tuple[str, ...]]]] = MappingProxyType(
    {
        Key.FORM: {
            Form.LIST: (
                rf"(?:리스트|목록|불릿|글머리(?:\s?기호)?|항목별)(?:로|으로|{_MADE})",
                r"\bas a (?:bulleted )?list\b|\bbullet points\b",
            ),
            Form.PROSE: (r"(?:줄글|산문|연속\s?문장|서술형)(?:로|으로)", r"\bas (?:running text|prose)\b"),
            Form.TABLE: (
                rf"(?<![가-힣])표(?:로(?!\s?된)|\s?형식|\s?형태|{_MADE})|(?<![가-힣])비교표",
                r"\b(?:as|in) a table\b",
            ),
            Form.CODE: (
                rf"(?:코드|스크립트|소스)(?:로|{_MADE})",
                r"\b(?:write|need) (?:a |some )?(?:\w+ )?(?:code|script)\b",
            ),
            Form.REPORT: (rf"(?:보고서|리포트|레포트)(?:로|으로|{_MADE})", r"\b(?:as|write) an? (?:\w+ )?report\b"),
        },
        Key.LENGTH: {
            Length.SHORT: (r"짧게|짧은\s|간단히|간단하게|간략히|간략하게", r"\bshort(?:ly)?\b|\bbriefly\b"),
            Length.LONG: (r"길게|자세히|자세하게|상세히|상세하게", r"\bin detail\b|\bdetailed\b"),
        },
        Key.LANGUAGE: {
            Language.KOREAN: (rf"(?:한국어|한글|우리말)로{_GIVEN}", r"\bin korean\b"),
            Language.ENGLISH: (
                rf"(?:영어|영문)(?:으)?로{_GIVEN}|(?:영문|영어)\s?(?:메일|이메일|편지|이력서|자소서)",
                r"\bin english\b",
            ),
        },
        Key.LEVEL: {
            Level.ELEMENTARY: (
                rf"초등학생{_UNDERSTAND}|(?<![가-힣])(?:초등학생|초등|초[1-6]|초등학교 [1-6]학년){_READ_BY}",
                r"\b(?:to|for) (?:a child|children|kids|an? \w+ year old)\b",
            ),
            Level.HIGH_SCHOOL: (
                rf"고등학생{_UNDERSTAND}|(?<![가-힣])(?:고등학생|고[1-3]){_READ_BY}",
                r"\bfor (?:a )?high[- ]school",
            ),
            Level.UNIVERSITY: (rf"대학생{_UNDERSTAND}|(?<![가-힣])대학생{_READ_BY}", r"\buniversity level\b"),
            Level.EXPERT: (
                rf"(?:전문가|전공자)(?:{_UNDERSTAND}|용)|(?<![가-힣비])(?:전문가|전공자){_READ_BY}",
                r"\bfor experts\b",
            ),
        },
    }
)
_FREE: Final[Mapping[Key, tuple[str, ...]]] = MappingProxyType(
    {
        Key.LENGTH: (
            rf"(?:\d[\d,]{{0,5}}\s?{_UNIT}|[한두세네]\s(?:줄|문장|문단|페이지|쪽)|a4\s?(?:용지\s?)?[한두세\d]+\s?장){_ROUGHLY}(?![가-힣]{{2}})",
            r"\d{1,5} (?:words|characters|sentences|lines|pages)\b",
        ),
        Key.LANGUAGE: (
            rf"(?:일본어|중국어|스페인어|프랑스어|독일어|베트남어|러시아어|태국어)(?=로{_GIVEN})",
            r"(?<=\bin )(?:japanese|chinese|spanish|french|german)\b",
        ),
        Key.LEVEL: (rf"(?:중학생|초보자|비전공자|일반인|어르신)(?={_UNDERSTAND})",),
    }
)
_WHERE: Final = r"(?:그건|그거|이미|아까|방금|위에|앞에|앞에서|처음에|첫 질문에|질문 ?1에)"
_SAID: Final = r"(?:썼|적었|말했|말씀\s?드렸|얘기했|나와\s?있|있(?=어요|습니다|음|는데요|잖))"
_POINTS_BACK: Final = re.compile(
    rf"^(?:{_WHERE}\s?){{1,3}}(?:다\s)?{_SAID}\S*(?:\s\S{{1,4}})?$|^(?:위와|앞과)\s?같(?:아|습)\S*$"
    r"|^see above$|^(?:i )?(?:already )?(?:said|wrote)(?: (?:that|it|so))?(?: (?:above|already|before))?$"
)

_LOOKED_AT: Final = 1_500
"""Characters in which a wish for the answer is looked for; more is material."""


def said_before(key: Key, answers: Mapping[Key, Answer]) -> Answer | None:
    """Return what the wish and the introduction say to a later question already; None if nothing, or two things."""
    if key not in _PATTERNS:
        return None
    texts = (answers[each].text for each in (Key.PURPOSE, Key.BACKGROUND) if each in answers)
    written = unicodedata.normalize("NFKC", "\n".join(texts))[:_LOOKED_AT]
    free = list(_found(_FREE.get(key, ()), written))
    choices = {choice: found for choice, words in _PATTERNS[key].items() for found in _found(words, written)}
    if free and (key is Key.LENGTH or not choices):  # 짧게 300자로 is a length of its own
        return Answer(MaskedText(free[0].group().strip())) if len({each.group() for each in free}) == 1 else None
    if len(choices) != 1 or free:
        return None
    ((choice, found),) = choices.items()
    return Answer(MaskedText(found.group().strip()), choice)


def points_back(text: str) -> bool:
    """Say whether a text only says that the answer was given before: 위에 썼어요."""
    return bool(_POINTS_BACK.match(" ".join(text.casefold().split()).rstrip(" .!~")))


def _found(words: tuple[str, ...], written: str) -> Iterator[re.Match[str]]:
    for pattern in words:
        yield from (found for found in re.finditer(pattern, written, re.IGNORECASE) if _is_wanted(found, written))


def _is_wanted(found: re.Match[str], written: str) -> bool:
    behind, before = written[found.end() :], written[: found.start()]
    return not re.match(REJECTED, behind) and not re.search(REJECTED_BEFORE, before)
