"""Whether an answer keeps to what was asked: each check with what passes and what does not."""

import dataclasses

import pytest

from core.privacy.text import MaskedText
from core.prompting.adherence import Check, adherence
from core.prompting.brief import Brief
from core.values.choices import Form, Language, Length, Level
from core.values.locale import Locale

BRIEF = Brief(
    locale=Locale.KO,
    purpose=MaskedText("{이름1}에게 보낼 환영 메일을 써줘"),
    background=MaskedText("저는 {기관1} 인사팀입니다"),
    form=Form.PROSE,
    length=Length.SHORT,
    language=Language.KOREAN,
    level=Level.UNIVERSITY,
)


def kept(check: Check, answer: str, masked: tuple[str, ...] = (), **changes: object) -> bool | None:
    brief = dataclasses.replace(BRIEF, **changes)  # type: ignore[arg-type]
    return adherence(MaskedText(answer), brief, masked).kept.get(check)


PROSE = "안녕하세요. 입사를 축하드립니다.\n첫날 일정을 알려 드립니다."
BULLETS = "준비할 것은 다음과 같습니다.\n- 신분증\n- 통장 사본\n- 도장"
NUMBERED = "1. 신분증을 챙깁니다.\n   앞면이 보이게 합니다.\n2) 통장 사본을 냅니다.\n3. 도장을 찍습니다."
TABLE = "| 항목 | 내용 |\n|---|:---:|\n| 일시 | 월요일 |\n| 장소 | 대회의실 |"
BARE_TABLE = "항목 | 내용\n--- | ---\n일시 | 월요일"
CODE = "아래와 같습니다.\n```python\nprint('안녕')\n```"
REPORT = "## 개요\n올해 매출이 늘었습니다.\n\n## 결론\n내년에도 늘 것입니다."
BOLD_REPORT = "**개요**\n매출이 늘었습니다.\n\n**결론:**\n내년에도 늘 것입니다."
BRACKETS = "[개요]\n매출이 늘었습니다.\n\n[결론]\n내년에도 늘 것입니다."


@pytest.mark.parametrize(
    ("form", "answer", "is_kept"),
    [
        (Form.PROSE, PROSE, True),
        (Form.PROSE, BULLETS, False),
        (Form.PROSE, TABLE, False),
        (Form.PROSE, "", False),
        (Form.LIST, BULLETS, True),
        (Form.LIST, NUMBERED, True),
        (Form.LIST, "• 하나\n• 둘", True),
        (Form.LIST, PROSE, False),
        (Form.LIST, "- 하나뿐입니다", False),
        (Form.TABLE, TABLE, True),
        (Form.TABLE, BARE_TABLE, True),
        (Form.TABLE, BULLETS, False),
        (Form.TABLE, "가격 | 수량", False),
        (Form.CODE, CODE, True),
        (Form.CODE, "print('안녕')", False),
        (Form.CODE, "```python\nprint('끝나지 않음')", False),
        (Form.REPORT, REPORT, True),
        (Form.REPORT, BOLD_REPORT, True),
        (Form.REPORT, BRACKETS, True),
        (Form.REPORT, PROSE, False),
        (MaskedText("마인드맵"), PROSE, None),
    ],
)
def test_form(form: Form | MaskedText, answer: str, is_kept: object) -> None:
    assert kept(Check.FORM, answer, form=form) is is_kept


@pytest.mark.parametrize(
    ("length", "chars", "is_kept"),
    [
        (Length.SHORT, 71, False),
        (Length.SHORT, 72, True),
        (Length.SHORT, 110, True),
        (Length.SHORT, 111, False),
        (Length.MEDIUM, 550, True),
        (Length.MEDIUM, 551, False),
        (MaskedText("300자 이내"), 330, True),
        (MaskedText("300자 이내"), 331, False),
    ],
)
def test_length_within_a_tenth(length: Length | MaskedText, chars: int, is_kept: object) -> None:
    assert kept(Check.LENGTH, "가" * chars, length=length) is is_kept


@pytest.mark.parametrize(
    ("language", "answer", "is_kept"),
    [
        (Language.KOREAN, "입사를 축하드립니다. API와 SDK를 씁니다.", True),
        (Language.KOREAN, "Congratulations on joining us!", False),
        (Language.KOREAN, "입사 congratulations on joining our company", False),
        (Language.KOREAN, "코드입니다.\n```python\nfor item in items: print(item)\n```", True),
        (Language.ENGLISH, "Congratulations on joining us, {이름1}!", True),
        (Language.ENGLISH, "입사를 축하드립니다.", False),
        (MaskedText("일본어"), "ようこそ", None),
        (Language.KOREAN, "1234", False),
    ],
)
def test_language(language: Language | MaskedText, answer: str, is_kept: object) -> None:
    assert kept(Check.LANGUAGE, answer, language=language) is is_kept


@pytest.mark.parametrize(
    ("answer", "masked", "is_kept"),
    [
        ("{이름1}님, 환영합니다.", (), True),
        ("{이름1}님, {기관1}에 오신 것을 환영합니다.", (), True),
        ("환영합니다.", (), False),
        ("{이름 1}님, 환영합니다.", (), False),
        ("[이름1]님, 환영합니다.", (), False),
        ("{이름1}님과 {이름9}님, 환영합니다.", (), False),
        ("{이름1}님, {이름2} 드림", ("{이름2}",), True),
        ("{NAME1}님, 환영합니다.", (), False),
    ],
)
def test_labels_of_the_task_stand_unaltered(answer: str, masked: tuple[str, ...], is_kept: object) -> None:
    assert kept(Check.LABELS, answer, masked) is is_kept


def test_the_count_and_what_was_measured() -> None:
    found = adherence(MaskedText("{이름1}님, 환영합니다."), BRIEF)

    assert (found.count, len(found.kept)) == (3, 4)
    assert (found.chars, found.asked.low, found.asked.high) == (14, 80, 100)
