"""What each choice of the length question stands for in numbers, from `length_choices.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from core.values.choices import Length

Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True)
class LengthChoice:
    """The numbers of a choice; the file says what each of them is."""

    measured: Bounds
    asked: Bounds
    words: Bounds
    sentences: Bounds
    usual: Bounds
    cell: int
    field: int
    prompt: int
    topics: int
    proposals: Bounds


def _read() -> dict[Length, LengthChoice]:
    tables = tomllib.loads(files(__package__).joinpath("length_choices.toml").read_text("utf-8"))
    return {Length(name): LengthChoice(**dict(map(_number, table.items()))) for name, table in tables.items()}


def _number(field: tuple[str, Any]) -> tuple[str, Any]:
    name, value = field
    return name, tuple(value) if isinstance(value, list) else value


LENGTHS: Final[Mapping[Length, LengthChoice]] = MappingProxyType(_read())
