"""Pieces of words, hashed features, and what becomes of their probabilities."""

import numpy as np
import pytest

from core.prompting.intents.catalogue import NEUTRAL
from core.prompting.understanding.piece_vectors import Pieces, split
from core.prompting.understanding.recognition import NEUTRAL_BELOW, ranked, recognise, weights
from core.prompting.understanding.request_features import Request, weighed

KNOWN = {"▁사과": 0, "▁사": 1, "과": 2, "문": 3, "▁mail": 4}


def test_words_are_split_into_their_longest_pieces() -> None:
    assert list(split("사과문 mails 문", KNOWN, 5)) == ["▁사과", "문", "▁mail", "문"]


def test_a_meaning_is_as_long_for_many_pieces_as_for_one() -> None:
    some = Pieces(KNOWN, np.eye(5, dtype=np.float32), 5)
    assert np.linalg.norm(some.meaning("사과")) == np.linalg.norm(some.meaning("mail")) == 1
    assert np.isclose(np.linalg.norm(some.meaning("사과문 mail")), 1)


def test_features_come_in_the_order_of_the_text() -> None:
    """Sums of floats depend on it, and sets have another order in each process."""
    found = [piece for piece, _ in weighed(Request("가 나"))]
    assert found == ["w:가", "w:나", "^가", "가 ", " 나", "나$", "^가 ", "가 나", " 나$", "^가 나", "가 나$"]


def test_a_text_without_known_pieces_has_no_meaning() -> None:
    assert not weights().pieces.meaning("").any()
    assert np.isfinite([probability for _, probability in ranked(Request(""))]).all()


def test_words_that_mean_alike_lie_near_each_other() -> None:
    alike = [("점심 메뉴", "저녁 식사"), ("강아지", "고양이"), ("수학 시험", "과학 시험"), ("이력서", "자기소개서")]
    meanings = [[weights().pieces.meaning(text) for text in pair] for pair in alike]
    for first, _ in meanings:
        beside = [first @ second for _, second in meanings]
        assert meanings[int(np.argmax(beside))][0] is first


def test_probabilities_are_the_same_each_time_and_add_up() -> None:
    first, second = (ranked(Request("거래처에 납기 지연 사과 메일"), 1000) for _ in range(2))
    assert first == second
    assert np.isclose(sum(probability for _, probability in first), 1)


def test_what_is_unlike_everything_is_neutral_with_the_likeliest_beside_it() -> None:
    found = recognise(Request("ㅁㄴㅇㄹ"))
    assert found.confidence < NEUTRAL_BELOW
    assert f"neutral.{found.intent.id}" == NEUTRAL
    assert len(found.alternatives) == 2


@pytest.mark.parametrize(
    ("purpose", "intent"),
    [
        ("물류센터 야간조 인원 배치표", "allocation"),
        ("카드빚 갚는 순서 정리해줘", "debt_plan"),
        ("350인분 카레 재료량 계산", "calculation"),
        ("베란다 토마토 잎에 반점이 생겼어요", "plant_care"),
        ("환불 기능 요구사항 정리해서 개발팀에 넘길 것", "requirements_spec"),
        ("내년 우리 부서 KPI 세우기", "goal_setting"),
        ("아이 어린이집 적응 걱정", "parenting_advice"),
        ("병동 계속 다닐지 보건소 갈지 비교", "life_decision"),
        ("감사에서 지적받은 것마다 어떻게 고쳤는지 적어 다시 제출", "point_response"),
        ("put this in korean for my father in law, polite", "translate"),
    ],
)
def test_what_its_words_could_mislead_about_is_recognised(purpose: str, intent: str) -> None:
    """A roster is no job ad, a worry no fairy tale, and a plan to pay off debts no table of expenses."""
    assert recognise(Request(purpose)).intent.id == intent


def test_a_thing_that_is_named_as_not_wanted_is_not_made() -> None:
    assert recognise(Request("면접 때 할 자기소개 준비 중이에요")).intent.id == "self_introduction"
    found = recognise(Request("면접 때 할 자기소개 말고 다른 소개 준비 중이에요"))
    assert (f"neutral.{found.intent.id}", found.is_unsure) == (NEUTRAL, True)
    assert recognise(Request("영어 자기소개 말고 한국어 자기소개 써줘")).intent.id == "self_introduction"


def test_what_is_unlike_an_intent_is_not_taken_for_it() -> None:
    assert recognise(Request("하반기 채용 결과 보고서")).intent.id != "activity_report"
    assert recognise(Request("동아리 축제 활동 보고서")).intent.id == "activity_report"


def test_a_choice_of_the_person_stands_over_the_classifier() -> None:
    found = recognise(Request("거래처에 납기 지연 사과 메일"), "given.translate")
    assert found.intent.id == "translate"
    assert found.confidence == 1
    assert found.alternatives[0] == "mail.apology_mail"
