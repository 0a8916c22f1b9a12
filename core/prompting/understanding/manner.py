"""Manner: clauses without a verb that demands, which say how the answer shall be (메모는 영어로, 반말 금지)."""

import re
from typing import Final

from core.privacy.particles import Particle, attach
from core.prompting.understanding.hangul import HANGUL, final
from core.prompting.understanding.predicates import Mood, read_predicate
from core.prompting.understanding.verbs import noun_form
from core.prompting.understanding.words import alternatives

_PROMISES: Final = ("할", "갈", "볼", "줄", "쓸", "올", "낼", "를", "릴", "을")


def is_manner(word: str) -> bool:
    """Whether a word in -게 says how: 웃게, 쉽게, 알게; 할게 promises, and of 만난게 and 그게 the 게 is a thing."""
    stem = word.removesuffix("게")
    return stem not in {word, "그", "이", "저", "뭐"} and final(stem[-1:]) != "ㄴ" and not stem.endswith(_PROMISES)


LEAVE_OUT: Final = re.compile(
    r"^(?P<what>.*?\S)\s?(?:(?P<topic>은|는|이|가|을|를)\s)?\s?(?P<how>(?:(?:절대로?|정말|너무|진짜|다|제발)\s)*)"
    r"(?:싫\S*|금지\S*|금물\S*|사양\S*|패스|배제|삼가|노|됐(?:고|고요|어요|습니다|음|어)|안 ?(?:돼|됨|됩|되)\S*"
    r"|ㄴㄴ|노노|[xX×]|no|No|NO|사절\S*"
    r"|빼고\S*|빼\S{0,3}|제외\S*(?: ?하고)?|말고\S*|생략\S*"
    r"|필요 ?없\S*|(?<!빠짐)(?<!틀림)(?<!끊임)(?<!상관)없이\S*|없게\S*|없도록|없었으면.*|없으면 좋.*|없어야.*)$"
)


TO_WRITE: Final = re.compile(r"(?:로|으로|게|히|처럼|같이|대로|듯이|듯|식으로|위주로|순서로|느낌으로|체)$")


_ORDER: Final = re.compile(
    r"^(?P<who>.*?)\s?(?P<order>['‘\"“][^'’\"”]+['’\"”]\s?(?:의\s)?순(?:서)?(?:대)?로)\s(?P<told>.+(?:다고"
    r"|라고|자고)\s.+)$"
)


_WANTED: Final = re.compile(
    r"^(?:하고 싶은|원하는|필요한|넣을|들어갈|들어가야 할|포함할|꼭 넣을)\s?(?:것"
    r"|내용|기능|항목|정보)?(?:은|는|:|\s:)\s?(?P<what>.+)$|^(?:요구 ?사항|조건"
    r"|기능|요청 ?사항)\s?(?:은|는|:)\s?(?P<too>.+(?<!으로)(?<!로)(?<!에)(?<!만))$"
)


_QUOTED_PART: Final = re.compile(
    r"^(?:(?:첫|끝|마지막)\s?(?:문장|줄|마디|대사|말)|제목|이름|호칭)(?:은|는)\s(?:'[^']+'|‘[^’]+’|\"[^\"]+\"|“[^”]+”)$"
)


_PART: Final = re.compile(
    rf"^(?P<part>(?:\S+\s){{0,2}}?(?:{alternatives('part_words')}))(?:은|는|:)\s(?P<value>.+?)(?:이고"
    rf"|이며|이에요|예요|입니다|임|요|으로|로)?$"
)


def shaped(clause: str, *, listing: bool = True) -> str:  # noqa: PLR0911 - one line for each kind of clause
    """Return the instruction of a clause that names the shape: 기준은 시설, 수업, 급식 세 가지."""
    if _QUOTED_PART.match(clause):
        return f"{attach(clause, Particle.TO)} 합니다"
    order = _ORDER.match(clause)
    if order:
        told = f"{order['who']} {order['told']}".strip()
        return f"{order['order']} 씁니다({_as_noun(told)})"
    wanted = _WANTED.match(clause)
    if wanted and not re.search(r"안 ?[돼되됨]\S*$", clause):
        return f"{attach(wanted['what'] or wanted['too'], Particle.OBJECT)} 모두 넣습니다"
    listed = re.match(r"^(?P<topic>\S+(?:은|는))\s(?P<list>[^,()]+(?:,\s?[^,()]+)+?)(?:이고|이며|인데)$", clause)
    if listed and listing:
        return f"{listed['topic']} {attach(listed['list'], Particle.OBJECT)} 모두 넣습니다"
    part = _PART.match(clause)
    if part and not HANGUL.search(part["value"].split(",")[0]):
        return ""  # the columns of a file
    predicate = read_predicate(clause)
    if (
        part
        and (predicate is None or predicate.mood is Mood.TOLD)
        and not TO_WRITE.search(clause)
        and not LEAVE_OUT.match(clause)
    ):
        value = part["value"]
        if not re.search(r"[가-힣A-Za-z0-9)\]}’'\"”]$", value) or (
            predicate and not re.search("(?:이고|이며|이에요|예요|입니다|임)$", clause)
        ):
            return ""
        return f"{attach(part['part'], Particle.TOPIC)} {attach(value, Particle.TO)} 합니다"
    return ""


def _as_noun(told: str) -> str:
    predicate = read_predicate(told)
    return predicate.before + noun_form(predicate.stem) if predicate else told
