"""The machine: which GPUs there are."""

import shutil
import subprocess
from dataclasses import dataclass

from serving.errors import ServingError
from serving.settings import ServingSettings


@dataclass(frozen=True, slots=True)
class Hardware:
    """One node's GPUs, all alike: how many, and the memory of each in GiB."""

    gpus: int
    memory_gib: int


def machine_of(settings: ServingSettings) -> Hardware:
    """Return the machine: as the settings describe it, else as nvidia-smi does.

    Raises:
        ServingError: No GPU is found and none is described.
    """
    if settings.gpus and settings.gpu_memory_gib:
        return Hardware(settings.gpus, settings.gpu_memory_gib)
    memories = _memories()
    if not memories:
        msg = "no GPU was found: set gpus and gpu_memory_gib, or start this on the machine with the GPU"
        raise ServingError(msg)
    return Hardware(settings.gpus or len(memories), settings.gpu_memory_gib or min(memories))


def _memories() -> list[int]:
    """Return the memory of each GPU in GiB."""
    command = shutil.which("nvidia-smi")
    if command is None:
        return []
    query = [command, "--query-gpu=memory.total", "--format=csv,noheader,nounits"]
    answer = subprocess.run(query, capture_output=True, text=True, check=False)  # noqa: S603 - a fixed command
    return [round(int(line) / 1024) for line in answer.stdout.split() if line.isdigit()]
