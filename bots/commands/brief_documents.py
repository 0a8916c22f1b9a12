"""Briefs as documents of typed answers on standard input, masked before anything else sees them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, Final

from bots.commands.json_lines import documents
from core.conversation.answer_flaws import flaw_of
from core.conversation.answer_reading import read_or_settle
from core.conversation.control_names import Control
from core.conversation.questions import OTHER_LANGUAGE, QUESTIONS, REQUIRED, Key
from core.conversation.session import Answer
from core.errors import InputError
from core.features.registry import CONTROLS
from core.ports import Detector
from core.privacy.batch_mask import mask_together
from core.privacy.manual_marks import marked
from core.privacy.policy import Policy
from core.privacy.printable import printable
from core.privacy.spans import Span
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault
from core.prompting.brief import Brief
from core.prompting.understanding.other_language import other_language
from core.sessions.briefing import brief_of
from core.sessions.kept_readable import with_matter_kept
from core.sessions.visible_session import keep_shown
from core.usecases.interface_words import is_wording
from core.values.locale import Locale

_SAYS_MORE: Final = (Key.PURPOSE, Key.BACKGROUND, Key.CONSTRAINTS)
_NO_NUMBER: Final = frozenset({Key.FORM, Key.LANGUAGE, Key.LEVEL})
"""To these a number is the place of a choice; as a length it is one."""

_KEYS: Final = frozenset(Key) - {
    Key.INTENT,
    Key.LEFT_OUT,
    Key.OTHER_WAYS,
}  # these are ids and lines, which nobody types


@dataclass(frozen=True, slots=True)
class MaskedBrief:
    """One document: the number of its line, its masked answers, and what was masked in them."""

    number: int
    masked: Mapping[Key, MaskedText]
    vault: Vault

    def brief(self, locale: Locale) -> Brief:
        """Return the brief that the answers make.

        Raises:
            InputError: One that has choices names none of them, or another language and nowhere which.
        """
        return brief_of({key: self._answer(key, text, locale) for key, text in self.masked.items()}, locale)

    def _answer(self, key: Key, text: MaskedText, locale: Locale) -> Answer:
        answer = read_or_settle(key, text) or Answer(text)
        if answer.choice == OTHER_LANGUAGE:
            named = other_language(self.masked[each] for each in _SAYS_MORE if each in self.masked)
            if named is None:
                raise InputError(line=self.number, reason="language")
            return Answer(MaskedText(named.name(locale)))
        if answer.choice is None and key in _NO_NUMBER and text.strip().isdecimal():
            raise InputError(line=self.number, reason="choice", key=key, count=len(QUESTIONS[key].choices))
        return answer


class Briefs:
    """Reads documents, and masks their answers."""

    def __init__(self, detector: Detector, locale: Locale, policy: Policy) -> None:
        self._detector = detector
        self._locale = locale
        self._policy = policy

    def read(self, stream: BinaryIO, *, jsonl: bool) -> Iterator[MaskedBrief]:
        """Yield the documents of a stream: one a line, or the whole of it as one.

        Raises:
            InputError: `line` says which cannot be read.
            ItemRefused: The policy lets no such item in.
        """
        for number, document in documents(stream, jsonl=jsonl):
            yield self._masked(number, _texts(number, document))

    def _masked(self, number: int, texts: Mapping[Key, RawText]) -> MaskedBrief:
        found = {key: self._found(text) for key, text in texts.items()}
        language = Locale.written_in(texts[Key.PURPOSE].reveal(), self._locale)
        result = mask_together(found, Vault(), language, self._policy)
        vault = with_matter_kept(result.vault, Vault(), result.texts.values())
        return MaskedBrief(number, keep_shown(result.texts, vault), vault)

    def _found(self, raw: RawText) -> tuple[RawText, tuple[Span, ...]]:
        text, marks = marked(raw)
        return text, marks if is_wording(text.reveal()) else (*marks, *self._detector.detect(text))


def _texts(number: int, document: Mapping[str, object]) -> dict[Key, RawText]:
    if not document.keys() <= _KEYS:
        raise InputError(line=number, reason="key")
    texts = {Key(name): text for name, value in document.items() if (text := _text(number, value)).reveal().strip()}
    if missing := [key for key in REQUIRED if key not in texts]:
        raise InputError(line=number, reason="missing", keys=", ".join(missing))
    if any(flaw_of(key, text.reveal()) for key, text in texts.items()):
        raise InputError(line=number, reason="too_long")
    return {key: texts[key] for key in Key if key in texts and not _is_skipped(key, texts[key])}


def _is_skipped(key: Key, text: RawText) -> bool:
    """Say whether an answer is the word that skips its question in the interview."""
    return key not in REQUIRED and CONTROLS.named(text.reveal()) is Control.SKIP


def _text(number: int, value: object) -> RawText:
    """Return a value as text: a list is one item a line, nothing is an empty answer."""
    values: list[object] = value if isinstance(value, list) else [value if value is not None else ""]
    if not all(isinstance(item, str) for item in values):
        raise InputError(line=number, reason="value")
    return printable(RawText("\n".join(map(str, values))))
