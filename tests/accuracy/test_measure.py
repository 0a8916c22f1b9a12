"""The figures of leaks: what counts as one, and what counts neither way."""

from core.privacy.entities import EntityType
from core.privacy.spans import Span
from tests.accuracy.measure import Row, measure

TEXT = "김하늘 010-2345-6789"
NAME = Span(0, 3, EntityType.PERSON, 1.0)
PHONE = Span(4, 17, EntityType.PHONE, 1.0)


def test_a_text_leaks_where_one_character_of_an_item_is_left() -> None:
    figures = measure([Row(TEXT, [NAME, PHONE])], [[NAME, Span(4, 16, EntityType.PHONE, 1.0)]])
    assert figures["leaks"] == {"texts": [1, 1], "persons": [0, 1], "identifiers": [1, 1], "organizations": [0, 0]}


def test_what_is_hidden_under_another_type_does_not_leak() -> None:
    figures = measure([Row(TEXT, [NAME, PHONE])], [[Span(0, 17, EntityType.ID_NUMBER, 1.0)]])
    assert figures["leaks"]["texts"] == [0, 1]


def test_false_items_are_counted_in_harmless_texts_and_not_where_neutral() -> None:
    figures = measure([Row(TEXT, [], [PHONE]), Row(TEXT, [])], [[NAME, PHONE], []])
    assert figures["false_items"] == [1, 2]
    assert figures["leaks"]["texts"] == [0, 0]
