"""Reading a typed answer: by number, by word, by sentence."""

import re
import unicodedata
from typing import Final

from core.conversation.questions import QUESTIONS, Key
from core.conversation.session import Answer
from core.conversation.texts import TEXTS
from core.conversation.vocabulary import CHOICE_WORDS, FREE_WORDS, REJECTED, REJECTED_BEFORE
from core.privacy.text import MaskedText

_NUMBER: Final = re.compile(
    r"^(?:선택지|보기|option|number|no\.?|#)?\s*([1-9])\s*(?:번째|번|\.|\))?\s*(?:으?로|이요|요|할게요|해줘|해주세요|입니다|이에요)*\s*[.!~]*$"
)
_ORDINALS: Final = {"첫": "1", "두": "2", "세": "3", "네": "4", "다섯": "5"}
_ORDINAL: Final = re.compile(r"^(첫|두|세|네|다섯)\s*(?:번째|번)")


def read(key: Key, text: MaskedText) -> Answer | None:
    """Return the answer that `text` gives to the question `key`; None if it cannot be read as one.

    A question without choices takes any text. One with choices takes a choice, or a value of its own kind that is
    clear without asking ("300자 정도", "일본어", "중학생"), which is kept as written.
    """
    if not QUESTIONS[key].choices:
        return Answer(text)
    folded = unicodedata.normalize("NFKC", text).casefold().strip()
    choice = _by_number(key, folded) or _by_wording(key, folded) or _by_word(key, folded)
    if choice is not None:
        return Answer(text, choice)
    return Answer(text) if re.search(FREE_WORDS[key], folded) else None


def _by_number(key: Key, folded: str) -> str | None:
    ordinal = _ORDINAL.match(folded)
    found = _NUMBER.match(_ORDINALS[ordinal[1]] if ordinal else folded)
    choices = QUESTIONS[key].choices
    return choices[int(found[1]) - 1] if found and int(found[1]) <= len(choices) else None


def _by_wording(key: Key, folded: str) -> str | None:
    """Return the choice whose id or wording, in either language, is the whole text."""
    for choice in QUESTIONS[key].choices:
        wordings = {choice, *(texts[f"{key}.{choice}"].casefold() for texts in TEXTS.values())}
        if folded in wordings:
            return choice
    return None


def _by_word(key: Key, folded: str) -> str | None:
    """Return the one choice that is named and not turned down; None if there are several, or a value of its own."""
    if key is Key.LENGTH and re.search(FREE_WORDS[key], folded) and not _is_bare(key, folded):
        return None
    if key is Key.LANGUAGE and len(re.findall(FREE_WORDS[key], folded)) > 1:
        return None
    named = [choice for choice, words in CHOICE_WORDS[key].items() if _wanted(words, folded)]
    return named[0] if len(named) == 1 else None


def _wanted(words: str, folded: str) -> bool:
    return any(
        not re.match(REJECTED, folded[found.end() :]) and not re.search(REJECTED_BEFORE, folded[: found.start()])
        for found in re.finditer(words, folded)
    )


def _is_bare(key: Key, folded: str) -> bool:
    """Say whether a number is one of the choices' own ("500자"), not a measure beside a word ("짧게 300자")."""
    return any(re.fullmatch(words, folded) for words in CHOICE_WORDS[key].values())
