"""The skeleton: the pattern of a list's items, and the head of a table with a row of blanks."""

import re
from collections.abc import Iterator
from typing import Final

MOST_ROWS: Final = 8
"""Named rows that a table is drawn with; more are a line of names."""
INDENT: Final = "  "
_BLANKS: Final = tuple(
    (re.compile(names, re.IGNORECASE), blank)
    for names, blank in (
        (r"^날·시각$|^일시", "□일 □:□"),
        (r"^day and time$", "Day □, □:□"),
        (r"시각$|^time$", "□:□"),
        (r"^날$", "1일"),
        (r"\(분\)$", "… (□분)"),
        (r"[가-힣·] ?시간$", "□분"),
        (r"^minutes$", "□ min"),
        (r"날짜|^기한$|^마감$", "□월 □일"),
        (r"비용|금액|가격|요금|^값$|드는 돈|넣을 돈|잔액|납입", "□원"),
        (r"이율|비율|달성률", "□%"),
        (r"^배점$|^점수$", "□점"),
        (r"^인원$", "□명"),
        (r"^주차$", "1주"),
        (r"^번호$|^순서$|^차례$|^순위$|^no\.?$", "1"),
    )
)
_NO_BLANK: Final = "…"
_SIZE: Final = re.compile(r"\s?(?P<size>한 문장|한 줄|한두 문장|한마디)$|^one (?P<line>line|sentence) of ")
_BETWEEN: Final = re.compile(r"(?:, | · )(?![^()]{0,40}\))")
_HEAD: Final = 24  # characters of what an item begins with; a longer one is a sentence about it
_LABEL: Final = 12  # syllables of a name, or twice as many letters; longer ones are a description of what stands there


def table_of(names: tuple[str, ...], rows: tuple[str, ...], *, has_sample: bool) -> Iterator[str]:
    """Yield the head of a table, and its rows where they are named, else one of blanks where a column has a unit."""
    yield _row(names)
    yield f"|{'---|' * len(names)}"
    # Weeks are counted in the first column; further on 주차 is parking.
    blanks = tuple(_NO_BLANK if at and name == "주차" else _blank(name) for at, name in enumerate(names))
    if rows and len(rows) <= MOST_ROWS:
        yield from (_row((row, *blanks[1:])) for row in rows)
    elif has_sample and any(blank not in (_NO_BLANK, "1") for blank in blanks):
        yield _row(blanks)


def _blank(name: str) -> str:
    return next((blank for names, blank in _BLANKS if names.search(name)), _NO_BLANK)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def item_of(each: str) -> str:
    """Return the pattern of an item that holds several things; empty where it holds but one."""
    if any(mark in each for mark in "‘“:"):
        return ""
    if "→" in each or " — " in each:
        return each
    fields = _BETWEEN.split(each)
    if len(fields) == 1 or len(fields[0]) > _HEAD:
        return ""
    first, *others = fields
    return " → ".join((first, *map(_labelled, others)))


def _labelled(field: str) -> str:
    size = _SIZE.search(field)
    name = _SIZE.sub("", field) if size else field
    if not name or len(name) > _LABEL * (2 if name.isascii() else 1):
        return field
    return f"{name}: {size.group().strip() if size and size['size'] else _NO_BLANK}"


def is_drawn(text: str) -> bool:
    """Whether a line of the form is a part of the skeleton and no sentence."""
    return text.startswith(("|", INDENT))
