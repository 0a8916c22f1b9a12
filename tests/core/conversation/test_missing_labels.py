"""Missing labels: the sentence stays short, however many there are."""

import pytest

from core.conversation.missing_labels import missing_sentence
from core.values.locale import Locale


@pytest.mark.parametrize(
    ("count", "locale", "end"),
    [
        (10, Locale.KO, "{이름10} (이름)"),
        (13, Locale.KO, "{이름10} (이름) 외 3개"),
        (10, Locale.EN, "{이름10} (name)"),
        (13, Locale.EN, "{이름10} (name) and 3 more"),
    ],
)
def test_of_many_the_first_are_named(count: int, locale: Locale, end: str) -> None:
    labels = [f"{{이름{number}}}" for number in range(1, count + 1)]
    assert missing_sentence(labels, locale).endswith(end)
