"""`promptgen doctor`: the doctor's findings, one a line."""

import sys
from typing import Final

from bots.ops.doctor import examine
from core.conversation.texts import say
from core.settings import Settings

_MARKS: Final = {True: "✓", False: "✗"}


def report(settings: Settings) -> bool:
    """Print each finding as it comes; return whether all is well."""
    well = True
    for finding in examine(settings):
        well = well and finding.passed
        sys.stdout.write(f"{_MARKS[finding.passed]} {say(settings.locale, finding.text, **finding.details)}\n")
        sys.stdout.flush()
    return well
