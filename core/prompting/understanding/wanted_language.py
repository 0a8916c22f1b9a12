"""The language that a text wants the whole answer in."""

import re
from typing import Final

from core.prompting.languages import NamedLanguage, languages_in
from core.prompting.understanding.part_languages import spans_of_parts
from core.prompting.understanding.words import LONGEST

_IN_LANGUAGE: Final = re.compile(
    r"(?P<written>영문|국문|일문|중문)(?:으로|\s?(?:보고서|메일|이메일|이력서|자소서|초록|계약서|신고서"
    r"|공문|레터|소개서|번역|안내문|공지|제안서|문서|버전))"
    r"|(?P<spoken>[가-힣]{0,6}(?:한국어|영어|일본어|일어|중국어|중문|스페인어|프랑스어|불어|독일어|베트남어"
    r"|러시아어|태국어|인도네시아어|몽골어|아랍어|포르투갈어|이탈리아어))로\s?(?:된\s)?(?:\S+\s)?"
    r"(?:써|쓰|쓴|작성|답|적|보내|만들|번역|옮|바꿔|해\s?줘|부탁|정리|설명|$)"
    r"|\b(?:in|into) (?P<english>english|korean|japanese|chinese|spanish|french|german|vietnamese)\b",
    re.IGNORECASE,
)
_WRITTEN_IN: Final = {"영문": "영어", "국문": "한국어", "일문": "일본어", "중문": "중국어"}


def wanted_language(text: str) -> NamedLanguage | None:
    """Return the language in which a text wants the whole answer; none for that of a part or of a source."""
    text = text[:LONGEST]
    parts = spans_of_parts(text)
    for found in _IN_LANGUAGE.finditer(text):
        before = text[: found.start()]
        part = re.search(
            r"(?:주석|설명|뜻|해석|제목|발음|예문|변수명|메뉴명|이름|comments?|explanations?"
            r"|notes|titles?)(?:\S*\s){0,2}$",
            before,
            re.IGNORECASE,
        )
        is_of_part = any(start <= found.start() < end for start, end in parts)
        if part or is_of_part or _is_source(text, found):
            continue
        name = _WRITTEN_IN.get(found["written"] or "", found["spoken"] or found["english"] or "")
        named = languages_in(name)
        if named:
            return named[0]
    return None


def _is_source(text: str, found: re.Match[str]) -> bool:
    """Whether the language is that of what is translated (영문 계약서를 한국어로 번역)."""
    if not found["written"] or found.group().endswith("으로"):
        return (
            re.match(r"\s?(?:된|쓴|쓰인|적힌|작성된)", text[found.end("spoken") + 1 :] if found["spoken"] else "")
            is not None
        )
    behind = text[found.end() :]
    reads = re.search(r"요약|번역|옮[겨기]|검토|해석|읽|분석|이해|다듬|교정|첨삭|확인|봐", behind)
    return bool(reads) and re.match(r"(?:을|를|\s|$)", behind) is not None and not re.match(r"(?:으로|로)", behind)
