"""Audiences: whom the answer is for, told from the answer to question 6."""

import re
from enum import StrEnum
from typing import Final

from core.choices import Level


class Audience(StrEnum):
    """A kind of reader; what it asks of a text is the locale's wording."""

    CHILD = "child"
    TEENAGER = "teenager"
    STUDENT = "student"
    EXPERT = "expert"
    BEGINNER = "beginner"
    PUBLIC = "public"


_OF_CHOICE: Final = {
    Level.ELEMENTARY: Audience.CHILD,
    Level.HIGH_SCHOOL: Audience.TEENAGER,
    Level.UNIVERSITY: Audience.STUDENT,
    Level.EXPERT: Audience.EXPERT,
}
_TOLD_BY: Final = (
    (
        Audience.BEGINNER,
        r"초보|입문|비전공|비개발|신입|처음|왕초보|초심자|인턴|beginner|novice|newcomer|new hire|non-?technical|intern\b",
    ),
    (
        Audience.CHILD,
        r"초등|유치원|유아|어린이|아이|꼬마|[1-9]살|1[0-2]살|child|kid|elementary|preschool|primary school",
    ),
    (Audience.TEENAGER, r"중학|고등|고[1-3]\b|중[1-3]\b|청소년|십대|수험생|teen|middle school|high school|secondary"),
    (
        Audience.EXPERT,
        r"전문|전공자|석사|박사|대학원|교수|연구원|연구자|의사|변호사|개발자|엔지니어|실무자|경력|임원"
        r"|expert|professional|phd|graduate|researcher|engineer|developer|doctor|lawyer|executive",
    ),
    (Audience.STUDENT, r"대학|학부|university|college|undergrad|student"),
)
_PATTERNS: Final = tuple((audience, re.compile(pattern, re.IGNORECASE)) for audience, pattern in _TOLD_BY)


def read_audience(answer: Level | str) -> Audience:
    """Return the kind of reader that an answer names; the general public when it names none that is known."""
    if isinstance(answer, Level):
        return _OF_CHOICE[answer]
    return next((audience for audience, pattern in _PATTERNS if pattern.search(answer)), Audience.PUBLIC)
