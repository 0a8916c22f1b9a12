"""`promptgen lint`: how good a prompt is, with reasons and mends."""

import sys

from bots.commands import lines
from core.conversation.texts import say
from core.errors import InputError
from core.locale import Locale
from core.prompting.checking.hints import hints, points


def lint(locale: Locale, least: int) -> bool:
    """Score the prompt on standard input; return whether it has `least` points of 100.

    Raises:
        InputError: It is empty, or a line is not UTF-8.
    """
    prompt = "".join(lines.text(sys.stdin.buffer, sys.maxsize))
    if not prompt.strip():
        raise InputError(reason="empty")
    found = hints(prompt, locale)
    total = points(found)
    sys.stdout.write(say(locale, "lint.total", total=total) + "\n")
    for hint in found:
        sys.stdout.write(f"  {'✓' if hint.is_kept else '·'} {hint.reason}\n")
        if hint.mend:
            sys.stdout.write(f"    → {hint.mend}\n")
    return total >= least
