"""`promptgen lint`: how good a prompt is, with reasons and fixes."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from bots.commands import lines
from bots.commands.sources import read_each
from core.conversation.texts import say
from core.errors import InputError
from core.locale import Locale
from core.prompting.checking.hints import hints, points


def lint(paths: Sequence[Path], locale: Locale, least: int, *, as_json: bool = False) -> bool:
    """Score the prompt of each file, or of standard input; return whether each has `least` points of 100.

    As JSON: one line for each prompt.

    Raises:
        InputError: A file cannot be read, is empty, or a line is not UTF-8.
    """
    totals: list[int] = []
    read_each(paths, lambda stream: totals.append(_score(stream, locale, as_json=as_json)))
    return all(total >= least for total in totals)


def _score(stream: BinaryIO, locale: Locale, *, as_json: bool) -> int:
    prompt = "".join(lines.text(stream, sys.maxsize))
    if not prompt.strip():
        raise InputError(reason="empty")
    found = hints(prompt, locale)
    total = points(found)
    if as_json:
        said = [{"kept": hint.is_kept, "reason": hint.reason, "mend": hint.mend} for hint in found]
        sys.stdout.write(lines.dumped({"points": total, "hints": said}) + "\n")
        return total
    sys.stdout.write(say(locale, "lint.total", total=total) + "\n")
    for hint in found:
        sys.stdout.write(f"  {'✓' if hint.is_kept else '·'} {hint.reason}\n")
        if hint.mend:
            sys.stdout.write(f"    → {hint.mend}\n")
    return total
