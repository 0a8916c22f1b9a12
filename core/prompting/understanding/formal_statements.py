"""Formal statements: what is so as typed, its casual end put formally where that is surely read; no other word changes.

An end in -ㅁ leaves open when something is done (관측함: did, or does), so only one that describes is turned.
"""

import re
from typing import Final

from core.privacy.korean.hangul import ending_in, final, is_korean
from core.prompting.understanding.predicates import Mood, Predicate, read_predicate
from core.prompting.understanding.role_phrases import is_role
from core.prompting.understanding.verbs import formal, is_adjective
from core.prompting.understanding.words import LONGEST, endings, words

_PAST: Final = f"{ending_in('ㅆ')}없"
_BARE_END: Final = re.compile(r"[\s.!~]*$")
_ENDS: Final = tuple(
    (re.compile(pattern), becomes)
    for pattern, becomes in (
        (r"아니(?:에요|예요)$", "아닙니다"),
        (rf"(?<=[{ending_in('ㄹ')}])\s?거(?:예요|에요|야|임)$", " 겁니다"),
        (r"(?<=\s)거(?:예요|에요|야|임)$", "것입니다"),
        (r"(?<=[가-힣A-Za-z0-9)%}])(?:이에요|이예요|예요|에요)$", "입니다"),
        (r"(?<=[A-Za-z0-9%}])(?:이?야|임)$", "입니다"),
        (rf"(?<=[{_PAST}])(?:어요?|음)$", "습니다"),
        (r"(?<=[가-힣])야\s?(?:해요?|함|돼요?|됨)$", "야 합니다"),
        (r"(?<=고\s싶)(?:어요?|음)$", "습니다"),
        (rf"(?<=[{_PAST}])(?:고|으며)$", "습니다"),
        (r"(?<=[가-힣A-Za-z0-9)%}])이(?:고|며)$", "입니다"),
    )
)
_COPULA: Final = re.compile(r"(?:이야|야|임)$")  # behind who somebody is: 총무임, 봉사자야
# Ends in 아 or 어 that are no end of a sentence, and forms of two verbs: 걸어요 is of 걷다 and of 걸다.
_OPEN: Final = re.compile(
    r"(?:[서데고면네군죠래대라까게둬]|거든|니까|지만)요?$|(?:^|\s)(?:걸|들|물|불|지|부|이|실|나|까|뜨|내리)[어아]요?$"
)


def state(sentence: str) -> str:
    """Return a sentence with its end put formally and a full stop, as typed where its end is not surely read."""
    text = _BARE_END.sub("", sentence)
    if len(text) > LONGEST or "\n" in text or text.endswith("?") or not is_korean(text):
        return sentence
    for pattern, becomes in _ENDS:
        if pattern.search(text):
            return f"{pattern.sub(becomes, text)}."
    if (copula := _COPULA.search(text)) and is_role(text) and not _is_noun(text):
        return f"{text[: copula.start()]}입니다."
    predicate = read_predicate(text)
    if predicate and predicate.mood is Mood.TOLD and _is_sure(predicate, text):
        return f"{predicate.before}{formal(predicate.stem)}."
    return sentence


def _is_noun(text: str) -> bool:
    last = text.rpartition(" ")[2]  # 담임 and 주임 end in no copula
    return last in words("m_nouns") or last.endswith(endings("m_nouns"))


def _is_sure(predicate: Predicate, text: str) -> bool:
    describes = is_adjective(predicate.stem) or predicate.stem.endswith(("않", "못하"))
    if predicate.ending == "ᆷ":
        return describes
    if predicate.ending not in {"", "요"} or _OPEN.search(text):
        return False
    return predicate.form not in words("bare_requests") and not final(text.removesuffix("요")[-1])
