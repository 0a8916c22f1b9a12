"""The purpose: what a person asks for, told apart from the text that came along with it."""

import re
from typing import Final

_SENTENCE_END: Final = re.compile(r"(?<=[.!?。:])(?=\s)|(?=\n)")
_ASKS: Final = re.compile(
    r"[줘죠](?:요|라)?[.!?~\s]*$|주세요|주십시오|주실|줄래|바랍니다|부탁|해라|하라|하시오|할까|인가요|[?？:]\s*$"
    r"|써$|작성$|요약$|번역$|\bplease\b|^(?:write|draft|summari|translate|explain|compare|plan|make|create|list|fix|review)",
    re.IGNORECASE | re.ASCII,
)
_SHORT: Final = 400


def asking(purpose: str) -> str:
    """Return the part of a purpose that asks: all of a short one, the paragraph that asks of a long one."""
    if len(purpose) <= _SHORT:
        return purpose
    paragraphs = [paragraph for paragraph in purpose.split("\n") if paragraph.strip()]
    asks = (paragraph for paragraph in (paragraphs[0], paragraphs[-1]) if _ASKS.search(paragraph[:_SHORT]))
    return next(asks, paragraphs[0])[:_SHORT]


def cut(purpose: str, limit: int) -> tuple[str, str]:
    """Cut a purpose into what it asks, `limit` characters at most, and the text behind: joined, they are the purpose.

    What it asks ends with the first line or, in a single line, with the first sentence that asks. The first part
    is empty when no sentence is short enough.
    """
    ends = [match.start() for match in _SENTENCE_END.finditer(purpose[: limit + 1]) if match.start()]
    if not ends:
        return "", purpose
    asks = (end for end in ends if _ASKS.search(purpose[:end]))
    at = next(asks, ends[0])
    return purpose[:at], purpose[at:]
