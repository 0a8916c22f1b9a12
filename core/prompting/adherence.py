"""Adherence: whether an answer keeps to what the prompt asked for, as far as a program can tell."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from core.privacy.labels import find_labels
from core.privacy.placeholder_matching import Reader
from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.languages import ENGLISH, KOREAN, read_language
from core.prompting.length_range import LengthRange, read_length_range
from core.values.choices import Form


class Check(StrEnum):
    """What is looked at, in this order."""

    FORM = "form"
    LENGTH = "length"
    LANGUAGE = "language"
    LABELS = "labels"


@dataclass(frozen=True, slots=True)
class Adherence:
    """What was looked at, each kept or not; a form or language that a program cannot tell is left out.

    `chars` is how long the answer is, spaces included, and `asked` how long it was to be.
    """

    kept: Mapping[Check, bool]
    chars: int
    asked: LengthRange

    @property
    def count(self) -> int:
        """How many were kept."""
        return sum(self.kept.values())


def adherence(answer: MaskedText, brief: Brief, masked: Collection[str] = ()) -> Adherence:
    """Look at an answer to the prompt that was composed for `brief`.

    `masked` are labels that masking gave: one that the model wrote for itself is none of them.
    """
    text = answer.strip()
    asked = read_length_range(brief.length, english=read_language(brief.language) is ENGLISH)
    looked_at = {
        Check.FORM: _has_form(text, brief),
        Check.LENGTH: _low(asked) <= len(text) <= _high(asked),
        Check.LANGUAGE: _is_in_language(text, brief),
        Check.LABELS: _keeps_labels(text, brief, masked),
    }
    kept = {check: result for check, result in looked_at.items() if result is not None}
    return Adherence(MappingProxyType(kept), len(text), asked)


_TOLERANCE: Final = 0.1


def _low(asked: LengthRange) -> float:
    return asked.low * (1 - _TOLERANCE)


def _high(asked: LengthRange) -> float:
    return asked.high * (1 + _TOLERANCE)


_FENCE: Final = re.compile(r"^ {0,3}```.*?^ {0,3}```\s*$", re.MULTILINE | re.DOTALL)
_BLANKS: Final = r"[^\S\n]*"
_ITEM: Final = re.compile(r"^[^\S\n]*(?:[-*•·‣◦]|\(?\d{1,2}[.)]|[①-⑳]|[가-하][.)])\s+\S", re.MULTILINE)
_ROW: Final = re.compile(r"^[^|\n]*\|[^\n]*$", re.MULTILINE)
_RULE: Final = re.compile(
    rf"^{_BLANKS}(?:\|{_BLANKS})?:?-{{2,}}:?{_BLANKS}(?:\|{_BLANKS}:?-{{2,}}:?{_BLANKS})+(?:\|{_BLANKS})?$",
    re.MULTILINE,
)
_HEADING: Final = re.compile(
    r"^[^\S\n]*(?:#{1,6}\s+\S|\*\*[^*\n]+\*\*:?[^\S\n]*$|\[[^\]\n]{1,40}\][^\S\n]*$|\d{1,2}\.\s+[^\n.]{1,30}$)",
    re.MULTILINE,
)
_FEW: Final = 2


def _has_form(text: str, brief: Brief) -> bool | None:
    return _FORMS[brief.form](text) if isinstance(brief.form, Form) else None


def _is_list(text: str) -> bool:
    """Say whether items are most of it: an item may have some lines beneath it."""
    return len(_ITEM.findall(text)) >= max(_FEW, len(_lines(text)) / 3)


def _is_prose(text: str) -> bool:
    return bool(text) and not _is_table(text) and len(_ITEM.findall(text)) < max(_FEW, len(_lines(text)) / 4)


def _is_table(text: str) -> bool:
    return _RULE.search(text) is not None and len(_ROW.findall(text)) > _FEW


def _has_code(text: str) -> bool:
    return _FENCE.search(text) is not None


def _is_report(text: str) -> bool:
    return len(_HEADING.findall(text)) >= _FEW


_FORMS: Final[Mapping[Form, Callable[[str], bool]]] = MappingProxyType(
    {
        Form.LIST: _is_list,
        Form.PROSE: _is_prose,
        Form.TABLE: _is_table,
        Form.CODE: _has_code,
        Form.REPORT: _is_report,
    }
)


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


_NO_WORDS: Final = re.compile(r"`[^`\n]*`|https?://\S+|\{[^{}\n]{1,40}\}")
_SHARE: Final = 0.6
_LATIN_SHARE: Final = 0.9


def _is_in_language(text: str, brief: Brief) -> bool | None:
    language = read_language(brief.language)
    if language not in {KOREAN, ENGLISH}:
        return None
    letters = list(_letters(_NO_WORDS.sub(" ", _FENCE.sub(" ", text))))
    if not letters:
        return brief.form is Form.CODE and bool(text)
    hangul = sum("가" <= letter <= "힣" for letter in letters) / len(letters)
    latin = sum(letter.isascii() for letter in letters) / len(letters)
    return hangul >= _SHARE if language is KOREAN else latin >= _LATIN_SHARE


def _letters(text: str) -> Iterator[str]:
    return (char for char in text if char.isalpha())


def _keeps_labels(text: str, brief: Brief, masked: Collection[str]) -> bool:
    """Say whether the labels of the task stand in it, none altered; those of the background may be left out."""
    expected = find_labels(brief.purpose)
    known = {
        label for value in (brief.purpose, brief.background, brief.reference) for label in find_labels(value or "")
    }
    readings = list(Reader({*known, *masked}).read(text))
    altered = any(reading.label is None or text[reading.start : reading.end] != reading.label for reading in readings)
    return not altered and {reading.label for reading in readings} >= set(expected)
