"""Forms: a form that was left open is the one in which the thing is best."""

import pytest

from core.conversation.questions import Key
from core.conversation.session import Answer
from core.privacy.text import MaskedText
from core.prompting.understanding.understand import with_material
from core.sessions.briefing import brief_of
from core.values.choices import Form
from core.values.locale import Locale
from tests.core.prompting.briefs import brief


@pytest.mark.parametrize(
    ("purpose", "background", "form"),
    [
        ("카페 이름 추천해줘", "연남동 골목이에요.", Form.LIST),
        ("노트북이랑 태블릿 비교해줘", "대학생이에요.", Form.TABLE),
        ("오사카 3박4일 여행 일정 짜줘", "네 식구예요.", Form.TABLE),
        ("친구 취업 선물 추천해줘", "10만원대, 5개 이유 한줄씩", Form.LIST),
        ("거래처에 납기 지연 사과 메일 써줘", "영업팀입니다.", Form.PROSE),
        ("결혼식 축사 써줘", "신랑 친구입니다.", Form.PROSE),
    ],
)
def test_a_form_left_open_is_that_of_the_thing(purpose: str, background: str, form: Form) -> None:
    assert with_material(brief(purpose, background=background, is_form_open=True)).form is form
    assert with_material(brief(purpose, background=background)).form is Form.PROSE


@pytest.mark.parametrize(("typed", "is_open"), [("알아서", True), ("연속 문장", False)])
def test_who_leaves_the_form_to_us_has_not_chosen_one(typed: str, *, is_open: bool) -> None:
    answers = {key: Answer(MaskedText("카페 이름 추천")) for key in (Key.PURPOSE, Key.LENGTH, Key.LANGUAGE, Key.LEVEL)}
    form = Answer(MaskedText(typed), Form.PROSE)
    assert brief_of({**answers, Key.FORM: form}, Locale.KO).is_form_open is is_open
