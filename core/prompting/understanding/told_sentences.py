"""Told sentences: what is so beside a request as a formal sentence of its own, however casually its clause ends."""

import re
from typing import Final

from core.privacy.korean.hangul import ending_in, with_final
from core.prompting.understanding.conjugation import modified
from core.prompting.understanding.formal_statements import state
from core.prompting.understanding.object_particles import is_bare_noun
from core.prompting.understanding.predicates import Mood, read_predicate
from core.prompting.understanding.typos import mend
from core.prompting.understanding.verbs import formal, is_adjective

_ABOUT_TO: Final = re.compile(
    r"(?<=[가-힣])(으?려고|으?려구|으?려(?=는데))\s?(?:요|해요|합니다|하는데요?|해|함|하고|고요|는데요?)?$"
)
_PROMISED: Final = re.compile(rf"(?<=[{ending_in('ㄹ')}])게요?$")
_IS: Final = re.compile(r"(?<=[가-힣0-9A-Za-z%)}\]])(?:이에요|예요|이?인데요?|이고요?|이거든요?|입니다만)$")
# 민원 넣을 거예요, 모를거예요: what somebody is about to do, or takes for likely.
_GOING_TO: Final = re.compile(rf"(?<=[{ending_in('ㄹ')}])\s?거(?:예요|에요|고요|거든요)$")
_HONOURED: Final = re.compile(r"(?<=[가-힣])셔요$")
# What others say: 좋대요, 내래요; but not what somebody would like, 할래요.
_HEARD: Final = re.compile(rf"(?<=[^\s{ending_in('ㄹ')}])(?<!\s[그이저])(?P<end>[대래])(?:요|네요|는데요?)?$")
_NOUN_YO: Final = re.compile(r"(?<=[가-힣])(?:이요|요)$")
_TELLS: Final = re.compile(
    r"^(?:[ᆻㅆ]\S*|요?|(?:는|ᆫ|은)데요?|거든요?|네요|고요?|ᆷ|음|고 있\S*|ᆯ 건데요?|ᆸ니다|습니다|지만)$"
)
_IS_NOT: Final = re.compile(r"(?:^|\s)[안못]\s?\S*$|(?:않|못하)$")


def told(sentence: str) -> str:  # noqa: PLR0911 - one line for each kind of ending
    """Return a sentence that tells something, ended formally where its verb is read surely: 나왔어요 → 나왔습니다."""
    text = _ABOUT_TO.sub(r"\1 합니다", mend(sentence).strip(" .!~ㅠㅜㅋㅎ^,"))
    if text.endswith("?"):
        return text
    if text.endswith("니다"):
        return f"{text}."
    if _GOING_TO.search(text):
        return f"{_GOING_TO.sub(' 겁니다', text)}."
    if _IS.search(text):
        return f"{_IS.sub('입니다', text)}."
    if _HONOURED.search(text):
        return f"{_HONOURED.sub('십니다', text)}."
    if promised := _PROMISED.search(text):
        return f"{with_final(text[: promised.start()], '')}겠습니다."
    if heard := _HEARD.search(text):
        said = {"대": "다", "래": "라"}[heard["end"]]
        return f"{text[: heard.start('end')]}{said}고 합니다."
    if (stated := state(text)).endswith("니다."):
        return stated
    return _of_verb(text) or f"{text}."


def _of_verb(text: str) -> str:
    predicate = read_predicate(text)
    if predicate is None:
        noun = _NOUN_YO.sub("", text)
        return f"{noun}입니다." if noun != text and is_bare_noun(noun.rpartition(" ")[2]) else ""
    if predicate.mood not in {Mood.TOLD, Mood.ASKED} or not _TELLS.search(predicate.ending):
        return ""
    if predicate.ending.startswith("ᆯ"):
        return f"{predicate.before}{modified(predicate.stem, 'ㄹ')} 겁니다."
    if predicate.ending.startswith(("ᆻ", "ㅆ")) and predicate.form:
        return f"{predicate.before}{with_final(predicate.form, 'ㅆ')}습니다."
    is_timeless = is_adjective(predicate.stem) or _IS_NOT.search(predicate.before + predicate.stem)
    if predicate.ending in {"ᆷ", "음"} and not is_timeless:  # 5곳 방문함: did, or does
        return ""
    return f"{predicate.before}{formal(predicate.stem)}."
