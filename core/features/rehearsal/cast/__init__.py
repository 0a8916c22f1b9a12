"""The cast: everybody who is ready to practise with, one file a language."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from core.features.rehearsal.persona import Persona, exchanges, texts
from core.privacy.text import MaskedText
from core.values.locale import Locale


def _persona(name: str, table: Mapping[str, Any]) -> Persona:
    return Persona(
        name,
        MaskedText(table["name"]),
        MaskedText(table["about"]),
        texts(*table["traits"]),
        MaskedText(table["manner"]),
        exchanges(*table["examples"]),
        MaskedText(table["opening"]),
        texts(*table["convinced_by"]),
        texts(*table["advice"]),
        texts(*table["stock"]),
    )


def _read(locale: Locale) -> Mapping[str, Persona]:
    tables = tomllib.loads((files(__name__) / f"{locale}.toml").read_text("utf-8"))
    return MappingProxyType({name: _persona(name, table) for name, table in tables.items()})


CAST: Final[Mapping[Locale, Mapping[str, Persona]]] = MappingProxyType({locale: _read(locale) for locale in Locale})
"""The personas by language and id; both languages have the same ids in the same order."""

IDS: Final = tuple(CAST[Locale.KO])
