"""A trial: what a model answered to a finished prompt, and how well it kept to it."""

from dataclasses import dataclass
from typing import Final

from core.privacy.text import MaskedText

_NOTHING: Final = MaskedText()


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one answer: characters with those asked for, tokens, seconds to the first words and in all.

    `kept` and `missed` name the checks of the adherence.
    """

    kept: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    chars: int = 0
    low: int = 0
    high: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    first_words: float = 0
    seconds: float = 0


_UNCOUNTED: Final = Figures()


@dataclass(frozen=True, slots=True)
class ModelAnswer:
    """One answer; `finished` is False where it was cut off, `fault` says why it broke off, empty where it did not."""

    endpoint: str
    model: str = ""
    answer: MaskedText = _NOTHING
    figures: Figures = _UNCOUNTED
    finished: bool = True
    fault: str = ""
