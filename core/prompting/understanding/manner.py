"""Manner: clauses without a verb that demands, which say how the answer shall be (메모는 영어로, 반말 금지)."""

import re
from typing import Final

from core.privacy.korean.hangul import final

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
