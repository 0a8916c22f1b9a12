"""Introductions by authors whose words nothing was trained on or chosen by: what of them stands in the prompt."""

import json
from pathlib import Path

import pytest

from tests.prompts import introductions

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    ("name", "alone", "demands", "facts", "misplaced"),
    [
        ("held_out_introductions.jsonl", 0.77, 0.93, 0.99, 0.18),
        ("held_out_introductions_2.jsonl", 0.86, 0.93, 0.99, 0.10),
    ],
)
def test_demands_stand_in_instructions_and_facts_are_given(
    name: str, alone: float, demands: float, facts: float, misplaced: float
) -> None:
    """The floors are a little under what is reached; a demand may stand with the fact that it leans on."""
    figures = introductions(map(json.loads, (HERE / name).read_text("utf-8").splitlines()))
    print(name, figures)  # noqa: T201 - figures to read
    assert _share(figures["demands that are an instruction"]) >= alone
    assert _share(figures["demands that stand in one, alone or with what they lean on"]) >= demands
    assert _share(figures["facts that are given"]) >= facts
    assert _share(figures["facts that stand as a demand"]) <= misplaced
    assert figures["prompts that break the contract"] == "0"


def _share(figure: str) -> float:
    return float(figure.partition("%")[0]) / 100
