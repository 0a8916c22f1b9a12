"""Code within an answer: where `{name1}` is a variable of a program, not a label."""

import re
from bisect import bisect_right
from typing import Final


class Code:
    """Knows which places of a text are code: fenced, between backticks, or in a line that reads like a program's."""

    def __init__(self, text: str) -> None:
        self._text = text
        spans = [match.span() for match in _MARKED.finditer(text)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def is_variable(self, start: int, end: int) -> bool:
        """Say whether the bracketed piece, `{name1}` or `["name1"]`, is used as a variable or a key."""
        piece = self._text[start:end]
        if piece[0] == "[" and start and _INDEXED.match(self._text, start - 1):
            return True
        if not _VARIABLE.fullmatch(piece):
            return False
        return piece[0] in "<$" or piece[-2] in "\"'" or self.holds(start, end)

    def holds(self, start: int, end: int) -> bool:
        """Say whether a piece stands in code."""
        marked = bisect_right(self._starts, start) - 1
        if marked >= 0 and start < self._ends[marked]:
            return True
        before = self._text[max(0, start - _LINE) : start].rpartition("\n")[2]
        return bool(_BEFORE.search(before) or _BEHIND.match(self._text, end))


_LINE: Final = 200
_MARKED: Final = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)
# Small letters throughout, as most languages write variables; quotes as around a key.
_VARIABLE: Final = re.compile(r"[{\[<$]{1,3}[\"']?[a-z_][a-z0-9_]*[\"']?[}\]>]{1,2}")
_INDEXED: Final = re.compile(r"[\w)\]]")
# f"…{name1}, `${…`, const {name1}, props={name1}
_BEFORE: Final = re.compile(
    r"(?<![0-9A-Za-z])[fF][rR]?(?:\"[^\"\n]*|'[^'\n]*)\Z|[$=]\Z"
    r"|(?<![0-9A-Za-z])(?:const|let|var|import|export|class|def|function)[ ]\Z"
)
_BEHIND: Final = re.compile(r"[ ]?(?:=[^=]|=>|from )")
