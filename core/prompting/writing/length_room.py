"""Room: how much of the length there is to share out among the items or parts of an answer."""

from dataclasses import dataclass
from typing import Final

from core.prompting.brief import Brief
from core.prompting.languages import ENGLISH, KOREAN, NamedLanguage
from core.prompting.understanding.understanding import ConflictKind, Demand, Understanding
from core.prompting.writing.answer_length import ENGLISH_WORDS, Amount, follows_source
from core.prompting.writing.overruled_lines import named
from core.prompting.writing.phrases import phrase
from core.values.choices import Length
from core.values.length_choices import LENGTHS
from core.values.locale import Locale

_GROWN: Final = 0.8  # of what a length may grow to: less would not have made it grow
_ROUND_FROM: Final = 50  # a size that is larger is said in steps
_STEP: Final = 5
# In signs: a sentence of a text, one of a short text, and what can be said at all.
_SENTENCE, _SHORT_SENTENCE, _LEAST = 45, 27, 12
_SHORT: Final = 150  # signs of a text that has but a few of them


@dataclass(frozen=True, slots=True)
class Room:
    """A range of characters, words or sentences (`unit`); `scale` is how many of them say what a character says."""

    low: int
    high: int
    unit: str = "signs"
    scale: float = 1

    @property
    def middle(self) -> int:
        """What there is to plan with."""
        return (self.low + self.high) // 2

    def of(self, signs: int) -> int:
        """Return so many Korean characters in this unit."""
        return max(round(signs * self.scale), 1)

    @property
    def is_short(self) -> bool:
        """Whether there is room for a few phrases only."""
        return self.high <= self.of(_SHORT)

    @property
    def sentences(self) -> int:
        """How many sentences it holds."""
        if self.unit == "sentences":
            return self.middle
        return max(round(self.middle / self.of(_SHORT_SENTENCE if self.is_short else _SENTENCE)), 1)

    def divided(self, count: int) -> "Room | None":
        """Return what each of so many gets; None where that is too little to say anything in."""
        low, high = -(-self.low // count), self.high // count
        if high >= _ROUND_FROM and -(-low // _STEP) * _STEP < high // _STEP * _STEP:
            low, high = -(-low // _STEP) * _STEP, high // _STEP * _STEP
        low = min(low, high)
        return Room(low, high, self.unit, self.scale) if high >= self.of(_LEAST) else None

    def times(self, count: int) -> "Room":
        """Return what so many take together."""
        return Room(self.low * count, self.high * count, self.unit, self.scale)

    def said(self, locale: Locale) -> str:
        """Return it in words: 90~110자."""
        low = f"{self.low:,}{'~' if locale is Locale.KO else '–'}" if self.low < self.high else ""
        return f"{low}{self.high:,}{phrase(locale, f'share.{self.unit}')}"


def room_of(brief: Brief, understanding: Understanding, amount: Amount, language: NamedLanguage | None) -> Room | None:
    """Return what there is to share; None where the length is no number, or the source or a demand settles it."""
    is_settled = any(conflict.kind is ConflictKind.LENGTH for conflict in understanding.conflicts)
    if not amount.is_known or is_settled or named(understanding, Demand.LENGTH) or follows_source(brief, understanding):
        return None
    low, high = amount.chars.low, amount.chars.high
    if amount.loosened:
        low, high = int(amount.loosened * _GROWN), amount.loosened
    if language in (None, KOREAN):
        return Room(low, high)
    if not isinstance(brief.length, Length):
        return None
    if language is ENGLISH:
        words = (low // 3, high // 3) if amount.loosened else LENGTHS[brief.length].words
        return Room(*words, "words", ENGLISH_WORDS)
    return Room(*LENGTHS[brief.length].sentences, "sentences", 1 / _SENTENCE)
