"""`promptgen mask`: text in, masked text out."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from bots.commands import lines
from bots.commands.progress import watched
from bots.commands.sources import read_each
from core.errors import InputError, ItemRefused
from core.locale import Locale
from core.ports import Detector
from core.privacy.mask import mask
from core.privacy.policy import Policy
from core.privacy.spans import Explanation, Span
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault

_PIECE: Final = 10_000
"""Characters masked at a time, so that memory stays flat; the labels go on from one piece to the next."""


class Explainer(Detector, Protocol):
    """A detector that says what found each item, and what refused each near miss."""

    def explain(self, text: RawText) -> Explanation:
        """Return what was found and what nearly was."""


def mask_texts(
    paths: Sequence[Path], detector: Detector, locale: Locale, policy: Policy, explainer: Explainer | None = None
) -> None:
    """Mask files, or standard input, as one text: the same value gets the same label throughout.

    With an `explainer` each item and each near miss is written to standard error, by its place, never by its text.

    Raises:
        InputError: A file cannot be read, or a line is not UTF-8.
        ItemRefused: The policy lets no such item in.
    """
    vault, read = Vault(), 0

    def mask_one(stream: BinaryIO) -> None:
        nonlocal vault, read
        for piece in watched(lines.text(stream, _PIECE)):
            raw = RawText(piece)
            masked = mask(raw, detector.detect(raw), vault, locale, policy)
            vault = masked.seen
            sys.stdout.buffer.write(masked.text.encode())
            sys.stdout.buffer.flush()
            if explainer:
                sys.stderr.writelines(_explained(explainer.explain(raw), read))
            read += len(piece)

    read_each(paths, mask_one)


def mask_documents(
    paths: Sequence[Path], detector: Detector, locale: Locale, policy: Policy, explainer: Explainer | None = None
) -> None:
    """Mask each line's `text` by itself; `spans` are offsets in code points of that text.

    With an `explainer` each span says `by` what it was found, and `near_misses` are those that were left, and why.

    Raises:
        InputError: A file cannot be read, or `line` says which line; those before it are answered.
        ItemRefused: The policy lets no such item in.
    """
    read_each(paths, lambda stream: _mask_lines(stream, detector, (locale, policy), explainer))


def _mask_lines(
    stream: BinaryIO, detector: Detector, rules: tuple[Locale, Policy], explainer: Explainer | None
) -> None:
    for number, document in watched(lines.documents(stream, jsonl=True)):
        written = document.get("text")
        if not isinstance(written, str):
            raise InputError(line=number, reason="text")
        raw = RawText(written)
        explanation = explainer.explain(raw) if explainer else None
        spans = [reason.span for reason in explanation.found] if explanation else detector.detect(raw)
        answer: dict[str, object] = {
            "masked": _masked(raw, spans, rules, number),
            "spans": [_written(span) for span in spans],
        }
        if explanation:
            answer["spans"] = [_written(reason.span) | {"by": reason.by} for reason in explanation.found]
            answer["near_misses"] = [_written(reason.span) | {"by": reason.by} for reason in explanation.refused]
        sys.stdout.write(lines.dumped(answer) + "\n")
        sys.stdout.flush()


def _masked(raw: RawText, spans: Sequence[Span], rules: tuple[Locale, Policy], number: int) -> MaskedText:
    locale, policy = rules
    try:
        return mask(raw, spans, Vault(), locale, policy).text
    except ItemRefused as refused:
        raise ItemRefused(**refused.details | {"line": number}) from None


def _written(span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "type": str(span.type), "score": round(span.score, 4)}


def _explained(explanation: Explanation, read: int) -> Iterator[str]:
    """Yield a line for each item and each near miss: where it is in all that was read, its type, and why."""
    for reason in explanation.found:
        yield f"{read + reason.span.start}-{read + reason.span.end}\t{reason.span.type}\tfound by {reason.by}\n"
    for reason in explanation.refused:
        yield f"{read + reason.span.start}-{read + reason.span.end}\t{reason.span.type}\tleft: {reason.by}\n"
