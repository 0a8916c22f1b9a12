"""Corrections by an author who has not seen the rules, typed at a finished prompt: what becomes of the answers."""

from pathlib import Path

from core.ports import Detector
from tests.corrections import HELD_OUT, corrected, figures, read_rows


async def test_values_are_replaced_and_wishes_left_alone(loaded_detector: Detector, tmp_path: Path) -> None:
    """The floors are a little under what is reached."""
    reached = figures(await corrected(read_rows(HELD_OUT), loaded_detector, tmp_path))
    print(reached)  # noqa: T201 - figures to read
    assert reached["replacements that are right"] >= 0.75
    assert reached["wishes that change no answer"] >= 0.97
