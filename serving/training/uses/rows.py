"""The labelled sentences that the classifier of uses learns from, one file an author."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.prompting.understanding.recognition import recognise
from core.prompting.understanding.request_features import Request
from core.prompting.understanding.uses import ToldSentence, Use, features

INTRODUCTIONS: Final = Path(__file__).with_name("introductions")


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """A sentence with its label; `author` is the file it stands in."""

    told: ToldSentence
    use: Use
    author: str


def all_rows(folder: Path = INTRODUCTIONS) -> list[LabelledSentence]:
    """Return every labelled sentence, the files in the order of their names."""
    rows = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            product = recognise(Request(row["purpose"])).intent.product
            rows += [
                LabelledSentence(ToldSentence(sentence, row["purpose"], product, at), Use(label), path.stem)
                for at, (sentence, label) in enumerate(row["told"])
            ]
    return rows


def digest(rows: Sequence[LabelledSentence]) -> str:
    """Return a digest of the training data, features and all; a test compares it with that of the weights."""
    digested = hashlib.sha256()
    for row in rows:
        digested.update(f"{row.told.sentence}\t{row.use}\t{features(row.told)}\n".encode())
    return digested.hexdigest()
