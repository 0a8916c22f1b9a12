"""The words that put another word on the team's list: «오로라 항상 가려줘», “always keep Aurora as is”."""

import re
from dataclasses import dataclass
from typing import Final

from core.conversation.texts import TEXTS
from core.privacy.entities import EntityType
from core.privacy.korean.particles import Particle, choose
from core.privacy.korean.persons import ORDINARY_WORDS

_LONGEST: Final = 100
_ITEM: Final = r"(?P<item>\S(?:[^\n]{0,58}\S)?)"
_ALWAYS: Final = r"(?:항상|늘|언제나)"
_VERB: Final = (
    r"(?:(?P<mask>가려\s?(?:줘요?|주세요|주십시오|둬요?)|가리기)"
    r"|(?P<keep>그대로(?:\s?(?:둬요?|두기|두세요|놔둬요?|보여\s?(?:줘요?|주세요)))?))"
)
_AS_IS: Final = r"\s++as\s++(?:it\s++is|is|written)"


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\s*+{pattern}\s*+[.!~]?\s*+", re.IGNORECASE)


_WORD_LAST: Final = _whole(rf"{_ALWAYS}\s++{_ITEM}\s++{_VERB}")
_WORD_FIRST: Final = _whole(rf"{_ITEM}\s++{_ALWAYS}\s++{_VERB}")
_ALWAYS_IT: Final = _whole(rf"always\s++(?:(?P<mask>mask)|keep)\s++{_ITEM}(?(mask)|{_AS_IS})")
_IT_ALWAYS: Final = _whole(rf"(?:(?P<mask>mask)|keep)\s++{_ITEM}(?(mask)|{_AS_IS})\s++always")
_PARTICLES: Final = {form: particle for particle in (Particle.TOPIC, Particle.OBJECT) for form in particle.value}
_QUOTES: Final = "'\"‘’“”"

_WORD: Final = re.compile(r"[^\W_][\w .&·'’()+/@-]{0,58}")
_FEWEST_LETTERS: Final = 2
_MOST_WORDS: Final = 4
_WORDINGS: Final = frozenset(wording.casefold() for texts in TEXTS.values() for wording in texts.values())


@dataclass(frozen=True, slots=True)
class Order:
    """Where in a text the word stands that is to be masked always, or never."""

    start: int
    end: int
    masks: bool


def order_in(text: str) -> Order | None:
    """Return what a text orders for everybody; None where it is about something else."""
    if len(text) > _LONGEST:
        return None
    found = _WORD_LAST.fullmatch(text) or _WORD_FIRST.fullmatch(text)
    found = found or _ALWAYS_IT.fullmatch(text) or _IT_ALWAYS.fullmatch(text)
    if found is None:
        return None
    start, end = _bare(text, *found.span("item"))
    return Order(start, end, masks=bool(found["mask"]))


def is_risky(word: str, entity_type: EntityType, *, masks: bool) -> bool:
    """Say whether a word is none for a list of everybody: a letter, a number, a secret, an ordinary word, a sentence.

    Numbers are what recognizers are for; one that is let through would be somebody's.
    """
    if not _WORD.fullmatch(word) or sum(map(str.isalpha, word)) < _FEWEST_LETTERS or len(word.split()) > _MOST_WORDS:
        return True
    is_ordinary = word.casefold() in _WORDINGS or (word in ORDINARY_WORDS and entity_type is not EntityType.PERSON)
    return is_ordinary if masks else entity_type is EntityType.SECRET


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a word stands without its full stop, its particle and its quotation marks."""
    end = start + len(text[start:end].rstrip(".!~")) or end
    rest = text[start : end - 1]
    particle = _PARTICLES.get(text[end - 1])
    if particle and len(rest) > 1 and (rest[-1] in _QUOTES + "}" or choose(rest, particle) == text[end - 1]):
        end -= 1
    is_quoted = end - start > _FEWEST_LETTERS and text[start] in _QUOTES and text[end - 1] in _QUOTES
    return (start + 1, end - 1) if is_quoted else (start, end)
