"""`python -m serving`: start the model's server as the settings and the machine have it."""

import argparse
import os
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from serving.arguments import ENVIRONMENT, model_of, options
from serving.errors import ServingError
from serving.layout import layout_of
from serving.machine import machine_of
from serving.settings import read_settings
from serving.vllm import command, start, validate_args

_UNUSABLE: Final = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; it does not return when the server starts."""
    asked = _parser().parse_args(arguments)
    try:
        settings = read_settings(asked.settings)
        layout = layout_of(settings, machine_of(settings))
        model, wanted = model_of(settings, layout), [*options(settings, layout), *asked.more]
        if asked.print:
            print(shlex.join(command(model, wanted)))  # noqa: T201 - what was asked for
            return 0
        validate_args(model, wanted)
    except ServingError as error:
        print(f"serving: {error}", file=sys.stderr)  # noqa: T201 - the operator's terminal
        return _UNUSABLE
    if not asked.check:
        key = {"VLLM_API_KEY": settings.api_key} if settings.api_key else {}
        start(model, wanted, os.environ | ENVIRONMENT | key)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m serving", description="Serve the model with vLLM.")
    parser.add_argument("--settings", type=Path, help="a TOML file; PROMPTGEN_SERVE_… in the environment goes over it")
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--print", action="store_true", help="print the command, and do not run it")
    only.add_argument("--check", action="store_true", help="ask the installed vLLM whether it understands the command")
    parser.add_argument("more", nargs="*", help="after --: options that go to vLLM as they are")
    return parser


if __name__ == "__main__":
    sys.exit(main())
