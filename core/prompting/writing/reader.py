"""The reader: who gets the answer, with what else was said of them."""

import re
from typing import Final

from core.choices import Level
from core.prompting.brief import Brief
from core.prompting.understanding.facts import state
from core.prompting.understanding.understanding import Understanding
from core.prompting.writing.phrases import phrase

_MORE_THAN_A_NAME: Final = 4  # characters behind a reader's name that say no more than that they read (볼 예정)
_ABOUT_A_NAME: Final = 6  # and before it: 받는 사람은
_NAMED: Final = re.compile(
    r"^(?:읽는|받는|보는|듣는)\s?(?:사람|분|이)(?:들)?[은는이:]\s\S+(?:\s\S+){0,5}$"
)  # and no more
_THING: Final = re.compile(r"(?:종이|글|자료|파일|문서|메일|편지|표|안내문|것|거)$")  # 환자분들에게 나눠주는 종이
_GOING_TO: Final = re.compile(r"(?<=[볼실을릴낼줄할])\s(?:것|거)$")
_ONLY_READS: Final = re.compile(r"^(?:같이|함께|다|모두|다들|꼭)\s|\s예정$")  # 폰으로 볼 예정 says more
_READS: Final = re.compile(r"^(?:들|분들)?(?:이|가|께서|은|는|도|만|께|에게|한테|에)?\s")


def reader_line(understanding: Understanding) -> str:
    """Return who reads, and in brackets what else was said of it: 학부모님(아이랑 같이 읽을 예정)."""
    name = understanding.audience
    for clause in understanding.introduction.readers:
        before, _, after = clause.partition(name)
        more = _GOING_TO.sub(" 예정", state(_READS.sub("", after)).strip())
        is_said = (
            len(state(_READS.sub("", after).strip())) > _MORE_THAN_A_NAME or len(_ONLY_READS.sub("", more).split()) > 1
        )
        if len(before) > _ABOUT_A_NAME or not is_said:
            continue
        if _THING.search(more):
            return name
        return f"{name}({more})" if more else name
    return name


_PUBLIC: Final = re.compile(r"일반인|일반 ?(?:사람|대중|독자)|누구나|대중|anyone|general public", re.IGNORECASE)
# How hard the words may be, and not who reads: 쉬운 한국어, 할머니도 알게.
_MEASURE: Final = re.compile(
    r"쉬운|쉽게|알게|알아듣|이해하게|TOPIK|토픽|JLPT|HSK|[1-9]급|초급|중급|고급|기초|수준|정도|\b(?:easy|simple|plain|basic|level)\b",
    re.IGNORECASE,
)
# What is said to people, and read by whoever says it.
_SPEECH: Final = re.compile(r"축사|연설|스피치|주례사|강연|송사|답사(?!기)|건배사|\b(?:speech|toast)\b", re.IGNORECASE)
_PUPILS: Final = re.compile(r"중고등학생|중고생|중학생")


def level_line(brief: Brief, understanding: Understanding) -> str:
    """Say how hard the answer may be; a typed level that is no measure says who reads (경찰 조사관)."""
    locale, level = understanding.locale, brief.level
    if isinstance(level, Level):
        return phrase(locale, "audience.level", level=phrase(locale, f"level.{level}"))
    for name, pattern in (("public", _PUBLIC), ("pupils", _PUPILS)):
        if pattern.fullmatch(level):
            return phrase(locale, "audience.level", level=phrase(locale, f"level.{name}", level=level))
    is_measure = understanding.audience or _MEASURE.search(level)
    if is_measure:
        return phrase(locale, "audience.level", level=level)
    return phrase(locale, "audience.heard" if _SPEECH.search(brief.purpose) else "audience.typed", level=level)
