"""What is typed where a reference is asked for and is none: a wish for the answer, or that there is nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from core.conversation.answer_reading import choice_elsewhere
from core.conversation.choice_words import NOTHING_THERE
from core.conversation.corrections.answer_changes import Changes, gathered
from core.conversation.questions import Key
from core.conversation.refinement import refine
from core.conversation.session import Answer
from core.privacy.text import MaskedText
from core.values.locale import Locale

_LONGEST: Final = 120
_NOTHING_BUT: Final = re.compile(
    rf"^(?:{NOTHING_THERE}|(?:참고|자료|파일|예시|첨부)[가-힣 ]{{0,8}}없[지으][가-힣]{{1,2}})[\s,.!~]+"
    r"(?:(?:근데|그런데|그리고|대신에?|그냥|하지만|다만|걍|but|just|and|please)[\s,]+){0,3}(?P<rest>\S.{0,110})$",
    re.IGNORECASE,
)
_CONDITION: Final = re.compile(
    r"^(?:기타\s?)?(?:조건|요청|부탁|constraint|condition)s?\s?(?:은|:)\s*(?P<rest>\S.*)$", re.IGNORECASE
)
_GO_ON: Final = re.compile(r"^(?:만들|진행|시작|완성|끝|make|create|go on|done)\S{0,6}$", re.IGNORECASE)
_WISH: Final = re.compile(
    r"(?:[해써줘려춰게이]\s?(?:줘요?|주세요|주십시오|주시면\s\S{1,6}|주라)|[가-힣]줘요?|말아\s?(?:줘|주세요)|지\s?(?:마|말)(?:세요|고|아)?"
    r"|(?:으?면|았으면|었으면|했으면)\s좋겠\S{1,4}|부탁\S{1,5}|[가-힣](?:으?로(?<!그대로)(?<!따로)(?<!별로)(?<!서로)|하게)(?:만|요)?)\s*[.!~]*$"
    r"|^(?:please|make|write|keep|use|don'?t|do not|no)\s\S|\bplease[.!]*$",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"[\"“”「『<>{}]|^['‘]")
_SETTLED_BY: Final = frozenset({Key.FORM, Key.LENGTH, Key.LANGUAGE, Key.LEVEL, Key.TONE})


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish in the place of a reference: what it changes in the answers, none if it cannot be sure to be one.

    `what` are its words; `is_over` says that there is no reference.
    """

    what: MaskedText
    changes: Changes = field(default_factory=dict)
    is_over: bool = False


def wish_in(answers: Mapping[Key, Answer], text: MaskedText, locale: Locale) -> Wish | None:
    """Return the wish that a text is; None if it may as well be a reference.

    One that says that there is nothing ("참고는 없고 존댓말로 써줘") or calls itself a condition is sure, and so is one
    that answers a question of the interview again.
    """
    if len(text) > _LONGEST or "\n" in text or _QUOTED.search(text):
        return None
    sure = _NOTHING_BUT.match(text) or _CONDITION.match(text)
    rest = MaskedText(sure["rest"].strip() if sure else text)
    if sure and _GO_ON.match(rest):
        return Wish(rest, is_over=True)
    another = choice_elsewhere(Key.REFERENCE, rest)
    if another is None and not _WISH.search(rest) and not _CONDITION.match(text):
        return None
    changes = dict([another]) if another else refine(answers, rest, locale)
    if sure:
        return Wish(rest, changes or {Key.CONSTRAINTS: gathered(answers, rest)}, is_over=True)
    return Wish(rest, changes if changes and changes.keys() <= _SETTLED_BY else {})
