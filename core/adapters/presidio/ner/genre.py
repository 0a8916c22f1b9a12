"""Genre: whether a text is written for everybody (news, comments, posts), or is what people ask and paste at work.

In the first, whoever is named is told of in plain prose, and whoever the tagger offers is likelier somebody; in the
second a word too many spoils the request. A logistic model over the text's morphemes and signs tells them apart.
"""

import re
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.adapters.presidio.ner.document import AnalyzedText

_SIGN: Final = re.compile(r"@\w|#\w|https?:|RT |[:;]-?[)D(]|ㅋㅋ|ㅠ|\.\.|[!?:：\n|/\t()\"'“”‘’]|(?P<number>[0-9]+)")
# All the words of a text together weigh as much as this, over the root of their number.
_TOGETHER: Final = 4.0
_LENGTH: Final = 20
_LONGEST: Final = 10
# English is trained on posts alone, and plain prose is no post.
_SURELY: Final = 1.0
_SURELY_ENGLISH: Final = 3.0


def words_of(document: AnalyzedText) -> list[str]:
    """Return what tells a text's genre: its morphemes, its signs, how it begins and ends."""
    text = document.text
    said = {f"{held.form.casefold()}/{held.tag}" for held in document.morphemes}
    said.update(
        f"sign={f'N{min(len(sign.group()), 5)}' if sign['number'] else sign.group()}" for sign in _SIGN.finditer(text)
    )
    said |= {"bias", f"ends={text.rstrip()[-2:]}", f"begins={text[:1]}", f"korean={document.is_korean}"}
    said.add(f"length={min(len(text) // _LENGTH, _LONGEST)}")
    return sorted(said)


def values(count: int) -> NDArray[np.float32]:
    """Return how much each of so many words counts."""
    return np.full(count, _TOGETHER / np.sqrt(count), np.float32)


def is_published(document: AnalyzedText, score: float) -> bool:
    """Say whether a text of that score, in log odds, is written for everybody."""
    return score > (_SURELY if document.is_korean else _SURELY_ENGLISH)
