"""This machine's clock, held against that of a platform's server."""

import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Final

from bots.ops.check_result import CheckResult

_MOST_S: Final = 60
"""Slack refuses requests signed more than five minutes off; a minute is when something is wrong already."""


def compare(headers: Mapping[str, str], now: float | None = None) -> CheckResult | None:
    """Return what the `Date` of an answer says of our clock; None where it says nothing."""
    try:
        theirs = parsedate_to_datetime(headers.get("Date", "")).timestamp()
    except ValueError:
        return None
    off = round((time.time() if now is None else now) - theirs)
    return CheckResult(
        abs(off) <= _MOST_S, "doctor.clock" if abs(off) <= _MOST_S else "doctor.clock_off", {"seconds": off}
    )
