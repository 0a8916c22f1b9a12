"""The fixed words of a prompt in both languages, from `phrases.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from core.values.locale import Locale


def phrase(locale: Locale, name: str, /, **values: object) -> str:
    """Return the words named `section.key`, filled in.

    Raises:
        KeyError: There are none, or a value is missing.
    """
    words = phrases()[name][locale]
    return words.format(**values) if values else words


@cache
def phrases() -> Mapping[str, Mapping[Locale, str]]:
    """Return all phrases by their names."""
    tables = tomllib.loads(files(__package__).joinpath("phrases.toml").read_text(encoding="utf-8"))
    return {
        f"{section}.{key}": {Locale(language): words for language, words in both.items()}
        for section, entries in tables.items()
        for key, both in entries.items()
    }
