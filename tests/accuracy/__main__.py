"""Measure the detector on gold spans: `python -m tests.accuracy [FILE.jsonl] [--redraw] [--json] [--misses]`.

Without a file it measures the held-out texts and prints the README's table. Each line of a file is
`{"text": …, "spans": [[start, end, label], …]}`, offsets in code points, ends exclusive. Labels are entity
types of promptgen or the usual names of public data sets (PS, PER, person, OG, ORG, LC, LOC …); others are left out.

exact: found with the same start and end. covered: recall is the share of gold items of which every letter and digit
lies in something found, of whatever type (nothing of them is left to read); precision is the share of found items that
touch a gold item of their type. false/1k: found items that touch none, per 1,000 characters of text.

What leaks is told below the table: the share of texts with something personal of which something is left to read, of
persons, of identifiers (what is neither a person nor an organization) and of organizations, and the items found in
texts in which nothing is personal. Where a row has `neutral` spans, what touches one is neither leak nor false item.
`--misses` adds what leaked and what was found wrongly, by the rows' `kind`. `--redraw` draws all names anew.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.adapters.presidio.detector import PresidioDetector
from core.privacy.spans import Span
from core.privacy.text import RawText
from tests.accuracy import readme
from tests.accuracy.measure import Row, measure, misses, read, table
from tests.accuracy.redraw import redrawn


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures for one file, or the README's table."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path, nargs="?", help="JSON lines with gold spans; without it the README's table")
    parser.add_argument("--redraw", action="store_true", help="the same texts with other names of the same shapes")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    parser.add_argument("--misses", action="store_true", help="also what leaked and what was found wrongly, by kind")
    options = parser.parse_args(arguments)
    began = time.perf_counter()
    detector = PresidioDetector()
    loading = {"loading_seconds": round(time.perf_counter() - began, 1)}
    if options.file is None:
        sys.stdout.write(readme.table(lambda rows: _found(detector, rows)[0]))
        return
    rows = list(read(options.file))
    rows = redrawn(rows) if options.redraw else rows
    found, seconds = _found(detector, rows)
    figures: dict[str, Any] = measure(rows, found, seconds) | loading
    sys.stdout.write(json.dumps(figures, ensure_ascii=False) + "\n" if options.json else table(figures))
    if options.misses:
        sys.stdout.writelines(misses(rows, found))


def _found(detector: PresidioDetector, rows: Sequence[Row]) -> tuple[list[Sequence[Span]], float]:
    began = time.perf_counter()
    found: list[Sequence[Span]] = [detector.detect(RawText(row.text)) for row in rows]
    return found, time.perf_counter() - began


if __name__ == "__main__":
    main()
