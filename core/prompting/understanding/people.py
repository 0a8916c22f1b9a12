"""People: whether a Korean phrase names somebody, and where it begins.

The words are those of `readers.toml` and of the lists that the models know; a word that ends in one of two syllables or
more is one too (구매담당자, 연구소장).
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from core.privacy.korean.hangul import final, with_final
from core.privacy.korean.titles import RANKS
from core.prompting.understanding.predicates import read_predicate
from core.prompting.understanding.verbs import is_known
from core.prompting.understanding.words import table, words

MARKS: Final = " \n\t.,!?~:;()ㅋㅎㅠㅜ"
_UNIT: Final = r"(?:명|분|곳|가구|세대|팀|개사|개교|반)(?:쯤|정도|남짓)?"
_COUNTED: Final = re.compile(
    rf"^(?:약|총)?(?:[0-9][0-9,]*(?:여|몇)?|두|세|네|다섯|여섯|일곱|여덟|아홉|열|몇|여러){_UNIT}$"
)
_UNIT_ALONE: Final = re.compile(rf"^{_UNIT}$")
_NUMBER: Final = re.compile(r"^(?:[0-9][0-9,]*(?:여|몇|개)?|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|몇|여러)$")
_ALL: Final = frozenset({"모두", "전원", "전체"})
_DETERMINES: Final = frozenset({"각", "담당", "새", "옛", "전", "타"})
_TIME: Final = re.compile(
    r"^(?:다음|이번|지난|오늘|내일|모레|어제|주|달|주말|평일|오전|오후|아침|점심|저녁|밤|[월화수목금토일]요일|[0-9]+(?:년|월|일|시|분|주|개월)(?:차)?)$"
)
_WHETHER: Final = re.compile(r"(?:[은는인한될할볼쓸갈올줄]|뭔|건|런|떤|을)지$")  # 블랙홀이 뭔지; but 육지 사람들
_NUMBERED: Final = re.compile(
    r"(?:[0-9](?:명|학년|세대|가구)|[1-9]0대)(?:\s?(?:초반|중반|후반|이상|이하|전체|모두))?$|^[초중고대][1-6]$|\}$"
)
_COURTEOUS: Final = re.compile(r"(?<=[가-힣A-Za-z}])(?:님들|분들|쌤들|님|쌤|샘|씨|들)$")
_SUFFIXED: Final = re.compile(r"[가-힣]{2}(?:자|생|(?<![만천백십])원|(?<!적)인|객|민|장|관|층|족)$")
_IN_GROUPS: Final = re.compile(
    r"[가-힣A-Z](?:팀|부서|청|센터|본부|네|댁|측)$|[가-힣A-Z]{2}(?:과|부|처|실|국|사|회|소|반)$"
)
_SELF: Final = re.compile(
    r"^(?:나|저|우리|저희|너|당신|ai|챗gpt|지피티|자신|본인|서로|혼자|스스로|내|제|누구|아무|모두|여러분)$",
    re.IGNORECASE,
)
_MOST_WORDS: Final = 6
# What stands before it and is no part of it: a particle, an ending, money and dates.
_ENDS: Final = re.compile(
    r"(?:은|는|이|가|을|를|도|만|에|로|으로|에서|까지|부터|에게|한테|께|께서|마다|보다|처럼|고|며|면|서|데|니까|니|요|다|라|줘|죠|게|때|전|후|뒤"
    r"|것|거|거라|동안|음|임|함|됨|[0-9만천백]원|개|[0-9](?:년|월|일|시|분|쪽|장|kg|g))$"
)
_JOINS: Final = re.compile(r"(?<=[가-힣A-Z}])(?:이랑|랑|과|와|하고|,)$")
_OBJECT: Final = re.compile(r"\S(?:을|를|에|에서|이|가|으로|게|다고|히)$")
_PLAIN: Final = re.compile(r"^[\w{}()·~,%]+$")
# How old or far somebody is who writes (화공과 3학년 | 교수님), unless it is told of a child (초3 아들, 2학년 5개 반).
_OWN_AGE: Final = re.compile(r"(?:학년|살|년차|졸업반|후보|지망)$|^[초중고대][1-6]$")
_CHILD: Final = re.compile(r"학생|아이|애들?|아들|딸|동생|조카|손[주녀자]|자녀|반|[0-9]|학부모|친구|남|여|꼬마|쌍둥이")
_HOW_LONG: Final = frozenset({"갓", "막", "새로", "이제", "주로", "처음"})
_TOPIC: Final = re.compile(r"^\S{1,9}[은는]$")


@cache
def listed(name: str) -> frozenset[str]:
    """Return one list of `readers.toml`; `_` in a word is a blank."""
    return frozenset(word.replace("_", " ") for word in str(table("readers.toml")[name]["words"]).split())


@cache
def _endings(name: str) -> tuple[str, ...]:
    return tuple(sorted(word for word in listed(name) if len(word) > 1))


@cache
def _people() -> frozenset[str]:
    return (listed("people") | words("readers") | words("roles") | RANKS) - listed("things")


@cache
def _people_endings() -> tuple[str, ...]:
    return tuple(sorted(word for word in _people() if len(word) > 1))


def ends_in(word: str, name: str) -> bool:
    """Whether a word is one of a list of `readers.toml`, or ends in one of two syllables or more."""
    return word in listed(name) or word.endswith(_endings(name))


def is_self(phrase: str) -> bool:
    """Whether a phrase is whoever asks, or the AI."""
    return _SELF.match(phrase) is not None


def names_person(phrase: str) -> bool:
    """Whether a noun phrase names somebody: 환자분들, 학부모 90명, 베트남 근로자, 50대 이상."""
    return _names(_without_number(phrase).split(" "))


def is_said_to_be_person(word: str) -> bool:
    """Whether a word is listed for somebody, however it ends otherwise: 학부모, 기존 회원들, but no 헬스장."""
    bare = _COURTEOUS.sub("", word)
    return word not in listed("groups") and any(
        form in listed("people") or form in words("readers") or form.endswith(_listed_endings())
        for form in (word, bare)
    )


@cache
def _listed_endings() -> tuple[str, ...]:
    return tuple(sorted(word for word in listed("people") | words("readers") if len(word) > 1))


def names_group(phrase: str) -> bool:
    """Whether a noun phrase names a body that is sent to: 이사회, 구청 건축과, 거래처 40여 곳."""
    last = _without_number(phrase).rpartition(" ")[2]
    if not last or is_self(last) or last in listed("things") - listed("groups"):
        return False
    return ends_in(last, "groups") or _IN_GROUPS.search(last) is not None


def _without_number(phrase: str) -> str:
    parts = phrase.split(" ")
    while (size := _size_of_number(parts)) and len(parts) > size:
        del parts[-size:]
    return " ".join(parts)


def _size_of_number(parts: Sequence[str]) -> int:
    """Return how many words at the end only count: 14명, 세 분, 전체."""
    if _COUNTED.match(parts[-1]) or parts[-1] in _ALL:
        return 1
    return 2 * (len(parts) > 1 and _UNIT_ALONE.match(parts[-1]) is not None and _NUMBER.match(parts[-2]) is not None)


def _names(parts: Sequence[str]) -> bool:
    last = parts[-1]
    if not last or is_self(last):
        return False
    if _NUMBERED.search(" ".join(parts[-2:])) or _NUMBERED.search(last):
        return True
    if re.search(r"[0-9]분$", last):
        return False
    forms = {last, re.sub(r"(?:분|님)?들$", "", last), re.sub(r"(?:들|분)$", "", last), _COURTEOUS.sub("", last)} - {""}
    if not listed("things").isdisjoint({last, last.removesuffix("들")}) or any(map(is_self, forms)):
        return False
    if len(forms) > 1 and len(min(forms, key=len)) > 1:
        return True
    return any(
        form in _people() or form.endswith(_people_endings()) or _SUFFIXED.search(form) is not None for form in forms
    )


def phrase_of(parts: Sequence[str]) -> str:
    """Return the noun phrase at the end of some words: 신청은 2일 강아지 처음 키우는 분들 → 강아지 처음 키우는 분들."""
    at = len(parts) - 1
    at = max(at - _size_of_number(parts), 0)
    described = False
    while at > 0 and len(parts) - at < _MOST_WORDS and (kind := _before(parts[at - 1], described=described)):
        if _OWN_AGE.search(parts[at - 1]) and not _CHILD.match(parts[at]):
            break
        described = kind == "described" or (described and kind != "joined")
        at -= 1
    while at < len(parts) - 1 and parts[at] in words("adverbs") | words("fillers"):
        at += 1
    return " ".join(parts[at:]).strip(" ,.")


def _before(word: str, *, described: bool) -> str:
    """Say how a word belongs to the person named behind it; nothing where it does not."""
    is_how = word in words("adverbs")
    if word in words("fillers") or _TIME.match(word) or _WHETHER.search(word) or not _PLAIN.match(word):
        return ""
    if _TOPIC.match(word) and word[:-1] in listed("texts"):
        return ""  # 이 글은 고객사 임원에게
    if word not in _DETERMINES and describes(word):
        return "described"
    joined = _JOINS.sub("", word)
    if joined != word:
        return "joined" if _names([joined]) or names_group(joined) else ""
    if described and not _TOPIC.match(word) and (is_how or word in _HOW_LONG or _OBJECT.search(word)):
        return "within"
    is_noun = word in _DETERMINES or word in words("particle_nouns") or _names([word])
    return "noun" if is_noun or not (is_how or _ENDS.search(word) or read_predicate(word)) else ""


def describes(word: str) -> bool:
    """Whether a word is a verb or adjective before a noun: 키우는, 받은, 딴, 하신."""
    if word in words("attributive_ends") or word.endswith(("의", "같은", "아닌")):
        return word not in words("particle_nouns")
    stem, last = word[:-1], word[-1:]
    if last == "던" and stem and final(stem[-1]) == "ㅆ":
        return True
    if last in {"는", "은", "던"}:
        return bool(stem) and is_known(stem.removesuffix("시"))
    if last and "가" <= last <= "힣" and final(last) == "ㄴ":
        return is_known((stem + with_final(last, "")).removesuffix("시")) and len(word) > 0
    return False
