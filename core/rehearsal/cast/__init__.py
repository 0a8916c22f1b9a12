"""The cast: everybody who is ready to practise with."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from core.locale import Locale
from core.rehearsal.cast.en import EN
from core.rehearsal.cast.ko import KO
from core.rehearsal.persona import Persona

CAST: Final[Mapping[Locale, Mapping[str, Persona]]] = MappingProxyType(
    {
        locale: MappingProxyType({persona.id: persona for persona in personas})
        for locale, personas in ((Locale.KO, KO), (Locale.EN, EN))
    }
)
"""The personas by language and id; both languages have the same ids in the same order."""

IDS: Final = tuple(CAST[Locale.KO])
