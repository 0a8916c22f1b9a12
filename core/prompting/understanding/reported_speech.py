"""Reported speech: what a text must tell somebody (5층으로 오라고)."""

import re
from typing import Final

from core.prompting.understanding.role_phrases import is_role
from core.prompting.understanding.words import alternatives

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
