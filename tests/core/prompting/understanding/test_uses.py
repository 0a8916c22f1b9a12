"""Uses: what is to be done with what was told, measured on introductions by other authors than the classifier's."""

import json
import sys
from pathlib import Path

import pytest

from core.prompting.intents.intent import Product
from core.prompting.understanding.recognition import recognise
from core.prompting.understanding.request_features import Request
from core.prompting.understanding.uses import ToldSentence, Use, use_of

_HELD_OUT = Path(__file__).with_name("held_out_uses.jsonl")


def test_uses_of_other_authors_sentences() -> None:
    """A row's labels are the right ones, the best first; a wrong use does more harm than none."""
    said = right = meant = 0
    for row in map(json.loads, _HELD_OUT.read_text(encoding="utf-8").splitlines()):
        product = recognise(Request(row["purpose"])).intent.product
        for before, (sentence, *labels) in enumerate(row["told"]):
            use = use_of(ToldSentence(sentence, row["purpose"], product, before))
            meant += labels[0] != Use.NONE
            said += use is not Use.NONE
            right += use is not Use.NONE and use in labels
    sys.stdout.write(f"uses: {right / said:.3f} of {said} right, {right / meant:.3f} of {meant} found\n")
    assert right / said >= 0.75
    assert right / meant >= 0.33


@pytest.mark.parametrize(
    ("sentence", "request_", "product", "use"),
    [
        ("하루에 몇 개 해야 하는지 모르겠어요", "토익 공부 계획 짜줘", Product.PLAN, Use.ANSWER),
        ("평일엔 1시간밖에 못 해요", "토익 공부 계획 짜줘", Product.PLAN, Use.FIT),
        ("저번에 너무 빡세게 세웠다가 3일만에 포기했어요", "토익 공부 계획 짜줘", Product.PLAN, Use.AVOID),
        ("저는 직장인입니다", "토익 공부 계획 짜줘", Product.PLAN, Use.NONE),
    ],
)
def test_what_is_to_be_done_with_a_sentence(sentence: str, request_: str, product: Product, use: Use) -> None:
    assert use_of(ToldSentence(sentence, request_, product)) is use


def test_nothing_is_held_back_where_nothing_is_written_to_anybody() -> None:
    told = "사실 팀장이 싫어서 그만두는 건데 그건 말하기 싫어요"
    assert use_of(ToldSentence(told, "퇴사 인사 메일 써줘", Product.TEXT_TO_SEND)) is Use.HOLD_BACK
    assert use_of(ToldSentence(told, "이직 계획 짜줘", Product.PLAN)) is Use.NONE


@pytest.mark.parametrize(
    ("sentence", "request_", "product"),
    [
        (
            "뻔한 얘기는 빼주세요 규칙적일 수가 없으니까요",
            "교대 근무인데 어떻게 자야 덜 피곤한가요",
            Product.EXPLANATION,
        ),
        ("소고기는 잘먹는데 애호박 뱉어요.", "9개월 아기 이유식 일주일치", Product.PLAN),
        ("인허가가 제일 겁나요, 순서가 꼬이면 다시 해야 한다고 들어서요", "반찬가게 열기 전까지 할 일", Product.PLAN),
        ("11th grade in Songdo, I can read Korean news.", "ideas for an essay topic", Product.LIST_OF_ITEMS),
    ],
)
def test_a_sentence_that_speaks_against_its_use_has_none(sentence: str, request_: str, product: Product) -> None:
    assert use_of(ToldSentence(sentence, request_, product, 1)) is Use.NONE
