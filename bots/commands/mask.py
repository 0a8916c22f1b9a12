"""`promptgen mask`: text in, masked text out."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, Final

from bots.commands import lines
from bots.commands.progress import watched
from bots.commands.sources import read_each
from core.errors import InputError
from core.locale import Locale
from core.ports import Detector
from core.privacy.mask import mask
from core.privacy.policy import Policy
from core.privacy.text import RawText
from core.privacy.vault import Vault

_PIECE: Final = 10_000
"""Characters masked at a time, so that memory stays flat; the labels go on from one piece to the next."""


def mask_texts(paths: Sequence[Path], detector: Detector, locale: Locale, policy: Policy) -> None:
    """Mask files, or standard input, as one text: the same value gets the same label throughout.

    Raises:
        InputError: A file cannot be read, or a line is not UTF-8.
        ItemRefused: The policy lets no such item in.
    """
    vault = Vault()

    def mask_one(stream: BinaryIO) -> None:
        nonlocal vault
        for piece in watched(lines.text(stream, _PIECE)):
            raw = RawText(piece)
            masked = mask(raw, detector.detect(raw), vault, locale, policy)
            vault = masked.seen
            sys.stdout.buffer.write(masked.text.encode())
            sys.stdout.buffer.flush()

    read_each(paths, mask_one)


def mask_documents(paths: Sequence[Path], detector: Detector, locale: Locale, policy: Policy) -> None:
    """Mask each line's `text` by itself; `spans` are offsets in code points of that text.

    Raises:
        InputError: A file cannot be read, or `line` says which line; those before it are answered.
        ItemRefused: The policy lets no such item in.
    """
    read_each(paths, lambda stream: _mask_lines(stream, detector, locale, policy))


def _mask_lines(stream: BinaryIO, detector: Detector, locale: Locale, policy: Policy) -> None:
    for number, document in watched(lines.documents(stream, jsonl=True)):
        written = document.get("text")
        if not isinstance(written, str):
            raise InputError(line=number, reason="text")
        raw = RawText(written)
        spans = detector.detect(raw)
        found = [
            {"start": span.start, "end": span.end, "type": str(span.type), "score": round(span.score, 4)}
            for span in spans
        ]
        masked = mask(raw, spans, Vault(), locale, policy)
        answer = {"masked": masked.text, "spans": found}
        sys.stdout.write(lines.dumped(answer) + "\n")
        sys.stdout.flush()
