"""The purpose: what a person asks for, told apart from the text that came along with it."""

import re
from dataclasses import dataclass
from typing import Final

_SENTENCE_END: Final = re.compile(r"(?<=[.!?。:])(?=\s)|(?=\n)")
_ASKS: Final = re.compile(
    r"[줘죠](?:요|라)?[.!?~\s]*$|주세요|주십시오|주실|줄래|바랍니다|부탁|해라|하라|하시오|할까|인가요|[?？:]\s*$"
    r"|써$|작성$|요약$|번역$|\bplease\b|^(?:write|draft|summari|translate|explain|compare|plan|make|create|list|fix|review)",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A long purpose in three: `before + ask + after` is the purpose; `ask` is empty when nothing short asks."""

    before: str
    ask: str
    after: str


def cut(purpose: str, limit: int) -> Cut:
    """Find what a purpose asks in `limit` characters at most, and the text that stands around it.

    It asks in its first line, in its last, or in the first sentence that asks; else its first sentence counts.
    """
    first, last = purpose.find("\n"), purpose.rfind("\n") + 1
    if 0 < first <= limit and _ASKS.search(purpose[:first]):
        return Cut("", purpose[:first], purpose[first:])
    if last and len(purpose) - last <= limit and _ASKS.search(purpose[last:]):
        return Cut(purpose[:last], purpose[last:], "")
    ends = [match.start() for match in _SENTENCE_END.finditer(purpose[: limit + 1]) if match.start()]
    at = next((end for end in ends if _ASKS.search(purpose[:end])), ends[0] if ends else 0)
    return Cut("", purpose[:at], purpose[at:])
