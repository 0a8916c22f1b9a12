"""The README's table: the detector's figures on the held-out texts, beside those that `peers.toml` keeps of others."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from core.privacy.spans import Span
from tests.accuracy.measure import Row, measure, read
from tests.accuracy.redraw import redrawn

HELD_OUT: Final = Path(__file__).parents[1] / "core" / "adapters" / "presidio"
TYPICAL: Final = "typical_heldout.jsonl"
HARD: Final = "office_heldout.jsonl"
PEERS: Final = Path(__file__).with_name("peers.toml")
_HEAD: Final = "| | texts | persons | identifiers | organizations | masked wrongly, per 100 harmless texts |"
_WHAT: Final = ("texts", "persons", "identifiers", "organizations")


def table(detect: Callable[[Sequence[Row]], Sequence[Sequence[Span]]]) -> str:
    """Return the table of what leaks; `detect` says what is found in each row."""
    typical, hard = (list(read(HELD_OUT / name)) for name in (TYPICAL, HARD))
    ours = {"promptgen": typical, "promptgen, names drawn anew": redrawn(typical), "promptgen, harder texts": hard}
    rows = [line(name, measure(texts, detect(texts))) for name, texts in ours.items()]
    return "\n".join((_HEAD, "|---" * 6 + "|", *rows, *kept())) + "\n"


def kept() -> list[str]:
    """Return the lines of the others."""
    peers = tomllib.loads(PEERS.read_text("utf-8"))["peer"]
    return [line(f"{peer['name']} {peer['version']}", peer) for peer in peers]


def line(name: str, figures: Mapping[str, Any]) -> str:
    """Return a line of the table."""
    return f"| {name} | {cells(figures)} |"


def cells(figures: Mapping[str, Any]) -> str:
    """Return the shares that leak, and the items found in texts in which nothing is personal."""
    shares = (f"{100 * leaking / of:.1f} %" for leaking, of in (figures["leaks"][what] for what in _WHAT))
    false, harmless = figures["false_items"]
    return " | ".join((*shares, f"{100 * false / harmless:.1f}"))
