"""The settings of the model's server, from a TOML file and the environment; the standard library is enough."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Final

from serving.errors import ServingError

PREFIX: Final = "PROMPTGEN_SERVE_"
SECRET: Final = f"{PREFIX}API_KEY"


class Precision(StrEnum):
    """How the weights are held: in 16 bits, or as AWQ in 4."""

    AUTO = "auto"
    BF16 = "bf16"
    AWQ = "awq"


@dataclass(frozen=True, slots=True)
class ServingSettings:
    """How the model is served; `gpus` and `gpu_memory_gib` 0 are read from the machine, per node.

    `adapters` are LoRA adapters as `name=path`; `adapter_targets` are the modules that they change (none: all that vLLM
    can change). The key is read from the environment alone.
    """

    model: str = "mistralai/Mixtral-8x7B-Instruct-v0.1"
    awq_model: str = "TheBloke/Mixtral-8x7B-Instruct-v0.1-AWQ"
    served_name: str = "mixtral"
    precision: Precision = Precision.AUTO
    host: str = "127.0.0.1"
    port: int = 8000
    context: int = 16_384
    queue: int = 128
    drain_seconds: int = 60
    memory_share: float = 0.9
    gpus: int = 0
    gpu_memory_gib: int = 0
    nodes: int = 1
    node_rank: int = 0
    master: str = "127.0.0.1"
    adapters: tuple[str, ...] = ()
    adapter_rank: int = 16
    adapter_targets: tuple[str, ...] = ("q_proj", "k_proj", "v_proj", "o_proj")
    api_key: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        require(0 < self.memory_share <= 1, "memory_share is a share: more than 0, at most 1")
        require(1 <= self.port <= _PORTS, "port is a number from 1 to 65535")
        require(min(self.context, self.queue, self.nodes) > 0, "context, queue and nodes are at least 1")
        require(min(self.drain_seconds, self.gpus, self.gpu_memory_gib) >= 0, "no number is negative")
        require(0 <= self.node_rank < self.nodes, "node_rank counts from 0 and is less than nodes")
        require(all("=" in adapter for adapter in self.adapters), "adapters are written name=path")
        require(
            is_loopback(self.host) or bool(self.api_key),
            f"host {self.host} is open to the network: set {SECRET}, or keep 127.0.0.1 behind a reverse proxy",
        )


def read_settings(file: Path | None, environment: Mapping[str, str] | None = None) -> ServingSettings:
    """Return the settings: the environment over the file over the defaults.

    Raises:
        ServingError: The file cannot be read, a name is unknown or a value is not of its kind.
    """
    environment = os.environ if environment is None else environment
    written = read_toml(file) if file else {}
    named = {name.removeprefix(PREFIX).lower(): value for name, value in environment.items() if name.startswith(PREFIX)}
    known = {each.name: each.default for each in fields(ServingSettings)}
    if unknown := sorted({*written, *named} - set(known)):
        msg = f"unknown setting: {', '.join(unknown)}"
        raise ServingError(msg)
    if "api_key" in written:
        msg = f"api_key does not belong into a file: set {SECRET}"
        raise ServingError(msg)
    values: dict[str, Any] = {name: typed(name, value, known[name]) for name, value in (written | named).items()}
    return ServingSettings(**values)


def is_loopback(host: str) -> bool:
    """Say whether a host can be reached from this machine alone."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def read_toml(file: Path) -> dict[str, Any]:
    """Return the settings that a file holds.

    Raises:
        ServingError: It cannot be read, or is not TOML.
    """
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        msg = f"{file} cannot be read: {type(error).__name__}"
        raise ServingError(msg) from None
    except tomllib.TOMLDecodeError as error:
        msg = f"{file} is not TOML: {error}"
        raise ServingError(msg) from None


def typed(name: str, value: object, default: object) -> object:
    """Return what was written for a setting as the kind of value that its default is.

    Raises:
        ServingError: It is not of that kind.
    """
    try:
        if isinstance(default, tuple):
            return tuple(value if isinstance(value, list) else filter(None, str(value).split(",")))
        return type(default)(value)  # type: ignore[call-arg]  # str, int, float and Precision all take one value
    except ValueError:
        msg = f"{name} is not a {type(default).__name__}"
        raise ServingError(msg) from None


_PORTS: Final = 65_535


def require(condition: bool, sentence: str) -> None:  # noqa: FBT001 - reads like the sentence it guards
    """Refuse settings with a sentence, unless the condition holds."""
    if not condition:
        raise ServingError(sentence)
