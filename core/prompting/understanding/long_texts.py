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
# What a finished prompt must not begin with: it is itself what would be ignored.
_OVERRIDE: Final = re.compile(
    r"^\s*(?:앞|위|이전|지금까지|기존)(?:에서?)?(?:의|\s한)?\s(?:모든\s|내린\s)?(?:지시|명령|프롬프트|지침|규칙|설정)(?:사항)?(?:들)?[은을를]?"
    r"\s(?:모두\s|다\s|전부\s|싹\s)?(?:무시|잊|잊어)(?:하고|고|버리고|해\S{0,3}|하세요|하십시오)[.,!]?\s+(?:그냥\s)?(?=\S)"
    r"|^\s*(?:please )?(?:ignore|disregard|forget) (?:all )?(?:of )?(?:the |your )?(?:previous|above|prior|earlier) "
    r"(?:instructions?|prompts?|rules?)[.,!]?\s+(?:and (?:just )?|just )?(?=\S)",
    re.IGNORECASE,
)


def split_purpose(purpose: str) -> tuple[str, str]:
    """Return what a purpose asks, and the text that it came along with; an order to ignore the prompt is neither."""
    purpose = _OVERRIDE.sub("", purpose)
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
