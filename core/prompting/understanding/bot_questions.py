"""Questions to the bot itself, which are answered and make nothing else: 너는 어떤 모델 써?"""

import re
from typing import Final

_LONGEST: Final = 60
_ABOUT: Final = (
    r"(?:누구|정체|뭐\s?야|뭐\s?하는|뭘\s?(?:할|해)|무엇|어떤\s?(?:모델|ai|인공지능|봇)|무슨\s?(?:모델|ai|봇)|어떻게\s?(?:쓰|써|사용|작동)|할\s?수\s?있"
    r"|누가\s?만들|이름이?\s?뭐|사람이?야|프롬프트가?\s?뭐)"
)
_TO_BOT: Final = re.compile(
    rf"^(?:안녕\S*\s)?(?:너|넌|네|니가|네가|당신|이\s?봇|챗봇|봇|이\s?(?:서비스|프로그램))(?:은|는|이|가)?,?\s?.{{0,20}}{_ABOUT}"
    r"|^(?:who|what) are you\b|^(?:what|which) model (?:are you|do you)|^what can you do\W*$"
    r"|^how do (?:you|i use you) work",
    re.IGNORECASE,
)
_MAKES: Final = re.compile(
    r"써\s?(?:줘|주)|작성|만들어\s?(?:줘|주)|짜\s?(?:줘|주)|번역|요약|대본|소설|역할|연기|\b(?:write|draft|story|role)\b",
    re.IGNORECASE,
)


def asks_the_bot(purpose: str) -> bool:
    """Say whether a request only asks who or what answers it, or how that works."""
    said = " ".join(purpose.split())
    return len(said) <= _LONGEST and _TO_BOT.search(said) is not None and _MAKES.search(said) is None
