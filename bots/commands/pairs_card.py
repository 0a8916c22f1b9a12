"""The card of a data set (`pairs_card.txt`): what is in it, what was left out and why, and what it may be used for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from string import Template
from typing import Final

from core.features.training_data import SkipReason

_WHY: Final[Mapping[SkipReason, str]] = {
    SkipReason.UNFINISHED: "no finished prompt",
    SkipReason.DISLIKED: "the person found it of little use",
    SkipReason.REFERENCE: "made from a reference text or file",
    SkipReason.PERSONAL: "the detector found something in it after masking",
    SkipReason.CONTRACT: "breaks the prompt's contract",
    SkipReason.SCORE: "below the wanted fit",
    SkipReason.DUPLICATE: "near-duplicate of another request",
    SkipReason.NO_CHOICE: "no version that was liked less",
}
_EXAMPLE: Final = (
    "| `messages` | the request (the person's line, and what else they answered), and the finished prompt |"
)
_PREFERENCE: Final = (
    "| `prompt` | the request: the person's line, and what else they answered |\n"
    "| `chosen`, `rejected` | the prompt that was liked better or refined to, and the other |"
)


@dataclass(frozen=True, slots=True)
class Made:
    """What a run has written: pairs of preference or examples, how many, of how many people, and what was left out."""

    preference: bool
    train: int
    test: int
    people: int
    left: Mapping[SkipReason, int]
    on: date


def card(made: Made) -> str:
    """Return the card as Markdown."""
    what = "a request, the prompt that was liked better, the other" if made.preference else "a request and its prompt"
    return Template((files("bots.commands") / "pairs_card.txt").read_text("utf-8")).substitute(
        on=made.on.isoformat(),
        option=" --preference" if made.preference else "",
        contents=what,
        train=made.train,
        test=made.test,
        people=made.people,
        fields=_PREFERENCE if made.preference else _EXAMPLE,
        left="\n".join(f"| {made.left.get(left, 0)} | {why} |" for left, why in _WHY.items()),
    )
