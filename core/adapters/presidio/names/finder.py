"""The finder: the names in a text that are to be kept private."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from core.adapters.presidio.engine import Morpheme
from core.adapters.presidio.names import rosters, shapes
from core.adapters.presidio.names.fields import Found, fields
from core.adapters.presidio.names.judgement import parted, refusal, trimmed
from core.adapters.presidio.names.model import Model
from core.adapters.presidio.names.phrases import phrases
from core.adapters.presidio.names.tagger import Name, Tagger
from core.adapters.presidio.names.words import Words

# Taken from the score of being no name; measured by cross-validation (see MODEL_CARD.md).
OUTSIDE: Final = 0.5
OUTSIDE_ENGLISH: Final = 2.75

_REPEATED: Final = re.compile(r"[가-힣]{2,5}|[A-Za-z](?=[A-Za-z.']*[ \-])[A-Za-z.' \-]*[A-Za-z]")
_SHORTEST: Final = 2
_WORD: Final = re.compile(r"(?<![가-힣A-Za-z])[가-힣A-Za-z]")
# What the text itself declares is surer than anything the tagger says.
_DECLARED: Final = 1.0
# Below it a word of Kiwi's dictionary is taken for that word.
_SURE: Final = 0.92


class NameFinder:
    """Finds what the tagger tags, as it is judged, what the text declares, and names again wherever they stand.

    `more` is the recall dial: above 0 more is found and more of it is wrong.
    """

    def __init__(self, model: Model, more: float = 0.0) -> None:
        self._tagger = Tagger(model, OUTSIDE + more, OUTSIDE_ENGLISH + more)

    def names(self, text: str, morphemes: Sequence[Morpheme]) -> list[Name]:
        """Return the names in a text whose morphemes are known."""
        held = Words(text, morphemes)
        names = [name for name in self._tagged(text, morphemes) if _reason(text, name, held) is None]
        names += _new(text, names, (*fields(text, held), *phrases(text, held)))
        persons = [(name.start, name.end) for name in names if name.kind == "PS"]
        names += _new(text, names, (Found(*place, "list") for place in rosters.members(text, persons, held)))
        return [*names, *_repeated(text, names, held)]

    def refused(self, text: str, morphemes: Sequence[Morpheme]) -> list[tuple[Name, str]]:
        """Return what was tagged and is left unmasked, with why; places, which are no one's, are left out."""
        held = Words(text, morphemes)
        tagged = ((name, _reason(text, name, held)) for name in self._tagged(text, morphemes) if name.kind != "LC")
        return [(name, reason) for name, reason in tagged if reason is not None]

    def _tagged(self, text: str, morphemes: Sequence[Morpheme]) -> Iterator[Name]:
        for name in self._tagger.names(text, morphemes):
            yield from (trimmed(text, part) for part in parted(text, name))


def _reason(text: str, name: Name, held: Words) -> str | None:
    """Return why a tagged name is left: as its judgement says, or for being a word that the tagger is unsure of.

    A word that people are called by, too, is only taken for that word where nothing is glued to it: 우리 바다 여행.
    """
    if (reason := refusal(text, name)) is not None or name.kind != "PS" or name.probability >= _SURE:
        return reason
    place = (name.start, name.end)
    bare = text[name.end : name.end + 1] == " "
    ordinary = held.is_ordinary(*place) or (bare and held.is_word(*place))
    return "word" if ordinary and not shapes.is_titled(text, name.end) else None


def _new(text: str, names: Sequence[Name], declared: Iterable[Found]) -> list[Name]:
    """Return persons for those places at which none was found as long."""
    owners = [0] * (len(text) + 1)
    for number, name in enumerate((name for name in names if name.kind == "PS"), 1):
        owners[name.start : name.end] = [number] * (name.end - name.start)
    new: list[Name] = []
    for found in declared:
        start, end = found.start, found.end
        if not owners[start] or owners[start] != owners[end - 1]:
            new.append(Name(start, end, "PS", _DECLARED, found.by))
            owners[start:end] = [-len(new)] * (end - start)
    return new


def _repeated(text: str, names: list[Name], held: Words) -> Iterator[Name]:
    """Yield the names that were found in one place and stand in another too, where a person can stand."""
    taken = {place for name in names for place in range(name.start, name.end)}
    known = {text[name.start : name.end]: name for name in names if name.kind == "PS"}
    beginnings: dict[str, list[str]] = {}
    for written in sorted(filter(_REPEATED.fullmatch, known), key=len, reverse=True):
        beginnings.setdefault(written[:_SHORTEST], []).append(written)
    for word in _WORD.finditer(text) if beginnings else ():
        start = word.start()
        for written in beginnings.get(text[start : start + _SHORTEST], ()):
            end = start + len(written)
            if text.startswith(written, start) and start not in taken and _may_stand(text, start, end, held):
                yield Name(start, end, "PS", known[written].probability, "repetition")
                break


def _may_stand(text: str, start: int, end: int, held: Words) -> bool:
    """Say whether a known name means the person there: 보람이가, but neither 보람 있는 nor 정보라고."""
    if text[start].isascii():
        return not text[end : end + 1].isalpha() or not text[end].isascii()
    if not shapes.is_tailed(text, end) or held.is_other(start, end):
        return False
    return text[end : end + 1] != " " or shapes.is_titled(text, end) or not held.is_word(start, end)
