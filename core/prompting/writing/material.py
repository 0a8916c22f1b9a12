"""What is fenced in a prompt: the texts to work on, and answers too long or too bossy to stand in a line."""

import re
from dataclasses import dataclass
from typing import Final

from core.prompting.blocks import Block
from core.prompting.brief import Brief
from core.prompting.purpose import cut
from core.prompting.understanding.understanding import MaterialState, Understanding
from core.prompting.writing.phrases import phrase

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


@dataclass(frozen=True, slots=True)
class Fenced:
    """The blocks of a prompt by the answer that they hold; `source` is the tag of the text to work on."""

    blocks: tuple[tuple[str, Block], ...] = ()

    def tag(self, *names: str) -> str:
        """Return the tag of the first of these answers that is fenced, empty for none."""
        found = dict(self.blocks)
        return next((found[name].tag for name in names if name in found), "")

    @property
    def source(self) -> str:
        """The tag of the text that the request is about."""
        return self.tag("reference", "material")


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


def fence(brief: Brief, understanding: Understanding) -> Fenced:
    """Fence what a prompt holds as data, in its order; a text that is missing gets a place."""
    locale = understanding.locale
    texts: dict[str, str] = {}
    if brief.reference:
        texts["reference"] = brief.reference
    _, rest = split_purpose(brief.purpose)
    if rest:
        texts["material"] = rest
    for name in ("background", "example_output", "example_input"):
        answer = getattr(brief, name)
        if answer and is_fenced(name, answer):
            texts[name] = answer
    if understanding.material.state is MaterialState.MISSING and not {"reference", "material"} & texts.keys():
        texts["reference"] = phrase(locale, "reference.place", what=understanding.material.what)
    return Fenced(tuple((name, Block.around(phrase(locale, f"tag.{name}"), text)) for name, text in texts.items()))
