"""The titles of the sections and their order: told in one file."""

import pytest

from core.prompting.compose import compose
from core.prompting.model.whole_prompt import whole_request
from core.prompting.writing.sections import Heading, rank, titles
from core.values.locale import Locale
from tests.core.prompting.briefs import brief

_NOT_WRITTEN_BY_MODELS = {Heading.ROLE, Heading.REFERENCE}


@pytest.mark.parametrize("locale", Locale)
def test_each_section_has_a_title_of_its_own(locale: Locale) -> None:
    assert set(titles(locale)) == set(Heading)
    assert len(set(titles(locale).values())) == len(Heading)


def test_sections_stand_in_the_order_of_the_file() -> None:
    composed = compose(brief("신입 교육 계획을 짜줘"))
    order = [rank(line.heading) for line in composed.lines]
    assert order == sorted(order)
    assert len(set(order)) > len(_NOT_WRITTEN_BY_MODELS)


def test_a_model_is_told_these_titles_in_this_order() -> None:
    asked = brief("신입 교육 계획을 짜줘")
    known = (title for heading, title in titles(Locale.KO).items() if heading not in _NOT_WRITTEN_BY_MODELS)
    assert " ".join(known) in whole_request(asked, compose(asked)).prompt
