"""The wording of what is offered beneath a finished prompt, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

OFFERS_KO: Final[Mapping[str, str]] = MappingProxyType(
    {
        "control.compact": "짧은 버전",
        "control.detailed": "자세한 버전",
        "control.in_korean": "한국어 프롬프트",
        "control.in_english": "영어 프롬프트",
        "variant.full": "자세한 버전",
        "variant.compact": "짧은 버전",
        "tongue.ko": "한국어 프롬프트",
        "tongue.en": "영어 프롬프트",
    }
)
OFFERS_EN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "control.compact": "Short version",
        "control.detailed": "Detailed version",
        "control.in_korean": "Korean prompt",
        "control.in_english": "English prompt",
        "variant.full": "detailed",
        "variant.compact": "short",
        "tongue.ko": "in Korean",
        "tongue.en": "in English",
    }
)
