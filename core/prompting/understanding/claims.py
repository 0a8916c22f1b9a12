"""Claims: clauses that tell how something is or was, whatever the words around them made the tagger take them for."""

import re
from typing import Final

from core.prompting.understanding.hangul import HANGUL
from core.prompting.understanding.manner import LEAVE_OUT
from core.prompting.understanding.mending import mend, plain
from core.prompting.understanding.predicates import Mood, Predicate, read_predicate
from core.prompting.understanding.reasons import is_reason
from core.prompting.understanding.reporting import read_report
from core.prompting.understanding.words import alternatives, words

_PAST: Final = re.compile(r"[ㅆᆻ]")
_HEARD: Final = re.compile(r"(?:대|댔)(?:요|어|고|는데|음)?$")
_FAILS: Final = re.compile(
    r"[가-힣](?:이|가)\s?안\s?(?:됨|돼요?|됩니다|되네요|되고|되는데요?)(?:\([^()]*\))?$"
)  # 설치가 안 됨
# What somebody who is looked up to did: 정말 잘해 주셨고, 임플란트를 하셨어요.
_HONOURED: Final = re.compile(r"[가-힣]셨(?:고|어요?|습니다|음|는데요?|대요?)$")
_OF_ANSWER: Final = re.compile(rf"(?:^|\s)(?:{alternatives('own_text')}|{alternatives('answer_nouns')})")


def is_claim(said: str) -> bool:  # noqa: PLR0911 - one line for each kind of clause
    """Whether a Korean clause only tells: 공식은 외웠는데, 이유를 모르겠대요, 이브닝 순으로 돌고."""
    if not HANGUL.search(said):
        return False
    clause = plain(mend(said)).rstrip(" .!?~,")
    if _FAILS.search(clause):
        return True
    if read_report(clause) or LEAVE_OUT.match(clause):
        return False
    if _HEARD.search(clause) and not re.search(r"(?:핑계|기)\s?대(?:요|어)?$", clause):
        return True
    if clause.endswith("서") and is_reason(clause):
        return True
    predicate = read_predicate(clause)
    if predicate is not None and _HONOURED.search(clause) and not _shapes(predicate):
        return True
    if predicate is None or predicate.mood is not Mood.TOLD or _shapes(predicate):
        return False
    if _PAST.match(predicate.ending):
        return True
    if predicate.ending == "요":
        return re.search(r"면\s|부탁|주세|게요$|필요|세요$", clause) is None and not _OF_ANSWER.search(clause)
    return (
        predicate.ending == "고"
        and not predicate.stem.endswith(("하", "않", "두", "놓", "비우", "이"))
        and not _OF_ANSWER.search(clause)
    )


def _shapes(predicate: Predicate) -> bool:
    """Whether a verb is about writing or about how a text is."""
    stem = predicate.stem
    return (
        stem in words("writer_verbs") or stem in words("shaping_verbs") or stem in {"만들", "짜", "들", "지우", "끝나"}
    )
