"""The wish for the version before: a short text of nothing but words for what was before and for returning."""

import re
from itertools import pairwise
from typing import Final

_PARTICLE: Final = r"(?:으로|로|에|이|가|은|는|을|를|도|만|처럼|대로|까지)?"
_THING: Final = r"(?:거|것|걸|게|건|단계|버전|프롬프트|상태|결과|글)"
_BEFORE: Final = re.compile(
    rf"(?:방금|아까|직전|이전|바로전|전|앞|뒤|원래|저번|먼저|먼젓번|예전|(?:바꾸|수정하|고치|변경하)기)(?:{_THING})?{_PARTICLE}(?:요|야)?"
)
_RETURN: Final = re.compile(
    r"(?:되돌|돌려|돌아|살려|취소|복구|복귀|나아|나았|나은|낫|없던|롤백|원상)\S*|원래대로\S*"
    rf"|(?:방금|아까|직전|이전|바로전|먼저|저번)?{_THING}(?:으로|로)(?:요)?|아까처럼|이전처럼|전으로|뒤로"
)
_WITHOUT_BEFORE: Final = re.compile(r"(?:되돌|롤백|원상|원래대로)\S*")
_OTHERS: Final = re.compile(
    rf"(?:음|아|아니|그냥|역시|다시|그럼|좀|더|훨씬|바로|한|번만?|한번만?|하나만?|바꾼|고친|수정한|변경한|쓰던|수정|변경|내용)|{_THING}{_PARTICLE}"
    r"|(?:수정|변경)(?:은|는|을|를)|(?:가|갈|해|하|할|줘|주|줄|써|쓸|쓰|같|좋|부탁|바꿔|놔|놓)\S{0,4}"
)
_ENGLISH: Final = re.compile(
    r"(?:please|go|let'?s|back|to|the|a|previous|last|earlier|old|one|ones|version|prompt|it|as|how|was|were|is|undo"
    r"|revert|restore|that|this|change|changes|bring|use|roll|rollback|better|i|we|liked|like|prefer|preferred|again|want"
    r"|me|my|before|more|step|take|can|you|could)"
)
_RETURNS: Final = re.compile(r"\b(?:undo|revert|rollback|roll back|back|restore)\b")
_PREFERS: Final = re.compile(
    r"\b(?:previous|earlier|old|before|last)\b.{0,60}\b(?:better|again)\b|\b(?:liked?|prefer\w*|use|want)\b.{0,60}\b(?:previous|earlier|old|last)\b"
)
_MOST: Final = 9  # words


def asks_to_go_back(text: str) -> bool:
    """Say whether a text asks for the version before, and for nothing else."""
    words = text.casefold().replace("바로 전", "바로전").strip(" .!?~").replace(",", " ").split()
    if not words or len(words) > _MOST:
        return False
    if all(_ENGLISH.fullmatch(word) for word in words):
        said = " ".join(words)
        return bool(_RETURNS.search(said) or _PREFERS.search(said))
    known = all(any(pattern.fullmatch(word) for pattern in (_BEFORE, _RETURN, _OTHERS)) for word in words)
    returns = any(_RETURN.fullmatch(word) for word in words) or _is_better(words)
    before = any(_BEFORE.fullmatch(word) or _WITHOUT_BEFORE.fullmatch(word) for word in words)
    return known and returns and (before or _names_before(words))


def _is_better(words: list[str]) -> bool:
    return any(one in {"더", "훨씬"} and other.startswith("좋") for one, other in pairwise(words))


def _names_before(words: list[str]) -> bool:
    """Say whether a word holds both: 아까걸로."""
    return any(re.match(r"(?:아까|이전|직전|방금|먼저|원래)", word) for word in words)
