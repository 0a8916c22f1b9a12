"""`promptgen doctor`: the doctor's findings, one a line."""

import sys
from itertools import chain
from typing import Final

from bots.commands.lines import dumped
from bots.commands.smoke_test import try_interview
from bots.ops.doctor import run_checks
from core.conversation.texts import say
from core.settings import Settings

_MARKS: Final = {True: "✓", False: "✗"}


def report(settings: Settings, *, as_json: bool = False, tries: bool = False) -> bool:
    """Print each finding as it comes, as a sentence or a line of JSON; return whether all is well.

    `tries` holds a whole interview besides.
    """
    well = True
    for finding in chain(run_checks(settings), try_interview(settings) if tries else ()):
        well = well and finding.passed
        sentence = say(settings.locale, finding.text, **finding.details)
        data = {"passed": finding.passed, "check": finding.text, "text": sentence, "details": finding.details}
        sys.stdout.write(f"{dumped(data) if as_json else f'{_MARKS[finding.passed]} {sentence}'}\n")
        sys.stdout.flush()
    return well
