"""The situation that a request begins with: 초안이 필요한데 → 초안이 필요합니다."""

import re
from typing import Final

from core.prompting.understanding.hangul import final, with_final
from core.prompting.understanding.predicates import Mood, read_predicate
from core.prompting.understanding.verbs import formal

_JOINT: Final = re.compile(r"^(?P<first>.{3,}\S데)(?:요|용)?[,.…]*\s+(?P<rest>\S.*)$")
_COPULA: Final = re.compile(r"(?P<noun>.*[가-힣A-Za-z0-9)}\]'’\"”%])인데$")
_INTENDED: Final = re.compile(r"(?P<verb>.*[가-힣]려)(?:고|구)\s?하는데$|(?P<open>.*[가-힣]려는)데$")
_PLANNED: Final = re.compile(r"(?P<verb>.*[가-힣])\s?(?:건|것인|거인)데$")
_HEARD: Final = re.compile(r"(?P<said>.*[가-힣][다라])는데$")  # 너무 길다는데
_WANTED: Final = re.compile(r"(?P<verb>.*[가-힣]고)\s?싶은데$")


def split_situation(clause: str) -> tuple[str, str]:
    """Return what a clause tells before it asks, as typed, and what it asks; the first is empty where it only asks."""
    found = _JOINT.match(clause)
    if not found or final(found["first"][-2]) != "ㄴ" or re.search(r"(?:이|그|저|한|본|간)\s데$", found["first"]):
        return "", clause
    return (found["first"], found["rest"]) if told(found["first"]) else ("", clause)


def told(situation: str) -> str:  # noqa: PLR0911 - one line for each kind of clause
    """Return a clause in -는데 as a sentence without its full stop; nothing where its verb is not read surely."""
    if intended := _INTENDED.match(situation):
        return f"{intended['verb']}고 합니다" if intended["verb"] else f"{intended['open'][:-1]}고 합니다"
    if planned := _PLANNED.match(situation):
        return f"{planned['verb']} 것입니다" if final(planned["verb"][-1]) == "ㄹ" else ""
    if wanted := _WANTED.match(situation):
        return f"{wanted['verb']} 싶습니다"
    if heard := _HEARD.match(situation):
        return f"{heard['said']}고 합니다"
    if copula := _COPULA.match(situation):
        return f"{copula['noun']}입니다"
    predicate = read_predicate(situation)
    if (
        predicate is None
        or predicate.mood not in {Mood.ASKED, Mood.TOLD, Mood.MUST}
        or not predicate.ending.endswith("데")
    ):
        return ""
    if predicate.mood is Mood.MUST:
        return f"{predicate.before}{predicate.form}야 합니다"
    if predicate.ending[:1] in "ㅆᆻ":
        return f"{predicate.before}{with_final(predicate.form, 'ㅆ')}습니다" if predicate.form else ""
    return predicate.before + formal(predicate.stem)
