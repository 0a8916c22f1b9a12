"""Every sentence and word that the interface shows, by id and language."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from core.conversation.texts.backup import BACKUP_EN, BACKUP_KO
from core.conversation.texts.confirming import CONFIRMING_EN, CONFIRMING_KO
from core.conversation.texts.doctor import DOCTOR_EN, DOCTOR_KO
from core.conversation.texts.en import EN
from core.conversation.texts.everyday import EVERYDAY_EN, EVERYDAY_KO
from core.conversation.texts.gaps import GAPS_EN, GAPS_KO
from core.conversation.texts.ko import KO
from core.conversation.texts.model_answers import MODEL_ANSWERS_EN, MODEL_ANSWERS_KO
from core.conversation.texts.offers import OFFERS_EN, OFFERS_KO
from core.conversation.texts.references import REFERENCES_EN, REFERENCES_KO
from core.conversation.texts.understanding import UNDERSTANDING_EN, UNDERSTANDING_KO
from core.locale import Locale


def _of_features() -> Mapping[Locale, Mapping[str, str]]:
    """Return the texts that lie in the folders of the features, one file `texts.toml` each, a table a language."""
    found: dict[Locale, dict[str, str]] = {locale: {} for locale in Locale}
    for folder in sorted(files("core.features").iterdir(), key=lambda each: each.name):
        file = folder / "texts.toml"
        if file.is_file():
            for locale, texts in tomllib.loads(file.read_text("utf-8")).items():
                found[Locale(locale)].update(texts)
    return found


_OF_FEATURES: Final = _of_features()
TEXTS: Final[Mapping[Locale, Mapping[str, str]]] = MappingProxyType(
    {
        Locale.KO: MappingProxyType(
            {
                **KO,
                **CONFIRMING_KO,
                **OFFERS_KO,
                **BACKUP_KO,
                **DOCTOR_KO,
                **REFERENCES_KO,
                **MODEL_ANSWERS_KO,
                **UNDERSTANDING_KO,
                **GAPS_KO,
                **EVERYDAY_KO,
                **_OF_FEATURES[Locale.KO],
            }
        ),
        Locale.EN: MappingProxyType(
            {
                **EN,
                **CONFIRMING_EN,
                **OFFERS_EN,
                **BACKUP_EN,
                **DOCTOR_EN,
                **REFERENCES_EN,
                **MODEL_ANSWERS_EN,
                **UNDERSTANDING_EN,
                **GAPS_EN,
                **EVERYDAY_EN,
                **_OF_FEATURES[Locale.EN],
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
