"""Reference files as one text: of long ones what has to do with the task, each with its share of the room there is."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from core.conversation.session import Contents
from core.messages import FilesRead, ReadFile, UnreadFile
from core.ports import Extract
from core.privacy.text import RawText

ROOM: Final = 16_000


def gathered(extracts: Sequence[tuple[RawText, Extract]], unread: Sequence[UnreadFile], about: str) -> FilesRead:
    """Return files, each with its name, as the text that stands in a prompt; several have their names above them."""
    texts, files = [], []
    for (name, extract), share in zip(extracts, _shares([extract for _, extract in extracts]), strict=True):
        parts = [part.reveal() for part in extract.parts]
        used = choose(parts, about, share)
        text = "\n\n".join(parts[place] for place in used)[:share]
        texts.append(f"## {name.reveal()}\n\n{text}" if len(extracts) > 1 else text)
        blank = sum(not part for part in parts)
        files.append(ReadFile(name, Contents(len(parts), len(used) + blank, extract.read, extract.unread)))
    return FilesRead(RawText("\n\n".join(texts)), tuple(files), tuple(unread))


def _shares(extracts: Sequence[Extract]) -> Sequence[int]:
    """Return how many characters each may have: what the short ones leave goes to the long ones."""
    lengths = [sum(len(part) + 2 for part in extract.parts) for extract in extracts]
    shares: dict[int, int] = {}
    for left, place in enumerate(sorted(range(len(lengths)), key=lengths.__getitem__)):
        shares[place] = min(lengths[place], (ROOM - sum(shares.values())) // (len(lengths) - left))
    return [shares[place] for place in range(len(lengths))]


_WORD: Final = re.compile(r"[0-9a-z]{2,}|[가-힣]{2,}|[\u3040-\u30ff\u4e00-\u9fff]{2,}")


def choose(pages: Sequence[str], about: str, room: int) -> tuple[int, ...]:
    """Return the places of the pages to use, in their order: all if there is room, else the most relevant.

    The first page that says anything is always among them: it tells what the document is.
    """
    written = [place for place, page in enumerate(pages) if page.strip()]
    if sum(len(pages[place]) for place in written) <= room:
        return tuple(written)
    scores = _scores([pages[place] for place in written], about)
    ranked = sorted(written[1:], key=lambda place: -scores[written.index(place)])
    chosen: list[int] = []
    for place in (*written[:1], *ranked):
        if not chosen or len(pages[place]) <= room:
            chosen.append(place)
            room -= len(pages[place])
    return tuple(sorted(chosen))


def _scores(pages: Sequence[str], about: str) -> Sequence[float]:
    """Score pages by the terms they share with `about`, rare ones counting more (tf-idf, by length)."""
    wanted = set(_terms(about))
    counts = [Counter(term for term in _terms(page) if term in wanted) for page in pages]
    spread = Counter(term for count in counts for term in count)
    return [_score(count, spread, len(pages)) for count in counts]


def _score(count: Mapping[str, int], spread: Mapping[str, int], pages: int) -> float:
    return sum((1 + math.log(times)) * math.log(1 + pages / spread[term]) for term, times in count.items())


def _terms(text: str) -> list[str]:
    """Return words, and Hangul as pairs of syllables, which need no knowledge of particles and endings."""
    found: list[str] = []
    for word in _WORD.findall(text.casefold()):
        pairs = [word[at : at + 2] for at in range(len(word) - 1)] if word[0] >= "가" else []
        found += pairs or [word]
    return found
