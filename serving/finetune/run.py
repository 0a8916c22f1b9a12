"""A run in its folder: what makes it the same run, and what of it is finished."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from serving.errors import ServingError
from serving.finetune.settings import FinetuneSettings

_WHAT: Final = "run.json"
_WHOLE: Final = "whole"
"""Stands in a checkpoint that was written to its end: a process may be killed while it writes one."""


@dataclass(frozen=True, slots=True)
class Run:
    """A training in its output folder."""

    settings: FinetuneSettings

    @property
    def folder(self) -> Path:
        """Where everything of it goes."""
        return Path(self.settings.output)

    @property
    def adapter(self) -> Path:
        """Where the finished adapter is."""
        return self.folder / "adapter"

    def begin(self) -> None:
        """Make the folder, or make sure that it holds this very run.

        Raises:
            ServingError: It holds another one: other settings, or other data.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        what = self.folder / _WHAT
        if not what.exists():
            what.write_text(self._fingerprint(), encoding="utf-8")
        elif what.read_text(encoding="utf-8") != self._fingerprint():
            msg = f"{self.folder} holds a run with other settings or data: name another output, or delete it"
            raise ServingError(msg)

    def checkpoints(self, stage: str) -> Path:
        """Return where a stage keeps its checkpoints."""
        return self.folder / stage

    def newest_checkpoint(self, stage: str) -> Path | None:
        """Return the newest checkpoint of a stage that was written to its end."""
        whole = [path.parent for path in self.checkpoints(stage).glob(f"checkpoint-*/{_WHOLE}")]
        return max(whole, key=_step_of, default=None)

    def _fingerprint(self) -> str:
        what = asdict(self.settings) | {"output": ""}
        for name in ("train", "preference"):
            if what[name]:
                what[name] = hashlib.sha256(Path(what[name]).read_bytes()).hexdigest()
        del what["test"], what["evaluated"], what["checkpoint_every"]  # they change nothing that is learnt
        return hashlib.sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()


def mark_complete(checkpoint: Path) -> None:
    """Note that a checkpoint was written to its end."""
    (checkpoint / _WHOLE).touch()


def _step_of(checkpoint: Path) -> int:
    return int(checkpoint.name.rpartition("-")[2])
