"""What was told: the facts, what is to be done with them, and what only says what the answer is for."""

import re
from collections.abc import Iterator
from typing import Final

from core.prompting.intents.intent import Product
from core.prompting.understanding.understanding import Demand, Understanding
from core.prompting.writing.line import Heading, Line, Origin
from core.prompting.writing.phrases import phrase
from core.prompting.writing.reader import told_of_readers

# What says what the answer is for is no fact to write down.
USE: Final = re.compile(
    r"(?:보고|제출|발표|배포|공유|결재|게시|인쇄|회의|수업|선물|행사|업무|개인|사내|대외|내부|외부|인스타|유튜브|블로그|카톡|슬랙)용"
    r"(?:임)?$|(?:용도|(?<!까지 )제출)(?:임)?$|(?:붙일|붙여 넣을|올릴|돌릴|넣을|걸|보낼) ?(?:것|거|예정)(?:임)?$"
)
NAMED_USE: Final = re.compile(r"^(?:쓰임|용도)\s?(?:[:：]|은|는)\s?")
_WRITTEN: Final = frozenset({Product.TEXT_TO_SEND, Product.DOCUMENT})
_PERSONAL: Final = frozenset({"occasions"})  # what its writer has gone through is what a speech or letter is about
_DECIDES: Final = "decisions"
_ALL_USED: Final = _WRITTEN | {Product.CREATIVE, Product.TABLE_OF_DATA}
# Left out of what was told, not only forbidden: 감정은 빼고, but not 숫자는 지어내지 말고.
_OUT: Final = re.compile(r"빼|뺀|뺄|제외|생략|언급|얘기|티 ?안|티 ?나지|leave out|mention|without", re.IGNORECASE)


def heading_of(understanding: Understanding) -> str:
    """Return the name of the phrase that says what is to be done with the facts."""
    if not understanding.recognition.is_certain:
        return ""
    intent = understanding.intent
    is_refusing = any(each.demand is Demand.LEAVE_OUT and _OUT.search(each.said) for each in understanding.requirements)
    if intent.family in _PERSONAL and intent.product is Product.TEXT_TO_SEND:
        return f"facts.document{'_but' if is_refusing else ''}"
    if intent.product is Product.DECISION_ADVICE and intent.family != _DECIDES:
        return ""  # what a child has done weighs for neither side
    return f"facts.{intent.product}{'_but' if is_refusing and intent.product in _ALL_USED else ''}"


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


CONTRASTS: Final = re.compile(r"그러면서도|그래도|근데|그런데|하지만|그렇지만|\bbut\b", re.IGNORECASE)
"""What people say between wishes that cannot both be met."""
_STILL: Final = re.compile(r"그러면서도|\S\s그래도|\bbut still\b", re.IGNORECASE)


def may_clash(understanding: Understanding) -> bool:
    """Whether a demand stands against another: 비유는 빼고, 그러면서도 비유가 풍부하게."""
    return any(_STILL.search(each.said) for each in understanding.requirements if not each.is_told)


def facts_of(understanding: Understanding) -> tuple[str, ...]:
    """Return the facts to be written down: what says what the answer is for is none."""
    return (*(fact for fact in understanding.facts if not USE.search(fact)), *told_of_readers(understanding))


def told_lines(understanding: Understanding) -> Iterator[Line]:
    """Say what was told in one breath with what is wished for, as it was typed."""
    asked = [sentence(each) for each in understanding.introduction.told]
    if asked:
        name = "facts.clashing" if any(map(CONTRASTS.search, asked)) else "facts.asked"
        yield Line(Heading.TOLD, phrase(understanding.locale, name), Origin.FIXED, key="background", is_plain=True)
    yield from (Line(Heading.TOLD, text, Origin.REQUIREMENT, key="background") for text in asked)


def sentence(text: str) -> str:
    """Return a demand with the full stop that the lines around it have, where it is a sentence."""
    return f"{text}." if re.search(r"[가-힣]니다$", text) else text
