"""Roles: phrases that say who somebody is, and how they are taken from the head of a text."""

import re
from typing import Final

from core.prompting.understanding.words import words

ROLE_WORDS: Final = 4  # 고2 영어 동아리 부장


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
