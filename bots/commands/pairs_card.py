"""The card of a data set: what is in it, what was left out and why, and what it may be used for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from core.features.training_data.training_export import SkipReason

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
    return "\n".join(
        (
            "# Prompts of people who agreed",
            "",
            f"- Made: {made.on.isoformat()}, by `promptgen data pairs{' --preference' if made.preference else ''}`",
            f"- Contents: {what}; chat format, one JSON object a line",
            f"- Examples: {made.train} to learn from, {made.test} held out, of {made.people} people",
            "- Split: by person, under a secret; nobody is on both sides",
            "- Licence: TO BE FILLED IN by whoever passes it on",
            "",
            "## What is in it",
            "",
            "Only conversations of people who agreed to it, and have not taken that back. Every personal item is a",
            "label such as `{이름1}`; what its owner had chosen to keep as written is masked again. No names, no",
            "accounts, no ids, no times, no uploaded text.",
            "",
            "| field | meaning |",
            "|---|---|",
            *_fields(preference=made.preference),
            "| `locale` | language of the prompt |",
            "| `improvements` | what the prompt says beyond the request: clarity, context, role, format, limits |",
            "| `feedback`, `reason` | what the person thought of the prompt, if they said so |",
            "| `score` | `promptgen lint` of the prompt, 0 to 100 |",
            "",
            "## What was left out",
            "",
            "| conversations | why |",
            "|---|---|",
            *(f"| {made.left.get(left, 0)} | {why} |" for left, why in _WHY.items()),
            "",
            "## When somebody takes their consent back",
            "",
            "Nothing but the stored conversations is behind these files: make them anew before every training, and",
            "delete older ones. A model that has learnt from them does not unlearn.",
        )
    )


def _fields(*, preference: bool) -> tuple[str, ...]:
    if preference:
        return (
            "| `prompt` | the request: the person's line, and what else they answered |",
            "| `chosen`, `rejected` | the prompt that was liked better or refined to, and the other |",
        )
    return ("| `messages` | the request (the person's line, and what else they answered), and the finished prompt |",)
