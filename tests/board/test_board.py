"""The board: verdicts counted from a small folder, and sheets that hide who wrote which."""

import json
from pathlib import Path

import pytest

from tests.board.sheets import prepare
from tests.board.verdicts import Tally, count

_BRIEFS = {name: {"id": name, "purpose": f"부탁 {name}"} for name in "abcdef"}
_OURS = {name: f"글 가 {name}" for name in _BRIEFS}
_PEERS = {"first-maker": {name: f"글 나 {name}" for name in _BRIEFS}}


def test_verdicts_are_counted_by_peer_whichever_side_was_ours(tmp_path: Path) -> None:
    pairs = [("ours", "p"), ("p", "ours"), ("ours", "p"), ("p", "ours"), ("q", "ours")]
    key = [{"pair": at, "brief": "b", "a": a, "b": b} for at, (a, b) in enumerate(pairs)]
    verdicts = [
        {"pair": 0, "better": "A"},
        {"pair": 1, "better": "B"},
        {"pair": 2, "better": "B", "narrow": True},
        {"pair": 3, "better": "tie"},
        {"pair": 4, "better": "A", "narrow": False},
    ]
    (tmp_path / "key1.json").write_text(json.dumps(key))
    (tmp_path / "verdicts1.jsonl").write_text("\n".join(map(json.dumps, verdicts)) + "\n\n")
    (tmp_path / "key2.json").write_text(json.dumps(key))
    assert count(tmp_path) == {"p": Tally(2, 1, 1, 1), "q": Tally(0, 1, 0, 0)}


@pytest.mark.parametrize(
    ("won", "lost", "low", "high"), [(8, 2, 0.4902, 0.9433), (0, 10, 0.0, 0.2775), (50, 50, 0.4038, 0.5962)]
)
def test_the_interval_is_wilsons(won: int, lost: int, low: float, high: float) -> None:
    assert Tally(won, lost, 3, 0).interval == pytest.approx((low, high), abs=0.0001)


def test_nothing_decided_says_nothing() -> None:
    assert Tally(0, 0, 4, 0).interval == (0.0, 1.0)


def test_a_sheet_hides_who_wrote_which_and_shows_each_pair_in_both_orders(tmp_path: Path) -> None:
    prepare(_BRIEFS, _OURS, _PEERS, tmp_path, readings=2)
    sheets = [(tmp_path / f"reading{number}.md").read_text(encoding="utf-8") for number in (1, 2)]
    assert not any(name in sheet for sheet in sheets for name in ("ours", "first-maker"))
    keys = [json.loads((tmp_path / f"key{number}.json").read_text()) for number in (1, 2)]
    first, second = ({pair["brief"]: (pair["a"], pair["b"]) for pair in key} for key in keys)
    assert first.keys() == _BRIEFS.keys()
    assert all(second[brief] == sides[::-1] for brief, sides in first.items())
    assert len(set(first.values())) == 2
    for pair in keys[0]:
        section = sheets[0].split(f"## Pair {pair['pair']}\n")[1]
        texts = {"ours": _OURS, **_PEERS}
        assert section.index(texts[pair["a"]][pair["brief"]]) < section.index(texts[pair["b"]][pair["brief"]])
