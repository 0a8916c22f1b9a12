"""Objects: nouns before a Korean verb get the particle that casual text leaves out."""

import re
from functools import cache
from typing import Final

from core.privacy.korean.hangul import final, is_syllable, with_final
from core.privacy.korean.particles import Particle, attach
from core.prompting.understanding.verbs import is_adjective, is_intransitive, is_known, stem_of_infinitive
from core.prompting.understanding.words import endings, words

_ENDS_LIKE_PARTICLE: Final = re.compile(
    r"(?:을|를|은|는|이|가|도|만|로|에|께|서|게|히|고|과|와|랑|까지|부터|처럼"
    r"|한테|같이|마다|대로|밖에|보다|엔|에선|보단|론|요|며|면|의|든|든지|거나|지만|도록|려고|러)$"
)


CONNECTED: Final = re.compile(r"(?:에|해|아|어|여|라|면|워|와|려|서|꺼|로|써|겨|져|께|눠|꿔|춰|쳐)서$")


_NATIVE: Final = "한|두|세|네|다섯|여섯|일곱|여덟|아홉|열"


_IN_GROUPS: Final = re.compile(r"[가-힣]{2}별$|(?:[키기리치히우추]|[하되시])고$")  # 모델별, 남기고
_EASILY: Final = frozenset({"좋게", "쉽게", "편하게", "어렵게", "힘들게"})


def with_object(before: str, stem: str) -> str:
    """Return what stands before a verb with 을/를 behind a bare noun: "주석 많이 " → "주석을 많이 "."""
    text = before.rstrip()
    if is_verb(text.rpartition(" ")[2]):  # 비워 두고, 갈라 적습니다
        return before
    if not text or is_adjective(stem) or is_intransitive(stem):
        return before
    space = before[len(text) :] or " "
    parts = text.split(" ")
    at = len(parts) - 1
    if at > 0 and parts[at] in _EASILY and parts[at - 1].endswith("기"):  # 외우기 쉽게 정리합니다
        return before
    while at > 0 and (is_adverb(parts[at]) or parts[at] in {"안", "못", "더"}):
        at -= 1
    while at > 0 and parts[at].endswith(("한테", "에게", "께")):  # 차이 동생한테 설명: to whom
        at -= 1
    if not re.search(r"[을를](?:\s|$)", text):
        while at > 0 and (parts[at] in words("manners") or is_adverb(parts[at])):
            at -= 1
    if (
        at > 0
        and any(part[-1:] in "을를" and not is_known(part[:-1]) for part in parts[:at])
        and re.match(rf"(?:하나|둘|셋|[0-9]+\S*|(?:(?:{_NATIVE})\s)?(?:개|가지|줄|번|문장|장|명|쪽|편))$", parts[at])
    ):
        return before
    if at >= 0 and is_bare_noun(parts[at]) and not _IN_GROUPS.search(parts[at]):
        parts[at] = attach(parts[at], Particle.OBJECT)
    return " ".join(parts) + space


def is_verb(word: str) -> bool:
    """Whether a word is a verb in 아/어, and no noun that ends so: 비워, 갈라; 이해, 문제."""
    stem = stem_of_infinitive(word) if word[-1:] != "해" and word not in words("particle_nouns") else None
    return stem is not None and stem != word and is_known(stem)


def is_adnominal(word: str) -> bool:
    """Whether a word is a verb before its noun: 들어갈, 쓰는; 스케줄 and 역할 are nouns."""
    if word.endswith("는") or len(word) == 1 or word in {"역할", "분할"}:
        return word.endswith("는")
    return final(word[-1]) == "ㄹ" and is_known(with_final(word, ""))


def is_adverb(word: str) -> bool:
    """Whether a word may stand between an object and its verb: 많이, 짧게, 정확히."""
    half = len(word) // 2
    is_doubled = half > 1 and word[:half] == word[half:]  # 차근차근
    return word in words("adverbs") or is_doubled or (half > 0 and word.endswith(("하게", "히", "롭게", "스럽게")))


def is_bare_noun(word: str) -> bool:  # noqa: PLR0911 - one line for each kind of clause
    """Whether a word is a noun with no particle behind it."""
    bare = word.rstrip("”’\"')]}")
    if not bare or word[-1] in ",:;":
        return False
    if word != bare:
        return True
    if not is_syllable(bare[-1]):
        return bare[-1].isalnum()
    if bare in words("bare_requests") or bare in {"걸", "건", "게"}:  # 고쳐 쓰다, 다음 걸
        return False
    if bare in words("particle_nouns") or bare.endswith(_noun_endings()):
        return True
    if len(bare[:-1]) > 1 and bare.endswith("서") and not CONNECTED.search(bare):
        return True
    if bare.endswith("지") and final(bare[-2:-1]) in {"ㄴ", "ㄹ"}:  # 범인이 누군지, 얼마나 될지
        return False
    if bare.endswith("거") or is_adnominal(bare):  # 돌릴거 씁니다, 납득할 만하게
        return False
    if is_adverb(bare) or _ENDS_LIKE_PARTICLE.search(bare) or bare in {"안", "못", "더", "및", "또는", "그"}:
        return False
    return not _not_nouns().search(bare)


@cache
def _noun_endings() -> tuple[str, ...]:
    return tuple(noun for noun in endings("particle_nouns") if noun[-1] not in "도가이로만은는을를")


@cache
def _not_nouns() -> re.Pattern[str]:
    return re.compile("|".join(sorted(words("not_nouns"))))
