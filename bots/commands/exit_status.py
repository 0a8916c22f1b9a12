"""How a command ends that failed: one clear line on standard error, and an exit status."""

# What a sentence needs is imported when there is one to say: `promptgen --help` must not wait for it.
# ruff: noqa: PLC0415

import errno
import os
import sys
from contextlib import suppress
from typing import Final

from core.errors import FileUnusable, InputError, LineRefused, PersonError, PromptgenError, SettingsError
from core.values.locale import Locale

WRONG_INPUT: Final = 2  # as where argparse refuses the options
FAILED: Final = 1


def refused(error: PromptgenError, locale: Locale) -> int:
    """Say what is wrong with the input or the options, or what does not work."""
    sys.stderr.write(f"promptgen: {sentence_for(error, locale)}\n")
    return WRONG_INPUT if isinstance(error, (PersonError, SettingsError)) else FAILED


def unwritten(error: OSError, locale: Locale) -> int:
    """Say that the disk is full; where whoever read our output has left, there is nobody to say it to."""
    if error.errno not in {errno.ENOSPC, errno.EPIPE} and not isinstance(error, BrokenPipeError):
        return unexpected(error, locale)
    with suppress(OSError, ValueError):  # Python would complain once more when it closes it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if error.errno == errno.ENOSPC:
        sys.stderr.write(f"promptgen: {_say(locale, 'error.disk_full')}\n")
    return FAILED


def unexpected(error: Exception, locale: Locale) -> int:
    """Say that something nobody foresaw went wrong, and where in the program."""
    from bots.ops.log import place_of

    sys.stderr.write(
        f"promptgen: {sentence_for(PromptgenError(), locale)} ({type(error).__name__}, {place_of(error)})\n"
    )
    return FAILED


def _say(locale: Locale, text: str) -> str:
    from core.conversation.texts import t

    return t(locale, text)


def sentence_for(error: PromptgenError, locale: Locale) -> str:
    """Return the sentence that tells of an error."""
    from bots.shared.error_texts import sentence_of
    from core.conversation.texts import t

    details = dict(error.details)
    if isinstance(error, LineRefused):
        why = {name: value for name, value in details.items() if name not in {"line", "text"}}
        return t(locale, "error.line_refused", line=details["line"], reason=t(locale, str(details["text"]), **why))
    if isinstance(error, InputError):
        reason = t(locale, f"reason.{details['reason']}", **details)
        if "line" in details:
            reason = t(locale, "error.input_unreadable", line=details["line"], reason=reason)
        return f"{details['file']}: {reason}" if "file" in details else reason
    if isinstance(error, FileUnusable):
        reason = t(locale, f"reference.{details['reason']}", **details)
        return f"{details['file']}: {reason}" if "file" in details else reason
    sentence = sentence_of(error)
    return t(locale, sentence.text, **sentence.details)
