"""`promptgen restore`: an AI's answer in, the same with the real values out."""

import argparse
import sys

from bots.commands.stdin_or_files import opened, whole
from bots.container import opened_store
from bots.terminal.places import PERSON, PLATFORM
from core.conversation.missing_labels import expected_labels, missing_sentence
from core.conversation.texts import t
from core.errors import InputError
from core.privacy.restore import restore
from core.privacy.text import MaskedText
from core.settings import Settings


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Restore an answer from the newest interview on this machine; what is left or missing goes to standard error.

    It is taken for an answer to the prompt in use there.

    Raises:
        InputError: It cannot be read, a line is not UTF-8, or there was no interview yet.
    """
    with opened_store(settings, read_beside=True) as store, store.begin() as transaction:
        interviews = transaction.sessions_of(PERSON, PLATFORM, PERSON, most=1)
    if not interviews:
        raise InputError(reason="no_interview")
    with opened(options.file) as stream:
        answer = MaskedText(whole(stream))
    newest = interviews[0]
    restored = restore(answer, newest.vault, expected_labels(newest.session.in_use))
    sys.stdout.buffer.write(restored.text.reveal().encode())
    left = restored.unknown + restored.ambiguous
    if left:
        sys.stderr.write(t(settings.locale, "restore.left", labels=", ".join(left)) + "\n")
    if restored.missing:
        sys.stderr.write(missing_sentence(restored.missing, settings.locale) + "\n")
    return 0
