"""`promptgen lint`: how good a prompt is, with reasons and fixes."""

import argparse
import sys
from typing import BinaryIO, Final

from bots.commands.json_lines import dumped
from bots.commands.stdin_or_files import read_each, whole
from core.conversation.texts import t
from core.errors import InputError
from core.prompting.checking.hints import hints, points
from core.settings import Settings
from core.values.locale import Locale

_BELOW_MINIMUM: Final = 3  # 1 and 2 are taken by what fails (`exit_status.py`)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Score the prompt of each file, or of standard input.

    Raises:
        InputError: A file cannot be read, is empty, or a line is not UTF-8.
    """
    totals: list[int] = []
    read_each(options.files, lambda stream: totals.append(_score(stream, settings.locale, as_json=options.json)))
    return 0 if all(total >= options.min for total in totals) else _BELOW_MINIMUM


def _score(stream: BinaryIO, locale: Locale, *, as_json: bool) -> int:
    prompt = whole(stream)
    if not prompt.strip():
        raise InputError(reason="empty")
    found = hints(prompt, locale)
    total = points(found)
    if as_json:
        said = [{"kept": hint.is_kept, "reason": hint.reason, "mend": hint.mend} for hint in found]
        sys.stdout.write(dumped({"points": total, "hints": said}) + "\n")
        return total
    sys.stdout.write(t(locale, "lint.total", total=total) + "\n")
    for hint in found:
        sys.stdout.write(f"  {'✓' if hint.is_kept else '·'} {hint.reason}\n")
        if hint.mend:
            sys.stdout.write(f"    → {hint.mend}\n")
    return total
