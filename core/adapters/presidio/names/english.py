"""English words: which of those that the tagger takes for a person are nobody's name, and where a name begins."""

import re
from typing import Final

from core.adapters.presidio.names.lexicon import alternatives, words


def is_plain(text: str, start: int, end: int, *, sure: bool) -> bool:
    """Say whether it is English words and none a name too: Machine Learning, shops; not Grace Park, Dear May.

    Rare words that nobody is called are hardly ever a name either, unless the tagger is sure: Machine Learning.
    """
    written = _FILE_END.sub("", text[start:end])
    found = [word.casefold() for word in _WORD.findall(written)]
    if len(found) == 1 and len(found[0]) == 1 and written != text[start:end]:
        return True
    if not found or _HANGUL.search(written):
        return False
    if _THINGS.issuperset(found):
        return True
    plain = _RARE if written.islower() or not sure else _COMMON
    greeted = _GREETING.search(text[max(0, start - _BEFORE) : start])
    return plain.issuperset(found) and greeted is None


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return what stands between the ends of clauses: mothers. [During]; Mr. and an initial end none."""
    ends = list(_CLAUSE_END.finditer(text, start, end))
    return list(zip([start, *(match.end() for match in ends)], [*(match.start() for match in ends), end], strict=True))


def opening(text: str, start: int, end: int) -> int:
    """Return where a name begins behind the bullet, emoji, verb or greeting that the tagger took in: Ask [Mallory]."""
    opened = _OPENING.match(text, start, end)
    return opened.end() if opened else start


_BEFORE: Final = 16
# How files are called is no part of a word: main.py, report.docx.
_FILE_END: Final = re.compile(
    r"\.(?:csv|tsv|pdf|docx?|xlsx?|pptx?|hwpx?|txt|md|py|js|ts|java|html?|css|json|xml|ya?ml|sql|sh|log|png"
    r"|jpe?g|gif|zip)\Z"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_HANGUL: Final = re.compile(r"[가-힣]")
_CLAUSE_END: Final = re.compile(r"(?<=[A-Za-z]{3})(?<!Mrs)(?<!Prof)(?<!Rev)(?<!Gov)(?<!Sen)[.,;:!?]+”? ")
_GREETING: Final = re.compile(r"(?:Dear|Hi|Hello|Hey|Thanks|Mr|Mrs|Ms|Dr|Prof|named|called),?\.? \Z", re.IGNORECASE)
_OPENING: Final = re.compile(rf"(?:[^\w@#]|(?i:{alternatives('english_openers')})(?=[ ,]))+(?=[A-Za-z가-힣])")
_THINGS: Final = frozenset(words("english_things"))
_NAMES: Final = frozenset((*words("english_given"), *words("english_surnames"), *words("word_names")))
_COMMON: Final = frozenset((*words("english_common"), *words("english_words"), *_THINGS)) - _NAMES
_RARE: Final = _COMMON | (frozenset(words("english_rare")) - _NAMES)
