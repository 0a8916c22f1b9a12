"""Every sentence and word that the interface shows, by id and language."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Final, Protocol

from core.privacy.entities import ENTITIES
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


def _with_entities(read: Texts) -> Texts:
    """Return texts with the names of what is masked, `entity.PHONE` and the like."""
    return {
        locale: {**texts, **{f"entity.{kind}": entity.name[locale] for kind, entity in ENTITIES.items()}}
        for locale, texts in read.items()
    }


TEXTS: Final = _with_entities(read_texts(_tables()))


class Translator(Protocol):
    """Gives the wording of a text."""

    def __call__(self, locale: Locale, text: str, **details: str | int) -> str:
        """Return the wording of the text with this id, its places filled with `details`.

        Raises:
            KeyError: There is no such id, or a detail is missing.
        """


def translator(own: Texts) -> Translator:
    """Return what words these texts, and everybody's where these have none."""
    texts = {locale: {**TEXTS[locale], **own[locale]} for locale in Locale}
    return lambda locale, text, **details: texts[locale][text].format_map(details)


t: Final = translator(TEXTS)
