"""Each change is made alone, and the rest of the file stays."""

import ast

import pytest

from tests.mutants.mutation import how_many, mutated

_SOURCE = """
@dataclass(frozen=True, order=1)
def f(a: int) -> bool:
    if not a < 1 and True:
        print(a + 2)
    return False
"""
_CHANGES = (
    "if True:",
    "if False:",
    "a < 1 or True",
    "if a < 1 and True",
    "a <= 1",
    "a < 2",
    "a < 1 and False",
    "pass",
    "a - 2",
    "a + 3",
    "return True",
)


def test_all_changes_are_made_one_at_a_time() -> None:
    sources = [ast.unparse(mutated(_SOURCE, number)[0]) for number in range(how_many(_SOURCE))]
    assert len(sources) == len(set(sources)) == len(_CHANGES)
    for change in _CHANGES:
        assert any(change in source for source in sources), change


def test_it_is_told_where_it_was_made() -> None:
    _, mutation = mutated(_SOURCE, 4)
    assert (mutation.line, mutation.before) == (4, "a < 1")
    assert mutation.before != mutation.after


def test_there_are_no_others() -> None:
    with pytest.raises(IndexError):
        mutated(_SOURCE, how_many(_SOURCE))
