"""Printable text: what a person typed, without the characters that no screen shows and no database stores."""

import re
from typing import Final

from core.privacy.text import RawText

# Controls but tab and newline; lone surrogates; marks that turn the direction of what follows (a spoof in a summary).
_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def printable(raw: RawText) -> RawText:
    """Return the text with line ends as newlines and unprintable characters left out."""
    text = raw.reveal().replace("\r\n", "\n").replace("\r", "\n")
    return RawText(_UNPRINTABLE.sub("", text))
