"""Content words: what two texts can have in common apart from their grammar, as pieces of two characters."""

import re
import unicodedata
from typing import Final

_RUN: Final = re.compile(r"[가-힣]+|[A-Za-z][A-Za-z'’-]+|[0-9][0-9,.:/-]*")
_HANGUL: Final = re.compile(r"[가-힣]+")
_ENDING: Final = re.compile(
    r"(?:입니다|습니다|합니다|니다|하세요|세요|해요|어요|아요|예요|이에요|에요|네요|군요|거예요|할게요|게요|주세요"
    r"|해줘|하기|하는|했던|했음|하고|"
    r"에게|한테|에서|부터|까지|으로|라는|이라는|이나|이랑|랑|처럼|보다|마다|밖에|"
    r"은|는|이|가|을|를|도|만|의|에|로|과|와|임|함|됨|음|요|고|서|면)$"
)
_LONGEST_ENDING: Final = 4  # syllables
_MOST_ENDINGS: Final = 4  # in a row: 보내드리려고+만+은
_LEAST: Final = 2  # syllables of a stem: a pair
_COMMON_EN: Final = frozenset(
    {"the", "a", "an", "and", "or", "of", "to", "in", "on", "for", "with", "is", "are", "be", "my", "me", "i", "we"}
    | {"our", "you", "your", "it", "this", "that", "please", "write", "make", "want", "would", "like", "can", "could"}
    | {"need", "should", "have", "has", "do", "does"}
)


def pieces(text: str) -> frozenset[str]:
    """Return the content of a text: pairs of syllables of its Korean words, its other words and its numbers."""
    found: set[str] = set()
    for run in _RUN.findall(unicodedata.normalize("NFKC", text).casefold()):
        if _HANGUL.fullmatch(run):
            stem = _stem(run)
            found.update(stem[at : at + 2] for at in range(max(len(stem) - 1, 0)))
        elif run not in _COMMON_EN:
            found.add(run.strip(".,:/-"))
    return frozenset(found)


def shared(part: frozenset[str], whole: frozenset[str]) -> float:
    """Return how much of `part` is in `whole`; all of nothing."""
    return len(part & whole) / len(part) if part else 1.0


def _stem(word: str) -> str:
    """Return a word without its endings; only its tail is looked at, so that a long run costs no more than a word."""
    for _ in range(_MOST_ENDINGS):
        cut = _ENDING.search(word[-_LONGEST_ENDING:])
        if cut is None or len(word) - len(cut.group()) < _LEAST:
            break
        word = word[: len(word) - len(cut.group())]
    return word
