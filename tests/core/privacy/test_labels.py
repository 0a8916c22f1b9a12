"""Labels: one noun a type and language, taken apart and found again."""

import pytest

from core.privacy.entities import EntityType
from core.privacy.labels import NOUNS, Label, find_labels, noun, parse
from core.values.locale import Locale


@pytest.mark.parametrize("locale", Locale)
def test_every_type_has_a_noun_of_its_own(locale: Locale) -> None:
    assert set(NOUNS[locale]) == set(EntityType)
    assert len(set(NOUNS[locale].values())) == len(EntityType)


def test_a_noun_means_one_type_in_every_language() -> None:
    pairs = {(word, kind) for nouns in NOUNS.values() for kind, word in nouns.items()}
    assert len({word for word, _ in pairs}) == len(pairs)


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("entity_type", EntityType)
def test_a_label_is_taken_apart(entity_type: EntityType, locale: Locale) -> None:
    for label in (Label(noun(entity_type, locale), 12), Label(noun(entity_type, locale), 3, 2)):
        assert parse(str(label)) == label
        assert label.type is entity_type
        assert find_labels(f"가{label}는 {{{label}}}") == (str(label),)


@pytest.mark.parametrize(
    "text", ["이름1", "{이름}", "{이름0}", "{이름01}", "{ 이름1}", "{이름1-}", "{사람1}", "{이름1-0}"]
)
def test_what_is_no_label(text: str) -> None:
    assert parse(text) is None
    assert find_labels(text) == ()
