"""Shape: what the answer consists of, in the person's words where they name it."""

import re

import pytest

from core.prompting.compose import compose
from core.prompting.writing.sections import Heading
from core.values.choices import Form, Length
from tests.core.prompting.briefs import brief


def layout(purpose: str, background: str = "회사원입니다.", **answers: object) -> list[str]:
    lines = compose(brief(purpose, background=background, **answers)).lines
    return [line.text for line in lines if line.heading is Heading.FORMAT]


def columns(purpose: str, background: str = "회사원입니다.", **answers: object) -> list[str]:
    head, *_ = [text for text in layout(purpose, background, form=Form.TABLE, **answers) if text.startswith("| ")]
    return head.strip("| ").split(" | ")


def is_outlined(lines: list[str]) -> bool:
    return any(line.startswith(("순서: ", "구성: ")) or "아래 순서로" in line for line in lines)


def test_columns_that_were_named_are_the_columns_in_their_order() -> None:
    assert columns("카페 리뷰 비교표 만들어줘", "열은 가게, 맛, 값 세 가지로 해 주세요") == ["가게", "맛", "값"]


def test_named_columns_get_one_for_what_each_row_is_about() -> None:
    named = columns("노트북 두 대를 비교해줘", "열은 가격, 무게, 배터리로 해주세요.")
    assert named == ["구분", "가격", "무게", "배터리"]


def test_what_is_compared_stands_in_the_table() -> None:
    lines = columns("노트북이랑 태블릿 비교표 만들어줘")
    assert [name for name in lines if name in ("노트북", "태블릿")] == ["노트북", "태블릿"]


@pytest.mark.parametrize(
    "purpose",
    ["여행지 비교표 만들어줘", "이번 달 쓴 돈 정리", "한 달 점심 식단 짜줘", "퇴사할지 말지 정하는 것 도와줘"],
)
def test_without_names_no_columns_are_said(purpose: str) -> None:
    assert not any("{options}" in line or "마다 한 " in line for line in layout(purpose, form=Form.TABLE))


def test_a_column_that_was_asked_for_stands_alone_where_no_others_are_known() -> None:
    lines = layout("자전거 비교표 만들어줘", "회사원입니다. 무게 열도 넣어줘", form=Form.TABLE)
    assert any("무게" in line for line in lines)
    assert not any(line.startswith("| ") for line in lines)


def test_articles_that_were_counted_are_the_only_outline() -> None:
    told = "제1조(목적)부터 6조까지 써 주세요"
    assert not is_outlined(layout("가족 규칙 만들어줘", told, form=Form.PROSE))
    assert is_outlined(layout("가족 규칙 만들어줘", form=Form.PROSE))


def test_parts_that_were_named_in_a_list_stand_beside_no_other_order() -> None:
    told = "정한 것 / 못 정한 것 / 할일 이 세 덩어리로 해 주세요"
    assert not any(line.startswith("순서: ") for line in layout("회의 메모 정리해줘", told, form=Form.LIST))


def test_a_column_to_be_left_blank_is_one() -> None:
    assert "업체 연락처" in columns("퇴사 인수인계서", "주기별로 묶고 업무마다 업체 연락처 칸은 빈칸으로")


def test_what_no_column_holds_has_a_place_beneath_the_table() -> None:
    told = "초보예요. 어디에 물어봐야 하는지도 알려주세요"
    assert any("표 아래" in line for line in layout("베란다 상추 키우기 일정", told, form=Form.TABLE))


def test_a_greeting_that_is_put_in_at_the_end_leaves_the_last_part() -> None:
    asked, told = "거래처에 납기 지연 사과 메일 써줘", "영업팀입니다. 10월 12일에 가능합니다."
    (parts,) = [line for line in layout(asked, told) if line.startswith("구성: ")]
    last = parts.rpartition("→ ")[2]
    assert any(f"→ {last}" in line for line in layout(asked, told, constraints="마지막에 인사를 짧게 넣어줘"))


def test_a_form_that_was_typed_has_no_outline_of_the_intent() -> None:
    (line,) = [
        text for text in layout("사내 공지 써줘", form="번호 매긴 글") if "결과" not in text and "부탁한" not in text
    ]
    assert line == "형식: 번호 매긴 글"


@pytest.mark.parametrize(
    ("typed", "said"), [("엽서로", "엽서"), ("주차별로", "주차별로"), ("메모에 붙일 수 있게", "메모에 붙일 수 있게")]
)
def test_a_form_that_was_typed_has_no_particle_left(typed: str, said: str) -> None:
    assert f"형식: {said}" in layout("사내 공지 써줘", form=typed)


@pytest.mark.parametrize("form", [Form.PROSE, Form.REPORT])
def test_an_outline_stands_only_where_each_part_has_room(form: Form) -> None:
    def lines(length: Length | str) -> list[str]:
        return layout("엘리베이터 점검 공지 써줘", form=form, length=length)

    assert is_outlined(lines(Length.MEDIUM)) or form is Form.REPORT
    assert not any(line.strip().startswith("2. ") for line in lines(Length.SHORT))
    assert not is_outlined(lines("엘리베이터에서 읽힐 만큼"))


@pytest.mark.parametrize(("length", "count"), [("7개", "7개"), ("한 줄짜리 네 개", "4개")])
def test_a_number_that_was_typed_as_the_length_is_that_of_the_items(length: str, count: str) -> None:
    assert layout("고양이 이름 추천", form=Form.LIST, length=length)[0] == f"글머리 기호 리스트, {count}"


@pytest.mark.parametrize("length", ["적당히 여러 개", "스무 개 안팎"])
def test_no_number_of_items_is_made_up_beside_a_length_of_the_persons(length: str) -> None:
    assert layout("고양이 이름 추천", form=Form.LIST, length=length)[0] == "글머리 기호 리스트"


def test_what_is_drawn_out_of_a_source_has_as_many_items_as_it() -> None:
    assert layout("명단에서 전화번호만 뽑아줘", form=Form.LIST)[0] == "글머리 기호 리스트"


def test_what_is_compared_by_is_no_row_as_well() -> None:
    asked = "메신저 세 가지 도입 방식을 비교해줘"
    lines = layout(asked, "특정 제품명은 쓰지 말고 비용, 보안, 관리 부담 기준으로 비교해 주세요.", form=Form.TABLE)
    assert "| 구분 | 비용 | 보안 | 관리 부담 |" in lines
    assert not any(line.startswith(("| 비용 |", "| 보안 |")) for line in lines)


def test_several_of_the_whole_are_no_rows() -> None:
    lines = layout("당번표 짜줘", "동아리 총무예요. 네 가지로 만들어주세요", form=Form.TABLE)
    assert not any(line.startswith("행 수") for line in lines)


def test_what_things_are_sorted_by_has_a_column() -> None:
    assert "긍정/부정" in columns("고객 설문 응답을 긍정/부정과 이유별로 분석해줘")
    assert not any("긍정/부정" in line for line in layout("고객 설문 응답을 분석해줘", form=Form.TABLE))


def test_what_is_asked_in_one_breath_are_the_columns() -> None:
    assert columns("아래 회의 메모에서 누가 언제까지 뭘 하기로 했는지 뽑아줘") == ["누가", "언제까지", "무엇을"]


def test_an_intent_that_is_not_certain_lays_nothing_out() -> None:
    assert is_outlined(layout("중간고사 한국사 요점 정리", "고2예요. 조선 후기가 범위예요."))
    assert not is_outlined(layout("정리", "윗집 누수로 천장이 젖음"))


def test_parts_that_the_person_names_otherwise_are_left_to_them() -> None:
    assert any("기억할 한마디" in line for line in layout("친구 결혼식 축사 써줘"))
    ended = layout("친구 결혼식 축사 써줘", "신랑 친구입니다. 끝에 그냥 인사로 끝내줘")
    assert is_outlined(ended)
    assert not any("기억할 한마디" in line for line in ended)
    assert is_outlined(layout("구청 민원 답변문 써줘"))
    assert not is_outlined(layout("구청 민원 답변문 써줘", "주무관입니다. 두 건을 나누어 답변할 것."))


def test_money_that_must_not_run_out_has_a_column() -> None:
    purpose = "제주도 3박 4일 가족 여행 계획 짜줘"
    money = [name for name in columns(purpose, "예산은 200만 원입니다.") if re.search("비용|예산|돈", name)]
    assert len(money) == 1
    assert not any("비용" in name for name in columns(purpose, "구청 주민참여예산 이야기를 넣고 싶어요"))


def test_a_number_of_things_is_that_of_the_items() -> None:
    assert layout("카페 이름 10개 지어줘", form=Form.LIST)[0].startswith("글머리 기호 리스트, 10개(")


def test_a_short_table_has_few_columns_and_short_cells() -> None:
    purpose = "제주도 3박 4일 가족 여행 계획 짜줘"
    assert len(columns(purpose, length=Length.SHORT)) < len(columns(purpose))
    assert any("단어나 짧은 구로" in line for line in layout(purpose, form=Form.TABLE, length=Length.SHORT))


def test_a_number_of_something_else_is_no_number_of_items() -> None:
    told = "350ml, 보온 6시간, 식기세척기 됨, 색 3가지"
    prompt = compose(brief("텀블러 상세페이지 카피", background=told, form=Form.LIST)).prompt
    assert "글머리 기호 리스트\n" in prompt
    assert "3가지" in prompt


def test_columns_that_come_beside_do_not_name_them_all() -> None:
    names = columns("면접 예상질문 뽑아줘", "간호사예요. 답변 포인트까지")
    assert names[-1] == "답변 포인트"
    assert len(names) > 1


def test_columns_in_a_number_of_cells_are_the_columns() -> None:
    named = columns("회의록 정리해줘", "결정/보류/할일 세 칸으로 나누고 담당자랑 기한도 넣어줘")
    assert named == ["결정", "보류", "할일", "담당자", "기한"]  # 세 칸: none comes in front of them


def test_parts_that_are_not_wanted_go() -> None:
    purpose = "이 글 피드백 해줘"
    assert any("총평" in line for line in layout(purpose, form=Form.PROSE))
    assert not any("총평" in line for line in layout(purpose, "총평은 필요 없음", form=Form.PROSE))


def test_feedback_praises_only_where_that_is_asked_for() -> None:
    assert "살릴 곳" not in compose(brief("이 글 피드백 해줘", form=Form.PROSE)).prompt
    assert "살릴 곳" in compose(brief("이 글 장점이랑 고칠 점 피드백 해줘", form=Form.PROSE)).prompt


def test_what_can_be_data_is_code_where_code_was_chosen() -> None:
    lines = layout("이 글에서 이름이랑 전화번호만 뽑아줘", form=Form.CODE)
    assert any("```json" in line or "코드 블록 하나" in line for line in lines)
    assert not any("코드가 아닌 글" in line for line in lines)


def test_a_deadline_or_a_person_is_no_column() -> None:
    assert not {"오늘", "엄마"} & {
        *columns("노트북이랑 태블릿 비교표 만들어줘", "회사원입니다. 오늘까지. 엄마도 봐요. 가격도")
    }


def test_parts_that_were_named_are_the_outline_whatever_they_are_called() -> None:
    lines = layout("동아리 활동 보고", "총무예요. 지난달 결산/건의/다음 달 계획 세 덩어리로요.", form=Form.REPORT)
    headings = [re.sub(r"\(.*", "", line).strip() for line in lines if re.match(r"\s+[0-9]\.", line)]
    assert headings == ["1. 지난달 결산", "2. 건의", "3. 다음 달 계획"]


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("회사원입니다 시간/장소/비용/비고 로", ["시간", "장소", "비용", "비고"]),
        (
            "샐러드만 주면 화내요ㅋ 요일 / 주메뉴 / 밥양(g) / 조리시간 칸 있으면 좋겠고 장보기 7만원 안넘게",
            ["요일", "주메뉴", "밥양(g)", "조리시간"],
        ),
    ],
)
def test_a_row_of_columns_takes_the_place_of_those_of_the_kind(told: str, names: list[str]) -> None:
    assert columns("일주일 저녁 식단 짜줘", told) == names


def test_what_a_row_says_is_said_once() -> None:
    made = compose(brief("주간보고 써줘", background="컬럼은 구분/실적/이슈/계획 이렇게 네개. 짧게", form=Form.TABLE))
    assert [line.heading for line in made.lines if "실적" in line.text] == [Heading.FORMAT]


def test_parts_that_were_named_in_a_row_are_the_order_of_a_list() -> None:
    lines = layout(
        "시스템 변경 내용 정리해줘", "배경 / 변경 내용 / 결과 / 일정 순서로 형용사는 쓰지 말 것", form=Form.LIST
    )
    assert "순서: 배경 → 변경 내용 → 결과 → 일정" in lines
    assert not any(line.startswith("항목마다") for line in lines)


def test_columns_that_were_named_keep_the_chosen_table() -> None:
    lines = layout("가게 앞에 붙일 안내 메일 써줘", "칸은 메뉴명 / 설명 / 값 / 알레르기", form=Form.TABLE)
    assert "| 메뉴명 | 설명 | 값 | 알레르기 |" in lines


def test_candidates_that_were_told_by_letter_are_the_columns_of_their_comparison() -> None:
    named = columns("노트북 비교표 만들어줘", "후보는 A: 15인치 145만 / B: 14인치 168만 / C: 16인치 159만")
    assert named[-3:] == ["A", "B", "C"]


def test_answers_that_stand_at_the_end_are_no_field_of_each_question() -> None:
    lines = layout("초6 사회 퀴즈 10문제 만들어줘", "정답이랑 해설은 맨 뒤에 몰아서", form=Form.LIST)
    assert not any(line.startswith("항목마다") and "정답" in line for line in lines)


@pytest.mark.parametrize(
    ("purpose", "told", "form"),
    [
        ("사회 시험 문제 만들어줘", "OX 4개 객관식 4개 단답 2개", Form.LIST),
        ("축제 때 부를 노래 가사 써줘", "16마디 2절이랑 훅 4마디 라임 빡세게", Form.PROSE),
    ],
)
def test_parts_that_were_counted_leave_no_order_of_the_kind(purpose: str, told: str, form: Form) -> None:
    assert is_outlined(layout(purpose, form=form))
    assert not is_outlined(layout(purpose, told, form=form))


def test_a_poem_is_no_continuous_prose() -> None:
    lines = layout("가을 은행나무에 대한 시 한 편 써줘", form=Form.PROSE)
    assert "행을 나눈 글(제목과 시만)" in lines
    assert "연속 문장(글머리 기호 없이 문단으로 나눔)" not in lines


def test_a_script_is_in_the_language_that_was_named() -> None:
    assert any("```javascript" in line for line in layout("구글시트 알림메일 보내는 앱스크립트", form=Form.CODE))
    assert any("```javascript" in line for line in layout("구글 시트 재고 줄면 메일 오게 하는 매크로", form=Form.CODE))
    assert any("```vb" in line for line in layout("엑셀 시트 30개를 하나로 모으는 매크로 짜줘", form=Form.CODE))


@pytest.mark.parametrize(
    ("purpose", "fence"),
    [
        ("동아리 일정 ics 파일로 변환해줘", "ics"),
        ("이 json을 yaml로 바꿔줘", "yaml"),
        ("주소록을 csv로 변환해줘", "csv"),
    ],
)
def test_data_is_fenced_as_what_it_is_to_be(purpose: str, fence: str) -> None:
    assert any(line.startswith(f"```{fence} 코드 블록") for line in layout(purpose, form=Form.CODE))


def test_a_limit_that_was_typed_gets_no_more_parts_than_fit() -> None:
    assert is_outlined(layout("카페 알바 구인 공고문", length=Length.MEDIUM))
    assert not is_outlined(layout("카페 알바 구인 공고문", length="300자"))


def test_what_is_to_be_told_of_each_is_a_column_and_what_must_be_there_a_row() -> None:
    told = "강사입니다. 별자리 12개 다 넣어 주세요. 각 별자리마다 얽힌 이야기 한 문장씩이요"
    lines = layout("별자리 비교표 만들어줘", told, form=Form.TABLE)
    assert any("얽힌 이야기" in line for line in lines)
    assert "행 수: 12" in lines


def test_how_one_part_is_laid_out_is_no_outline_of_the_whole() -> None:
    told = "총무입니다. 할 일은 담당자·기한·내용으로 나누되 기한이 없으면 미정으로 적어 주세요."
    lines = layout("회의록 정리해줘", told, form=Form.REPORT)
    assert any(line.strip().startswith("1. 회의 개요") for line in lines)
    assert not any("담당자" in line and line.startswith("  ") for line in lines)


def test_questions_that_were_counted_beside_the_request_are_so_many() -> None:
    lines = layout(
        "중2 과학 시험 문제 만들어줘", "교사입니다. 5지선다 6문항인데 정답이 몰리면 안 됩니다.", form=Form.LIST
    )
    assert any("6개" in line for line in lines)


def test_a_number_of_one_of_two_things_is_not_that_of_the_items() -> None:
    lines = layout("기사 요약이랑 어려운 말 3개 뜻풀이", form=Form.LIST, reference="시는 버스를 늘린다고 밝혔다.")
    assert not any("3개" in line for line in lines)


def test_a_plan_for_so_many_days_has_as_many_items_as_it_takes() -> None:
    assert not any("개 안팎" in line for line in layout("일주일 저녁 식단 짜줘", form=Form.LIST, length=Length.LONG))
    assert any("개 안팎" in line for line in layout("저녁 식단 짜줘", form=Form.LIST, length=Length.LONG))


def test_a_part_that_is_not_wanted_goes_and_of_another_only_its_note() -> None:
    told = "회원입니다. 참고 자료는 필요 없어요. 짐작은 빼 주세요."
    lines = layout("동네 미세먼지 조사 보고서 써줘", told, form=Form.REPORT, length=Length.LONG)
    assert not any("참고 자료" in line and line.startswith("  ") for line in lines)
    (discussion,) = [line for line in lines if "논의" in line and line.startswith("  ")]
    assert "짐작" not in discussion


@pytest.mark.parametrize(
    ("purpose", "said"), [("엘리베이터 소음 심의 보고서 써줘", True), ("우리 집 개를 재판해줘", False)]
)
def test_a_report_of_an_unknown_kind_has_the_parts_of_any_report(purpose: str, *, said: bool) -> None:
    lines = layout(purpose, form=Form.REPORT)
    assert any(line.startswith("  1. ") for line in lines) == said


@pytest.mark.parametrize(
    ("purpose", "told", "last"),
    [
        ("갤럭시랑 아이폰 중에 뭐 살까", "대학생입니다.", "추천"),
        ("월급 250만원으로 돈 모으는 계획 짜줘", "직장인입니다.", "합계"),
        ("노트북이랑 태블릿 비교표 만들어줘", "대학생입니다.", ""),
        ("일주일 청소 당번표 짜줘", "대학생입니다.", ""),
    ],
)
def test_a_table_ends_with_what_is_decided_or_summed_in_it(purpose: str, told: str, last: str) -> None:
    lines = layout(purpose, told, form=Form.TABLE)
    assert [line for line in lines if line.startswith("마지막에 ")] == (
        [f"마지막에 ‘{last}’ 행을 둡니다."] if last else []
    )


def test_a_part_of_a_document_has_not_the_outline_of_the_whole() -> None:
    whole = "\n".join(layout("청년창업 사업계획서", form=Form.REPORT))
    part = "\n".join(layout("청년창업 사업계획서 문제인식 파트", form=Form.REPORT))
    assert "팀 구성" in whole
    assert "팀 구성" not in part
