"""The rehearsal as a prompt for any AI."""

import pytest

from core.features.rehearsal.cast import CAST, IDS
from core.features.rehearsal.external_prompt import portable_prompt
from core.privacy.text import MaskedText
from core.prompting.checking.hints import hints, points
from core.prompting.writing.sections import titles
from core.values.locale import Locale

GOALS = {Locale.KO: "마감을 이틀 미루고 싶어요. {이름1} 님", Locale.EN: "two more days for {NAME1}"}


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("persona", IDS)
def test_it_has_the_headings_of_every_prompt_and_lacks_little(persona: str, locale: Locale) -> None:
    prompt = portable_prompt(CAST[locale][persona], MaskedText(GOALS[locale]), locale)
    known = [*titles(locale).values()]
    headings = [line for line in prompt.splitlines() if line.startswith("[")]
    assert headings == sorted(set(headings), key=known.index)
    assert GOALS[locale] in prompt
    assert prompt.count("{이름1}" if locale is Locale.KO else "{NAME1}") == 2
    assert points(hints(prompt, locale)) >= 80
