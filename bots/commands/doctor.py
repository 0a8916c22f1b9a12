"""`promptgen doctor`: the doctor's findings, one a line."""

import argparse
import sys
from collections.abc import Iterable
from itertools import chain
from typing import Final

from bots.commands.exit_status import FAILED
from bots.commands.json_lines import dumped
from bots.commands.smoke_test import try_interview
from bots.ops.check_result import CheckResult
from bots.ops.doctor import run_checks
from core.conversation.texts import t
from core.errors import SettingsError
from core.settings import Settings
from core.values.locale import Locale

_MARKS: Final = {True: "✓", False: "✗"}


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print each finding as it comes, as a sentence or a line of JSON."""
    findings = chain(run_checks(settings), try_interview(settings) if options.tries else ())
    return _told(findings, settings.locale, as_json=options.json)


def run_without_settings(options: argparse.Namespace, error: SettingsError, locale: Locale) -> int:
    """Print that the settings cannot be read, which is all that can be found then."""
    return _told([CheckResult.of(error)], locale, as_json=options.json)


def _told(findings: Iterable[CheckResult], locale: Locale, *, as_json: bool) -> int:
    well = True
    for finding in findings:
        well = well and finding.passed
        sentence = t(locale, finding.text, **finding.details)
        mend = t(locale, finding.mend, **finding.details) if finding.mend else ""
        data = {"passed": finding.passed, "check": finding.text, "text": sentence, "mend": mend}
        line = f"{_MARKS[finding.passed]} {sentence}{f' → {mend}' if mend else ''}"
        sys.stdout.write(f"{dumped(data | {'details': finding.details}) if as_json else line}\n")
        sys.stdout.flush()
    return 0 if well else FAILED
