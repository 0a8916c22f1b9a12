import pytest

from core.prompting.guard.drift import drifts
from core.values.locale import Locale

KOREAN = [
    "",
    "1. 2. 3.",
    "핵심을 먼저 쓰고 근거를 한 가지 붙입니다.",
    "{이름1}에게 보낼 메일을 {NAME2} 이름으로 씁니다.",
    "가상 현실(VR) 기술과 AI는 의료 분야를 바꿉니다.",
    "가치 기반 가격 책정(value-based pricing)을 추천합니다.",
    "예상되는 평균 점유율(occupancy rate)을 먼저 확인하고 한 달 예약을 셉니다.",
    "카타르시스라는 말은 그리스어 'katharsis'에서 왔습니다.",
    "세계 시장을 다룬 The State of the Market 보고서를 바탕으로 시장의 흐름과 전망을 한국어로 정리합니다.",
    "CRM (고객 관계 관리) 업체를 세 곳 비교합니다.",
    '```json\n{"summary": "이름은 짧고 기억하기 쉬워야 합니다."}\n```',
    "`print` 문으로 확인합니다. 자세한 설명은 https://example.com/guide 에 있습니다.",
]

DRIFTED = [
    "Sure, here is the rewritten text.",
    "환경 오염은 중요한 문제이 therefore, 이 주제를 다룹니다.",
    "자동obile 산업에 큰 영향을 미칩니다.",
    "이 말의 뜻은 브레к시트와 같습니다.",
    "객체를 찾는 ニューラル 네트워크를 씁니다.",
    "정부의 长期 계획을 세웁니다.",
    "저는 디ên을 준비합니다.",
    "제목: 음악 교육\n\nINTRODUCTION\n\n음악은 늘 곁에 있었습니다.",
    "Title: 음악 교육의 중요성을 다룬 짧은 글",
    "함수의 Speed(속도)를 구할 때 미분을 씁니다.",
    "이 분야는  Explosive 성장을 보입니다.",
    '"상호 작용 engineering model"을 설명합니다.',
    "Use the following Korean text: 안녕하세요",
]


@pytest.mark.parametrize("text", KOREAN)
def test_korean_throughout_does_not_drift(text: str) -> None:
    assert not drifts(text, Locale.KO)


@pytest.mark.parametrize("text", DRIFTED)
def test_a_slip_into_another_language_is_drift(text: str) -> None:
    assert drifts(text, Locale.KO)


def test_a_word_that_the_person_used_may_stand() -> None:
    text = "pandas로 표를 읽고 matplotlib으로 그립니다."

    assert drifts(text, Locale.KO)
    assert not drifts(text, Locale.KO, permitted=["Pandas", "matplotlib"])


@pytest.mark.parametrize(
    "text", ["Write one short e-mail to {이름1}.", "", "Explain “kimchi” (김치) to a newcomer in Seoul."]
)
def test_english_may_name_a_korean_thing(text: str) -> None:
    assert not drifts(text, Locale.EN)


@pytest.mark.parametrize("text", ["이메일을 한 통 씁니다.", "Write 이메일을 한 통 짧게", "Напишите письмо"])
def test_english_that_turns_to_another_script_is_drift(text: str) -> None:
    assert drifts(text, Locale.EN)
