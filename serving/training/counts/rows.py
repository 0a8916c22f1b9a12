"""The numbers in requests, labelled by what they count, that the classifier of counts learns from."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.prompting.understanding.item_counts import CountKind, count_features

MENTIONS: Final = Path(__file__).with_name("mentions")


@dataclass(frozen=True, slots=True)
class LabelledNumber:
    """A text with a number that stands in it from `start` to `end`, and what it counts; `reader` labelled it."""

    text: str
    start: int
    end: int
    counted: CountKind
    reader: str = ""


def all_rows() -> list[LabelledNumber]:
    """Return every labelled number, the files in the order of their names; `«` and `»` stand around it there."""
    rows = []
    for path in sorted(MENTIONS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            before, _, rest = row["text"].partition("«")
            mention, _, behind = rest.partition("»")
            span = len(before), len(before) + len(mention)
            rows.append(LabelledNumber(before + mention + behind, *span, CountKind[row["counts"].upper()], path.stem))
    return rows


def digest(rows: Sequence[LabelledNumber]) -> str:
    """Return a digest of what is learnt from, features and all; a test compares it with that of the weights."""
    digested = hashlib.sha256()
    for row in rows:
        digested.update(repr((int(row.counted), [*count_features(row.text, row.start, row.end)])).encode())
    return digested.hexdigest()
