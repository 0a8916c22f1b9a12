"""Every sentence and word that the interface shows, by id and language."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from core.conversation.texts.backup import BACKUP_EN, BACKUP_KO
from core.conversation.texts.comparing import COMPARING_EN, COMPARING_KO
from core.conversation.texts.confirming import CONFIRMING_EN, CONFIRMING_KO
from core.conversation.texts.consent import CONSENT_EN, CONSENT_KO
from core.conversation.texts.doctor import DOCTOR_EN, DOCTOR_KO
from core.conversation.texts.en import EN
from core.conversation.texts.gaps import GAPS_EN, GAPS_KO
from core.conversation.texts.ko import KO
from core.conversation.texts.library import LIBRARY_EN, LIBRARY_KO
from core.conversation.texts.offers import OFFERS_EN, OFFERS_KO
from core.conversation.texts.references import REFERENCES_EN, REFERENCES_KO
from core.conversation.texts.rehearsing import REHEARSING_EN, REHEARSING_KO
from core.conversation.texts.taking import TAKING_EN, TAKING_KO
from core.conversation.texts.trying import TRYING_EN, TRYING_KO
from core.conversation.texts.understanding import UNDERSTANDING_EN, UNDERSTANDING_KO
from core.locale import Locale

TEXTS: Final[Mapping[Locale, Mapping[str, str]]] = MappingProxyType(
    {
        Locale.KO: MappingProxyType(
            {
                **KO,
                **CONFIRMING_KO,
                **CONSENT_KO,
                **OFFERS_KO,
                **LIBRARY_KO,
                **BACKUP_KO,
                **DOCTOR_KO,
                **REFERENCES_KO,
                **TAKING_KO,
                **TRYING_KO,
                **COMPARING_KO,
                **REHEARSING_KO,
                **UNDERSTANDING_KO,
                **GAPS_KO,
            }
        ),
        Locale.EN: MappingProxyType(
            {
                **EN,
                **CONFIRMING_EN,
                **CONSENT_EN,
                **OFFERS_EN,
                **LIBRARY_EN,
                **BACKUP_EN,
                **DOCTOR_EN,
                **REFERENCES_EN,
                **TAKING_EN,
                **TRYING_EN,
                **COMPARING_EN,
                **REHEARSING_EN,
                **UNDERSTANDING_EN,
                **GAPS_EN,
            }
        ),
    }
)


def say(locale: Locale, text: str, **details: str | int) -> str:
    """Return the wording of the text with this id, its places filled with `details`.

    Raises:
        KeyError: There is no such id, or a detail is missing.
    """
    return TEXTS[locale][text].format_map(details)
