"""`promptgen mask`: text in, masked text out."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import BinaryIO, Final

from bots import container
from bots.commands.json_lines import documents, dumped
from bots.commands.progress import watched
from bots.commands.stdin_or_files import read_each, text
from core.conversation.texts import t
from core.errors import InputError, ItemRefused
from core.privacy.batch_mask import mask_together
from core.privacy.entities import EntityType
from core.privacy.explanation import ExplainedSpan, Explanation, NearMiss
from core.privacy.korean.persons import ORDINARY_WORDS
from core.privacy.mask import mask
from core.privacy.spans import Span
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault
from core.settings import Settings
from core.values.locale import Locale

_PIECE: Final = 10_000
"""Characters in which items are found at a time."""
_TOGETHER: Final = 100
"""Pieces that are masked with what any of them shows, so that memory stays flat; the labels go on to the next ones."""


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
        """Mask a text: the same value gets the same label throughout, also before it is shown, and in the next one.

        Each item and each near miss is explained on standard error, by its place, never by its text.
        """
        pieces = watched(text(stream, _PIECE))
        while read := [(RawText(piece), self._found(piece)) for piece in islice(pieces, _TOGETHER)]:
            words = {name for raw, spans in read for name in _word_names(raw, spans)}
            found = {i: (raw, self._again(raw, spans, words)) for i, (raw, spans) in enumerate(read)}
            together = mask_together(found, self._vault, self._locale, self._policy)
            self._vault = together.masker.seen
            sys.stdout.buffer.writelines(masked.encode() for masked in together.texts.values())
            sys.stdout.buffer.flush()

    def _found(self, piece: str) -> Sequence[Span]:
        raw = RawText(piece)
        if self._explainer:
            sys.stderr.writelines(_explained(self._explainer.explain(raw), self._read, self._locale))
        self._read += len(piece)
        return self._detector.detect(raw)

    def _again(self, raw: RawText, spans: Sequence[Span], words: set[str]) -> Sequence[Span]:
        """Look again for names that are words as well, where only another piece says that they are names."""
        text = raw.reveal()
        unknown = sorted(word for word in words - set(_word_names(raw, spans)) if word in text)
        return self._detector.detect(RawText("\n".join((text, *map("이름: {}".format, unknown))))) if unknown else spans

    def documents(self, stream: BinaryIO) -> None:
        """Mask each line's `text` by itself; `spans` are offsets in code points of that text.

        Explained, each span says `by` what and which `rule` it was found, and of which `kinds` of the gazetteer it is;
        `near_misses` are those that were left, each with its `refusal`.
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
            "masked": self._masked(raw, [one.span for one in explanation.found]),
            "spans": [_written(one.span) | _told(one) for one in explanation.found],
            "near_misses": [_written(one.span) | _told(one) | {"refusal": one.refusal} for one in explanation.refused],
        }

    def _masked(self, raw: RawText, spans: Sequence[Span]) -> MaskedText:
        return mask(raw, spans, Vault(), self._locale, self._policy).text


def _word_names(raw: RawText, spans: Sequence[Span]) -> Iterator[str]:
    """Yield the names that are words as well (나래, 하늘): the vault knows them only beside a title or a vocative."""
    for span in spans:
        name = raw.reveal()[span.start : span.end]
        if span.type is EntityType.PERSON and name in ORDINARY_WORDS:
            yield name


def _written(span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "type": str(span.type), "score": round(span.score, 4)}


def _told(one: ExplainedSpan | NearMiss) -> dict[str, object]:
    return {"by": one.span.by, "rule": one.rule, "kinds": list(one.kinds)}


def _explained(explanation: Explanation, read: int, locale: Locale) -> Iterator[str]:
    """Yield a line for each item and each near miss: where it is in all that was read, its type, and why."""
    told: tuple[ExplainedSpan | NearMiss, ...] = (*explanation.found, *explanation.refused)
    for one in told:
        kinds = f" [{' '.join(one.kinds)}]" if one.kinds else ""
        why = t(locale, f"mask.{one.refusal}") if isinstance(one, NearMiss) else ""
        said = t(locale, "mask.left" if why else "mask.found", why=why, rule=one.rule, kinds=kinds)
        yield f"{read + one.span.start}-{read + one.span.end}\t{one.span.type}\t{said}\n"
