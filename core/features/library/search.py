"""Search among entries: by words, by tags, by initial consonants."""

import unicodedata
from collections.abc import Iterable

from core.ports.library import LibraryEntry
from core.privacy.korean.hangul import initial


def found(entries: Iterable[LibraryEntry], query: str) -> tuple[LibraryEntry, ...]:
    """Return the entries in which every word of the query is found, favourites first, then the newest.

    `#회의` is sought among the tags alone. In names and tags a consonant stands for each syllable that begins with it,
    and spaces do not count: ㅈㄱㅂㄱ finds 주간 보고.
    """
    words = _folded(query).split()
    hits = (entry for entry in entries if all(_is_in(word, entry) for word in words))
    return tuple(sorted(hits, key=lambda entry: (not entry.favourite, -entry.number)))


def _is_in(word: str, entry: LibraryEntry) -> bool:
    tags = [_folded(tag) for tag in entry.tags]
    if word.startswith("#"):
        return any(_matches(word[1:], tag) for tag in tags)
    return any(_matches(word, title) for title in (_folded(entry.name), *tags)) or word in _folded(entry.prompt)


def _matches(word: str, text: str) -> bool:
    letters = "".join(text.split())
    starts = range(len(letters) - len(word) + 1)
    return any(all(map(_fits, word, letters[start : start + len(word)])) for start in starts)


def _fits(sought: str, letter: str) -> bool:
    return sought == letter or sought == initial(letter)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
