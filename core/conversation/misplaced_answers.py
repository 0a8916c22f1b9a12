"""What is typed at a question and answers another one: its name before it (길이는 짧게), or a choice of it alone."""

import re
from typing import Final

from core.conversation.answer_names import split_name
from core.conversation.answer_reading import choice_elsewhere, read, read_typed, says_none
from core.conversation.questions import INTERVIEW, OPTIONS, QUESTIONS, Key
from core.conversation.session import Answer
from core.conversation.texts import t
from core.privacy.text import MaskedText
from core.values.locale import Locale
from core.values.spelt_lengths import in_digits

_LONGEST: Final = 100  # characters; a longer text that begins with such a name tells something else
_ENDINGS: Final = ("은", "는", "을", "를", ":", "=")
_FEWEST_CHARACTERS: Final = 20  # of a length; a smaller number is a slip for that of a choice
_OF_CHARACTERS: Final = re.compile(r"^(?:글자\s?수|자\s?수)[는은]?\s?:?\s?(\d[\d,]{1,6})$")
_NAMED: Final = frozenset((*INTERVIEW, *OPTIONS))


def placed(key: Key, text: MaskedText, locale: Locale) -> tuple[Key, Answer | None] | None:
    """Return the answer that a text gives with the question it belongs to; None if that is no other than `key`.

    The answer is None where it is to be left out (참고 자료는 없음). In an introduction, and where else anything may be
    told, every text belongs there.
    """
    if not QUESTIONS[key].choices and key is not Key.REFERENCE:
        return None
    if found := by_name(text, locale, strictly=key is Key.REFERENCE):
        return found
    return choice_elsewhere(key, text) if QUESTIONS[key].choices and read(key, text) is None else None


def by_name(text: MaskedText, locale: Locale, *, strictly: bool = False) -> tuple[Key, Answer | None] | None:
    """Return an answer that stands behind its name: 길이는 짧게.

    Without a particle or a colon, and where it is read `strictly`, it must be a choice: 작업 일지 and, in a reference,
    작업은 3시에 끝났습니다 set no task.
    """
    named = split_name(text) if len(text) <= _LONGEST and "\n" not in text else None
    if named is None or named[0] not in _NAMED:
        return None
    key, rest = named[0], in_characters(*named, locale)
    if QUESTIONS[key].optional and says_none(rest):
        return key, None
    is_plain = text.removesuffix(named[1]).rstrip().endswith(_ENDINGS) and not strictly
    if not (is_plain or QUESTIONS[key].choices) or key is Key.REFERENCE:
        return None
    answer = read_typed(key, rest) if is_plain else read(key, rest)
    return (key, answer) if answer else None


def in_characters(key: Key, text: MaskedText, locale: Locale) -> MaskedText:
    """Return a length in digits, a bare number in characters (300 is 300자) unless it is too small to be one."""
    if key is Key.LENGTH and len(text) <= _LONGEST:
        text = MaskedText(_OF_CHARACTERS.sub(r"\1자", in_digits(text)))
    number = text.removesuffix(".").replace(",", "")
    is_number = key is Key.LENGTH and number.isascii() and number.isdecimal()
    if not is_number or int(number) < _FEWEST_CHARACTERS or read(key, text):
        return text
    return MaskedText(t(locale, "length.characters", count=number))
