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


@pytest.mark.parametrize("length", [Length.SHORT, Length.MEDIUM, Length.LONG])
@pytest.mark.parametrize("language", [Language.KOREAN, "일본어"])
def test_the_sentences_of_a_message_add_up(length: Length, language: Language | str) -> None:
    prompt = prompt_of("환불 지연 사과 메일 써줘", "쇼핑몰입니다.", length=length, language=language)
    (whole,) = re.findall(r" \((?:모두 )?([0-9]+)문장", prompt)
    (parts,) = re.findall(r"아래 순서로.*\n((?: +[0-9]\..*\n)+)", prompt) or re.findall(r"구성: (.*) \(", prompt)
    each = [part for part in re.split(r"\n| → ", parts) if part.strip() and "제목" not in part]
    assert sum(int(next(iter(re.findall(r"([0-9]+)문장", part)), "1")) for part in each) == int(whole)


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


@pytest.mark.parametrize("length", list(Length))
@pytest.mark.parametrize("purpose", ["영어 공부 계획 짜줘", "카페 이벤트 아이디어 추천해줘", "사내 카페 제안서 써줘"])
def test_the_parts_of_a_list_have_as_many_items_as_it_has(purpose: str, length: Length) -> None:
    prompt = prompt_of(purpose, form=Form.LIST, length=length)
    (count,) = re.findall(r"리스트, ([0-9]+)개", prompt)
    for order in re.findall(r"순서: (.*) \(모두", prompt):
        assert sum(int(part.rpartition(" ")[2]) for part in order.split(" → ")) == int(count)


def test_a_short_message_is_one() -> None:
    prompt = prompt_of("사장님께 내일 알바 못 간다고 카톡 써줘", length=Length.SHORT)
    assert "메시지 1개" in prompt
    assert "(4문장, 한 문장 20~30자)" in prompt
    assert "메시지 1개" not in prompt_of("친구들한테 보낼 카톡 3개 써줘", length=Length.SHORT)


def test_paragraphs_are_counted_unless_the_person_divides_the_text() -> None:
    assert "4문단(한 문단" in prompt_of("재계약", "세입자는 3년 살았어요.")
    assert "4문단" not in prompt_of("재계약", "세입자는 3년 살았어요. 사정은 둘째 문단에 적어 주세요.")


def test_a_demand_that_is_a_number_of_items_is_theirs() -> None:
    assert "5개(" in prompt_of("동호회 회칙 만들어줘", "총무예요. 다섯 조항 정도로", form=Form.LIST)


def test_the_fields_of_an_item_are_as_long_as_it() -> None:
    prompt = prompt_of("면접 예상 질문 5개 뽑아줘", "간호사예요.", form=Form.LIST)
    (low, high) = next(iter(re.findall(r"한 개 ([0-9]+)~([0-9]+)자", prompt)))
    (pattern,) = re.findall("항목 형식: (.*)", prompt)
    sizes = [int(size) for size in re.findall(r"\(([0-9]+)자\)", pattern)]
    assert len(sizes) == len(pattern.split(" → "))
    assert int(low) <= sum(sizes) <= int(high)


def test_a_dialogue_is_counted_in_turns() -> None:
    assert "주고받는 말 10번(한 번 100~150자)" in prompt_of("환불 요청 전화 대화 대본 써줘", length=Length.LONG)


def test_a_translation_keeps_the_paragraphs_of_its_source() -> None:
    assert "원문처럼 2문단" in prompt_of(
        "이 글을 영어로 번역해줘", reference="비가 왔다. 길이 젖었다.\n\n버스가 늦었다."
    )


def test_an_owner_that_nobody_names_stays_blank() -> None:
    blank = "[담당 확인]"
    assert blank in prompt_of("사내 카페 제안서 써줘", form=Form.REPORT)
    assert blank not in prompt_of("사내 카페 제안서 써줘", "담당은 총무팀입니다.", form=Form.REPORT)


def test_only_a_text_without_headings_is_to_have_none() -> None:
    assert "번호와 소제목은 쓰지 않고 아래 순서로" in prompt_of("환불 지연 사과 메일 써줘", "쇼핑몰입니다.")
    blog = prompt_of("캠핑 블로그 글 써줘", "캠핑 3년차예요.", form=Form.PROSE, length=Length.LONG)
    assert "- 아래 순서로 씁니다" in blog
