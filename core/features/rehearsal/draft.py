"""A draft: a persona made of one line of description, by rules."""

import re
from dataclasses import replace
from typing import Final

from core.features.rehearsal.persona import Persona
from core.features.rehearsal.tempers import model_of, temper_in
from core.privacy.text import MaskedText
from core.values.locale import Locale

LONGEST_NAME: Final = 24
LONGEST_DESCRIPTION: Final = 300
_CLAUSE: Final = re.compile(r"[,，;\n]|[.!?](?:\s|$)|\s(?=(?:who|that|with|from)\s)")
_TAIL: Final = re.compile(
    r" ?(?:(?:이|가)? ?(?:좋겠어요|필요해요|원해요)|(?:으로|로)? ?(?:해 ?줘|해 ?주세요|할게요|부탁해요?)"
    r"|(?:이에요|예요|입니다|이요|요))[.!~]*$"
)
_HEAD: Final = re.compile(r"^(?:a|an|the)\s+", re.IGNORECASE)


def draft(description: MaskedText, locale: Locale) -> Persona:
    """Return the persona that a description brings to mind: named in the person's own words, the rest by temper."""
    return replace(
        model_of(temper_in(description), locale),
        id="",
        name=name_in(description, locale),
        about=MaskedText(" ".join(description.split())[:LONGEST_DESCRIPTION]),
    )


def name_in(description: MaskedText, locale: Locale) -> MaskedText:
    """Return what a described persona is called: the first clause, as short as it can be without cutting a word."""
    clause = _CLAUSE.split(" ".join(description.split()), maxsplit=1)[0].strip()
    clause = _TAIL.sub("", clause) if locale is Locale.KO else _HEAD.sub("", clause)
    words = clause.split()
    while len(words) > 1 and len(" ".join(words)) > LONGEST_NAME:
        # What somebody is stands last in Korean and first in English.
        words = words[1:] if locale is Locale.KO else words[:-1]
    name = " ".join(words) or description.strip()
    return MaskedText(name if "{" in name else name[:LONGEST_NAME])
