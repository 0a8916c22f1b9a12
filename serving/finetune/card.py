"""The card of an adapter: what it was made from, how, and how well it does."""

from collections.abc import Mapping
from typing import Final

from serving.finetune.evaluation import Verdict
from serving.finetune.settings import FinetuneSettings

_LICENCE: Final = "TO BE FILLED IN by whoever passes it on: the base model's licence and the data's both bind it."


def card(settings: FinetuneSettings, counts: Mapping[str, int], verdicts: Mapping[str, Verdict]) -> str:
    """Return the card as Markdown; paths of this machine are not in it."""
    base = settings.model.rstrip("/").rpartition("/")[2]
    learnt = ", ".join(f"{number} {kind}" for kind, number in counts.items())
    targets = ", ".join([*settings.targets, *(["experts"] if settings.experts else [])])
    return "\n".join(
        (
            "# An adapter for promptgen",
            "",
            f"- Base model: {base}",
            f"- Licence: {_LICENCE}",
            f"- Learnt from: {learnt}; masked text of people who agreed to it (see the data's own card)",
            f"- LoRA: rank {settings.rank}, alpha {settings.alpha}, dropout {settings.dropout}, on {targets}",
            f"- Seed {settings.seed}, {settings.batch} examples a step",
            f"- Examples: {_pace(settings.epochs, settings.learning_rate)}",
            f"- Preferences: {_pace(settings.preference_epochs, settings.preference_learning_rate)}",
            f"- Beta: {settings.beta:g}",
            "",
            "## Evaluation",
            "",
            *_table(verdicts),
            "",
            "## Serving",
            "",
            "```toml",
            'adapters = ["NAME=/path/to/this/folder"]',
            f"adapter_rank = {settings.rank}",
            "```",
            "",
            "in the settings of `python -m serving`; requests choose it by `NAME` as their model.",
            "",
        )
    )


def _pace(epochs: float, rate: float) -> str:
    return f"{epochs:g} epochs at {rate:g}"


def _table(verdicts: Mapping[str, Verdict]) -> list[str]:
    if not verdicts:
        return ["No held-out examples were given."]
    head = "| answers of | held-out requests | nothing lost | lines lost, mean | headings kept, % | loss |"
    rows = [
        f"| {name} | {each.prompts} | {each.whole} | {each.broken:.2f} | {each.points:.1f} | "
        f"{'' if each.loss is None else f'{each.loss:.4f}'} |"
        for name, each in verdicts.items()
    ]
    return [head, "|---|---|---|---|---|---|", *rows]
