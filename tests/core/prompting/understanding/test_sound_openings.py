"""Soundness: what reads as one instruction, and what is quoted instead."""

import pytest

from core.prompting.intents.catalogue import intent_at
from core.prompting.understanding.restated_request import restate
from core.prompting.understanding.sound_openings import is_sound, mended
from core.prompting.understanding.task import task_of
from core.prompting.understanding.understanding import Recognition
from core.values.locale import Locale


@pytest.mark.parametrize(
    "task",
    [
        "수능 20일 남았는데 감기걸려서를 짭니다.",
        "발표를 맡았습니다. 무엇을 할지 모르겠습니다. 대본을 씁니다.",
        "원고를 어떡합니다.",
        "세탁소가 옷을 줄였는데 뭐라고 따지는지 요구하는 글을 씁니다.",
        "외부 API 부르다 503을 씁니다: 나면 다시 부르는 함수.",
        "발표 예상질문이랑 반론까지 예상 질문과 답을 뽑습니다.",
        "제가 먼저 화를 냈습니다. 사과하는 글을 씁니다.",
        "축제 홍보를 정리해야 되는데 한눈에 들어오게 정리합니다.",
        "긴 소설을 읽을 수 있게 긴 소설을 씁니다.",
        "합창단 소식지를 씁니다: 가을호.",
        "문에 붙일 공지문입니다. 물이 새서 공지를 씁니다.",
        "마당에서 할 일 전부 추진 일정을 짭니다.",
        "화분 물을 얼마나 자주 알려 줍니다.",
        "칸을 누르면 날짜가 저절로 적히게 알려 줍니다.",
        "하루를 어떻게 나눠야 할까요. 시간표를 짭니다.",
        "학예회를 하려고 함 진행 순서를 짭니다.",
        "발표문을 7분짜리를 4분으로 줄입니다.",
        "안내합니다. 자연스럽게 고칩니다.",
        "고칩니다.",
        "행사를 어떻게 알리지 돈은 조금 있습니다. 계획을 짭니다.",
        "등본 집에서 어떻게떼를 알려 줍니다.",
        "부드러운을 영어로 고칩니다.",
        "어디 갈지 정해 여행 일정을 일정까지 짭니다.",
    ],
)
def test_what_does_not_read_as_one_instruction_is_not_sound(task: str) -> None:
    assert not is_sound(task, "", intent_at("notices.notice"))


@pytest.mark.parametrize(
    "task",
    [
        "마을 도서관 안내문을 씁니다.",
        "저희 공방이 5주년이라 전시를 엽니다. 초대하는 글을 씁니다.",
        "제가 맡은 '왜 물이 새나요?' 부분을 씁니다.",
        "노트북 살지 태블릿 살지 정해 줍니다.",
        "약을 언제 먹는지 큰 글씨로 정리합니다.",
        "가을 축제를 처음 여는데 마을 잔치를 알릴 글을 씁니다: 먹거리, 공연, 주차.",
        "1~4세대 보험을 같은 항목으로 비교한 표를 만듭니다.",
    ],
)
def test_what_reads_as_one_is_sound(task: str) -> None:
    assert is_sound(task, "", intent_at("notices.notice"))


def test_what_an_intent_makes_is_not_what_somebody_does_or_is_told() -> None:
    proposal = intent_at("reports.proposal")
    assert not is_sound("방송국에 프로그램 하나를 제안합니다.", "방송국에 프로그램 하나 제안하려고", proposal)
    assert not is_sound("동네 글 사기 안 당하는 법을 알려 줍니다.", "동네 글 사기 안 당하는 법", proposal)
    assert is_sound("사기 안 당하는 법을 알려 줍니다.", "사기 안 당하는 법 알려줘", proposal)


@pytest.mark.parametrize(
    ("task", "whole"),
    [
        ("팀장님한테 퇴사한다고 메일을 씁니다.", "팀장님한테 퇴사한다고 알리는 메일을 씁니다."),
        ("못 간다고 사장님께 문자를 씁니다.", "못 간다고 사장님께 알리는 문자를 씁니다."),
        ("벽에 붙일 거 만듭니다.", "벽에 붙일 것을 만듭니다."),
        ("부품 빠진 거 판매글을 씁니다.", "부품 빠진 거 판매글을 씁니다."),
    ],
)
def test_what_casual_speech_leaves_out_is_put_in(task: str, whole: str) -> None:
    assert mended(task) == whole


def test_an_unsound_task_is_quoted() -> None:
    plan = intent_at("school.study_plan")
    asked = "기말 2주 남았는데 독감걸려서 일주일 날렸어요 공부계획 어떡해요"
    task = task_of(restate(asked, Locale.KO), Recognition(plan, 1.0, ()), Locale.KO)
    assert task == f"{plan.task.ko[:-1]}: “{asked}”"
