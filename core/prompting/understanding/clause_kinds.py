"""Kinds of clauses: what a clause can be, and what one surely is by its own words, whatever the tagger took it for."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from core.privacy.korean.hangul import is_korean
from core.prompting.understanding.readership import is_named_alone, names_reader
from core.prompting.understanding.sentences import BULLET
from core.prompting.understanding.words import LONGEST, alternatives

_COURTESY: Final = re.compile(
    r"^(?:please|pls|plz|thanks|thank you"
    r"|부탁(?:드려요|드립니다|해요)|안녕(?:하세요|하십니까)?|감사(?:합니다|해요)|고맙습니다|(?:딱히\s|특별히\s)?없(?:음|어요?|습니다)|none)\W*$",
    re.IGNORECASE,
)
_EXAMPLE: Final = re.compile(
    r"^(?P<mark>(?P<input>입력\s*)?(?:출력\s*)?(?:예|예시|예문|예제|샘플)\s*(?:문장"
    r"|입력|출력)?\s*[:：)]\s*|예를 들(?:면|어)[, ]+|"
    r"(?:for example|e\.g\.|(?:sample|example)(?P<input_en> input)?(?: output| sentence)?)\s*[:,]?\s+)(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_OF_INPUT: Final = re.compile(r"되어 ?있|돼 ?있|들어 ?있|들어옵|들어와|입력|input|looks like|comes in", re.IGNORECASE)
# An ending that asks somebody to do something, and cannot state a fact.
_REQUESTS: Final = re.compile(
    r"[가-힣]\s?(?:(?<!안)(?<!안 )(?<!못)(?<!못 )줘요?|주(?:셨|시)으?면 (?:합니다|해요|함)|주세요|주십시오|주시고"
    r"|주시면 (?:돼요|됩니다|좋겠\S*|감사\S*)"
    r"|지\s?(?:마세요|말아\S*|말 것|말고)|바랍니다|(?:나오|보이|들어가|있)게요?)[.!~ㅎㅋㅠ\s]*$"
    r"|[가-힣][은는도]\s?(?:제외(?:합니다|해요|함|하고)|빼고|뺄게요|뺌)[.!~ㅎㅋㅠ\s]*$"
    r"|^(?:\S+\s){0,2}\S+(?<!기)\s싫(?:음|어요?|습니다)[.!]?$"
)
# CTO가 영어권이라: what is so with who reads
_BEING: Final = re.compile(rf"(?:{alternatives('readers')})\S{{0,2}}\s\S*(?:이라|라서|인데|이고)[.,]?$")
# 칸은 날짜, 학생명, 다음 조치; '배경-내용-결과' 순서로 낸다고 하셨어요
_LISTS: Final = re.compile(
    r"^(?:칸|열|컬럼|항목|목차|기준|구성)(?:은|는|:)\s[^,]+,[^,]+|['‘“\"][^'’”\"]+[-→,/][^'’”\"]+['’”\"]\s?(?:의\s)?순(?:서)?(?:대)?로"
)
_SIZE_ALONE: Final = re.compile(
    r"^(?:약|총|한)?\s?[0-9][0-9,]*\s?(?:자|글자|단어|줄|문장|문단|쪽|페이지|개|가지|군데|문항|문제)\s?(?:쯤|정도|내외|이내|이하|이상|안팎|안쪽)?[.]?$"
)


# How notes ask: 역할도 적기, 동네 이름 X.
_NOTED_DEMAND: Final = re.compile(
    r"[가-힣]\s(?:\S*\s)?(?:적|쓰|넣|빼|달|말|알리|나누|밝히|(?:표시|포함|강조|언급|정리|구분)하)기[.!]?$"
    r"|[가-힣]\s?[xX×][.!]?$"
)


class ClausePlace(StrEnum):
    """What a clause is, and where it belongs."""

    WHO = "who"
    READERS = "readers"
    FACTS = "facts"
    WISHES = "wishes"
    QUESTIONS = "questions"
    EXAMPLE_INPUT = "example_input"
    EXAMPLE_OUTPUT = "example_output"


@dataclass(frozen=True, slots=True)
class Placed:
    """A clause as typed and what it is."""

    said: str
    place: ClausePlace


def is_courtesy(said: str) -> bool:
    """Whether a sentence only greets, thanks, or says that there is nothing to say."""
    return _COURTESY.match(said) is not None


def is_example(said: str) -> bool:
    """Whether a clause announces an example."""
    return _EXAMPLE.match(said) is not None


def example_in(said: str) -> str:
    """Return an example without the words that announce it."""
    found = _EXAMPLE.match(said)
    return (found["rest"] if found else said).strip()


def settled(said: str, place: ClausePlace) -> Placed | None:
    """Return a clause without what belongs to none, where it surely belongs; nothing where nothing is left."""
    clean = BULLET.sub("", re.sub(r"^/\s|\s?/$", "", said.lstrip(" ,;\n\t").rstrip(" ,;\n\tㅠㅜㅋㅎ")))
    if not re.search(r"[^\W_ㄱ-ㅎㅏ-ㅣ]", clean) or is_courtesy(clean):
        return None
    if place is ClausePlace.EXAMPLE_OUTPUT:
        return Placed(clean, ClausePlace.EXAMPLE_INPUT if _is_input(clean) else place)
    if len(clean) > LONGEST:
        return Placed(clean, place)
    return Placed(clean, _of(clean, place))


_READERS_ALONE: Final = 30  # characters: a longer clause that names who reads tells something else as well
_DEMANDS: Final = (_REQUESTS, _SIZE_ALONE, _LISTS, _NOTED_DEMAND)


def _of(clean: str, place: ClausePlace) -> ClausePlace:
    """Return what a clause is, where its own words say it more surely than the words around it."""
    if place is ClausePlace.FACTS and any(demands.search(clean) for demands in _DEMANDS):
        return ClausePlace.WISHES
    if (
        place is ClausePlace.READERS
        and is_korean(clean)
        and not (names_reader(clean) or is_named_alone(clean) or _BEING.search(clean))
    ):
        return ClausePlace.FACTS
    is_short = len(clean) <= _READERS_ALONE and not clean.startswith("대상")
    is_reader = place is ClausePlace.FACTS and is_short and names_reader(clean)
    return ClausePlace.READERS if is_reader else place


def _is_input(said: str) -> bool:
    found = _EXAMPLE.match(said)
    return bool(found and (found["input"] or found["input_en"])) or _OF_INPUT.search(example_in(said)) is not None
