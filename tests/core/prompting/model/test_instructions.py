"""The example that a model is shown of a whole prompt is one that the guard lets stand."""

import re

import pytest

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.prompting.model.instructions import instruction
from core.prompting.model.whole_prompt import check_whole, whole_request
from core.prompting.request import ModelResponse
from core.values.choices import Form, Language, Length, Level
from core.values.locale import Locale

_TEXTS = {
    Locale.KO: (
        "엘리베이터 점검 안내문을 써줘",
        "아파트 주민이 읽어요. 점검은 6월 3일 오전 9시부터예요. 101동만 멈춰요. 딱딱하지 않게 써 주세요.",
    ),
    Locale.EN: (
        "Write a notice about the lift inspection",
        "For the people of the house. It starts on 3 June at 9 a.m. Only block 101 is affected. Keep it friendly.",
    ),
}
_EXAMPLE = re.compile(r"\n(?:프롬프트|Prompt)\n(.*?)\n\n[^\n]*\{most\}", re.DOTALL)


def _brief(locale: Locale) -> Brief:
    purpose, background = map(MaskedText, _TEXTS[locale])
    language = Language.KOREAN if locale is Locale.KO else Language.ENGLISH
    return Brief(locale, purpose, background, Form.PROSE, Length.MEDIUM, language, Level.HIGH_SCHOOL)


@pytest.mark.parametrize("locale", Locale)
def test_the_example_stands(locale: Locale) -> None:
    found = _EXAMPLE.search(instruction("whole", locale))
    assert found
    brief = _brief(locale)
    checked = check_whole(brief, compose(brief), ModelResponse(found[1]))
    level = [line for line in checked.lost if re.search("수준|level|Level", line)]
    assert list(checked.lost) == level, "the example's level is another than the brief's"
    assert set(map(str, checked.reasons)) <= {"coverage", "echoed"}, "but for being the example, it is good"


@pytest.mark.parametrize("locale", Locale)
def test_the_notes_are_those_of_the_kind_and_the_bound_comes_last_of_what_is_shared(locale: Locale) -> None:
    brief = _brief(locale)
    composition = compose(brief)
    request = whole_request(brief, composition)
    told = request.prompt[request.shared :]
    notes = "참고" if locale is Locale.KO else "Notes"
    assert f"[{notes}]" in told
    assert "101" in told
    assert instruction("whole", locale).startswith(request.prompt[: request.shared])
