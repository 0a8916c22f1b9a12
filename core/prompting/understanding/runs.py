"""Runs: demands that somebody typed one behind another with nothing between them."""

import re
from collections.abc import Iterator
from typing import Final

from core.prompting.understanding.manner import says_how
from core.prompting.understanding.objects import is_adverb
from core.prompting.understanding.predicates import read_predicate
from core.prompting.understanding.terse import NUMBER, is_terse
from core.prompting.understanding.words import LONGEST, words

_CLOSING: Final = re.compile(
    r"(?:금지|지양|제외|생략|환영|필수|사절|불가|포함|명시|병기|유지|강조|ㄴㄴ|노노|NO|[xX]|빼고|말고|없이|위주로|이내|이하|내외"
    r"|정도|느낌으로|톤으로|느낌|톤|말투|말투로|시점|[가-힣]체로?|까지만|하나만|로만|것만|같이|게|[가-힣]서|이내로|이하로|안으로|안쪽"
    rf"|존댓말로?|반말로?|맨 뒤에|맨 앞에|{NUMBER}\s?(?:글자|자|줄|문장|문단|단어|연|개|가지|장|쪽|문항)(?:으로|로|씩)?"
    r"|(?<=\s)(?:하나|둘|셋))$"
)
_OPENING: Final = re.compile(r"^\S+(?:은|는|을|를|도|이|가|만)\s\S|^(?:꼭|절대|반드시)\s")
_SAID_TO: Final = re.compile(
    r"^(?:있|없|가[되고는]|나오|나와|들어|해[가-힣]{0,2}(?:\s|$)|하(?:[는고면지되]|니까)|써|쓰|적|만들|정리|작성|부탁|구성|사용|설명|요약|추천|소개|비교|분류|구분|끊|맞추|맞춰|뽑|골라"
    r"|고르|줄여|줄이|바꿔|넣|줘|주|말하|끝나|보|읽|되|돼|될|알려|표시|쓸|나누|나눠)"
)
_ONE_SIDE: Final = 2
_BOUND: Final = re.compile(
    r"^(?:이내|이하|이상|미만|내외|정도|안팎|안쪽|안|까지|분량|짜리|한도|요약|넘|장|챕터|절|파트|단락|부분|단계|사용|중심|대신|같|이고|인데)"
)
_HELD: Final = re.compile(r"(?:느낌|톤|말투|시점|체)$")


def at_demands(clause: str) -> Iterator[str]:
    """Break between two demands: 반말 금지 | 해시태그 5개 | 밝은 느낌으로."""
    tokens = re.findall(r"\S+\s*", clause)
    if len(clause) > LONGEST or "\n" in clause or len(tokens) < 3:  # noqa: PLR2004 - two demands have three words
        yield clause
        return
    start = 0
    for index in range(len(tokens) - 1):
        left, right = "".join(tokens[start : index + 1]).strip(" ,"), "".join(tokens[index + 1 :]).strip(" ,")
        if _CLOSING.search(left) and _is_demand(left) and _opens(right, left):
            yield "".join(tokens[start : index + 1])
            start = index + 1
    yield "".join(tokens[start:])


def _opens(right: str, left: str) -> bool:
    """Whether a demand of its own begins here, and not the verb of the one before (세 줄로 | 써줘)."""
    first = right.split(maxsplit=1)[0]
    if _BOUND.match(first) or (" " not in right and right not in words("tone_nouns")):
        return False
    if _SAID_TO.match(first) or (is_adverb(first) and not _OPENING.match(right)):
        return False
    if left.endswith(("말고", "게", "없이", "대신", "서")) and not re.match(r"\S+(?:은|는|도)\s", right):
        return False
    if _HELD.search(left) and re.match(r"(?:으로|로|의)", first):
        return False
    if not _is_demand(right):
        return False
    predicate = read_predicate(right)
    return predicate is None or bool(predicate.before.strip())  # 일곱 개 | 달아 주세요: one demand


def _is_demand(text: str) -> bool:
    predicate = read_predicate(text)
    return (predicate is not None and predicate.mood.demands) or is_terse(text) or says_how(text)


def are_demands(left: str, right: str, whole: str) -> bool:
    """Whether a comma parts a demand from something else, and not the things of one list."""
    if re.search(r"(?:가지|순서|장|등|순)(?:로|으로|만|은|이)?\s*\S*$", whole):
        return False
    if is_terse(left):
        return True
    return len(left.split()) >= _ONE_SIDE and (
        is_terse(right) or (says_how(left) and len(right.split()) >= _ONE_SIDE and says_how(right))
    )
