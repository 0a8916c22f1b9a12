"""The shapes of API keys and tokens, as `key_shapes.toml` tells them."""

import tomllib
from importlib.resources import files
from typing import Final

_SIGNS: Final = {"<W>": r"[0-9A-Za-z_\-]", "<A>": "[0-9A-Za-z]", "<H>": "[0-9A-Fa-f]"}
_FILE: Final = files(__package__).joinpath("key_shapes.toml")


def _written_out(shape: str) -> str:
    for sign, expression in _SIGNS.items():
        shape = shape.replace(sign, expression)
    return shape


SHAPES: Final = tuple(_written_out(key["shape"]) for key in tomllib.loads(_FILE.read_text("utf-8"))["key"])
