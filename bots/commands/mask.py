"""`promptgen mask`: text in, masked text out."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import BinaryIO, Final

from bots import container
from bots.commands.progress import watched
from bots.commands.sources import documents, dumped, read_each, text
from core.errors import InputError, ItemRefused
from core.privacy.mask import mask
from core.privacy.spans import Explanation, Span
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault
from core.settings import Settings

_PIECE: Final = 10_000
"""Characters masked at a time, so that memory stays flat; the labels go on from one piece to the next."""


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Mask files, or standard input, as one text or line by line.

    Raises:
        InputError: A file cannot be read, or `line` says which line; those before it are answered.
        ItemRefused: The policy lets no such item in.
    """
    masking = _Masking(settings, explains=options.explain)
    read_each(options.files, masking.documents if options.jsonl else masking.text)
    return 0


class _Masking:
    """Masks what it reads; where it `explains`, it also says what found each item, and what refused each near miss."""

    def __init__(self, settings: Settings, *, explains: bool) -> None:
        self._explainer = container.load_explainer(settings) if explains else None
        self._detector = self._explainer or container.load_detector(settings)
        self._locale = settings.locale
        self._policy = container.load_policy(settings)
        self._vault, self._read = Vault(), 0

    def text(self, stream: BinaryIO) -> None:
        """Mask a text: the same value gets the same label throughout, also in the next one.

        Each item and each near miss is explained on standard error, by its place, never by its text.
        """
        for piece in watched(text(stream, _PIECE)):
            raw = RawText(piece)
            masked = mask(raw, self._detector.detect(raw), self._vault, self._locale, self._policy)
            self._vault = masked.seen
            sys.stdout.buffer.write(masked.text.encode())
            sys.stdout.buffer.flush()
            if self._explainer:
                sys.stderr.writelines(_explained(self._explainer.explain(raw), self._read))
            self._read += len(piece)

    def documents(self, stream: BinaryIO) -> None:
        """Mask each line's `text` by itself; `spans` are offsets in code points of that text.

        Explained, each span says `by` what it was found, and `near_misses` are those that were left, and why.
        """
        for number, document in watched(documents(stream, jsonl=True)):
            written = document.get("text")
            if not isinstance(written, str):
                raise InputError(line=number, reason="text")
            try:
                answer = self._answer(RawText(written))
            except ItemRefused as refused:
                raise ItemRefused(**refused.details | {"line": number}) from None
            sys.stdout.write(dumped(answer) + "\n")
            sys.stdout.flush()

    def _answer(self, raw: RawText) -> dict[str, object]:
        if self._explainer is None:
            spans = self._detector.detect(raw)
            return {"masked": self._masked(raw, spans), "spans": list(map(_written, spans))}
        explanation = self._explainer.explain(raw)
        return {
            "masked": self._masked(raw, [reason.span for reason in explanation.found]),
            "spans": [_written(reason.span) | {"by": reason.by} for reason in explanation.found],
            "near_misses": [_written(reason.span) | {"by": reason.by} for reason in explanation.refused],
        }

    def _masked(self, raw: RawText, spans: Sequence[Span]) -> MaskedText:
        return mask(raw, spans, Vault(), self._locale, self._policy).text


def _written(span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "type": str(span.type), "score": round(span.score, 4)}


def _explained(explanation: Explanation, read: int) -> Iterator[str]:
    """Yield a line for each item and each near miss: where it is in all that was read, its type, and why."""
    for reasons, verb in ((explanation.found, "found by"), (explanation.refused, "left:")):
        for reason in reasons:
            yield f"{read + reason.span.start}-{read + reason.span.end}\t{reason.span.type}\t{verb} {reason.by}\n"
