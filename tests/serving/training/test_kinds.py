"""What the classifier of facts was trained from."""

from core.prompting.understanding.kinds import Kind, weights
from serving.training.kinds.rows import all_rows, digest


def test_weights_were_trained_from_the_rows_and_features_of_today() -> None:
    """Anew: `python -m serving.training.kinds`."""
    assert weights().digest == digest(all_rows())


def test_no_fact_is_labelled_twice_in_different_ways() -> None:
    labelled: dict[str, set[tuple[Kind, ...]]] = {}
    for row in all_rows():
        labelled.setdefault(row.fact, set()).add(row.kinds)
    assert [fact for fact, kinds in labelled.items() if len(kinds) > 1] == []
