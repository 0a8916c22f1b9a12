"""The canonical form of what a person wrote: the same words, in bytes that survive every paste."""

import re
import unicodedata

_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_BLANK_LINES = re.compile(r"\n{3,}")
_JOINER = "\u200d"  # holds emoji such as a family together
_INVISIBLE = frozenset({"Cc", "Cf"})


def canonical(text: str) -> str:
    """Return `text` in NFC, without control and invisible characters, outer blanks or runs of empty lines.

    Lone surrogates, which no file can hold, become U+FFFD. Applying it twice changes nothing more.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    visible = "".join(map(_visible, _LINE_BREAKS.sub("\n", text)))
    lines = (line.rstrip() for line in unicodedata.normalize("NFC", visible).split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def _visible(char: str) -> str:
    if char == "\t":
        return " "
    if char in ("\n", _JOINER):
        return char
    category = unicodedata.category(char)
    if category == "Cs":
        return "\ufffd"
    return "" if category in _INVISIBLE else char
