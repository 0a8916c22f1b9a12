"""Word lists of the Korean and English that people type, read once from `words.toml`."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

_PACKAGE: Final = "core.prompting.understanding"
LONGEST: Final = 400
"""A clause with more characters is nobody's sentence (pasted text): it is kept as it is and not analysed."""


@cache
def table(name: str) -> dict[str, Any]:
    """Return a data file of this package."""
    return tomllib.loads(files(_PACKAGE).joinpath(name).read_text("utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """Return one list of `words.toml`."""
    return frozenset(str(table("words.toml")[name]["words"]).split())


@cache
def endings(name: str) -> tuple[str, ...]:
    """Return the words of one list that tell themselves at the end of a longer one: those of two characters or more."""
    return tuple(word for word in words(name) if len(word) > 1)


@cache
def alternatives(name: str) -> str:
    """Return one list as alternatives of a regular expression, the longest first; `_` in a word is a blank."""
    return "|".join(sorted((word.replace("_", " ") for word in words(name)), key=lambda word: (-len(word), word)))
