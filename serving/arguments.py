"""The arguments: a layout in the words of `vllm serve`."""

import json
from collections.abc import Iterator
from typing import Final

from serving.layout import Layout
from serving.settings import Precision, ServingSettings

ENVIRONMENT: Final = {"VLLM_NO_USAGE_STATS": "1", "DO_NOT_TRACK": "1"}
"""What the server's environment gains: it reports to nobody."""

_GRAMMAR: Final = json.dumps({"backend": "xgrammar", "disable_any_whitespace": True})  # or JSON loops on white space


def model_of(settings: ServingSettings, layout: Layout) -> str:
    """Return the weights that a layout takes: a name on a hub, or a folder."""
    return settings.awq_model if layout.precision is Precision.AWQ else settings.model


def options(settings: ServingSettings, layout: Layout) -> list[str]:
    """Return the options of `vllm serve`; the key is not among them, for a command line can be read by all."""
    return [
        f"--{name}={value}"
        for name, value in (
            ("served-model-name", settings.served_name),
            ("host", settings.host),
            ("port", settings.port),
            ("max-model-len", settings.context),
            ("gpu-memory-utilization", settings.memory_share),
            ("max-num-queued-reqs", settings.queue),
            ("shutdown-timeout", settings.drain_seconds),
            ("structured-outputs-config", _GRAMMAR),
            ("tensor-parallel-size", layout.tensors),
            ("dtype", "float16" if layout.precision is Precision.AWQ else "bfloat16"),
            *_precision(layout),
            *_nodes(settings, layout),
        )
    ] + [*_headless(settings), *_adapters(settings)]


def _precision(layout: Layout) -> Iterator[tuple[str, object]]:
    if layout.precision is Precision.AWQ:
        yield "quantization", "awq_marlin"


def _nodes(settings: ServingSettings, layout: Layout) -> Iterator[tuple[str, object]]:
    if layout.nodes > 1:
        yield "pipeline-parallel-size", layout.nodes
        yield "nnodes", layout.nodes
        yield "node-rank", settings.node_rank
        yield "master-addr", settings.master


def _headless(settings: ServingSettings) -> Iterator[str]:
    """Every node but the first only works; requests go to the first."""
    if settings.node_rank:
        yield "--headless"


def _adapters(settings: ServingSettings) -> Iterator[str]:
    if settings.adapters:
        yield "--enable-lora"
        yield f"--max-lora-rank={settings.adapter_rank}"
        if settings.adapter_targets:  # the other modules, above all the experts, stay as fast as without adapters
            yield "--lora-target-modules"
            yield from settings.adapter_targets
        yield "--lora-modules"
        yield from settings.adapters
