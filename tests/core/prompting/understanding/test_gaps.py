"""What is asked for because it decides: the right thing for bare requests, nothing for complete ones."""

import json
from pathlib import Path
from typing import Any

import pytest

from core.choices import Form, Language, Length, Level
from core.locale import Locale
from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.understanding.understand import understand

_ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "gap_requests.jsonl").read_text(encoding="utf-8").splitlines()
]


def _asked(purpose: str, background: str = "", constraints: str = "") -> list[str]:
    brief = Brief(
        Locale.KO,
        MaskedText(purpose),
        MaskedText(background),
        Form.PROSE,
        Length.MEDIUM,
        Language.KOREAN,
        Level.UNIVERSITY,
        constraints=MaskedText(constraints) if constraints else None,
    )
    return [gap.slot.id for gap in understand(brief).gaps if gap.is_asked]


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row["purpose"][:40])
def test_what_is_asked(row: dict[str, Any]) -> None:
    assert _asked(row["purpose"], row.get("background", "")) == row["asked"]
