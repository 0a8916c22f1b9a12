"""`promptgen compose`: answers in, the finished prompt out."""

import sys
from collections.abc import Mapping
from typing import Final

from bots.commands import lines
from bots.commands.progress import watched
from core.briefing import brief_of
from core.conversation.interview import flaw_of
from core.conversation.questions import NUMBERED, Key
from core.conversation.reading import read_or_settle
from core.conversation.session import Answer
from core.conversation.wordings import is_wording
from core.errors import InputError
from core.locale import Locale
from core.ports import Detector
from core.privacy.mask import mask
from core.privacy.policy import Policy
from core.privacy.printable import printable
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault
from core.prompting.compose import compose

_KEYS: Final = frozenset(Key)


class ComposeCommand:
    """Composes prompts from documents of typed answers, masking them first."""

    def __init__(self, detector: Detector, locale: Locale, policy: Policy) -> None:
        self._detector = detector
        self._locale = locale
        self._policy = policy

    def run(self, *, jsonl: bool) -> None:
        """Answer each document on standard input: the prompt alone, or a line of JSON for each line.

        Raises:
            InputError: `line` says which cannot be read; the lines before it are answered.
            ItemRefused: The policy lets no such item in.
        """
        for number, document in watched(lines.documents(sys.stdin.buffer, jsonl=jsonl)):
            masked = self._masked(_texts(number, document))
            answers = {key: read_or_settle(key, text) or Answer(text) for key, text in masked.items()}
            prompt = compose(brief_of(answers, self._locale)).prompt
            shown = lines.dumped({"prompt": prompt, "masked_answers": masked}) if jsonl else prompt
            sys.stdout.write(f"{shown}\n")
            sys.stdout.flush()

    def _masked(self, texts: Mapping[Key, RawText]) -> dict[Key, MaskedText]:
        vault = Vault()
        masked = {}
        for key, text in texts.items():
            spans = () if is_wording(text.reveal()) else self._detector.detect(text)
            result = mask(text, spans, vault, self._locale, self._policy)
            masked[key], vault = result.text, result.vault
        return masked


def _texts(number: int, document: Mapping[str, object]) -> dict[Key, RawText]:
    if not document.keys() <= _KEYS:
        raise InputError(line=number, reason="key")
    texts = {Key(name): text for name, value in document.items() if (text := _text(number, value)).reveal().strip()}
    if missing := [key for key in NUMBERED if key not in texts]:
        raise InputError(line=number, reason="missing", keys=", ".join(missing))
    if any(flaw_of(key, text.reveal()) for key, text in texts.items()):
        raise InputError(line=number, reason="too_long")
    return {key: texts[key] for key in Key if key in texts}


def _text(number: int, value: object) -> RawText:
    """Return a value as text: a list is one item a line, nothing is an empty answer."""
    values: list[object] = value if isinstance(value, list) else [value if value is not None else ""]
    if not all(isinstance(item, str) for item in values):
        raise InputError(line=number, reason="value")
    return printable(RawText("\n".join(map(str, values))))
