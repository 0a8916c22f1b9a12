"""Sheets for judges: each pair once in one order and once in the other, shuffled, in the same rendering."""

import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

_RULES: Final = """# Which prompt would you rather paste?

A person answered six short questions (the brief). Two prompts were made from the same answers, to be pasted into an AI.
For each pair decide which prompt will get the person the better answer: read the brief first, then both, as the person.
What counts: the request understood; every fact and wish of the person in its place, nothing spoiled or invented; a shape
that fits this very thing; contradictions settled; knowledge of the subject; nothing that does not belong; easy to read and change.
Neither length nor style of markup counts by itself. Do not guess who wrote which.

Write one line of JSON for each pair: {"pair": 7, "better": "A" | "B" | "tie", "narrow": true | false, "quote": "the words that decided it"}
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """One pair on a sheet: whose prompt is A and whose is B."""

    pair: int
    brief: str
    a: str
    b: str


def prepare(
    briefs: Mapping[str, Mapping[str, str]], ours: Mapping[str, str], peers: Mapping[str, Mapping[str, str]], to: Path, readings: int
) -> None:
    """Write `reading1.md` … and `key1.json` …: every brief against every peer, sides and order shuffled.

    A reading and the one after it show each pair in the two orders.
    """
    to.mkdir(parents=True, exist_ok=True)
    for reading in range(1, readings + 1):
        shuffled = random.Random(f"sheet {(reading + 1) // 2}")  # noqa: S311 - an order, not a secret
        pairs = [(brief, peer) for brief in briefs for peer in peers if brief in ours and brief in peers[peer]]
        shuffled.shuffle(pairs)
        key: list[Pair] = []
        sheet = [_RULES]
        for number, (brief, peer) in enumerate(pairs, start=1):
            is_first = (shuffled.random() < 0.5) is (reading % 2 == 1)  # noqa: PLR2004 - a coin
            sides = ("ours", peer) if is_first else (peer, "ours")
            key.append(Pair(number, brief, *sides))
            texts = [ours[brief] if side == "ours" else peers[side][brief] for side in sides]
            sheet.append(_section(number, briefs[brief], texts))
        (to / f"reading{reading}.md").write_text("\n".join(sheet), encoding="utf-8")
        (to / f"key{reading}.json").write_text(json.dumps([asdict(pair) for pair in key]), encoding="utf-8")


def _section(number: int, brief: Mapping[str, str], texts: Sequence[str]) -> str:
    answers = "\n".join(f"- {name}: {text}" for name, text in brief.items() if text and name != "id")
    shown = "\n".join(f"### {side}\n\n~~~~\n{text}\n~~~~\n" for side, text in zip("AB", texts, strict=True))
    return f"## Pair {number}\n\nBrief:\n{answers}\n\n{shown}"
