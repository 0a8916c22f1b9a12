"""The settings of a training, from a TOML file."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from serving.errors import ServingError
from serving.settings import read_toml, require, typed


@dataclass(frozen=True, slots=True)
class FinetuneSettings:
    """What is trained, with what, and where it goes; paths are relative to the settings file.

    `train` and `test` hold messages, `preference` holds chosen and rejected answers; without `train`, preference tuning
    begins at the base model. `batch` examples make one step, `micro_batch` of them fit the memory at once. `longest` is
    in tokens: a longer example is left out, for half a prompt teaches half prompts. `checkpoint_every` counts steps,
    `evaluated` the held-out examples that are answered for the verdict.
    """

    model: str = ""
    output: str = ""
    train: str = ""
    test: str = ""
    preference: str = ""
    rank: int = 16
    alpha: int = 32
    dropout: float = 0.05
    targets: tuple[str, ...] = ("q_proj", "k_proj", "v_proj", "o_proj")
    experts: bool = False
    epochs: float = 3.0
    learning_rate: float = 1e-4
    preference_epochs: float = 1.0
    preference_learning_rate: float = 5e-6
    beta: float = 0.1
    batch: int = 16
    micro_batch: int = 1
    longest: int = 4096
    checkpoint_every: int = 50
    evaluated: int = 50
    seed: int = 7

    def __post_init__(self) -> None:
        require(bool(self.model), "model is missing: the folder of the base model, or its name on a hub")
        require(bool(self.output), "output is missing: the folder that the adapter goes to")
        require(bool(self.train or self.preference), "train or preference is missing: the training pairs")
        require(bool(self.targets) or self.experts, "targets is empty and experts is off: nothing would be learnt")
        whole = (self.rank, self.alpha, self.batch, self.micro_batch, self.longest, self.checkpoint_every)
        require(min(whole) > 0, "rank, alpha, batch, micro_batch, longest and checkpoint_every are at least 1")
        require(self.batch % self.micro_batch == 0, "batch is a multiple of micro_batch")
        rates = (self.epochs, self.learning_rate, self.preference_epochs, self.preference_learning_rate, self.beta)
        require(min(rates) > 0, "epochs, learning rates and beta are more than 0")
        require(0 <= self.dropout < 1, "dropout is a share: 0 or more, less than 1")
        require(not (self.experts and self.dropout), "experts take no dropout: set dropout = 0")
        require(self.evaluated >= 0, "evaluated is not negative")


def read_settings(file: Path) -> FinetuneSettings:
    """Return the settings of a file.

    Raises:
        ServingError: It cannot be read, a name is unknown or a value is not of its kind.
    """
    written = read_toml(file)
    known = {each.name: each.default for each in fields(FinetuneSettings)}
    if unknown := sorted(set(written) - set(known)):
        msg = f"unknown setting: {', '.join(unknown)}"
        raise ServingError(msg)
    values: dict[str, Any] = {name: _value(name, value, known[name]) for name, value in written.items()}
    for name in ("output", "train", "test", "preference"):
        if values.get(name):
            values[name] = str(file.parent / values[name])
    if values.get("model") and (file.parent / values["model"]).is_dir():
        values["model"] = str(file.parent / values["model"])
    return FinetuneSettings(**values)


def _value(name: str, value: object, default: object) -> object:
    if isinstance(default, bool) and not isinstance(value, bool):
        msg = f"{name} is true or false"
        raise ServingError(msg)
    if isinstance(default, int) and isinstance(value, float):
        msg = f"{name} is a whole number"
        raise ServingError(msg)
    return typed(name, value, default)
