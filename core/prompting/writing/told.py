"""What was told: the person's own words, and what is to be done with them."""

import re
from collections.abc import Iterator
from typing import Final

from core.prompting.intents.intent import Product
from core.prompting.understanding.understanding import Understanding
from core.prompting.writing.line import Heading, Line, Origin
from core.prompting.writing.phrases import phrase

_PERSONAL: Final = "occasions"  # what its writer has gone through is what a speech or letter is about
_LED: Final = {
    Product.TEXT_TO_SEND: "private",
    Product.DOCUMENT: "private",
    Product.CREATIVE: "private",
    Product.PLAN: "together",
    Product.LIST_OF_ITEMS: "together",
    Product.DECISION_ADVICE: "weighed",
    Product.COMPARISON: "weighed",
    Product.CODE: "names",
    Product.FORMULA: "names",
    Product.TABLE_OF_DATA: "values",
    Product.ANALYSIS: "reasons",
}
"""What more is to be done with what was told, by what is made of it."""


def told_lines(understanding: Understanding) -> Iterator[Line]:
    """Say what was told, sentence by sentence as it was typed."""
    told, locale = understanding.introduction.told, understanding.locale
    if told:
        name = _LED.get(understanding.intent.product) if understanding.recognition.is_certain else None
        is_personal = understanding.intent.family == _PERSONAL
        more = f" {phrase(locale, f'told.{name}')}" if name and not (is_personal and name == "private") else ""
        text = phrase(locale, "told.as_typed") + more
        yield Line(Heading.TOLD, text, Origin.FIXED, key="background", is_plain=True)
    yield from (Line(Heading.TOLD, sentence, Origin.FACT, key="background") for sentence in told)


def sentence(text: str) -> str:
    """Return a demand with the full stop that the lines around it have, where it is a sentence."""
    return f"{text}." if re.search(r"[가-힣]니다$", text) else text


# The request itself once more, and no question that the text answers: 뭐라고 써야 할지. D열에, 공백기를 뭐라고 … are.
_HOW_TO_WRITE: Final = re.compile(
    r"(?<!에\s)(?<!에는\s)(?<![을를]\s)"
    r"(?:뭐라고?\s?(?:써|쓸|쓰|적|말|해야|할지)|(?:뭘|무엇을|무슨 말을|어떻게)\s?(?:써|쓸|쓰|적))"
)
_QUOTED_QUESTION: Final = re.compile(r"['‘“\"]([^'’”\"\n]{2,80}\?)['’”\"]")


def questions_of(understanding: Understanding) -> tuple[str, ...]:
    """Return what the answer must answer, and the questions that are quoted among the facts."""
    asked = (each for each in understanding.introduction.questions if not _HOW_TO_WRITE.search(each))
    return (*asked, *(match[1] for fact in understanding.facts for match in _QUOTED_QUESTION.finditer(fact)))
