"""What was told: the person's own words, sentence by sentence, and behind each what is to be done with it."""

import re
from collections.abc import Iterator
from typing import Final

from core.privacy.korean.hangul import is_korean
from core.prompting.intents.intent import Product
from core.prompting.understanding.formal_statements import state
from core.prompting.understanding.predicates import read_predicate
from core.prompting.understanding.role_phrases import is_role
from core.prompting.understanding.understanding import Understanding
from core.prompting.understanding.uses import ToldSentence, Use, use_of
from core.prompting.writing.line import Line, Origin
from core.prompting.writing.phrases import phrase
from core.prompting.writing.sections import Heading

_DECIDES: Final = "decisions"  # what a child has done weighs for neither side
# 먼저 말하는 게 나을까요, 기한을 며칠로 잡는 게 보통인지 모르겠어요: how the text itself should be
_OF_WRITING: Final = re.compile(
    r"(?:말하|말씀드리|쓰|적|보내|넣|잡|부르)는\s?(?:게|것이|편이)\s[^.?!]{1,12}(?:까요?|지)(?:\W*$|\s)"
)
_SELF: Final = re.compile(r"(?:저는|나는|저희는)\s|i\s|i'm\s", re.IGNORECASE)
_COPULA: Final = re.compile(r"(?:입니다|이오|요)?\.?$")
# Taken for a person though it is none, or two: 태권도장 출석부, 품질관리 신입 지원, 상병 아니 이제 병장
_NO_PERSON: Final = re.compile(
    r"(?:로|[가-힣](?:출석|명|장|기록)부|출석부|지원|수업|면접|과제|시험|대회"
    r"|임신 [0-9]+[주개]월?)(?=,|\.?$)|(?<!\S)아니\s|(?<![A-Za-z])[ABab][0-9]\s|신입$"
)
_LED_WORTH: Final = 58  # behind the traps that the intent names first
_LED: Final = {
    Product.PLAN: "together",
    Product.DECISION_ADVICE: "weighed",
    Product.CODE: "names",
    Product.FORMULA: "names",
    Product.TABLE_OF_DATA: "values",
    Product.ANALYSIS: "reasons",
}
"""What more is to be done with what was told, by what is made of it."""


def told_lines(understanding: Understanding, request: str, *, is_short: bool) -> Iterator[Line]:
    """Say what was told, sentence by sentence as typed, its last verb put formally."""
    told = _told(understanding)
    if told:
        text = phrase(understanding.locale, "told.in_short" if is_short else "told.as_typed")
        yield Line(Heading.TOLD, text, Origin.FIXED, key="background", is_plain=True)
    for sentence, use in zip(told, _uses(told, understanding, request), strict=True):
        behind = "" if use is Use.NONE else phrase(understanding.locale, f"use.{use}")
        yield Line(Heading.TOLD, _said(sentence, understanding, request), Origin.FACT, key="background", use=behind)


def _said(sentence: str, understanding: Understanding, request: str) -> str:
    """Return a told sentence; one that only names who asks, if surely a person, behind what that is: 요청자: 직원."""
    said = state(sentence)
    is_name = sentence in understanding.introduction.who and read_predicate(sentence) is None
    is_thing = _NO_PERSON.search(_COPULA.sub("", said)) or (
        not is_role(sentence) and (is_korean(sentence) or sentence in request or not sentence[:1].isalpha())
    )
    if not is_name or is_thing or _SELF.match(sentence):
        return said
    return phrase(understanding.locale, "told.asker", who=_COPULA.sub("", said))


def _uses(told: list[str], understanding: Understanding, request: str) -> Iterator[Use]:
    """Yield what is to be done with each sentence; only one can come first."""
    has_first = False
    for before, each in enumerate(told):
        use = use_of(ToldSentence(each, request, understanding.intent.product, before))
        is_second = use is Use.FOCUS and has_first
        # A question that stands among what was told is asked by the letter.
        is_asked = use is Use.ANSWER and each in understanding.introduction.questions
        has_first = has_first or use is Use.FOCUS
        yield Use.NONE if is_second or is_asked else use


def led_lines(understanding: Understanding) -> Iterator[Line]:
    """Say what is to be done with what was told, by what is made of it."""
    name = _LED.get(understanding.intent.product) if understanding.recognition.is_certain else None
    family = understanding.intent.family
    is_other = name == "weighed" and family != _DECIDES
    if name and _told(understanding) and not is_other:
        yield Line(Heading.LIMITS, phrase(understanding.locale, f"told.{name}"), Origin.TRAP, _LED_WORTH)


def _told(understanding: Understanding) -> list[str]:
    asked = questions_of(understanding)
    return [each for each in understanding.introduction.told if each not in asked]


def sentence(text: str) -> str:
    """Return a demand with the full stop that the lines around it have, where it is a sentence."""
    return f"{text}." if re.search(r"[가-힣]니다$", text) else text


def questions_of(understanding: Understanding) -> tuple[str, ...]:
    """Return the sentences that ask what the answer must answer.

    In a letter a question is as likely its writer's, unless it asks what to write.
    """
    asked = understanding.introduction.questions
    if understanding.intent.product is Product.TEXT_TO_SEND:
        return tuple(each for each in asked if _OF_WRITING.search(each))
    return asked
