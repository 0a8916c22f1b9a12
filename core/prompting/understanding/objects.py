"""Objects: nouns before a Korean verb get the particle that casual text leaves out."""

import re
from functools import cache
from typing import Final

from core.privacy.final_sound import Ending, ending
from core.privacy.particles import Particle, attach
from core.prompting.understanding.hangul import is_syllable
from core.prompting.understanding.verbs import is_adjective, is_intransitive, stem_of_infinitive
from core.prompting.understanding.words import endings, words

_ENDS_LIKE_PARTICLE: Final = re.compile(
    r"(?:을|를|은|는|이|가|도|만|로|에|께|서|게|히|고|과|와|랑|까지|부터|처럼"
    r"|같이|마다|대로|밖에|보다|엔|에선|보단|론|요|며|면|의|든|든지|거나|지만|도록|려고|러)$"
)


CONNECTED: Final = re.compile(r"(?:에|해|아|어|여|라|면|워|와|려|서|꺼|로|써|겨|져|께|눠|꿔|춰|쳐)서$")


_NATIVE: Final = "한|두|세|네|다섯|여섯|일곱|여덟|아홉|열"


ADDED: Final = frozenset({"들어가", "들어있", "있", "포함되", "들어오"})


def as_object(before: str) -> str:
    """Return what stood before 있다 as the object of 넣다: 버튼이 → 버튼을."""
    text = before.rstrip()
    head, blank, last = text.rpartition(" ")
    if head and is_adverb(last):
        return f"{as_object(head)} {last}"
    is_counter = re.match(r"(?:개|가지|명|번|줄|문장)(?:은|는|이|가|도|만|씩)?$", last) is not None
    if head and (
        re.match(rf"(?:[0-9]+|{_NATIVE})\S*$", last)
        or (is_counter and re.search(rf"(?:[0-9]|(?:^|\s)(?:{_NATIVE}))$", head))
    ):
        return (
            f"{as_object(head)} {last}"
            if re.search(r"[이가]$", head) or re.match(rf"(?:[0-9]+|{_NATIVE})$", head.rpartition(" ")[2])
            else with_object(text + " ", "넣").rstrip()
        )
    if head and (re.fullmatch(_NATIVE, last) or re.fullmatch("하나(?:는|만|도)?", last)):
        return f"{as_object(head)} {last}"
    if re.search(r"(?:이|가)$", last) and last not in words("particle_nouns") and len(last) > 1:
        noun = last[:-1]
        is_subject = last.endswith("이") == (ending(noun) is not Ending.VOWEL)
        last = attach(noun, Particle.OBJECT) if is_subject else attach(last, Particle.OBJECT)
        return head + blank + last
    return with_object(text + " ", "넣").rstrip()


_WHICH: Final = re.compile(r"(?:무엇|뭐|어느|어떤|누구|어디|언제|얼마|어떻게|몇)\S*\s")
_EASILY: Final = frozenset({"좋게", "쉽게", "편하게", "어렵게", "힘들게"})


def with_object(before: str, stem: str) -> str:  # noqa: C901, PLR0911 - one line for each kind of phrase
    """Return what stands before a verb with 을/를 behind a bare noun: "주석 많이 " → "주석을 많이 "."""
    text = before.rstrip()
    if text.endswith("지") and (
        stem in {"않", "말", "못하"} or _WHICH.search(text)
    ):  # 쓰지 않습니다, 무엇을 살지 고릅니다
        return before
    if (
        text.rpartition(" ")[2] not in words("particle_nouns")
        and stem in {"두", "놓", "주", "보", "버리", "내"}
        and stem_of_infinitive(text.rpartition(" ")[2])
    ):  # 비워 두고
        return before
    if not text or is_adjective(stem) or (is_intransitive(stem) and stem not in ADDED):
        return before
    space = before[len(text) :] or " "
    parts = text.split(" ")
    at = len(parts) - 1
    if at > 0 and parts[at] in _EASILY and parts[at - 1].endswith("기"):  # 외우기 쉽게 정리합니다
        return before
    while at > 0 and (is_adverb(parts[at]) or parts[at] in {"안", "못", "더"}):
        at -= 1
    if not re.search(r"[을를](?:\s|$)", text):
        while at > 0 and (parts[at] in words("manners") or is_adverb(parts[at])):
            at -= 1
    if (
        at > 0
        and re.search(r"[을를](?:\s|$)", " ".join(parts[:at]))
        and re.match(rf"(?:하나|둘|셋|[0-9]+\S*|(?:(?:{_NATIVE})\s)?(?:개|가지|줄|번|문장|장|명|쪽|편))$", parts[at])
    ):
        return before
    if re.search(rf"(?:^|\s)(?:[0-9]+\s?|(?:{_NATIVE})\s)번$|(?:^|\s)때$", text):  # 두 번 반복
        return before
    if at >= 0 and is_bare_noun(parts[at]):
        parts[at] = attach(parts[at], Particle.OBJECT)
    return " ".join(parts) + space


def is_adverb(word: str) -> bool:
    """Whether a word may stand between an object and its verb: 많이, 짧게, 정확히."""
    return word in words("adverbs") or (len(word) > 1 and word.endswith(("하게", "히", "롭게", "스럽게")))


def is_bare_noun(word: str) -> bool:  # noqa: PLR0911 - one line for each kind of clause
    """Whether a word is a noun with no particle behind it."""
    bare = word.rstrip("”’\"')]}")
    if not bare or word[-1] in ",:;":
        return False
    if word != bare:
        return True
    if not is_syllable(bare[-1]):
        return bare[-1].isalnum()
    if bare in words("bare_requests"):  # 고쳐 쓰다
        return False
    if bare in words("particle_nouns") or bare.endswith(_noun_endings()):
        return True
    if len(bare[:-1]) > 1 and bare.endswith("서") and not CONNECTED.search(bare):
        return True
    if is_adverb(bare) or _ENDS_LIKE_PARTICLE.search(bare) or bare in {"안", "못", "더", "및", "또는", "그"}:
        return False
    return not _not_nouns().search(bare)


@cache
def _noun_endings() -> tuple[str, ...]:
    return tuple(noun for noun in endings("particle_nouns") if noun[-1] not in "도가이로만은는을를")


@cache
def _not_nouns() -> re.Pattern[str]:
    return re.compile("|".join(sorted(words("not_nouns"))))
