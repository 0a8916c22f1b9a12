"""The labelled introductions of the development set, and how well the clauses of one are placed."""

import json
import re
from collections import Counter

from core.prompting.understanding.clause_kinds import ClausePlace
from core.prompting.understanding.clauses import place_clauses
from serving.training.clauses.rows import INTRODUCTIONS

EXAMPLES = {ClausePlace.EXAMPLE_INPUT, ClausePlace.EXAMPLE_OUTPUT}


def rows(name: str = "writer1.jsonl") -> list[dict[str, object]]:
    return [json.loads(line) for line in (INTRODUCTIONS / name).read_text("utf-8").splitlines() if line]


def letters(text: str) -> str:
    return re.sub(r"[^\w]|[ㄱ-ㅎㅏ-ㅣ]", "", text)


def placed_letters(background: str) -> list[tuple[str, str]]:
    """Return each letter of a background with the place it was put."""
    found = place_clauses(background)
    return [
        (letter, "example" if one.place in EXAMPLES else one.place.value)
        for one in found
        for letter in letters(one.said)
    ]


def judge(row: dict[str, object]) -> list[tuple[str, str, str]]:
    """Return of each labelled clause its text, its label and the place where most of its letters were put."""
    placed = placed_letters(str(row["background"]))
    judged, at = [], 0
    for text, label in row["clauses"]:  # type: ignore[attr-defined]
        size = len(letters(text))
        places = Counter(place for _, place in placed[at : at + size])
        judged.append((text, label, places.most_common(1)[0][0] if places else "lost"))
        at += size
    return judged
