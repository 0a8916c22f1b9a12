"""What was told: the person's sentences, and what is to be done with them."""

from dataclasses import replace

import pytest

from core.privacy.text import MaskedText
from core.prompting.compose import compose
from core.values.choices import Language
from core.values.locale import Locale
from tests.core.prompting.briefs import brief


def _prompt(purpose: str, background: str, **answers: object) -> str:
    return compose(brief(purpose, background=background, **answers)).prompt


def test_what_must_not_come_out_is_held_back_in_a_letter() -> None:
    told = "솔직히 팀장님 때문에 그만두는 거예요."
    assert "→ 알아만 두고 글에는 쓰지 않습니다." in _prompt("퇴사 인사 메일 써줘", told)
    assert "글에는 쓰지 않습니다" not in _prompt("집주인에게 보낼 수리 요청 메일", "보일러가 사흘째 안 돼요.")


def test_facts_are_weighed_where_something_is_decided_only() -> None:
    weighs = "어느 쪽으로 기우는지"
    assert weighs in _prompt("세탁기 살지 렌탈할지 비교", "혼자 살아요. 빨래는 주 1회.")
    assert weighs not in _prompt("아이가 친구를 때렸을 때 훈육 방법", "아이는 네 살입니다.")


def test_what_is_to_be_done_with_a_sentence_stands_behind_it() -> None:
    told = "단어장은 이미 있는데 하루에 몇 개 해야 하는지 모르겠어요. 저번에 너무 빡세게 세웠다가 3일만에 포기했어요."
    stands = _told(_prompt("토익 공부 계획 짜줘", told))
    assert stands == [
        "단어장은 이미 있는데 하루에 몇 개 해야 하는지 모르겠습니다. → 여기에 분명히 답합니다.",
        "저번에 너무 빡세게 세웠다가 3일만에 포기했습니다. → 같은 일이 반복되지 않게 합니다.",
    ]


def test_only_one_thing_comes_first() -> None:
    told = "수학이 제일 약해요. 영어 독해를 제일 많이 틀려요."
    prompt = _prompt("중3 기말고사 3주 계획 짜주세요", told)
    assert prompt.count("→ 이 점을 가장 먼저 다룹니다.") == 1


def _told(prompt: str) -> list[str]:
    section = prompt.partition("[주어진 정보]\n")[2].partition("\n\n")[0]
    return [line.removeprefix("- ") for line in section.splitlines() if line.startswith("- ")]


def test_every_sentence_stands_once_as_told_or_as_an_instruction() -> None:
    prompt = _prompt(
        "사과 메일 써줘", "저는 꽃집을 해요. 납기가 3월 4일로 밀렸어요. 변명은 하지 말아 주세요. 감사합니다."
    )
    assert _told(prompt) == ["저는 꽃집을 해요.", "납기가 3월 4일로 밀렸습니다."]
    assert prompt.count("\n- 변명은 하지 않습니다.") == 1
    assert "감사합니다" not in prompt


@pytest.mark.parametrize(
    ("background", "line"),
    [
        ("관리사무소 직원. 택배는 1층 보관.", "요청자: 관리사무소 직원"),
        ("저는 초등학교 교사입니다. 택배는 1층 보관.", "저는 초등학교 교사입니다."),
        ("마을 이장이오. 모내기는 5월 25일.", "요청자: 마을 이장"),
        ("태권도장 출석부. C열이 체크박스.", "태권도장 출석부."),
        ("시트별로 pdf 저장. C열이 체크박스.", "시트별로 pdf 저장."),
        ("어린왕자. 5월 25일까지.", "어린왕자."),
        ("[작업]\n5월 25일까지.", "[작업]"),
        ("신입 개발자 온보딩. 5월 25일까지.", "신입 개발자 온보딩."),
        ("식품회사 품질관리 신입 지원. 식품공학과 졸업예정.", "식품회사 품질관리 신입 지원."),
    ],
)
def test_a_sentence_that_only_names_who_asks_says_so(background: str, line: str) -> None:
    assert _told(_prompt("안내방송 원고 부탁드립니다", background))[0] == line


def test_labels_stay_as_they_are() -> None:
    assert "받는 분은 {이름1} 부장님이고 {전화번호1}로 연락 주셨습니다." in _told(
        _prompt("사과 메일 써줘", "받는 분은 {이름1} 부장님이고 {전화번호1}로 연락 주셨어요.")
    )


def test_what_was_told_stands_in_english() -> None:
    prompt = compose(
        brief(
            "Write a notice for the tenants",
            Locale.EN,
            background="I manage block 4. The lift stops on 3 June. Don't mention the cost.",
        )
    ).prompt
    section = prompt.partition("[Given information]\n")[2].partition("\n\n")[0]
    assert [line for line in section.splitlines() if line.startswith("- ")] == [
        "- I manage block 4.",
        "- The lift stops on 3 June.",
    ]
    assert "Do not mention the cost" in prompt


def test_a_sentence_that_was_left_out_does_not_stand_nor_is_read() -> None:
    answers = brief(
        "행사 이름 지어줘", background="총무팀이에요. 행사는 봄에 해요. 후보는 일곱 개만 뽑고 쉬운 말로 해 주세요."
    )
    whole = compose(answers)
    assert [each.count for each in whole.understanding.requirements if each.count] == [7]
    for line in (_told(whole.prompt)[0], *whole.understanding.instructions):
        answers = replace(answers, left_out=(*answers.left_out, MaskedText(line)))
    gone = compose(answers)
    assert not gone.understanding.requirements
    assert _told(gone.prompt) == ["행사는 봄에 해요."]


def test_a_question_is_answered_but_in_a_letter() -> None:
    told = "전세로 살아요. 대출을 더 받는 게 맞을까요?"
    asked = "이 질문에 분명히 답합니다: 대출을 더 받는 게 맞을까요?"
    advice = _prompt("이사 갈지 고민이에요", told)
    assert asked in advice
    assert "대출을 더 받는 게 맞을까요?" not in _told(advice)
    letter = _prompt("집주인에게 보낼 수리 요청 메일", told)
    assert asked not in letter
    assert "대출을 더 받는 게 맞을까요?" in _told(letter)


def test_a_question_on_how_to_write_a_letter_is_answered_beside_it() -> None:
    letter = _prompt("교수님께 과제 연장 부탁 메일", "감기로 늦었어요. 감점은 받겠다고 먼저 말하는 게 나을까요?")
    assert "글 뒤에 따로 짧게 답합니다: 감점은 받겠다고 먼저 말하는 게 나을까요?" in letter


def test_only_the_sender_signs() -> None:
    prompt = _prompt("집주인에게 보낼 수리 요청 메일", "보내는사람 임차인 {이름1}, 받는사람 임대인 {이름2}.")
    assert "서명에는 {이름1}만" in prompt


def test_a_manner_is_not_set_over_an_introduction_that_was_not_read() -> None:
    told = "we run a bakery, " + "and a guest said the bread was cold, " * 40 + "so be warm and a little funny"
    register = "Courteous and factual"
    assert register in _prompt("Reply to an angry customer complaint", "We run a bakery.", language=Language.ENGLISH)
    assert register not in _prompt("Reply to an angry customer complaint", told, language=Language.ENGLISH)


@pytest.mark.parametrize(
    ("purpose", "background", "line"),
    [
        ("스프레드시트 합계 수식 알려줘", "매장 직원입니다.", "구글시트 문법"),
        ("토익 공부 계획표", "직장인입니다.", "조각 시간"),
        ("환불 거부 항의문", "미용실에서 환불을 거부했어요.", "소비자상담센터"),
        ("회귀물 웹소설 1화", "", "되돌아온 사람만"),
        ("아들 이름을 넣은 동화 써줘", "여섯 살이에요.", "아이 이름을 주인공 이름으로"),
        ("단편소설 이어 써줘", "만화방 이야기예요.", "주어진 글의 시점"),
        ("확정일자는 법적으로 꼭 받아야 하나요", "첫 전세예요.", "전입신고와 확정일자를 받고"),
    ],
)
def test_a_line_that_was_ruled_out_does_not_stand(purpose: str, background: str, line: str) -> None:
    ruled_out = {
        "구글시트 문법": "스프레드시트 말고 엑셀이에요",
        "조각 시간": "밤 10시 이후에만 돼요",
        "소비자상담센터": "협박으로 읽히면 안 돼요",
        "되돌아온 사람만": "돌아왔다는 건 아직 숨기고 싶어요",
        "아이 이름을 주인공 이름으로": "주인공은 굴착기요",
        "주어진 글의 시점": "뒤는 내가 이어 쓸 거예요",
        "전입신고와 확정일자를 받고": "전입신고 확정일자는 돼있음",
    }[line]
    assert line in _prompt(purpose, background)
    assert line not in _prompt(purpose.replace("스프레드시트", "엑셀"), f"{background} {ruled_out}".strip())


def test_a_list_in_the_request_stays_whole_and_is_nobody() -> None:
    prompt = _prompt("막는 방식 비교. 비관락, 낙관락, 유니크 제약, 분산 락, 큐 직렬화 이렇게 다섯 개", "개발자 둘.")
    assert _told(prompt)[0] == "비관락, 낙관락, 유니크 제약, 분산 락, 큐 직렬화 이렇게 다섯 개"


def test_a_day_that_was_put_off_is_not_the_one_to_be_told_first() -> None:
    prompt = _prompt("마감 안내", "투고 마감이 1월 15일에서 1월 31일로 바뀜.")
    assert "- 1월 31일을 제목이나 첫 줄에 둡니다." in prompt


def test_a_word_of_a_request_is_in_the_language_of_what_is_told_beside_it() -> None:
    assert "[Task]" in compose(brief("poem", background="My dog turned ten. No death.")).prompt
    assert "[작업]" in compose(brief("ERP", background="우리 회사에 맞는지 궁금해요.")).prompt
