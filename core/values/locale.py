"""The languages of the interface."""

import re
from enum import StrEnum
from typing import Final

_LABEL: Final = re.compile(r"\{[^{}\n]{1,40}\}")
_HANGUL: Final = re.compile(r"[가-힣]")
_LATIN: Final = re.compile(r"[A-Za-z]")
_LATIN_LETTERS_A_SYLLABLE: Final = 4  # an English word has about four letters where Korean has one or two syllables


class Locale(StrEnum):
    """A language of the interface; Korean is the source, English its translation."""

    KO = "ko"
    EN = "en"

    @classmethod
    def of(cls, tag: str | None, default: "Locale") -> "Locale":
        """Return the interface language nearest to an IETF tag such as `ko-KR` or `en_US`; `default` for none."""
        language = (tag or "").replace("_", "-").split("-")[0].lower()
        return cls(language) if language in set(cls) else default

    @classmethod
    def written_in(cls, text: str, default: "Locale") -> "Locale":
        """Return the language that a text is written in; `default` where that is not clear."""
        words = _LABEL.sub("", text)
        hangul, latin = len(_HANGUL.findall(words)), len(_LATIN.findall(words))
        if hangul and hangul * _LATIN_LETTERS_A_SYLLABLE >= latin:
            return cls.KO
        return cls.EN if latin > _LATIN_LETTERS_A_SYLLABLE else default
