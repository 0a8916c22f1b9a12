"""Replacing: a value in the answers that a wish sets right, where it stands there as typed."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from core.conversation.questions import QUESTIONS, Key
from core.conversation.session import Answer
from core.privacy.particles import PAIRED, agree
from core.privacy.text import MaskedText

_IN: Final = (Key.PURPOSE, Key.BACKGROUND, Key.CONSTRAINTS, Key.STEPS, Key.AUDIENCE)
_OLD: Final = r"(?P<old>.{1,60}?)"
_NEW: Final = r"(?P<new>.{1,30}?)"
_END: Final = r"[\s.!~]*$"
_VERBS: Final = r"(?:바꿔|바꾸|고쳐|수정|변경|정정)\S{0,8}(?:\s\S{1,8})?"
_CHANGE: Final = rf"\s?(?:{_VERBS}|(?:해|써|적어)\s?\S{{0,8}})?"
_IS: Final = r"(?:이에요|예요|에요|입니다|이야|야|이요|임|요)?"
_PATTERNS: Final = (
    # 12시 말고 1시로, 12월 5일이 아니라 12월 12일이야
    re.compile(rf"^{_OLD}(?:이|가)?\s?(?:말고|아니라|아니고|대신에?),?\s{_NEW}(?:(?:으?로){_CHANGE}|{_IS}){_END}"),
    # 12시를 1시로 바꿔 줘: of a number or a label only, 제목을 질문으로 is no replacement
    re.compile(rf"^(?P<old>.{{0,40}}?[\d{{].{{0,20}}?)(?:을|를)\s{_NEW}(?:으?로)\s?{_VERBS}{_END}"),
    re.compile(rf"^(?:change|replace)\s{_OLD}\s(?:to|with|by)\s{_NEW}{_END}", re.IGNORECASE),
    re.compile(rf"^(?:it'?s\s|make it\s)?not\s{_OLD},?\sbut\s{_NEW}{_END}", re.IGNORECASE),
    re.compile(
        rf"^(?:it'?s\s|make it\s|use\s)?{_NEW}(?:,?\s(?:instead of|rather than|and not)|,\snot)\s{_OLD}{_END}",
        re.IGNORECASE,
    ),
)
_OPENING: Final = re.compile(r"^(?:아+|아니|아뇨|참|음|앗|oh|sorry|no|please)[,!.]?\s+", re.IGNORECASE)
# What is no value but asks or tells: 링크를 넣어 줘, 우유를 못 먹어.
_SAYS: Final = re.compile(r"[을를]\s|(?:줘|요|오|라|다|마|게|지|기|것|거|걸|해|함|써|께|에|한테|에서)$")
_UNTIL: Final = re.compile(r"(?:까지|부터)$")
_SHORTEST: Final = 2  # characters of a value; 글 and 표 stand in many words
_COPULA: Final = r"이?(?:입니다|에요|예요|고|고요|며|인데|인데요|라서?|야|임)|인데요?|입니다|임"
_BEHIND: Final = rf"(?:(?:{'|'.join(PAIRED)}|{_COPULA}|에서?|의|만|부터|까지|에게|한테|께)?(?![가-힣]))"


def replaced(answers: Mapping[Key, Answer], wish: MaskedText) -> dict[Key, Answer]:
    """Return the answers that hold the value a wish turns down, with the new one in its place; none where none does."""
    said = _OPENING.sub("", " ".join(wish.split()))
    for pattern in _PATTERNS:
        found = pattern.match(said)
        new = _UNTIL.sub("", found["new"].strip()) if found else ""
        if not found or _SAYS.search(new) or _is_said(answers, new):
            continue
        for old in _without_topics(found["old"].strip()):
            if changes := dict(_changed(answers, old, new)):
                return changes
    return {}


def _is_said(answers: Mapping[Key, Answer], value: str) -> bool:
    """Whether a value stands in the answers as well: B안 말고 A안 chooses between two of them."""
    return any(re.search(rf"(?<!\w){re.escape(value)}", answers[key].text) for key in _IN if key in answers)


def _without_topics(old: str) -> Iterator[str]:
    """Yield a value without what it is about, then as said: 12시, 시간을 12시."""
    topic = re.match(r"\S+[은는을를]\s", old)
    if topic is not None:
        yield from _without_topics(old[topic.end() :])
    yield old


def _changed(answers: Mapping[Key, Answer], old: str, new: str) -> Iterator[tuple[Key, Answer]]:
    if len(old) < _SHORTEST:
        return
    value = re.compile(rf"(?<![\w{{]){re.escape(old)}(?:(?<=[^가-힣])(?![\w}}])|(?={_BEHIND}))", re.IGNORECASE)
    for key in _IN:
        text = answers[key].text if key in answers else ""
        if not value.search(text):
            continue
        first, *others = value.split(text)
        changed = first + "".join(new + agree(other, new) for other in others)
        if len(changed) <= QUESTIONS[key].max_length:
            yield key, Answer(MaskedText(changed))
