"""Replaced readers: sentences that say nothing but who reads, where the person has said since who does."""

import re
from dataclasses import replace
from typing import Final

from core.prompting.understanding.formal_statements import state
from core.prompting.understanding.left_out_lines import without
from core.prompting.understanding.readership import names_reader
from core.prompting.understanding.understanding import Introduction

# What is left of a sentence that only names its reader, the reader taken out of it.
_ONLY_READS: Final = re.compile(
    r"^(?:이|이건|이거|이걸|이 글은|글은|문서는|메일은)?\s?"
    r"(?:(?:읽는|받는|보는|받을|볼|읽을)\s?(?:사람|분|이|쪽)|독자|대상|수신인?|수신자|받는이)?\s?(?:은|는|이|가|께서|도|:)?\s?(?:님|들)*(?:이|가|께서|께|에게|한테|용|도)?\s?(?:직접\s|주로\s|나중에\s)?"
    r"(?:(?:읽|보|봅|볼|확인|검토|결재|받|드릴|보낼|제출|올릴|갑|이에요|예요|입)\S*(?:\s(?:거|것|건|글|문서|메일|예정)\S*)?)?\s?[.!~]*$"
)


def without_replaced_readers(introduction: Introduction, audience: str | None) -> Introduction:
    """Return an introduction without the sentences that only name a reader who is none any more."""
    if not audience:
        return introduction
    said = tuple(each for each in introduction.told if _names_another(each, audience))
    kept = without(introduction, tuple(map(state, said)))
    return replace(kept, readers=tuple(each for each in kept.readers if not _names_another(each, audience)))


def _names_another(sentence: str, audience: str) -> bool:
    who = names_reader(sentence).partition("(")[0]
    if not who or who == audience or audience in sentence:
        return False
    return _ONLY_READS.match(" ".join(sentence.replace(who, "", 1).split())) is not None
