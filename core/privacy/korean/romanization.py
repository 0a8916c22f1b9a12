"""Romanisation: how a syllable of Hangul is written in Latin letters by the Revised Romanisation (2000)."""

from typing import Final

from core.privacy.korean import hangul

_INITIAL_LIST: Final = "g kk n d tt r m b pp s ss - j jj ch k t p h"
_VOWEL_LIST: Final = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i"
_FINAL_LIST: Final = "k k k n n n t l k m l l l p l m p p t t ng t t k t p t"
_INITIALS: Final = dict(zip(hangul.INITIALS, _INITIAL_LIST.replace("-", "").split(" "), strict=True))
_VOWELS: Final = dict(zip(hangul.VOWELS, _VOWEL_LIST.split(), strict=True))
_FINALS: Final = dict(zip(hangul.FINALS.strip(), _FINAL_LIST.split(), strict=True))


def romanised(syllable: str) -> str:
    """Return a syllable in Latin letters, as it sounds alone: 늘 is neul."""
    final = hangul.final(syllable)
    return _INITIALS[hangul.initial(syllable)] + _VOWELS[hangul.vowel(syllable)] + (_FINALS[final] if final else "")
