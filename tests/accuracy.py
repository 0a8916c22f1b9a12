"""Measure the detector on gold spans: `python -m tests.accuracy FILE.jsonl [--json]`.

Each line is `{"text": …, "spans": [[start, end, label], …]}`, offsets in code points, ends exclusive. Labels are entity
types of promptgen or the usual names of public data sets (PS, PER, person, OG, ORG, LC, LOC …); others are left out.

exact: found with the same start and end. covered: recall is the share of gold items of which every letter and digit
lies in something found, of whatever type (nothing of them is left to read); precision is the share of found items that
touch a gold item of their type. false/1k: found items that touch none, per 1,000 characters of text.
"""

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from core.adapters.presidio.detector import PresidioDetector
from core.ports import Detector
from core.privacy.entities import EntityType
from core.privacy.spans import Span
from core.privacy.text import RawText

_COLUMNS: Final = (
    "gold",
    "found",
    "exact P",
    "exact R",
    "exact F1",
    "covered P",
    "covered R",
    "covered F1",
    "false/1k",
)
_LABELS: Final = {
    **dict.fromkeys(("PS", "PER", "PERSON", "NAME"), EntityType.PERSON),
    **dict.fromkeys(("OG", "ORG", "ORGANIZATION", "GROUP", "CORPORATION"), EntityType.ORGANIZATION),
    **dict.fromkeys(("LC", "LOC", "LOCATION", "GPE", "ADDRESS"), EntityType.ADDRESS),
    **{kind.value: kind for kind in EntityType},
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures for one file."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path, help="JSON lines with gold spans")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    options = parser.parse_args(arguments)
    figures = measure(PresidioDetector(), list(_read(options.file)))
    sys.stdout.write(json.dumps(figures, ensure_ascii=False) + "\n" if options.json else _table(figures))


def measure(detector: Detector, rows: Sequence[tuple[str, Sequence[Span]]]) -> dict[str, Any]:
    """Return figures per type, and the whole detector's characters per second, for texts with their gold spans."""
    began = time.perf_counter()
    found = [detector.detect(RawText(text)) for text, _ in rows]
    seconds = time.perf_counter() - began
    characters = sum(len(text) for text, _ in rows)
    tally: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (text, gold), spans in zip(rows, found, strict=True):
        _count(tally, text, gold, spans)
    return {
        "texts": len(rows),
        "characters": characters,
        "characters_per_second": round(characters / seconds) if seconds else 0,
        "types": {kind: _figures(counts, characters) for kind, counts in sorted(tally.items())},
    }


def _read(path: Path) -> Iterator[tuple[str, list[Span]]]:
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        spans = [(start, end, _LABELS.get(label.upper())) for start, end, label in row.get("spans", ())]
        yield row["text"], [Span(start, end, kind, 1.0) for start, end, kind in spans if kind]


def _count(tally: dict[str, Counter[str]], text: str, gold: Sequence[Span], found: Sequence[Span]) -> None:
    hidden = {i for span in found for i in range(span.start, span.end)}
    places = {(span.start, span.end, span.type) for span in found}
    for item in gold:
        tally[item.type]["gold"] += 1
        tally[item.type]["exact"] += (item.start, item.end, item.type) in places
        tally[item.type]["covered"] += all(i in hidden for i in range(item.start, item.end) if text[i].isalnum())
    for span in found:
        tally[span.type]["found"] += 1
        tally[span.type]["touching"] += any(
            item.type == span.type and item.start < span.end and span.start < item.end for item in gold
        )


def _figures(counts: Counter[str], characters: int) -> dict[str, float | None]:
    gold, found = counts["gold"], counts["found"]
    exact = _scores(counts["exact"], counts["exact"], found, gold)
    covered = _scores(counts["touching"], counts["covered"], found, gold)
    false = round((found - counts["touching"]) * 1000 / characters, 3) if characters else None
    return dict(zip(_COLUMNS, (gold, found, *exact, *covered, false), strict=True))


def _scores(right: int, hit: int, found: int, gold: int) -> tuple[float | None, float | None, float | None]:
    """Return precision, recall, F1; None where there is nothing to divide by."""
    if not gold:
        return None, None, None
    precision, recall = (right / found if found else 0.0), hit / gold
    both = precision + recall
    return round(precision, 4), round(recall, 4), round(2 * precision * recall / both, 4) if both else 0.0


def _table(figures: dict[str, Any]) -> str:
    lines = [f"{'type':<20}" + "".join(f"{column:>11}" for column in _COLUMNS)]
    for kind, row in figures["types"].items():
        cells = (
            "–" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)
            for value in row.values()
        )
        lines.append(f"{kind:<20}" + "".join(f"{cell:>11}" for cell in cells))
    lines.append(
        f"{figures['texts']:,} texts, {figures['characters']:,} characters, "
        f"{figures['characters_per_second']:,} characters/s"
    )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
