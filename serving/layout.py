"""The layout: in which precision, and over how many GPUs, a machine holds Mixtral-8x7B."""

from dataclasses import dataclass
from typing import Final

from serving.errors import ServingError
from serving.machine import Hardware
from serving.settings import Precision, ServingSettings

_WEIGHTS_GIB: Final = {Precision.BF16: 87, Precision.AWQ: 23}  # 93.4 GB and 24.7 GB on disk
_CACHE_GIB: Final = 6  # keys and values for about three full contexts, and what a forward pass needs
_DIVISIONS: Final = (1, 2, 4, 8)  # Mixtral has 8 key-value heads, and each GPU takes the same share of them


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the weights lie: divided by tensors over the GPUs of a node, by layers over the nodes."""

    precision: Precision
    tensors: int
    nodes: int


def layout_of(settings: ServingSettings, machine: Hardware) -> Layout:
    """Return the best layout that fits: 16 bits before 4, and as few GPUs as it takes.

    Raises:
        ServingError: It fits in no way.
    """
    wanted = [settings.precision] if settings.precision is not Precision.AUTO else [Precision.BF16, Precision.AWQ]
    for precision in wanted:
        for tensors in _DIVISIONS:
            if tensors <= machine.gpus and _fits(precision, tensors, settings, machine):
                return Layout(precision, tensors, settings.nodes)
    have = f"{settings.nodes * machine.gpus} × {machine.memory_gib} GiB"
    needs = ", ".join(f"{precision}: {_WEIGHTS_GIB[precision] + _CACHE_GIB} GiB" for precision in wanted)
    msg = f"the model does not fit on {have}: it needs {needs} with memory_share {settings.memory_share}"
    raise ServingError(msg)


def _fits(precision: Precision, tensors: int, settings: ServingSettings, machine: Hardware) -> bool:
    room = settings.nodes * tensors * (machine.memory_gib * settings.memory_share - _CACHE_GIB / tensors)
    return room >= _WEIGHTS_GIB[precision]
