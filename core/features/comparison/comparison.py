"""A comparison: several answers to the same brief, their order hidden, and which the person liked best."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.conversation.model_answer import ModelAnswer
from core.conversation.session import FeatureData, Session, State
from core.privacy.text import MaskedText

LETTERS: Final = "ABCD"
TIE: Final = "="
PROMPTS: Final = ("raw", "short", "detailed")
"""The arms of a comparison of prompts."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Arms in the order in which they are shown: of the prompt, or the names of endpoints where `models` is said.

    `trials` are their answers, of which only the figures are kept; `chosen` is the letter that was voted for, or `TIE`,
    and empty until then.
    """

    arms: tuple[str, ...]
    models: bool = False
    trials: tuple[ModelAnswer, ...] = ()
    chosen: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it waits for a vote."""
        return bool(self.trials) and not self.chosen

    def with_figures(self, trials: Sequence[ModelAnswer]) -> "Comparison":
        """Return it with the figures of its trials, without what was answered."""
        return replace(self, trials=tuple(replace(trial, answer=MaskedText()) for trial in trials))


def shuffled(arms: Sequence[str], seed: str) -> tuple[str, ...]:
    """Return the arms in an order that nobody can tell beforehand, the same for the same seed."""
    return tuple(sorted(arms, key=lambda arm: hashlib.sha256(f"{seed}:{arm}".encode()).digest()))


class ComparisonJob(State):
    """What a model is waited for."""

    COMPARE = "compare"


@dataclass(frozen=True, slots=True)
class Comparisons(FeatureData):
    """The comparisons that are being made or voted on, the newest last."""

    open: tuple[Comparison, ...] = ()


def open_comparisons(session: Session) -> tuple[Comparison, ...]:
    """Return the comparisons of a session that are being made or voted on, the newest last."""
    kept = session.of(Comparisons)
    return kept.open if kept else ()
