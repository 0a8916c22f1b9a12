"""Introductions whose authors nothing was trained on: what of them stands in the prompt, and what is read in them."""

import json
from pathlib import Path

import pytest

from tests.prompts import introductions, reading

HERE = Path(__file__).parent


@pytest.mark.parametrize("name", ["held_out_introductions.jsonl", "held_out_introductions_2.jsonl"])
def test_what_was_said_stands_in_the_prompt(name: str) -> None:
    """The floors are a little under what is reached."""
    figures = introductions(map(json.loads, (HERE / name).read_text("utf-8").splitlines()))
    print(name, figures)  # noqa: T201 - figures to read
    assert _share(figures["demands that are an instruction of their own"]) >= 0.18
    assert _share(figures["demands that are, or stand as said to be kept"]) >= 0.99
    assert _share(figures["facts that are given"]) >= 0.99
    assert _share(figures["facts that stand as a demand"]) <= 0.02
    assert figures["prompts that break the contract"] == "0"


@pytest.mark.parametrize(
    ("name", "readers", "counts"),
    [("held_out_introductions.jsonl", 0.63, 0.7), ("held_out_introductions_2.jsonl", 0.72, 0.7)],
)
def test_what_shapes_the_prompt_is_read_in_it(name: str, readers: float, counts: float) -> None:
    figures = reading(map(json.loads, (HERE / name).read_text("utf-8").splitlines()))
    print(name, figures)  # noqa: T201 - figures to read
    assert _share(figures["readers that are read"]) >= readers
    assert _share(figures["readers read that are the right ones"]) >= 0.94
    assert _share(figures["readers that nobody named"]) <= 0.01
    assert _share(figures["counts that are read"]) >= counts
    assert _share(figures["counts that nobody set"]) <= 0.06


def _share(figure: str) -> float:
    return float(figure.partition("%")[0]) / 100
