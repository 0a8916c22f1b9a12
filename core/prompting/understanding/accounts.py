"""Accounts: statements as a diary or an essay has them, which ask nothing of whoever writes the answer."""

import re
from collections.abc import Sequence
from typing import Final

from core.privacy.korean.hangul import ending_in, is_korean
from core.prompting.understanding.english_imperatives import is_imperative

_HAPPENED: Final = re.compile(
    rf"[{''.join(sorted(set(ending_in('ㅆ')) - set('겠있')))}](?:다|습니다|어요|었다|었습니다|었어요)[.!~\s]*$"
)
_HOPED: Final = re.compile(r"으?면\s[^.]{1,8}$")  # 넣어 줬으면 했어요
_PLAIN: Final = re.compile(r"[가-힣](?<!니)(?<!싶)다[.!~\s]*$")
_ASKS: Final = re.compile(
    r"(?:주세요|주십시오|줘요?|해라|바랍니다|부탁\S{0,8}|싶\S{1,5}|나요|까요|인가요)[.!?~\s]*$|(?<![가-힣]다)\?\s*$"
)
_EN_TELLS: Final = re.compile(
    r"\b(?:was|were|had|did|went|said|came|got|took|made|felt|saw|is|are|am|has|have|never|\w{2,20}ed"
    r"|i|we|he|she|they|it)\b",
    re.IGNORECASE,
)
_EN_ASKS: Final = re.compile(
    r"\?|\b(?:please|pls|want|need|would like|can you|could you|help|write (?:me|a|an))\b", re.IGNORECASE
)
_FEWEST: Final = 4  # sentences of an account
_STATED: Final = 3  # sentences in a row of which one that demands would stand out


def happened(sentence: str) -> bool:
    """Whether a sentence tells what has been: 나는 아무 말도 하지 않았다; a wish has its verb in another form."""
    return _HAPPENED.search(sentence) is not None and _HOPED.search(sentence) is None


def is_statement(sentence: str) -> bool:
    """Whether a sentence states something in the plain form: 정부는 규제를 해야 한다."""
    if not is_korean(sentence):
        is_told = _EN_TELLS.search(sentence) is not None and _EN_ASKS.search(sentence) is None
        return is_told and not is_imperative(sentence)
    return happened(sentence) or _PLAIN.search(sentence) is not None


def is_account(sentences: Sequence[str]) -> bool:
    """Whether sentences only tell, and none says what is wanted: a diary, an essay."""
    if len(sentences) < _FEWEST or any(_asks(each) for each in sentences):
        return False
    return 4 * sum(map(is_statement, sentences)) >= 3 * len(sentences)


def statements(sentences: Sequence[str]) -> frozenset[str]:
    """Return those of several sentences that state something, where they are too many to be demands."""
    found = frozenset(filter(is_statement, sentences))
    return found if len(found) >= _STATED else frozenset(filter(happened, sentences))


def _asks(sentence: str) -> bool:
    return (_ASKS.search(sentence) if is_korean(sentence) else _EN_ASKS.search(sentence)) is not None
