"""Notes: what the composer tells the person about contradictions it has settled."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Conflict(StrEnum):
    """A contradiction between answers; what was chosen at a question stands over what a sentence says."""

    FORM = "form"
    LENGTH = "length"
    LANGUAGE = "language"
    LEVEL = "level"
    TRANSLATION = "translation"
    CODE_AMONG_TEXT = "code_among_text"
    TEXT_AS_CODE = "text_as_code"
    SHORT_REPORT = "short_report"
    SHORT_MANY = "short_many"


# Where a sentence says otherwise than the choice that stands.
SAID_OTHERWISE: Final = (Conflict.FORM, Conflict.LENGTH, Conflict.LANGUAGE, Conflict.LEVEL)


@dataclass(frozen=True, slots=True)
class Note:
    """A contradiction and how it was settled; `keys` name the answers, first the one that stands."""

    conflict: Conflict
    text: str
    keys: tuple[str, ...]
