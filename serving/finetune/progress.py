"""The progress of a training on the operator's terminal, and what is done once a checkpoint is written."""

import sys
import time
from pathlib import Path
from typing import Any

from transformers import TrainerCallback

from serving.finetune.run import mark_complete


class ProgressCallback(TrainerCallback):  # type: ignore[misc]  # the library is not installed where types are checked
    """Prints a line for each step, and marks checkpoints as whole once they are written."""

    def __init__(self, stage: str) -> None:
        self._stage = stage
        self._began = 0.0
        self._from = 0

    def on_train_begin(self, _args: Any, state: Any, _control: Any, **_more: Any) -> None:  # noqa: ANN401 - the library's
        """Note where it begins."""
        self._began, self._from = time.monotonic(), state.global_step
        if self._from:
            _print(f"{self._stage}: going on after step {self._from} of {state.max_steps}")

    def on_log(self, _args: Any, state: Any, _control: Any, logs: dict[str, Any], **_more: Any) -> None:  # noqa: ANN401 - the library's
        """Print the step with its loss."""
        if "loss" not in logs:
            return
        step, loss = state.global_step, float(logs["loss"])
        pace = (time.monotonic() - self._began) / (step - self._from)
        left = pace * (state.max_steps - step) / 60
        _print(f"{self._stage}: step {step} of {state.max_steps}, loss {loss:.4f}, about {left:.0f} min left")

    def on_save(self, args: Any, state: Any, _control: Any, **_more: Any) -> None:  # noqa: ANN401 - the library's
        """Mark the checkpoint that was just written."""
        mark_complete(Path(args.output_dir) / f"checkpoint-{state.global_step}")


def _print(line: str) -> None:
    print(line, file=sys.stderr, flush=True)  # noqa: T201 - the operator's terminal
