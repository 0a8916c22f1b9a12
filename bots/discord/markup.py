"""Discord's markdown: what people wrote stays text, and what is too long is cut where it shows."""

import re
from typing import Final

_MARKS: Final = re.compile(r"([\\*_~`|<>\[\]#]|(?<=:)/(?=/))|^(-)(?=#)", re.MULTILINE)
_READ: Final = re.compile(
    r"[\\*_`]|~~|\|\||\]\(|<(?:@|#|:|a:|t:|id:|/[^<>\n]*:[0-9])|https?:|^(?:#{1,3}|>|-#) ", re.MULTILINE
)
_CUT: Final = "…"
_CHECK: Final = "✓ "


def plain(text: str) -> str:
    """Escape all that would be formatted, linked or made a mention."""
    return _MARKS.sub(r"\\\1\2", text)


def small(text: str) -> str:
    """Return small print; each line is marked, because the mark holds for one line."""
    return "\n".join(f"-# {line}" if line.strip() else line for line in text.split("\n"))


def answered_by(label: str) -> str:
    """Return the line that says what was pressed to get to a message, or on it."""
    return small(f"{_CHECK}{label}")


def answer_above(text: str) -> str:
    """Return that line where a text begins with it; empty where it does not."""
    return text.partition("\n")[0] if text.startswith(small(_CHECK)) else ""


def answer_below(text: str) -> str:
    """Return what was pressed on a message whose text ends with that line; empty where it does not."""
    last = text.rpartition("\n")[2]
    return last.removeprefix(small(_CHECK)) if last.startswith(small(_CHECK)) else ""


def bold(text: str) -> str:
    """Return bold print."""
    return f"**{text}**"


def fenced(text: str) -> str:
    """Return a code block, from which a text is copied as it is; it must not hold a fence itself."""
    return f"```\n{text}\n```"


def holds_fence(text: str) -> bool:
    """Say whether a code block around the text would end within it."""
    return "```" in text or text.endswith("`")


def is_literal(text: str) -> bool:
    """Say whether Discord shows a text as it is written, but for its lists."""
    return not _READ.search(text)


def length(text: str) -> int:
    """Return the length as Discord's clients count it, in UTF-16 units: never less than the service counts."""
    return len(text) + sum(character > "\uffff" for character in text)


def shortened(text: str, most: int) -> str:
    """Return the text within `most` units, the cut shown."""
    if length(text) <= most:
        return text
    kept = text[: most - 1]
    while length(kept) > most - 1:
        kept = kept[:-1]
    return kept + _CUT


def one_line(text: str, most: int) -> str:
    """Return the text on one line, within `most` units."""
    return shortened(" ".join(text.split()), most)


def quoted(text: str, most: int) -> str:
    """Return what people wrote as plain text on one line, within `most` units."""
    return shortened(plain(one_line(text, most)), most)
