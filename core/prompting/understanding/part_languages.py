"""Languages of parts: 뜻은 한국어로, 발음은 한글로 in an answer that is in another language as a whole."""

import re
from typing import Final

from core.prompting.languages import NAMED_LANGUAGES
from core.prompting.understanding.words import LONGEST

_LANGUAGE: Final = "|".join(
    sorted(
        (name for each in NAMED_LANGUAGES for name in (each.korean, *each.also) if re.match("[가-힣]", name)), key=len
    )[::-1]
)
_KNOWN: Final = (
    r"뜻풀이|뜻|의미|해석|번역|설명|풀이|주석|발음|독음|병음|예문|소제목|제목|해설|메모|힌트|정답|답안|지문|보기|문제"
    r"|용어|단어|각주|표기|자막|대사|요약|[는은을]지"
)
_BEFORE: Final = re.compile(r"^\S*(?:고|서|며|면|게|요|데)\s")
_PART: Final = re.compile(
    rf"(?:^|(?<=[\s,(]))(?P<part>(?:[가-힣]{{1,6}}\s)?[가-힣]{{1,8}}?)(?P<topic>은|는|도|만)?\s(?:다\s|꼭\s|모두\s|전부\s|같이\s)?"
    rf"(?P<language>{_LANGUAGE}|우리말|한국말|한글|영문|국문)(?:으로|로)(?=[\s,.!?~]|$|도|만|요|해|써|적)"
)
_OF_WHOLE: Final = re.compile(
    r"^(?:글|답|답변|전체|본문|내용|메일|편지|보고서|결과|출력|문서|모두|전부|이거|그건|이건|대화|회화|수업|회의|발표|인터뷰|나머지|번역문|저|나|우리|질문)$"
)
_ENGLISH: Final = re.compile(
    r"\b(?P<part>meanings?|gloss(?:es)?|translations?|pronunciations?|readings?|notes?|explanations?|comments?|titles?|headings?"
    r"|examples?|answers?|instructions?)\s(?:(?:should be|must be|are|go|written|given)\s)?in\s"
    r"(?P<language>[A-Z][a-z]+)\b"
)
_NAMES: Final = {"우리말": "한국어", "한국말": "한국어", "국문": "한국어", "영문": "영어"}


def part_languages(text: str) -> tuple[tuple[str, str], ...]:
    """Return the parts that a text wants in a language of their own, each with that language.

    One that no list knows counts beside one that does: 속담은 영어로, 뜻은 한국어로.
    """
    text = text[:LONGEST]
    found = [*_korean(text), *((each["part"], each["language"]) for each in _ENGLISH.finditer(text))]
    return tuple(dict.fromkeys(found))


def spans_of_parts(text: str) -> tuple[tuple[int, int], ...]:
    """Return where a text names the language of a part."""
    matches = (*_PART.finditer(text), *_ENGLISH.finditer(text))
    return tuple(each.span() for each in matches) if part_languages(text) else ()


def _korean(text: str) -> list[tuple[str, str]]:
    matches = [each for each in _PART.finditer(text) if not _OF_WHOLE.match(each["part"].split()[-1])]
    is_known = any(re.search(rf"(?:{_KNOWN})$", each["part"]) for each in matches)
    parts = [each for each in matches if each["topic"] or re.search(rf"(?:{_KNOWN})$", each["part"])]
    return (
        [(_BEFORE.sub("", each["part"]), _NAMES.get(each["language"], each["language"])) for each in parts]
        if is_known
        else []
    )
