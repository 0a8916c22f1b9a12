"""Lengths that a wish sets in numbers: "길이 2000자로 바꿔줘" is "2000자"."""

import re
from typing import Final

from core.values.choices import Length
from core.values.length_choices import LENGTHS

_MEASURE: Final = re.compile(r"(?<![\d,])\d[\d,]{0,9}\s?(?:자|글자|characters?|words?|단어)(?![가-힣]{2})")
_BEFORE: Final = (
    r"(?:답변|답|글|결과|전체|총|그럼|그냥|아니|이걸|이거|please|make|keep|write|it|the|answer|reply|length|to|be|should"
    r"|set|change|shorten|cut|limit|in|of)"
)
_ABOUT: Final = r"(?:(?:전체\s?)?(?:길이|분량|글자\s?수|답변\s?길이|글)(?:은|는|를|을|이|가|도)?\s*:?\s+)"
_NUMBER: Final = (
    r"(?:공백\s?(?:포함|제외)\s)?(?:(?:약|대략|한|최대|최소|딱|about|around|under|within|at most|at least)\s+)?"
    r"(?:a4\s*(?:용지\s*)?(?:로|기준)?\s*)?"
    r"(?:\d[\d,.]{0,9}\s?[천만]?|[한두세네]|다섯|one|two|three|four|five)"
)
_UNIT: Final = (
    r"(?:자|글자|단어|문장|줄|쪽|페이지|장|문단|단락|characters?|chars?|words?|sentences?|paragraphs?|lines?|pages?)"
)
_ROUGHLY: Final = r"(?:\s?(?:정도|이내|이상|이하|안팎|내외|미만|쯤|가량|or less|or so|or more|max))"
_ASK: Final = (
    r"(?:좀|다시|맞춰|맞게|줄|늘려|짧게|길게|바꿔|바꾸|고쳐|해|하|할|써|작성|부탁|변경|요약|압축|채워|나오|되|됐|이면|좋|주세요|줘|please|long"
    r"|instead|only)"
)
_LENGTH: Final = re.compile(
    rf"^(?:{_BEFORE}(?:은|는|을|를)?\s+){{0,6}}{_ABOUT}?(?P<length>{_NUMBER}\s*{_UNIT}{_ROUGHLY}?)(?:까지)?만?(?:의)?(?:\s?(?:길이|분량))?"
    rf"(?:으로|로|에|는|은|이)?(?:\s?{_ASK}\S{{0,8}})?(?:\s{_ASK}\S{{0,8}}){{0,4}}\s*[.!~?]*$",
    re.IGNORECASE,
)
_TIMES: Final = (
    r"(?:(?P<times>두|세|네|다섯|\d{1,2}(?:\.\d)?|two|three|four|five)\s?(?:배|times)|(?P<twice>배(?=로)|twice|double)|(?P<triple>triple)"
    r"|(?P<half>절반|반(?=\s|으로|만|쯤|정도)|half)|(?P<third>(?:3|삼)분의\s?(?:1|일)|a third))"
)
_RESIZE: Final = (
    r"(?:좀|다시|맞춰|줄[여이일]|늘[려리릴]|짧게|길게|바꿔|바꾸|고쳐|해|하게|하자|써|작성|부탁|변경|주세요|줘"
    r"|please|long|short|instead)"
)
_RELATIVE: Final = re.compile(
    rf"^(?:(?:{_BEFORE}|지금|현재|원래|기존|about|by|down|roughly)(?:은|는|을|를|의|보다)?\s+){{0,6}}{_ABOUT}?{_TIMES}"
    r"(?:\s?(?:길이|분량))?(?:\s?(?:정도|쯤))?(?:으로|로|만큼|이상|만)?(?:\s?(?:길이|분량)(?:으로|로)?)?"
    r"(?:\s(?:as|the|its|this|it|current|present|length|size|words|long|short|less))*"
    rf"(?:,?\s?{_RESIZE}\S{{0,6}}){{0,4}}\s*[.!~?]*$",
    re.IGNORECASE,
)
_SHORTENS: Final = re.compile(r"짧|줄[이여일]|\bshort|\bcut\b|\bless\b")
_NUMBERS: Final = dict(zip(["두", "세", "네", "다섯", "two", "three", "four", "five"], (2, 3, 4, 5) * 2, strict=True))
_ROUND: Final = 50  # characters or words; to what a long length is rounded
_OWN: Final = re.compile(
    rf"(?<![\w,.])(?P<number>\d[\d,]{{0,6}})(?:\s?[~-]\s?(?P<most>\d[\d,]{{0,6}}))?\s?(?P<unit>{_UNIT}|분|minutes?)",
    re.IGNORECASE,
)


def length_in(wish: str) -> str:
    """Return the length that a wish is about and nothing else; empty where it is about more, or no length."""
    found = _LENGTH.match(" ".join(wish.split()))
    return found["length"].strip() if found else ""


def factor_in(wish: str) -> float:
    """Return how many times as long a wish wants the whole, and nothing else: 세 배로, half as long; 0 for none."""
    folded = " ".join(wish.casefold().split())
    found = _RELATIVE.match(folded)
    if found is None:
        return 0
    if found["times"]:
        factor = float(_NUMBERS.get(found["times"], 0) or found["times"])
    else:
        factor = 2 if found["twice"] else 3 if found["triple"] else 1 / 2 if found["half"] else 1 / 3
    return 1 / factor if factor > 1 and _SHORTENS.search(folded) else factor


def usual(length: Length, *, in_words: bool) -> str:
    """Return a length in numbers that suits a choice."""
    characters, words = LENGTHS[length].usual
    return f"{words} words" if in_words else f"{characters}자"


def scaled(length: str, factor: float) -> str:
    """Return a length in numbers times a factor: 300자 → 200자 정도; empty where it is none, or stays the same."""
    own = _OWN.search(length)
    if own is None:
        return ""
    before = int((own["most"] or own["number"]).replace(",", ""))
    step = _ROUND if before * factor >= _ROUND else 1
    after = max(1, round(before * factor / step) * step)
    if after == before:
        return ""
    return f"about {after} {own['unit']}" if own["unit"].isascii() else f"{after}{own['unit']} 정도"


def is_measured(folded: str) -> bool:
    """Say whether a number of characters or words stands in a text."""
    return _MEASURE.search(folded) is not None
