"""Sharing: what each part or item gets of the length, and that it adds up."""

import re

import pytest

from core.prompting.compose import compose
from core.values.choices import Form, Language, Length
from tests.core.prompting.briefs import brief


def prompt_of(purpose: str, background: str = "회사원입니다.", /, **answers: object) -> str:
    return compose(brief(purpose, background=background, **answers)).prompt


@pytest.mark.parametrize(
    ("purpose", "answers", "unit"),
    [
        ("동아리 활동 보고서 써줘", {"form": Form.REPORT}, "자"),
        ("장비 구매 품의서 써줘", {"form": Form.REPORT, "length": Length.LONG, "language": Language.ENGLISH}, "단어"),
    ],
)
def test_what_the_parts_get_adds_up_to_the_whole(purpose: str, answers: dict[str, object], unit: str) -> None:
    prompt = prompt_of(purpose, **answers)
    (whole,) = re.findall(rf"\(모두 ([0-9,]+){unit}", prompt)
    parts = [int(each.replace(",", "")) for each in re.findall(rf"(?<=[( ])(?<!모두 )([0-9,]+){unit}\)", prompt)]
    assert len(parts) >= 3
    assert sum(parts) == int(whole.replace(",", ""))


def test_parts_of_a_letter_get_no_sizes() -> None:
    prompt = prompt_of("탁구 동호회 신입 모집 글 써줘", "총무예요. 매주 화요일 저녁 8시, 회비는 월 3만원입니다.")
    assert "눈길 끄는 첫 줄 →" in prompt
    assert "문장)" not in prompt


def test_an_order_that_was_asked_for_has_no_other_beside_it() -> None:
    prompt = prompt_of("보도자료 써줘", "제목과 부제, 본문, 문의처 순으로 작성해 주세요.", form="문서")
    assert "소제목 순서로" not in prompt


def test_parts_of_a_summary_are_left_to_its_source() -> None:
    prompt = prompt_of("회의록 정리해줘", form=Form.REPORT, reference="1. 예산 확정\n2. 날짜 확정\n3. 주점은 미정")
    assert "  2. 결정 사항" in prompt
    assert "(모두" not in prompt


def test_kinds_of_items_share_their_number() -> None:
    prompt = prompt_of("면접 예상 질문 10개 뽑아줘", "간호사예요.", form=Form.LIST)
    kinds = [int(each) for each in re.findall(r"[가-힣] ([0-9]+)(?= →| \(모두 10개\))", prompt)]
    assert len(kinds) == 4
    assert sum(kinds) == 10


def test_kinds_that_the_person_counted_are_added_up() -> None:
    prompt = prompt_of(
        "이 글로 퀴즈 5개 만들어줘", "ox 2개 객관식 3개", form=Form.LIST, reference="꿀벌은 꿀을 모은다."
    )
    assert "항목 수: OX 2개 + 객관식 3개 = 5개" in prompt


@pytest.mark.parametrize("count", range(3, 13))
@pytest.mark.parametrize("length", [Length.SHORT, Length.MEDIUM, Length.LONG])
@pytest.mark.parametrize("language", list(Language))
def test_what_all_items_get_is_the_length_that_is_asked_for(count: int, length: Length, language: Language) -> None:
    prompt = prompt_of(f"고양이 이름 {count}개 지어줘", form=Form.LIST, length=length, language=language)
    low, high = next(iter(re.findall(r"([0-9,]+)~([0-9,]+)(?:자|단어)", prompt)), ("0", "0"))
    for items, each, total in re.findall(r"([0-9]+)개 × ([0-9,]+)(?:자|단어) 안팎 = ([0-9,]+)", prompt):
        whole = int(total.replace(",", ""))
        assert whole == int(items) * int(each.replace(",", ""))
        assert int(items) == count
        assert high == "0" or int(low.replace(",", "")) <= whole <= int(high.replace(",", ""))


def test_a_sample_says_how_long_one_item_is() -> None:
    asked = "축제 부스 홍보 문구 5개 뽑아줘"
    shared = "5개 ×"
    assert shared in compose(brief(asked, form=Form.LIST)).prompt
    assert shared not in compose(brief(asked, background="예) 한 잔의 여름", form=Form.LIST)).prompt
