"""Roles: phrases that say who somebody is, and how they are taken from the head of a text."""

import re
from typing import Final

from core.prompting.understanding.manner import says_how
from core.prompting.understanding.predicates import read_predicate
from core.prompting.understanding.words import LONGEST, words

_ONE_SIDE: Final = 2
ROLE_WORDS: Final = 4  # 고2 영어 동아리 부장
_NOT_WHO: Final = re.compile(
    r"(?:님|팀|분|친구|엄마|아빠|어머니|아버지|아내|남편|아들|딸|동생|형|누나|언니|오빠|할머니|할아버지"
    r"|신랑|신부|커플|부부|가족|집사|외국인|사람|사용자|담당자?"
    r"|[은는이가을를의]|운영)$"
)
_OF_ROLE: Final = re.compile(
    r"^(?:교육|채용|면접|모집|자료|보고|대상|상담|평가|행사|회의|연수|출신|모임|전용|커뮤니티|동아리|준비|시험|역할|지원|소개|명단|의|및|[,(])"
)


def is_role(phrase: str) -> bool:
    """Whether a phrase says who somebody is: 고3, 구매팀 사원, 건축학과 1학년."""
    bare = re.sub(r"(?:입니다|이에요|예요|에요|이야|임|인데요?|이고요?|이라|야|이며)$", "", phrase.strip(" .!,~"))
    if re.search(
        r"(?:^|\s)(?:초|중|고|대)\s?[1-6]$|[0-9]학년(?: ?[0-9]반)?$|[0-9]+\s?년\s?차$|[0-9]+살$|[0-9]+대$|[0-9]+세$",
        bare,
    ):
        return True
    last = bare.rpartition(" ")[2]
    return bool(last) and any(last == role or (last.endswith(role) and len(role) > 1) for role in words("roles"))


def after_grade(clause: str) -> tuple[str, ...]:
    """Take a grade from the head of a clause that tells something else: 초3 우리집에 햄스터 새로 왔음."""
    found = re.match(r"^((?:초|중|고)\s?[1-6](?:\s(?:여자|남자|여학생|남학생))?(?:\s[0-9]+명)?)\s(?=\S+\s\S)", clause)
    if found and read_predicate(clause):
        return clause[: found.end()], clause[found.end() :]
    return (clause,)


def after_role(clause: str) -> tuple[str, ...]:
    """Take who asks from the head of a text without marks: 마케터 구독자 8천명 제목 후보 다섯 개."""
    words_ = clause.split(" ")
    if len(clause) > LONGEST:
        return (clause,)
    for number in range(min(ROLE_WORDS, len(words_) - _ONE_SIDE), 0, -1):
        role, rest = " ".join(words_[:number]), " ".join(words_[number:])
        if (
            not is_role(role)
            or re.search(r"[0-9]", role)
            or (number == 1 and role in words("readers"))
            or _NOT_WHO.search(role)
            or _OF_ROLE.match(rest)
        ):
            continue
        return (
            (f"{role} ", rest)
            if re.search("[0-9]", rest)
            or says_how(rest)
            or ((predicate := read_predicate(rest)) and predicate.mood.demands)
            else (clause,)
        )
    return (clause,)
