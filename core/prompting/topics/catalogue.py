"""The catalogue of topics, read from the files beside it when the first prompt is composed."""

import math
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import zip_longest
from typing import Any, Final

from core.prompting.intents.intent import ConditionalLine, Text
from core.prompting.topics.stems import stems
from core.prompting.topics.topic import SearchText, Topic

_RARE: Final = 4.5  # of one line in ninety: what more lines have tells nothing (시간, 이름, 확인)
_KEYS: Final = frozenset({"words", "beside", "unless", "for", "ko", "en"})


class TopicFileError(ValueError):
    """A file of topics is wrong; the message says where and how."""


class Catalogue:
    """Topics, found by the first two characters of their words: there are too many to look for each of them."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        """Index topics."""
        self.topics = tuple(topics)
        self._at: dict[str, set[int]] = defaultdict(set)
        for at, topic in enumerate(self.topics):
            for word in topic.words:
                self._at[word.replace(" ", "")[:2]].add(at)
        lines = [text for topic in self.topics for line in topic.lines for text in (line.line.ko, line.line.en) if text]
        self._lines = Counter(stem for line in lines for stem in stems(line))
        self._most = math.log(len(lines) or 1)

    def support(self, line: str, topic: Topic, told: frozenset[str]) -> float:
        """Return how much of a line is about something else that was said than its topic, rare words counting more.

        `told` are the stems of what was said. Each counts as the logarithm of how many lines there are to one with it.
        """
        own = stems(" ".join((*topic.words, *topic.beside)))
        shared = (self._most - math.log(self._lines[stem] or 1) for stem in (stems(line) & told) - own)
        return sum(weight for weight in shared if weight >= _RARE)

    def is_rare(self, stem: str) -> bool:
        """Whether few lines have a word, so that who says it speaks of what the line is about."""
        return self._most - math.log(self._lines[stem] or 1) >= _RARE

    def spoken_of(self, told: SearchText) -> Iterator[tuple[Topic, str]]:
        """Yield the topics that a text speaks of, each with the word that tells it."""
        for at in sorted(set().union(*(self._at.get(pair, ()) for pair in told.pairs))):
            if word := self.topics[at].told_in(told):
                yield self.topics[at], word


@cache
def catalogue() -> Catalogue:
    """Return the topics of all files."""
    entries = sorted((entry for entry in files(__package__).iterdir()), key=lambda entry: entry.name)
    return Catalogue(
        topic
        for entry in entries
        if entry.name.endswith(".toml")
        for topic in parse(entry.name, entry.read_text(encoding="utf-8"))
    )


def parse(name: str, text: str) -> tuple[Topic, ...]:
    """Read topics from the text of a file.

    Raises:
        TopicFileError: It is no TOML, or a topic lacks something or has a key that does not exist.
    """
    try:
        rows = tomllib.loads(text).get("topic", [])
    except tomllib.TOMLDecodeError as error:
        message = f"{name}: {error}"
        raise TopicFileError(message) from error
    return tuple(_topic(f"{name} topic {at}", row) for at, row in enumerate(rows, start=1))


def _topic(where: str, row: Mapping[str, Any]) -> Topic:
    if unknown := set(row) - _KEYS:
        message = f"{where}: no such key: {', '.join(sorted(unknown))}"
        raise TopicFileError(message)
    if not row.get("words") or not row.get("ko"):
        message = f"{where}: words and ko are needed"
        raise TopicFileError(message)
    lines = zip_longest(row["ko"], row.get("en", ()), fillvalue="")
    return Topic(
        words=_folded(row["words"]),
        lines=tuple(ConditionalLine(Text(ko, en)) for ko, en in lines),
        beside=_folded(row.get("beside", ())),
        unless=_folded(row.get("unless", ())),
        kinds=frozenset(row.get("for", ())),
    )


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words)
