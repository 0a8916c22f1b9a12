"""The rehearsal as a prompt for any AI."""

import pytest

from core.locale import Locale
from core.privacy.text import MaskedText
from core.prompting.heading import Heading
from core.prompting.score import score
from core.prompting.wording import FRAMES
from core.rehearsal.cast import CAST, IDS
from core.rehearsal.portable import portable_prompt

GOALS = {Locale.KO: "마감을 이틀 미루고 싶어요. {이름1} 님", Locale.EN: "two more days for {NAME1}"}


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("persona", IDS)
def test_it_has_the_headings_of_every_prompt_and_scores_like_one(persona: str, locale: Locale) -> None:
    prompt = portable_prompt(CAST[locale][persona], MaskedText(GOALS[locale]), locale)
    headings = [FRAMES[locale].headings[each] for each in Heading if each is not Heading.REFERENCE]
    assert [line for line in prompt.splitlines() if line in headings] == headings
    assert GOALS[locale] in prompt
    assert prompt.count("{이름1}" if locale is Locale.KO else "{NAME1}") == 2
    assert score(prompt, locale).total >= 90
