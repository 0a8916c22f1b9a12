"""The data behind what is offered for the optional settings."""

import tomllib
from importlib.resources import files

import pytest

from core.conversation.questions import QUESTIONS, Key
from core.prompting.intents.intent import Product
from core.prompting.suggestions import KINDS

_TABLES = tomllib.loads(files("core.prompting").joinpath("suggestions.toml").read_text(encoding="utf-8"))
_MOST = 4
_LONGEST = 75  # what a menu of Slack's shows of an option


def test_every_product_has_a_table_and_no_other_does() -> None:
    assert set(_TABLES) == set(Product)


@pytest.mark.parametrize("product", Product)
def test_what_is_offered_is_short_distinct_and_in_both_languages(product: Product) -> None:
    table = _TABLES[product]
    assert set(table) <= set(KINDS)
    assert "constraints" in table
    for kind, both in table.items():
        assert len(both["ko"]) == len(both["en"]) <= _MOST
        for texts in both.values():
            assert len(set(texts)) == len(texts)
            assert all(len(text) <= min(_LONGEST, QUESTIONS[Key(kind)].max_length) for text in texts)
