"""Language drift: a model that was asked to write in one language and slips into another."""

import re
from collections.abc import Callable, Collection
from typing import Final

from core.values.locale import Locale

_LABEL: Final = re.compile(r"\{[^{}\n]{1,40}\}")
_NO_PROSE: Final = re.compile(
    r"```\w*"  # the edge of a fence
    r"|`[^`\n]*`"  # code in a line
    r'|"[^"\n]*"\s*:'  # keys of JSON
    r"|https?://\S+"  # links are judged by the guard
)
_GLOSS: Final = re.compile(r"(?<=[가-힣*”\"'’」])\s?\([^()\n]*\)?")
_QUOTED: Final = re.compile(r"[\"“'‘][^\"“”'‘’\n가-힣]*[\"”'’]")
_LATIN_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9'’+#.&_/-]*")
_SLIPPED: Final = re.compile(
    r"[가-힣][A-Za-z]"  # one word out of two scripts: 자동obile
    r"|[가-힣] {2,}[A-Za-z]"  # how Mixtral's tokenizer spaces a word of another language
    r"|[a-z]{2} ?\([가-힣]"  # the gloss the wrong way round: Speed(속도)
    r"|^[^\w\n]*[A-Za-z][A-Za-z ]*:",  # an English heading: Title: …
    re.MULTILINE,
)
_SMALL_WORD: Final = re.compile(r"(?<![A-Za-z0-9_./@-])[a-z]{2,}(?![A-Za-z0-9_/@-])")
_TITLE: Final = re.compile(r"(?<![\w'-])[A-Z][\w'-]*(?: (?:of|on|the|and|in|for|to|a|an|de|des|la|[A-Z0-9][\w'-]*))+")

_HANGUL_SHARE: Final = 0.6
_HANGUL_SHARE_OF_LINE: Final = 0.5
_LATIN_SHARE: Final = 0.9


def drifts(text: str, locale: Locale, permitted: Collection[str] = ()) -> bool:
    """Say whether a text leaves the language of `locale` anywhere.

    `permitted` holds foreign words that may stand, because the person used them. In Korean, Latin letters are
    otherwise right only in a gloss after the Korean word, as a name or as an abbreviation; one small-letter word in
    running text, a word spliced out of two scripts, or any third script is drift. Without letters: no drift.
    """
    prose = _NO_PROSE.sub(" ", _LABEL.sub(" ", _without(text, permitted)))
    return _FOREIGN[locale](prose)


def _without(text: str, permitted: Collection[str]) -> str:
    words = {word.casefold() for word in permitted}
    return _LATIN_WORD.sub(lambda match: " " if match.group().rstrip(".").casefold() in words else match.group(), text)


def _leaves_korean(prose: str) -> bool:
    if _SLIPPED.search(prose) or any(_is_third_script(char) for char in prose):
        return True
    unglossed = _GLOSS.sub(" ", prose)
    running = _TITLE.sub(" ", _QUOTED.sub(" ", unglossed))
    return (
        _SMALL_WORD.search(running) is not None
        or _hangul_share(unglossed) < _HANGUL_SHARE
        or any(_hangul_share(line) < _HANGUL_SHARE_OF_LINE for line in unglossed.splitlines())
    )


def _leaves_english(prose: str) -> bool:
    letters = [char for char in prose if char.isalpha()]
    return sum(char.isascii() for char in letters) < _LATIN_SHARE * len(letters)


_FOREIGN: Final[dict[Locale, Callable[[str], bool]]] = {Locale.KO: _leaves_korean, Locale.EN: _leaves_english}


def _hangul_share(text: str) -> float:
    letters = [char for char in text if char.isalpha()]
    return sum(map(_is_hangul, letters)) / len(letters) if letters else 1.0


def _is_hangul(char: str) -> bool:
    return "가" <= char <= "힣" or "ㄱ" <= char <= "ㅣ"


def _is_third_script(char: str) -> bool:
    return char.isalpha() and not char.isascii() and not _is_hangul(char)
