"""The README's table: what it says of others is what was kept of them (of ours, `test_office_heldout.py` asks)."""

from pathlib import Path
from typing import Final

import pytest

from core.privacy.entities import EntityType
from core.privacy.spans import Span
from tests.accuracy.readme import kept, table

_OURS: Final = 3


@pytest.mark.parametrize("name", ["README.md", "README.ko.md"])
def test_others_stand_there_as_they_were_measured(name: str) -> None:
    text = (Path(__file__).parents[2] / name).read_text("utf-8")
    assert [line for line in kept() if line not in text] == []


def test_a_detector_of_everything_leaks_nothing_and_one_of_nothing_all() -> None:
    everything = table(lambda rows: [[Span(0, len(row.text), EntityType.CUSTOM, 1.0)] for row in rows])
    nothing = table(lambda rows: [[] for _ in rows])

    assert everything.count("| 0.0 % | 0.0 % | 0.0 % | 0.0 % |") == _OURS
    assert nothing.count("| 100.0 % | 100.0 % | 100.0 % | 100.0 % | 0.0 |") == _OURS
