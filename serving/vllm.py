"""The installed vLLM: its own word on whether it understands a command, and its start."""

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Final, NoReturn

from serving.errors import ServingError

_PARSERS: Final = ("vllm.entrypoints.launchers.cli_args", "vllm.entrypoints.openai.cli_args")  # since 0.32, before


def validate_args(model: str, options: list[str]) -> None:
    """Ask vLLM's own parser about the options.

    Raises:
        ServingError: vLLM is not installed, or refuses them; its own words are on standard error.
    """
    arguments = _arguments_module()
    parser = arguments.make_arg_parser(import_module("vllm.utils.argparse_utils").FlexibleArgumentParser("vllm serve"))
    try:
        arguments.validate_parsed_serve_args(parser.parse_args([f"--model={model}", *options]))
    except SystemExit:
        msg = "vLLM does not understand these options; it says which, above"
        raise ServingError(msg) from None
    except (TypeError, ValueError) as error:
        msg = f"vLLM refuses these options: {error}"
        raise ServingError(msg) from None


def start(model: str, options: list[str], environment: Mapping[str, str]) -> NoReturn:
    """Become the server: signals and the exit status are then vLLM's own."""
    os.execvpe(sys.executable, command(model, options), dict(environment))  # noqa: S606 - no shell is wanted


def command(model: str, options: list[str]) -> list[str]:
    """Return the command that serves: `vllm serve` where nodes are joined, for only it knows `--headless`."""
    if any(option.startswith("--nnodes") for option in options):
        return [sys.executable, "-m", "vllm.entrypoints.cli.main", "serve", model, *options]
    return [sys.executable, "-m", "vllm.entrypoints.openai.api_server", f"--model={model}", *options]


def _arguments_module() -> ModuleType:
    if find_spec("vllm") is None:
        msg = "vLLM is not installed here: pip install '.[vllm]' in the clone, on the machine with the GPU"
        raise ServingError(msg)
    for name in _PARSERS:
        try:
            return import_module(name)
        except ModuleNotFoundError:
            continue
    msg = "this vLLM keeps its parser elsewhere; start it with the command that --print shows"
    raise ServingError(msg)
