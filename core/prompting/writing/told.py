"""What was told: the person's own words, and what is to be done with them."""

import re
from collections.abc import Iterator
from typing import Final

from core.prompting.intents.intent import Product
from core.prompting.understanding.understanding import Understanding
from core.prompting.writing.line import Heading, Line, Origin
from core.prompting.writing.phrases import phrase

_PERSONAL: Final = "occasions"  # what its writer has gone through is what a speech or letter is about
_DECIDES: Final = "decisions"  # what a child has done weighs for neither side
_LED_WORTH: Final = 58  # behind the traps that the intent names first
_LED: Final = {
    Product.TEXT_TO_SEND: "private",
    Product.PLAN: "together",
    Product.DECISION_ADVICE: "weighed",
    Product.CODE: "names",
    Product.FORMULA: "names",
    Product.TABLE_OF_DATA: "values",
    Product.ANALYSIS: "reasons",
}
"""What more is to be done with what was told, by what is made of it."""


def told_lines(understanding: Understanding, *, is_short: bool) -> Iterator[Line]:
    """Say what was told, sentence by sentence as it was typed; in a small prompt nothing is said of it."""
    told = _told(understanding)
    if told and not is_short:
        text = phrase(understanding.locale, "told.as_typed")
        yield Line(Heading.TOLD, text, Origin.FIXED, key="background", is_plain=True)
    yield from (Line(Heading.TOLD, each, Origin.FACT, key="background") for each in told)


def led_lines(understanding: Understanding) -> Iterator[Line]:
    """Say what is to be done with what was told, by what is made of it."""
    name = _LED.get(understanding.intent.product) if understanding.recognition.is_certain else None
    family = understanding.intent.family
    is_other = (name == "private" and family == _PERSONAL) or (name == "weighed" and family != _DECIDES)
    if name and _told(understanding) and not is_other:
        yield Line(Heading.LIMITS, phrase(understanding.locale, f"told.{name}"), Origin.TRAP, _LED_WORTH)


def _told(understanding: Understanding) -> list[str]:
    asked = questions_of(understanding)
    return [each for each in understanding.told if each not in asked]


def sentence(text: str) -> str:
    """Return a demand with the full stop that the lines around it have, where it is a sentence."""
    return f"{text}." if re.search(r"[가-힣]니다$", text) else text


def questions_of(understanding: Understanding) -> tuple[str, ...]:
    """Return the sentences that only ask what the answer must answer; in a letter they are as likely its writer's."""
    return () if understanding.intent.product is Product.TEXT_TO_SEND else understanding.introduction.questions
