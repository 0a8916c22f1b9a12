"""The cast: everybody who is ready to practise with."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from core.features.rehearsal.cast.en import EN
from core.features.rehearsal.cast.ko import KO
from core.features.rehearsal.persona import Persona
from core.locale import Locale

CAST: Final[Mapping[Locale, Mapping[str, Persona]]] = MappingProxyType(
    {
        locale: MappingProxyType({persona.id: persona for persona in personas})
        for locale, personas in ((Locale.KO, KO), (Locale.EN, EN))
    }
)
"""The personas by language and id; both languages have the same ids in the same order."""

IDS: Final = tuple(CAST[Locale.KO])
