"""The parts of a Korean full name."""

import pytest

from core.privacy.korean.persons import given_name, surname_of


@pytest.mark.parametrize(
    ("full", "surname", "given"),
    [
        ("김민준", "김", "민준"),
        ("남궁민수", "남궁", "민수"),
        ("선우진", "선우", None),
        ("김준", "김", None),
        ("김", None, None),
        ("민준", "민", None),
        ("쿠민준", None, None),
        ("김민준호", "김", None),
        ("John Smith", None, None),
        ("", None, None),
    ],
)
def test_parts(full: str, surname: str | None, given: str | None) -> None:
    assert (surname_of(full), given_name(full)) == (surname, given)
