"""Closing: a demand of several clauses as the person said it, with nothing but its last verb put formally.

Its parts give each other their sense (말고 …, 그래서 …, …니까 빼고), so none of them is turned on its own.
"""

import re
from typing import Final

from core.prompting.understanding.manner import is_manner
from core.prompting.understanding.mending import mend
from core.prompting.understanding.predicates import Mood, read_predicate
from core.prompting.understanding.verbs import formal
from core.prompting.understanding.words import words

_FORMAL: Final = tuple(
    (re.compile(pattern), becomes)
    for pattern, becomes in (
        (r"(?<=[가-힣])야\s?(?:돼|되|됨|됩|해|함|합|하|한)(?!듯)\S{0,6}$", "야 합니다"),
        (r"(?<=[가-힣]면)\s?안\s?(?:돼|되|됨|됩|된)\S{0,6}$", " 안 됩니다"),
        (r"(?<=[가-힣]면)\s?좋\S{0,8}(?:\s?(?:거|것)\s?같\S{1,4}|\s?듯\S{0,3})?$", " 좋겠습니다"),
        (r"(?<=[가-힣]고)\s?싶\S{0,6}$", " 싶습니다"),
        (r"(?<=[가-힣]지)(?:는|도)?\s?(?:마|말아)\S{0,4}(?:\s?주\S{0,4}|\s?줘\S{0,2})?$", " 않습니다"),
        (r"(?<=[가-힣]지)\s?(?:말고|말구|않고)$", " 않습니다"),
        (r"(?<=[가-힣])\s?부탁\S{0,6}$", " 부탁합니다"),
    )
)
_INNER: Final = re.compile(
    r"(?:[가-힣]데|[아어여해와워져려춰셔러라봐가켜]서|[가-힣]니까|으니|지만|거라|이라|[가-힣]려고|느라|길래|때문에|거든요?|[가-힣]요|니다)[,.?!]?\s"
)
_CONTRAST: Final = re.compile(r"(?:[는은한인운던]데|지만)[,]?\s\S+\s\S")
_LONG: Final = 7  # words from which a demand with a connective inside is not turned
_VERY_LONG: Final = 9  # words from which none is


def is_compound(demand: str) -> bool:
    """Whether a demand says several things that lean on each other."""
    size = len(demand.split())
    return (
        _CONTRAST.search(demand) is not None
        or size >= _VERY_LONG
        or (size >= _LONG and _INNER.search(demand) is not None)
    )


def close(demand: str) -> str:
    """Return a demand of several clauses in -ㅂ니다 form where its last verb is sure, else as it was typed."""
    text = re.sub(r"^(?:아|아참|그리고|근데|음)[\s,]+", "", mend(demand).strip(" .!~…,"))
    for pattern, becomes in _FORMAL:
        if pattern.search(text):
            return pattern.sub(becomes, text)
    if is_manner(text.rpartition(" ")[2]):
        return f"{text} 합니다"
    predicate = read_predicate(text)
    if predicate is None or predicate.mood not in {Mood.REQUEST, Mood.IMPERATIVE} or predicate.ending in {"기", "것"}:
        return text
    if predicate.form.rpartition(" ")[2] in words("giving"):
        return f"{predicate.before}{predicate.form} 줍니다"
    return predicate.before + formal(predicate.stem)
