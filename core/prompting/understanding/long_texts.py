"""Long texts: what of an answer asks, and what is better fenced as data than taken apart."""

import re
from typing import Final

from core.prompting.purpose import cut

LONG_PURPOSE: Final = 400  # characters; of a longer one, what asks stays and the rest is material
LONG_BACKGROUND: Final = 900
LONG_SAMPLE: Final = 160
# Data that talks to the model instead of to the reader.
ORDERS: Final = re.compile(
    r"(?:지시|명령|규칙|프롬프트|위의? 내용)[을를은는]?\s?(?:모두 |다 |전부 )?(?:무시|잊|출력|공개|바꿔)"
    r"|시스템 ?프롬프트"
    r"|(?:ignore|disregard|forget|override) .{0,30}(?:instruction|prompt|rule|above)|system prompt|jailbreak",
    re.IGNORECASE,
)


def split_purpose(purpose: str) -> tuple[str, str]:
    """Return what a purpose asks, and the text that it came along with."""
    if len(purpose) <= LONG_PURPOSE:
        return purpose, ""
    parts = cut(purpose, LONG_PURPOSE)
    return parts.ask or parts.after[:LONG_PURPOSE], "\n".join(
        filter(None, (parts.before, parts.after if parts.ask else ""))
    )


def is_fenced(name: str, answer: str) -> bool:
    """Whether an answer is fenced as data instead of being taken apart."""
    limits = {"background": LONG_BACKGROUND, "example_output": LONG_SAMPLE, "example_input": LONG_SAMPLE}
    return len(answer) > limits.get(name, len(answer)) or "\n```" in answer or ORDERS.search(answer) is not None
