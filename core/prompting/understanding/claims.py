"""Claims: clauses that tell how something is or was, whatever the words around them made the tagger take them for."""

import re
from typing import Final

from core.prompting.understanding.hangul import HANGUL
from core.prompting.understanding.manner import LEAVE_OUT
from core.prompting.understanding.mending import mend, plain
from core.prompting.understanding.predicates import Mood, Predicate, read_predicate
from core.prompting.understanding.reporting import read_report
from core.prompting.understanding.words import alternatives, words

_PAST: Final = re.compile(r"[ㅆᆻ]")
_HEARD: Final = re.compile(r"(?:대|댔)(?:요|어|고|는데|음)?$")
_OF_ANSWER: Final = re.compile(rf"(?:^|\s)(?:{alternatives('own_text')}|{alternatives('answer_nouns')})")


def is_claim(said: str) -> bool:
    """Whether a Korean clause only tells: 공식은 외웠는데, 이유를 모르겠대요, 이브닝 순으로 돌고."""
    if not HANGUL.search(said):
        return False
    clause = plain(mend(said)).rstrip(" .!?~,")
    if read_report(clause) or LEAVE_OUT.match(clause):
        return False
    if _HEARD.search(clause) and not re.search(r"(?:핑계|기)\s?대(?:요|어)?$", clause):
        return True
    predicate = read_predicate(clause)
    if predicate is None or predicate.mood is not Mood.TOLD or _shapes(predicate):
        return False
    if _PAST.match(predicate.ending):
        return True
    return predicate.ending == "고" and not predicate.stem.endswith(("하", "않", "두", "놓", "비우", "이")) and not _OF_ANSWER.search(clause)


def _shapes(predicate: Predicate) -> bool:
    """Whether a verb is about writing or about how a text is."""
    stem = predicate.stem
    return stem in words("writer_verbs") or stem in words("shaping_verbs") or stem in {"만들", "짜", "들", "지우", "끝나"}
