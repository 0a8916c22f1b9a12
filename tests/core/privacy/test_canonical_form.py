"""The canonical form: one for all writings of an item, another for another item."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.privacy.canonical_form import canonical, identity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("010-2345-6789", "01023456789"),
        ("010-2345-6789", "010 2345 6789"),
        ("010-2345-6789", "０１０－２３４５－６７８９"),
        ("010-2345-6789", "공일공이삼사오육칠팔구"),
        ("010-2345-6789", "010.2345.\n6789"),
        ("김민준", "김 민 준"),
        ("김민준", "김\u200b민준"),
        ("Minjun@Hanbit.co.kr", "minjun@hanbit.co.kr"),
        ("John Smith", "john smith"),
    ],
)
def test_two_writings_of_one_item(one: str, other: str) -> None:
    assert identity(one) == identity(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("010-2345-6789", "010-2345-6780"),
        ("일이삼", "123"),
        ("a.b@c.kr", "ab@c.kr"),
        ("kim-1", "kim1"),
        ("이사", "24"),
    ],
)
def test_two_items(one: str, other: str) -> None:
    assert identity(one) != identity(other)


@given(st.text(alphabet="1２-. a가\u200b\n\ud800", max_size=30))
def test_places_lead_back(text: str) -> None:
    plain = canonical(text)
    assert len(plain.text) == len(plain.places)
    assert list(plain.places) == sorted(set(plain.places))
    assert all(text[place] in {character, "２"} for place, character in zip(plain.places, plain.text, strict=True))
