"""Wishes: what a person's own sentences say about form, length, count and language."""

import re
from dataclasses import dataclass
from typing import Final

from core.choices import Form
from core.prompting.extent import Extent, measured
from core.prompting.tongue import Tongue, tongues_in

_FORMS: Final = {
    Form.TABLE: r"(?<![가-힣])표로|(?<![가-힣])표 (?:형식|형태|하나|로)|도표|\btable\b|\btabular\b",
    Form.LIST: (
        r"리스트(?:로| 형)|목록(?:으로| 형)|글머리|불릿|블릿"
        r"|번호를? ?(?:매|붙)|개조식|\bbullet|\bnumbered list|as a list"
    ),
    Form.PROSE: r"줄글|연속 ?문장|문단 ?형식|서술형|산문|\bin prose\b|continuous text|paragraph form",
    Form.CODE: r"코드 ?블록|코드로|코드만|\bas code\b|code block|code only",
    Form.REPORT: r"보고서(?:로| 형)|리포트(?:로| 형)|as a report|report format",
}
_FORM_WORDS: Final = {form: re.compile(words, re.IGNORECASE | re.ASCII) for form, words in _FORMS.items()}
_COUNT: Final = re.compile(
    r"(?<![0-9.,~-])([1-9][0-9]?(?:\s?[~-]\s?[1-9][0-9]?)?|[한두세네]|다섯|여섯|일곱|여덟|아홉|열|하나(?=[만씩를]))\s?(가지|개|곳|군데|문항|항목|(?<=하나)(?=[만씩를]))(?!월|년|국|사|인|팀)"
    r"|(?<![0-9.,-])\b([1-9][0-9]?|two|three|four|five|six|seven|eight|nine|ten)\s(?:[a-z]+\s)?"
    r"(ideas|items|points|ways|measures|solutions|suggestions|strategies|arguments|facts|features|benefits|differences|"
    r"titles|headlines|activities|exercises|questions|names|tips|examples|reasons|options|topics|steps|places)\b",
    re.IGNORECASE,
)
_SPOKEN: Final = re.compile(
    r"(한국어|한글|국문|영어|영문|일본어|중국어|스페인어|프랑스어|독일어|베트남어)로\s?(?:만\s?)?(?:번역|옮|바꿔|써|쓰|작성|답|적|대답|말|알려|설명|정리|부탁|출력)"
    r"|\b(?:in|into) (english|korean|japanese|chinese|spanish|french|german|vietnamese)\b"
    r"|^(한국어|영어|일본어|중국어|스페인어|프랑스어|독일어|베트남어)로[.!]?$",
    re.IGNORECASE | re.MULTILINE,
)
_LAYOUT: Final = re.compile(
    r"[0-9한두]{1,9}\s?(?:줄|장|분|쪽|매|페이지)(?!\s?(?:분량|이내|정도|짜리|로))"
)  # 한 줄씩 띄어, 2분 뒤


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a text asks for besides its subject; None or nothing where it says nothing."""

    form: Form | None
    extent: Extent | None
    counts: tuple[str, ...]
    tongue: Tongue | None


def read_wishes(text: str) -> Wishes:
    """Read what a text says about form, length, numbers of items (as written: "5가지") and language."""
    spoken = _SPOKEN.search(text)
    return Wishes(
        form=next((form for form, words in _FORM_WORDS.items() if words.search(text)), None),
        extent=measured(_LAYOUT.sub("", text)),
        counts=tuple(dict.fromkeys(match.group() for match in _COUNT.finditer(text))),
        tongue=tongues_in(spoken.group())[0] if spoken else None,
    )
