"""Role phrases: those that say who somebody is, and how they are taken from the head of a text."""

import re
from typing import Final

from core.prompting.understanding.words import endings, words

ROLE_WORDS: Final = 4  # 고2 영어 동아리 부장


def _bare(phrase: str) -> str:
    """Return a phrase without the copula at its end: 농부요 → 농부; 주임 stays."""
    text = phrase.strip(" .!,~")
    if text.rpartition(" ")[2] in words("roles"):
        return text
    return re.sub(r"(?:입니다|이에요|예요|에요|이야|임|인데요?|이고요?|이라|야|이며|이오|요)$", "", text)


def is_role(phrase: str) -> bool:
    """Whether a phrase says who somebody is: 고3, 구매팀 사원, 건축학과 1학년."""
    bare = _bare(phrase)
    if re.search(
        r"(?:^|\s)(?:초|중|고|대)\s?[1-6]$|[0-9]학년(?: ?[0-9]반)?$|[0-9]+\s?년\s?차$|[0-9]+살$|[0-9]+대$|[0-9]+세$",
        bare,
    ):
        return True
    last = bare.rpartition(" ")[2]
    return _ends_in_role(last)


def _ends_in_role(last: str) -> bool:
    return bool(last) and (last in words("roles") or last.endswith(endings("roles")))
