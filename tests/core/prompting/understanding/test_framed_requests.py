"""Framing: what a request ends in, and the sentence that its intent makes of it."""

import pytest

from core.prompting.intents.catalogue import intent_at
from core.prompting.understanding.framed_english import framed_english
from core.prompting.understanding.framed_requests import framed
from core.values.locale import Locale

_ASKED = [
    ("펭귄은 하늘을 못 나나요", "life.fact_question", "펭귄은 하늘을 못 나는지 바로 알려 줍니다."),
    ("사직서 안 쓰면 어떻게 되나요", "life.legal_question", "사직서 안 쓰면 어떻게 되는지 쉬운 말로 알려 줍니다."),
    ("둘째 낳을까", "decisions.life_decision", "둘째 낳을지 함께 따져 줍니다."),
    ("적금 깨면 집값은", "life.finance_question", "적금 깨면 집값은 어떻게 되는지 계산을 보이며 알려 줍니다."),
    ("내 원고 어디가 허술한지 독하게", "given.critique", "내 원고 어디가 허술한지 독하게 짚어 줍니다."),
    ("교수님께 결석한 걸 뭐라고 보내죠", "mail.teacher_mail", "교수님께 결석한 걸 알리는 메일을 씁니다."),
    ("예약 시스템 테이블 어떻게 짜야", "code.architecture", "예약 시스템 테이블 설계를 씁니다."),
]
_TOLD = [
    (
        "화면은 나오는데 소리가 안 나요",
        "life.tech_support",
        "화면은 나오는데 소리가 안 나는 문제의 원인을 가리고 고치는 법을 알려 줍니다.",
    ),
    ("저녁 손님만 빠졌어요", "analysis.root_cause", "저녁 손님만 빠진 원인을 분석합니다."),
    (
        "첫째가 다시 기저귀를 찾아요",
        "life.parenting_advice",
        "첫째가 다시 기저귀를 찾는 상황에서 어떻게 대하고 지도할지 말해 줍니다.",
    ),
    ("사무직으로 옮기고 싶음", "career.career_advice", "사무직으로 옮길 수 있게 커리어를 조언합니다."),
]
_THINGS = [
    ("학원 셔틀 기사님 구하는 것", "notices.job_posting", "학원 셔틀 기사님을 구하는 채용 공고를 씁니다."),
    ("의사한테 물어볼 것", "career.question_list", "의사한테 물어볼 질문을 차례대로 뽑습니다."),
    ("애랑 비 올 때 갈 만한 데", "decisions.place_recommendation", "애랑 비 올 때 갈 만한 곳을 추천합니다."),
    ("보호자께 드릴 집에서 지킬 것", "notices.notice", "보호자께 드릴 집에서 지킬 것을 담은 안내문을 씁니다."),
    ("감사하는 글 문집에 실을 거", "mail.thanks_message", "문집에 실을 감사하는 글을 씁니다."),
    ("오늘 못 간다고 사장님한테", "mail.absence_message", "사장님한테 오늘 못 간다고 알리는 글을 씁니다."),
    ("이번에는 어렵다고 정중히", "mail.decline_message", "이번에는 어렵다고 정중히 거절하는 글을 씁니다."),
    ("십 년 뒤의 나한테", "occasions.personal_letter", "십 년 뒤의 나한테 보낼 편지를 씁니다."),
    ("축하 문자 시아버지께", "occasions.congratulation", "시아버지께 보낼 축하 문자를 씁니다."),
    ("부고장 정중하게", "occasions.obituary", "부고장을 정중하게 씁니다."),
    ("로그에서 에러코드만 잡히게", "code.regex", "로그에서 에러코드만 잡히게 정규식을 씁니다."),
    ("독후감 1500자", "school.book_report", "독후감을 1500자로 씁니다."),
    ("상대성이론 쉽게", "school.explanation", "상대성이론을 쉽게 설명합니다."),
    ("오사카 3박4일", "planning.travel_plan", "오사카 3박4일 여행 일정을 짭니다."),
    ("우유랑 두유 차이", "school.difference", "우유랑 두유의 차이를 예를 들어 설명합니다."),
    ("퇴사할 때 볼 영화", "decisions.media_recommendation", "퇴사할 때 볼 영화를 추천합니다."),
    (
        "서울 여행 사업계획서 아이템은 한복 대여",
        "reports.business_plan",
        "서울 여행 사업계획서를 씁니다. 아이템은 한복 대여입니다.",
    ),
    ("승무원 자소서 500자 카페 알바 8개월", "career.cover_letter", "승무원 자소서를 씁니다: 500자 카페 알바 8개월."),
]
_NOT_READ = [
    ("세게 반박해줘: 우리 개는 더 짖는다", "given.critique"),
    ("학부모가 따지는 상황 네가 학부모", "practice.customer_practice"),
    ("코드인데 흐름좀", "code.code_explain"),
    ("내일 면접이에요", "life.tech_support"),
    ("시안 3개 중 선택 + 이유", "decisions.option_decision"),
]


@pytest.mark.parametrize(("clause", "path", "sentence"), [*_ASKED, *_TOLD, *_THINGS])
def test_a_request_is_put_into_the_sentence_of_its_intent(clause: str, path: str, sentence: str) -> None:
    intent = intent_at(path)
    assert framed(clause, intent, intent.openings[Locale.KO]) == sentence


@pytest.mark.parametrize(("clause", "path"), _NOT_READ)
def test_what_is_not_surely_read_is_put_into_none(clause: str, path: str) -> None:
    intent = intent_at(path)
    assert framed(clause, intent, intent.openings[Locale.KO]) == ""


@pytest.mark.parametrize(
    ("request_", "path", "sentence"),
    [
        ("weekly status report for my manager", "reports.work_report", "Write a weekly status report for my manager."),
        ("Korean menu for a cafe", "marketing.menu_board", "Write a Korean menu for a cafe."),
        ("films about bees", "decisions.media_recommendation", "Recommend films about bees."),
        ("how do I export a PDF", "life.how_to", "Explain step by step how to export a PDF."),
        (
            "can my landlord raise the rent?",
            "life.legal_question",
            "Say in plain words whether my landlord can raise the rent.",
        ),
        ("why do leaves change color", "school.explanation", "Explain to a newcomer why leaves change color."),
        ("apologize to a client", "mail.apology_mail", "Apologize to a client."),
        (
            "my laptop won't turn on",
            "life.tech_support",
            "My laptop won't turn on. Find the cause of the device trouble and how to fix it.",
        ),
        ("why did sign-ups drop", "analysis.root_cause", ""),
        (
            "mock interview for a bank",
            "practice.interview_practice",
            "Act as the interviewer: mock interview for a bank.",
        ),
    ],
)
def test_english_is_put_into_a_sentence_too(request_: str, path: str, sentence: str) -> None:
    intent = intent_at(path)
    assert framed_english(request_, intent, intent.openings[Locale.EN]) == sentence
