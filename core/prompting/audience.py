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
# The first that fits counts: a parent of children reads as an adult.
_TOLD_BY: Final = {
    Audience.PUBLIC: r"부모|보호자|교사|선생|어르신|시민|고객|일반인|parents|teachers|seniors|customers|general public",
    Audience.BEGINNER: (
        r"초보|입문|비전공|비개발|신입|처음|초심자|인턴"
        r"|beginner|novice|newcomer|new hire|non-?technical|intern\b|first[- ]time"
    ),
    Audience.CHILD: (
        r"초등|유치원|유아|어린이|아이(?!디|폰|템)|꼬마|\b(?:[1-9]|1[0-2])\s?살"
        r"|child|kid|elementary|preschool|primary school"
    ),
    Audience.TEENAGER: r"중학|고등|고[1-3]\b|중[1-3]\b|청소년|십대|수험생|teen|middle school|high school|secondary",
    Audience.EXPERT: (
        r"전문|전공자|석사|박사|대학원|교수|연구원|연구자|의사|변호사|개발자|엔지니어|실무자|경력|임원"
        r"|expert|professional|phd|graduate|researcher|engineer|developer|doctor|lawyer|executive"
    ),
    Audience.STUDENT: r"대학|학부생|university|college|undergrad|student",
}
_PATTERNS: Final = {audience: re.compile(words, re.IGNORECASE | re.ASCII) for audience, words in _TOLD_BY.items()}


def read_audience(answer: Level | str) -> Audience:
    """Return the kind of reader that an answer names; the general public when it names none that is known."""
    if isinstance(answer, Level):
        return _OF_CHOICE[answer]
    return next((audience for audience, pattern in _PATTERNS.items() if pattern.search(answer)), Audience.PUBLIC)
