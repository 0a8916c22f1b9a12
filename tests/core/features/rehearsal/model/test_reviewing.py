"""A model's review, and what of it is grounded."""

import json

import pytest

from core.features.rehearsal.model.reviewing import read_review, reviewing_request
from core.values.locale import Locale
from tests.core.features.rehearsal.model.scenes import LEAD, scene

TALK = scene("아마 늦을 것 같아요. 이틀이면 됩니다.", "왜요?", "{이름1} 님이 데이터를 고쳤습니다.")
GOOD = {"quote": "이틀이면 됩니다.", "remark": "날짜가 분명해서 팀장이 바로 판단할 수 있었어요."}
BAD = {"quote": "아마 늦을 것 같아요.", "remark": "어림잡는 말이라 준비가 덜 된 것처럼 들렸어요."}


def answer(**parts: object) -> str:
    return json.dumps({"convinced": [], "unconvinced": [], "advice": [], **parts}, ensure_ascii=False)


def test_what_is_grounded_is_taken() -> None:
    review = read_review(answer(convinced=[GOOD], unconvinced=[BAD], advice=[BAD]), TALK)
    assert review is not None
    assert review.by_model
    assert [(point.quote, point.remark) for point in review.convinced] == [tuple(GOOD.values())]
    assert [point.quote for point in review.unconvinced] == ["아마 늦을 것 같아요."]
    assert [point.quote for point in review.advice] == ["아마 늦을 것 같아요."]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("quote", "사흘이면 됩니다."),
        ("quote", "왜요?"),
        ("quote", ""),
        ("quote", None),
        ("remark", "The date made it easy to decide."),
        ("remark", "좋아요"),
        ("remark", "{이름9} 님에게 통했어요. 아주 좋았어요."),
        ("remark", "자세한 내용은 www.coach.example 에 있어요."),
        ("remark", "<think>날짜가 있네</think> 날짜가 있었어요."),
        ("remark", "아주 " * 80),
        ("remark", 3),
    ],
)
def test_a_point_without_ground_is_dropped(field: str, value: object) -> None:
    assert read_review(answer(convinced=[{**GOOD, field: value}]), TALK) is None
    review = read_review(answer(convinced=[{**GOOD, field: value}], unconvinced=[BAD]), TALK)
    assert review is not None
    assert review.convinced == ()


@pytest.mark.parametrize(
    "text", ["", "잘했어요", "[]", '{"convinced": 3}', '{"convinced": ["이틀"]}', '{"convinced": [{']
)
def test_an_answer_that_is_none_is_no_review(text: str) -> None:
    assert read_review(text, TALK) is None


def test_the_advice_is_the_personas_where_the_model_has_none() -> None:
    review = read_review(answer(convinced=[GOOD]), TALK)
    assert review is not None
    assert [point.remark for point in review.advice] == list(LEAD.advice)


def test_nothing_is_praised_and_blamed_at_once() -> None:
    review = read_review(answer(convinced=[GOOD], unconvinced=[GOOD]), TALK)
    assert review is not None
    assert review.unconvinced == ()


def test_only_what_the_person_said_can_be_quoted() -> None:
    request = reviewing_request(TALK)
    assert request.schema is not None
    quotes = json.dumps(request.schema, ensure_ascii=False)
    assert '"enum": ["아마 늦을 것 같아요.", "이틀이면 됩니다.", "{이름1} 님이 데이터를 고쳤습니다."]' in quotes
    assert request.prompt.endswith("나: {이름1} 님이 데이터를 고쳤습니다.")


def test_a_long_talk_is_cut_at_its_beginning() -> None:
    texts = [f"{number}번째로 하는 말입니다. 꽤 길게 말합니다." for number in range(401)]
    request = reviewing_request(scene(*texts), 4_096)
    assert "400번째" in request.prompt
    assert "나: 0번째" not in request.prompt
    assert len(request.prompt) < 4_096


def test_in_english() -> None:
    talk = scene("Maybe it takes two days.", locale=Locale.EN)
    good = {"quote": "Maybe it takes two days.", "remark": "It was too vague to decide on."}
    review = read_review(answer(unconvinced=[good]), talk)
    assert review is not None
    assert review.unconvinced[0].remark == good["remark"]
