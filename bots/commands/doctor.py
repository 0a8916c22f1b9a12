"""`promptgen doctor`: the doctor's findings, one a line."""

import argparse
import sys
from itertools import chain
from typing import Final

from bots.commands.exit_status import FAILED
from bots.commands.json_lines import dumped
from bots.commands.smoke_test import try_interview
from bots.ops.doctor import run_checks
from core.conversation.texts import t
from core.settings import Settings

_MARKS: Final = {True: "✓", False: "✗"}


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print each finding as it comes, as a sentence or a line of JSON."""
    well = True
    for finding in chain(run_checks(settings), try_interview(settings) if options.tries else ()):
        well = well and finding.passed
        sentence = t(settings.locale, finding.text, **finding.details)
        data = {"passed": finding.passed, "check": finding.text, "text": sentence, "details": finding.details}
        sys.stdout.write(f"{dumped(data) if options.json else f'{_MARKS[finding.passed]} {sentence}'}\n")
        sys.stdout.flush()
    return 0 if well else FAILED
