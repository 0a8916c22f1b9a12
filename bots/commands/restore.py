"""`promptgen restore`: an AI's answer in, the same with the real values out."""

import sys

from bots.commands import lines
from bots.terminal.inbound import PERSON, PLATFORM
from core.conversation.texts import say
from core.errors import InputError
from core.locale import Locale
from core.ports import Store
from core.privacy.restore import restore
from core.privacy.text import MaskedText

_WHOLE = sys.maxsize


def restore_text(store: Store, locale: Locale) -> None:
    """Restore standard input from the newest interview on this machine; what is left goes to standard error.

    Raises:
        InputError: A line is not UTF-8, or there was no interview yet.
    """
    with store.begin() as transaction:
        interviews = transaction.held_by(PERSON, PLATFORM, PERSON)
    if not interviews:
        raise InputError(reason="no_interview")
    answer = MaskedText("".join(lines.text(sys.stdin.buffer, _WHOLE)))
    restored = restore(answer, interviews[0].vault)
    sys.stdout.buffer.write(restored.text.reveal().encode())
    left = restored.unknown + restored.ambiguous
    if left:
        sys.stderr.write(say(locale, "restore.left", labels=", ".join(left)) + "\n")
