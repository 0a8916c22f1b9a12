"""Counting of verdicts: wins, losses and ties against each peer, with their Wilson interval."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_Z: Final = 1.96  # 95 %


@dataclass(frozen=True, slots=True)
class Tally:
    """How often ours was preferred to one peer; `narrow` are losses by little."""

    won: int
    lost: int
    tied: int
    narrow: int

    @property
    def decided(self) -> int:
        """Pairs that were no tie."""
        return self.won + self.lost

    @property
    def share(self) -> float:
        """Wins among the decided pairs."""
        return self.won / self.decided if self.decided else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The Wilson score interval of `share`."""
        n = self.decided
        if not n:
            return 0.0, 1.0
        middle = (self.share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z / (1 + _Z**2 / n) * (self.share * (1 - self.share) / n + _Z**2 / (4 * n**2)) ** 0.5
        return max(0.0, middle - half), min(1.0, middle + half)


def count(folder: Path) -> dict[str, Tally]:
    """Return a tally for each peer over all readings that have verdicts."""
    counts: Counter[tuple[str, str]] = Counter()
    for peer, outcome in _outcomes(folder):
        counts[peer, outcome] += 1
    peers = {peer for peer, _ in counts}
    return {
        peer: Tally(
            counts[peer, "won"],
            counts[peer, "lost"] + counts[peer, "lost narrowly"],
            counts[peer, "tie"],
            counts[peer, "lost narrowly"],
        )
        for peer in sorted(peers)
    }


def _outcomes(folder: Path) -> Iterator[tuple[str, str]]:
    for keys in sorted(folder.glob("key*.json")):
        sides = {pair["pair"]: pair for pair in json.loads(keys.read_text(encoding="utf-8"))}
        verdicts = folder / keys.name.replace("key", "verdicts").replace(".json", ".jsonl")
        if not verdicts.exists():
            continue
        for line in verdicts.read_text(encoding="utf-8").splitlines():
            if line.strip():
                verdict = json.loads(line)
                yield _outcome(verdict, sides[verdict["pair"]])


def _outcome(verdict: dict[str, object], pair: dict[str, str]) -> tuple[str, str]:
    peer = pair["b"] if pair["a"] == "ours" else pair["a"]
    if verdict["better"] not in ("A", "B"):
        return peer, "tie"
    if pair["a" if verdict["better"] == "A" else "b"] == "ours":
        return peer, "won"
    return peer, "lost narrowly" if verdict.get("narrow") else "lost"
