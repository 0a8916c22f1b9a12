"""Every sentence and word that the interface shows, by id and language."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Final

from core.values.locale import Locale

Texts = Mapping[Locale, Mapping[str, str]]
"""Wordings by their ids, in each language."""


def read_texts(tables: Iterable[Traversable]) -> Texts:
    """Return the texts of TOML files that hold a table a language."""
    found: dict[Locale, dict[str, str]] = {locale: {} for locale in Locale}
    for file in tables:
        for locale, texts in tomllib.loads(file.read_text("utf-8")).items():
            found[Locale(locale)].update(texts)
    return MappingProxyType({locale: MappingProxyType(texts) for locale, texts in found.items()})


def _tables() -> Iterator[Traversable]:
    """Yield the files of the interview, which lie here, and the one in the folder of each feature."""
    yield from (file for file in _sorted(files(__name__)) if file.name.endswith(".toml"))
    yield from (file for folder in _sorted(files("core.features")) if (file := folder / "texts.toml").is_file())


def _sorted(folder: Traversable) -> list[Traversable]:
    return sorted(folder.iterdir(), key=lambda each: each.name)


TEXTS: Final = read_texts(_tables())


def say(locale: Locale, text: str, **details: str | int) -> str:
    """Return the wording of the text with this id, its places filled with `details`.

    Raises:
        KeyError: There is no such id, or a detail is missing.
    """
    return TEXTS[locale][text].format_map(details)
