"""The labelled facts that the classifier of kinds learns from."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.prompting.understanding.kinds import Kind, buckets_of

FACTS: Final = Path(__file__).with_name("facts")


@dataclass(frozen=True, slots=True)
class Row:
    """A fact as it stands in a prompt, and what it tells; either is right where there are two."""

    fact: str
    kinds: tuple[Kind, ...]
    author: str = ""


def all_rows() -> list[Row]:
    """Return every labelled fact, the files in the order of their names."""
    return [
        Row(row["fact"], tuple(map(Kind, row["kinds"])), path.stem)
        for path in sorted(FACTS.glob("*.jsonl"))
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    ]


def digest(rows: Sequence[Row]) -> str:
    """Return a digest of what is learnt from, features and all; a test compares it with that of the weights."""
    digested = hashlib.sha256()
    for row in rows:
        digested.update(repr((row.kinds, buckets_of(row.fact).tolist())).encode())
    return digested.hexdigest()
