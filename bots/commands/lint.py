"""`promptgen lint`: how good a prompt is, with reasons and mends."""

import sys

from bots.commands import lines
from core.conversation.texts import say
from core.errors import InputError
from core.locale import Locale
from core.prompting.score import score


def lint(locale: Locale, least: int) -> bool:
    """Score the prompt on standard input; return whether it has `least` points of 100.

    Raises:
        InputError: It is empty, or a line is not UTF-8.
    """
    prompt = "".join(lines.text(sys.stdin.buffer, sys.maxsize))
    if not prompt.strip():
        raise InputError(reason="empty")
    scored = score(prompt, locale)
    sys.stdout.write(say(locale, "lint.total", total=scored.total) + "\n")
    for item in scored.items:
        sys.stdout.write(f"  {item.points:>2}/{item.out_of:<2} {item.reason}\n")
        if item.mend:
            sys.stdout.write(f"        → {item.mend}\n")
    return scored.total >= least
