"""Reporting: what a text must tell somebody (5층으로 오라고)."""

import re
from typing import Final

from core.prompting.understanding.roles import is_role
from core.prompting.understanding.words import alternatives

# What the person wants told: 9시까지 오라고 해주세요, 못 간다고 전해 줘. Somebody else's demand has no 주다 behind it.
_ASKS_TO_TELL: Final = re.compile(
    r"[다라자냐]고\s?(?:꼭\s)?(?:말|전|알려|적어|써|알리|전달|안내)?\s?(?:해|전해|말해|알려|적어|써)\s?(?:주|줘|달)[가-힣]*[\s.!~ㅎㅋㅠ]*$"
)
# 부모님은 공기업 가라고, 선배가 더 짧게 하라고: what they say to whoever asks, and nothing to pass on.
_OF_SOMEBODY: Final = re.compile(
    rf"^(?:\S+\s)?\S*(?:{alternatives('readers')}|[님모빠마배]|남편|아내|친구)(?:이|가|께서|은|는)\s\S.*[라자]고(?:요)?$"
)
_TOLD: Final = re.compile(r"[다라자냐]고(?:만|도|는|요)?(?:\s꼭)?$")


def tells(clause: str) -> bool:
    """Whether a clause is what the text must tell somebody: 9시까지 5층으로 오라고, 늦어도 된다고."""
    told = _TOLD.search(clause)
    if told is None or _OF_SOMEBODY.match(clause) is not None:
        return False
    return not is_role(clause[: told.start() + 1])  # 빌라 세입자고요: 자 of a noun


def asks_to_tell(sentence: str) -> bool:
    """Whether a sentence says what the text must tell its reader, and nothing else."""
    return "," not in sentence and _ASKS_TO_TELL.search(sentence) is not None
