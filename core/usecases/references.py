"""Reference files as one text: of long ones what has to do with the task, each with its share of the room there is."""

from collections.abc import Sequence
from typing import Final

from core.conversation.session import Contents
from core.messages import FilesRead, ReadFile, UnreadFile
from core.ports import Extract
from core.privacy.text import RawText
from core.usecases.relevance import choose

ROOM: Final = 16_000


def gathered(
    extracts: Sequence[tuple[RawText, Extract]], unread: Sequence[UnreadFile], about: str, room: int = ROOM
) -> FilesRead:
    """Return files, each with its name, as the text that stands in a prompt; several have their names above them."""
    texts, files = [], []
    for (name, extract), share in zip(extracts, _shares([extract for _, extract in extracts], room), strict=True):
        parts = [part.reveal() for part in extract.parts]
        used = choose(parts, about, share)
        text = "\n\n".join(parts[place] for place in used)[:share]
        texts.append(f"## {name.reveal()}\n\n{text}" if len(extracts) > 1 else text)
        blank = sum(not part for part in parts)
        files.append(ReadFile(name, Contents(len(parts), len(used) + blank, extract.read, extract.unread)))
    return FilesRead(RawText("\n\n".join(texts)), tuple(files), tuple(unread))


def _shares(extracts: Sequence[Extract], room: int) -> Sequence[int]:
    """Return how many characters each may have: what the short ones leave goes to the long ones."""
    lengths = [sum(len(part) + 2 for part in extract.parts) for extract in extracts]
    shares: dict[int, int] = {}
    for left, place in enumerate(sorted(range(len(lengths)), key=lengths.__getitem__)):
        shares[place] = min(lengths[place], (room - sum(shares.values())) // (len(lengths) - left))
    return [shares[place] for place in range(len(lengths))]
