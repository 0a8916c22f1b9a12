"""The skeleton: the pattern of an item, the head of a table and its blanks, the headings of a document."""

import pytest

from core.prompting.compose import compose
from core.prompting.writing.sections import Heading
from core.prompting.writing.skeleton import item_of, table_of
from core.values.choices import Form, Language, Length
from core.values.locale import Locale
from tests.core.prompting.briefs import brief


def drawn(purpose: str, background: str = "회사원입니다.", /, **answers: object) -> list[str]:
    lines = compose(brief(purpose, background=background, **answers)).lines
    return [line.written for line in lines if line.heading is Heading.FORMAT]


@pytest.mark.parametrize(
    ("each", "pattern"),
    [
        ("질문, 보려는 것, 답 방향 한 문장", "질문 → 보려는 것: … → 답 방향: 한 문장"),
        ("인용한 구절 → 문제 → 고치는 방법", "인용한 구절 → 문제 → 고치는 방법"),
        ("이름 — 뜻이나 까닭 한마디", "이름 — 뜻이나 까닭 한마디"),
        ("규칙 하나를 한두 문장으로", ""),
        ("상태(완료, 지연), 다음 할 일", "상태(완료, 지연) → 다음 할 일: …"),
        ("one each: subject, request", ""),
        ("안내할 것 하나를 ‘무엇: 내용’으로", ""),
        ("one step of the idea and its reason, following from the one before", ""),
    ],
)
def test_an_item_of_several_things_has_a_pattern(each: str, pattern: str) -> None:
    assert item_of(each) == pattern


def test_a_table_has_a_head_and_a_row_of_blanks_with_their_units() -> None:
    names = ("날·시각", "장소와 할 일", "머무는 시간", "비용")
    assert list(table_of(names, (), has_sample=True)) == [
        "| 날·시각 | 장소와 할 일 | 머무는 시간 | 비용 |",
        "|---|---|---|---|",
        "| □일 □:□ | … | □분 | □원 |",
    ]


def test_a_row_of_nothing_but_dots_is_not_drawn() -> None:
    assert len(list(table_of(("구분", "원인", "조치"), (), has_sample=True))) == 2


def test_a_name_cannot_open_a_column_of_its_own() -> None:
    head, *_ = table_of(("값|단위", "설명"), (), has_sample=False)
    assert head == "| 값/단위 | 설명 |"


def test_rows_that_were_listed_are_drawn_where_as_many_are_asked_for() -> None:
    told = "품질팀입니다. 불량은 미성형, 플래시, 웰드라인이고 각각 원인이랑 조치를 붙여 주세요."
    rows = [line for line in drawn("불량 유형 3가지를 표로 정리해줘", told, form=Form.TABLE) if line.startswith("| ")]
    assert [row.split(" | ")[0] for row in rows[1:]] == ["| 미성형", "| 플래시", "| 웰드라인"]


def test_what_a_table_is_laid_out_by_and_told_of_are_its_columns() -> None:
    told = "병동 간호사입니다. 시간대별로 확인할 항목과 보고할 상황을 구분해 주세요."
    assert "| 시간대 | 확인할 항목 | 보고할 상황 |" in drawn("신규 교육용 자료 작성", told, form=Form.TABLE)


def test_a_document_has_its_headings_one_below_the_other() -> None:
    lines = drawn("동아리 활동 보고서 써줘", "부장입니다. 9월 21일에 관측했어요.", form=Form.REPORT)
    assert "  1. 개요(목적·때·곳·참여)" in lines
    assert any(line.startswith("  5. 다음 계획") for line in lines)


def test_a_small_errand_has_no_skeleton() -> None:
    lines = drawn("팀장님께 오늘 늦는다고 카톡 써줘", length=Length.SHORT)
    assert not any(line.startswith(("|", "  ")) for line in lines)


def test_an_english_prompt_has_english_blanks() -> None:
    lines = compose(
        brief("Pick team games for a picnic", Locale.EN, form=Form.TABLE, language=Language.ENGLISH)
    ).prompt.splitlines()
    assert not any("□분" in line for line in lines)


def test_the_rows_that_the_person_divides_a_table_into_are_drawn() -> None:
    told = "교사입니다. 40분 수업이고 도입 5분, 활동 25분, 정리 10분으로 나눠 주세요."
    lines = drawn("초4 과학 수업 지도안 만들어줘", told, form=Form.TABLE)
    assert [line.split(" | ")[0] for line in lines if "분) |" in line] == [
        "| 단계(분)",
        "| 도입(5분)",
        "| 활동(25분)",
        "| 정리(10분)",
    ]
    told = "간호사입니다. 시간대별(직후, 4시간, 8시간)로 확인할 항목과 보고할 상황을 구분해 주세요."
    assert "| 4시간 | … | … |" in drawn("신규 교육용 자료 작성", told, form=Form.TABLE)


def test_two_things_set_against_each_other_are_columns() -> None:
    told = "예산 130. 영상편집 조금. 14인치 vs 16인치 둘 중 고민"
    assert "| 기준 | 14인치 | 16인치 |" in drawn("노트북 뭐살까 비교", told, form=Form.TABLE, length=Length.SHORT)


def test_a_mail_has_its_parts_whatever_it_is_about() -> None:
    lines = drawn("거래처에 납기 늦는다고 메일좀", "구매팀 대리구요 3/14 납품인데 3/21로 밀림")
    assert any(line.startswith("- 구성: 제목 →") for line in lines)


def test_a_form_that_was_typed_is_laid_out_as_the_one_that_it_is() -> None:
    told = "총무예요. 지난달 결산/건의/다음 달 계획 세 덩어리로요."
    assert any(line.startswith("  1. 지난달 결산") for line in drawn("동아리 활동 보고", told, form="문서"))
    assert any("구성: " in line for line in drawn("교수님께 성적 문의 메일 써줘", form="메일"))


def test_an_order_of_the_persons_own_stands_alone() -> None:
    told = "팀장입니다. '배경 – 기대 효과 – 비용 – 요청 사항' 순서로 작성하고 위험도 적어 주세요."
    assert not any(line.startswith("  2. ") for line in drawn("사내 카페 제안서 써줘", told, form=Form.REPORT))


def test_a_name_of_a_part_has_no_half_of_a_quotation() -> None:
    told = "사원입니다. 보고서는 '실적 요약', '원인', '다음 주 계획' 세 부분으로 나눠 주세요."
    lines = drawn("주간 업무 보고서 작성", told, form=Form.REPORT)
    assert any(line.startswith("  1. 실적 요약") for line in lines)


def test_what_stands_on_each_slide_is_what_the_person_named() -> None:
    told = "팀장입니다. 장마다 제목 / 본문 / 넣을 그림 순서로요."
    lines = drawn("이 문서로 발표 슬라이드 만들어줘", told, form="슬라이드 번호별로")
    assert any("제목 → 본문: … → 넣을 그림: …" in line for line in lines)
    assert any("번호. 제목" in line for line in drawn("발표 슬라이드 만들어줘", form="슬라이드 번호별로"))
