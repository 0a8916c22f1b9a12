"""The sections of a prompt: which there are, their titles and their order, from `sections.toml`."""

import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files

from core.values.locale import Locale


class Heading(StrEnum):
    """The sections of a prompt."""

    ROLE = "role"
    TASK = "task"
    AUDIENCE = "audience"
    TOLD = "told"
    ASSUMED = "assumed"
    STEPS = "steps"
    FORMAT = "format"
    LENGTH = "length"
    LIMITS = "limits"
    DONE = "done"
    REFERENCE = "reference"


def title(heading: Heading, locale: Locale) -> str:
    """Return the title of a section in its brackets."""
    return titles(locale)[heading]


@cache
def titles(locale: Locale) -> dict[Heading, str]:
    """Return all titles in the order of the sections."""
    tables = tomllib.loads(files(__package__).joinpath("sections.toml").read_text(encoding="utf-8"))
    return {Heading(name): both[locale] for name, both in tables.items()}


@cache
def rank(heading: Heading) -> int:
    """Return which section of a prompt this is, from 0."""
    return [*titles(Locale.KO)].index(heading)
