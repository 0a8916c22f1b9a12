"""`promptgen restore`: an AI's answer in, the same with the real values out."""

import sys
from pathlib import Path

from bots.commands import lines
from bots.commands.sources import STANDARD_INPUT, opened
from bots.terminal.inbound import PERSON, PLATFORM
from core.conversation.missing import expected_labels, missing_sentence
from core.conversation.texts import say
from core.errors import InputError
from core.locale import Locale
from core.ports import Store
from core.privacy.restore import restore
from core.privacy.text import MaskedText

_WHOLE = sys.maxsize


def restore_text(store: Store, locale: Locale, path: Path = STANDARD_INPUT) -> None:
    """Restore an answer from the newest interview on this machine; what is left or missing goes to standard error.

    It is taken for an answer to the prompt in use there.

    Raises:
        InputError: It cannot be read, a line is not UTF-8, or there was no interview yet.
    """
    with store.begin() as transaction:
        interviews = transaction.sessions_of(PERSON, PLATFORM, PERSON, most=1)
    if not interviews:
        raise InputError(reason="no_interview")
    with opened(path) as stream:
        answer = MaskedText("".join(lines.text(stream, _WHOLE)))
    newest = interviews[0]
    restored = restore(answer, newest.vault, expected_labels(newest.session.in_use))
    sys.stdout.buffer.write(restored.text.reveal().encode())
    left = restored.unknown + restored.ambiguous
    if left:
        sys.stderr.write(say(locale, "restore.left", labels=", ".join(left)) + "\n")
    if restored.missing:
        sys.stderr.write(missing_sentence(restored.missing, locale) + "\n")
