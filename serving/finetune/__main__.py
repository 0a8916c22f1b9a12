"""`python -m serving.finetune`: train an adapter as its settings file has it, and judge it."""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from serving.errors import ServingError
from serving.finetune.examples import read_examples, read_preferences
from serving.finetune.settings import FinetuneSettings, read_settings

_UNUSABLE: Final = 2
_QUIET: Final = {
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "HF_DATASETS_DISABLE_PROGRESS_BARS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m serving.finetune", description="Train a LoRA adapter.")
    parser.add_argument("settings", type=Path, help="a TOML file (see serving/examples/finetune.toml)")
    parser.add_argument("--check", action="store_true", help="read the settings and the data, and train nothing")
    asked = parser.parse_args(arguments)
    try:
        settings = read_settings(asked.settings)
        counts = _counts(settings)
        _tell(", ".join(f"{number} {kind}" for kind, number in counts.items()))
        if not asked.check:
            os.environ.update(_QUIET)
            _train(settings, counts)
    except ServingError as error:
        _tell(str(error))
        return _UNUSABLE
    return 0


def _counts(settings: FinetuneSettings) -> dict[str, int]:
    """Read all the data once, before anything slow begins."""
    counts = {}
    for kind, file in (("examples", settings.train), ("held-out examples", settings.test)):
        if file:
            counts[kind] = len(read_examples(Path(file)))
    if settings.preference:
        counts["preferences"] = len(read_preferences(Path(settings.preference)))
    return counts


def _train(settings: FinetuneSettings, counts: dict[str, int]) -> None:
    try:
        from serving.finetune.pipeline import train  # noqa: PLC0415 - the libraries take seconds, and may be missing
    except ModuleNotFoundError as error:
        msg = f"{error.name} is not installed here: pip install '.[finetune]' in the clone, on the machine with the GPU"
        raise ServingError(msg) from None
    for name, verdict in train(settings, counts, _tell).items():
        _tell(f"{name}: {', '.join(f'{what} {value}' for what, value in asdict(verdict).items())}")


def _tell(line: str) -> None:
    print(f"finetune: {line}", file=sys.stderr, flush=True)  # noqa: T201 - the operator's terminal


if __name__ == "__main__":
    sys.exit(main())
