"""Sharing: what each part or item gets of the length, and that it adds up."""

import re

import pytest

from core.prompting.compose import compose
from core.values.choices import Form, Language, Length
from tests.core.prompting.briefs import brief


def prompt_of(purpose: str, background: str = "회사원입니다.", /, **answers: object) -> str:
    return compose(brief(purpose, background=background, **answers)).prompt


def test_only_a_short_message_is_counted_in_sentences() -> None:
    counted = re.compile(r"구성: .*\([0-9]+문장, 한 문장 [0-9~]+자\)")
    assert counted.search(prompt_of("환불 지연 사과 문자 써줘", "쇼핑몰입니다.", length=Length.SHORT))
    assert not re.search("[0-9]문장", prompt_of("환불 지연 사과 문자 써줘", "쇼핑몰입니다.", length=Length.LONG))


def test_an_order_that_was_asked_for_has_no_other_beside_it() -> None:
    prompt = prompt_of("보도자료 써줘", "제목과 부제, 본문, 문의처 순으로 작성해 주세요.", form="문서")
    assert "소제목 순서로" not in prompt


def test_parts_of_a_summary_are_left_to_its_source() -> None:
    prompt = prompt_of("회의록 정리해줘", form=Form.REPORT, reference="1. 예산 확정\n2. 날짜 확정\n3. 주점은 미정")
    assert "  2. 결정 사항" in prompt
    assert "(모두" not in prompt


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
    low, high = next(iter(re.findall(r"^- ([0-9,]+)~([0-9,]+)(?:자|단어)", prompt, re.MULTILINE)), ("0", "0"))
    sized = r"한 개 (?:([0-9,]+)~)?([0-9,]+)(?:자|단어) × ([0-9]+)개 = (?:([0-9,]+)~)?([0-9,]+)"
    for found in re.findall(sized, prompt):
        least, most, items, lowest, highest = (int(each.replace(",", "") or 0) for each in found)
        assert (least * items, most * items, items) == (lowest, highest, count)
        assert high == "0" or int(low.replace(",", "")) <= (lowest or highest) <= int(high.replace(",", ""))


def test_a_sample_says_how_long_one_item_is() -> None:
    asked = "축제 부스 홍보 문구 5개 뽑아줘"
    shared = "× 5개"
    assert shared in compose(brief(asked, form=Form.LIST)).prompt
    assert shared not in compose(brief(asked, background="예) 한 잔의 여름", form=Form.LIST)).prompt


def test_a_short_message_is_one() -> None:
    prompt = prompt_of("사장님께 내일 알바 못 간다고 카톡 써줘", length=Length.SHORT)
    assert "메시지 1개" in prompt
    assert "(4문장, 한 문장 20~30자)" in prompt
    assert "메시지 1개" in prompt_of("동호회 첫 모임 안내 톡", length=Length.SHORT)
    assert "메시지 1개" not in prompt_of("친구들한테 보낼 카톡 3개 써줘", length=Length.SHORT)


def test_a_demand_that_is_a_number_of_items_is_theirs() -> None:
    assert "5개(" in prompt_of("동호회 회칙 만들어줘", "총무예요. 다섯 조항 정도로", form=Form.LIST)


def test_a_translation_keeps_the_paragraphs_of_its_source() -> None:
    assert "원문처럼 2문단" in prompt_of(
        "이 글을 영어로 번역해줘", reference="비가 왔다. 길이 젖었다.\n\n버스가 늦었다."
    )


def test_an_owner_that_nobody_names_stays_blank() -> None:
    blank = "[담당 확인]"
    assert blank in prompt_of("사내 카페 제안서 써줘", form=Form.REPORT)
    assert blank not in prompt_of("사내 카페 제안서 써줘", "담당은 총무팀입니다.", form=Form.REPORT)


def test_the_parts_of_a_text_that_is_no_message_are_not_sized() -> None:
    blog = prompt_of("캠핑 블로그 글 써줘", "캠핑 3년차예요.", form=Form.PROSE, length=Length.LONG)
    (parts,) = re.findall("구성: (.*)", blog)
    assert not re.search("[0-9]", parts)


def test_clauses_of_what_is_given_are_the_rows() -> None:
    clauses = "제4조(검수) 갑은 60일 안에 검수한다.\n제7조(대금) 을에게 30일 안에 지급한다.\n제9조(해지) 갑은 해지한다."
    prompt = prompt_of("이 계약서에서 불리한 조항 찾아줘", form=Form.TABLE, reference=clauses)
    assert "| 제7조(대금) | … | … | … |" in prompt


def test_what_is_told_of_a_purchase_has_rows() -> None:
    prompt = prompt_of("노트북이랑 태블릿 중에 뭐 살까", "예산 90. 그림이랑 필기를 해요.", form=Form.TABLE)
    assert "‘기준’ 열에는 주어진 조건마다 한 행을 둡니다(그림, 필기, 예산 90 …)." in prompt


def test_what_stands_behind_code_is_said_unless_it_is_wanted_alone() -> None:
    behind = "코드 뒤: "
    assert behind in prompt_of("파이썬으로 CSV 합치는 코드 짜줘", form=Form.CODE)
    assert behind not in prompt_of("파이썬으로 CSV 합치는 코드 짜줘", "설명 없이 코드만 주세요.", form=Form.CODE)
