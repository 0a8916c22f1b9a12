"""Ask the installed vLLM about many settings at once: JSON list of them on standard input, refused ones on output."""

import json
import sys

from serving.arguments import model_of, options
from serving.errors import ServingError
from serving.layout import layout_of
from serving.machine import machine_of
from serving.settings import PREFIX, read_settings
from serving.vllm import validate_args


def refused(environment: dict[str, str]) -> str:
    """Return why settings are refused; nothing when vLLM understands them."""
    settings = read_settings(None, {f"{PREFIX}{name}": value for name, value in environment.items()})
    layout = layout_of(settings, machine_of(settings))
    try:
        validate_args(model_of(settings, layout), options(settings, layout))
    except ServingError as error:
        return str(error)
    return ""


if __name__ == "__main__":
    json.dump([refused(environment) for environment in json.load(sys.stdin)], sys.stdout)
