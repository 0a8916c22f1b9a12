"""Instructions: what a model is told, per locale; they stand first in a request, so that servers can cache them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from core.values.locale import Locale


def instruction(name: str, locale: Locale) -> str:
    """Return what a model is told that is asked for one kind of thing."""
    return _told("instruction", locale)[name]


def headings(locale: Locale) -> Mapping[str, str]:
    """Return the headings of what a model is told of an understanding."""
    return _told("heading", locale)


def rules(locale: Locale) -> Mapping[str, str]:
    """Return the rules that a model is told of when it is asked once more."""
    return _told("rule", locale)


@cache
def _told(table: str, locale: Locale) -> Mapping[str, str]:
    tables = tomllib.loads(files(__package__).joinpath("instructions.toml").read_text(encoding="utf-8"))
    return {name: both[locale] for name, both in tables[table].items()}
