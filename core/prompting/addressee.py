"""The addressee: to whom a letter goes, told from the purpose line."""

import re
from typing import Final

_KOREAN: Final = re.compile(
    r"^(?P<who>[^\n.,!?에께]{1,30}?)\s?(?:에게|께|한테)\s?(?:보낼|보내|쓸|쓰는|써|드릴|드리는|전할|전하|줄|발송|회신|답장|사과|감사)"
)
_ENGLISH: Final = re.compile(
    r"\bto (?P<who>(?:(?:my|our|the|an?|all|new)\s|\{)[^\n.,!?]{1,40}?)"
    r"(?= (?:about|for|who|asking|regarding|apolog\w+|thank\w*|invit\w+|announc\w+|declin\w+|on|that|with|after|to)\b"
    r"|[.,!?]|$)",
    re.IGNORECASE,
)


def recipient_of(purpose: str) -> str | None:
    """Return to whom a message is to be sent, in the person's own words; None when it is not said plainly."""
    match = _KOREAN.search(purpose) or _ENGLISH.search(purpose)
    return match["who"].strip() if match else None
