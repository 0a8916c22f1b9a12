"""A topic: the words that tell it, and the lines that hold wherever something of its kind is asked for about it."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from core.prompting.intents.intent import ConditionalLine, Cue, Intent

_TOKEN: Final = re.compile(r"[가-힣]+|[a-z]+|[0-9]+")
_LATIN: Final = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")
_HANGUL: Final = re.compile(r"[가-힣]{1,2}")


class SearchText:
    """A text to look for words in, prepared once for all of them."""

    def __init__(self, text: str) -> None:
        """Prepare a text."""
        folded = text.casefold()
        tokens = _TOKEN.findall(folded)
        self.text = text
        self._joined = "".join(folded.split())
        self._starts = {token[:size] for token in tokens for size in (1, 2)}
        self._spaced = f" {' '.join(tokens)} "
        self.pairs = {self._joined[at : at + 2] for at in range(len(self._joined) - 1)}

    def has(self, word: str) -> bool:
        """Whether a word stands in it: between borders if Latin, at the beginning of a word if of two syllables."""
        if _LATIN.fullmatch(word):
            return f" {word} " in self._spaced
        if _HANGUL.fullmatch(word):
            return word in self._starts
        return word.replace(" ", "") in self._joined

    def has_any(self, words: tuple[str, ...]) -> bool:
        """Whether one of the words stands in it."""
        return any(map(self.has, words))

    def holds_any(self, words: tuple[str, ...]) -> bool:
        """Whether one of the words stands in it, in Hangul also inside of another (늦 in 늦어요, 받 in 돌려받을)."""
        return any(word in self._joined if _HANGUL.fullmatch(word) else self.has(word) for word in words)


@dataclass(frozen=True)
class Topic:
    """A subject in one kind of task.

    One of `words` must be said, and one of `beside` with it, if there are any, and none of `unless`, which may be parts
    of words. `kinds` are the products and ids of intents for which the lines are right; none for all.
    """

    words: tuple[str, ...]
    lines: tuple[ConditionalLine, ...]
    beside: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()

    def is_for(self, intent: Intent) -> bool:
        """Whether the lines are right for what is to be made."""
        return not self.kinds or intent.id in self.kinds or intent.product in self.kinds

    def told_in(self, told: SearchText) -> str:
        """Return the word by which it is spoken of; empty where it is not, or is refused at once (커피 말고)."""
        if not told.has_any(self.words) or told.holds_any(self.unless):
            return ""
        return "" if self.beside and not told.holds_any(self.beside) else self._cue.wanted_in(told.text)

    @cached_property
    def _cue(self) -> Cue:
        return Cue(tuple(re.escape(word).replace(r"\ ", " ?") for word in self.words))
