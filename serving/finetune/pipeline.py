"""The whole of a training, in order: examples, preferences, the adapter, its evaluation, its card."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from serving.finetune import training
from serving.finetune.card import card
from serving.finetune.encoding import Tokenizer
from serving.finetune.evaluation import Verdict, answered, judge
from serving.finetune.examples import read_examples, read_preferences
from serving.finetune.run import Run
from serving.finetune.settings import FinetuneSettings


def train(settings: FinetuneSettings, counts: Mapping[str, int], tell: Callable[[str], None]) -> dict[str, Verdict]:
    """Train an adapter, or finish a training that was cut off, and return how it does on what was held out.

    Raises:
        ServingError: The model cannot be loaded, the examples are all too long, or the folder holds another run.
    """
    run = Run(settings)
    run.begin()
    tokenizer = training.load_tokenizer(settings)
    model = training.with_new_adapter(training.load_base(settings), settings)
    for stage, losses in _learn(model, tokenizer, run):
        tell(f"{stage}: loss {losses[min(losses)]} at the first step, {losses[max(losses)]} at the last")
        (run.folder / f"{stage}-losses.json").write_text(json.dumps(losses) + "\n", encoding="utf-8")
    training.save_adapter(model, run)
    verdicts = _evaluate(model, tokenizer, settings, tell)
    (run.adapter / "README.md").write_text(card(settings, counts, verdicts), encoding="utf-8")
    figures = {name: asdict(verdict) for name, verdict in verdicts.items()}
    (run.adapter / "evaluation.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    tell(f"the adapter is in {run.adapter}")
    return verdicts


def _learn(model: Any, tokenizer: Tokenizer, run: Run) -> Any:  # noqa: ANN401 - a model of any kind
    settings = run.settings
    if settings.train:
        examples = read_examples(Path(settings.train))
        yield training.SUPERVISED, training.learn_examples(model, examples, tokenizer, run)
    if settings.preference:
        preferences = read_preferences(Path(settings.preference))
        yield training.PREFERENCE, training.learn_preferences(model, preferences, tokenizer, run)


def _evaluate(
    model: Any,  # noqa: ANN401 - as above
    tokenizer: Tokenizer,
    settings: FinetuneSettings,
    tell: Callable[[str], None],
) -> dict[str, Verdict]:
    if not (settings.test and settings.evaluated):
        return {}
    held_out = read_examples(Path(settings.test))[: settings.evaluated]
    model.eval()
    told = lambda number: tell(f"evaluation: {number} of {len(held_out)}")  # noqa: E731 - a line
    with model.disable_adapter():
        base = answered(model, tokenizer, held_out, settings.longest, told)
    return {
        "base": base,
        "adapter": answered(model, tokenizer, held_out, settings.longest, told),
        "held-out prompts": judge([(example.prompt, example) for example in held_out]),
    }
