"""Rows of names: what they name in each form, and what is none."""

import pytest

from core.prompting.understanding.named_rows import take_rows, without_rows
from core.prompting.understanding.understanding import Demand
from core.values.choices import Form


@pytest.mark.parametrize(
    ("text", "form", "demand", "names"),
    [
        ("날짜/조건/결과/문제점/다음할일 컬럼", Form.TABLE, Demand.COLUMNS, "날짜 조건 결과 문제점 다음할일"),
        (
            "칸은 번호 / 나쁜 점 / 또 살지(예·아니오) 이렇게 해 주세요",
            Form.TABLE,
            Demand.COLUMNS,
            "번호 나쁜 점 또 살지(예·아니오)",
        ),
        ("항목/금액/비율/메모", Form.TABLE, Demand.COLUMNS, "항목 금액 비율 메모"),
        ("시간/장소/비용/비고 로", Form.TABLE, Demand.COLUMNS, "시간 장소 비용 비고"),
        ("요일 / 메뉴 / 밥양(g) / 조리시간 칸 있으면 좋겠고", Form.TABLE, Demand.COLUMNS, "요일 메뉴 밥양(g) 조리시간"),
        ("칸은 이름 / 공정(1차/2차) / 값 / 발음", Form.TABLE, Demand.COLUMNS, "이름 공정(1차/2차) 값 발음"),
        ("열은 날짜, 내용, 담당자, 비고 순으로", Form.TABLE, Demand.COLUMNS, "날짜 내용 담당자 비고"),
        ("번호, 품목, 수량, 단가를 칸으로", Form.TABLE, Demand.COLUMNS, "번호 품목 수량 단가"),
        ("단백질, 지방, 가격 순서로 칸을 나눠 주세요", Form.TABLE, Demand.COLUMNS, "단백질 지방 가격"),
        ("열은 가게, 맛, 값 세 가지로 해 주세요", Form.LIST, Demand.COLUMNS, "가게 맛 값"),
        ("Why / What / Rollback 순서", Form.LIST, Demand.SECTIONS, "Why What Rollback"),
        ("논문, 과제, 수상 순으로 만들어야 해요", Form.PROSE, Demand.SECTIONS, "논문 과제 수상"),
        ("목차는 배경, 경과, 향후과제", Form.REPORT, Demand.SECTIONS, "배경 경과 향후과제"),
        ("결정사항/할일/담당자로", Form.PROSE, Demand.SECTIONS, "결정사항 할일 담당자"),
        ("가설-자료수집-한계-소감 순서로", Form.REPORT, Demand.SECTIONS, "가설 자료수집 한계 소감"),
        (
            "순서는 배경 - 방법 - 일정(1월~3월) - 예산 으로",
            Form.REPORT,
            Demand.SECTIONS,
            "배경 방법 일정(1월~3월) 예산",
        ),
        (
            "순서는 인사 → 특징 2개 → 고르는 법 → 질문 3개",
            Form.PROSE,
            Demand.SECTIONS,
            "인사 특징 2개 고르는 법 질문 3개",
        ),
        (
            "칸은 날짜 / 좋은 점 / 아쉬운 점 / 메모 이렇게 해주시고",
            Form.TABLE,
            Demand.COLUMNS,
            "날짜 좋은 점 아쉬운 점 메모",
        ),
        ("칸은 먹이랑 사는 곳이랑 한살이", Form.TABLE, Demand.COLUMNS, "먹이 사는 곳 한살이"),
        ("칸은 접은 크기하고 버티는 무게하고 가격", Form.TABLE, Demand.COLUMNS, "접은 크기 버티는 무게 가격"),
        ("수강료랑 셔틀, 숙제량 칸으로", Form.TABLE, Demand.COLUMNS, "수강료 셔틀 숙제량"),
        ("1인 가격하고 주차 여부, 룸 있는지 칸", Form.TABLE, Demand.COLUMNS, "1인 가격 주차 여부 룸 있는지"),
        ("기준은 무게 가격 펜", Form.TABLE, Demand.COLUMNS, "무게 가격 펜"),
        ("columns: weight, price, pen", Form.TABLE, Demand.COLUMNS, "weight price pen"),
        ("제품 소개 개요, 시장, 경쟁사, 전략 네 부분으로", Form.REPORT, Demand.SECTIONS, "개요 시장 경쟁사 전략"),
        ("배경, 목표, 대상, 일정 네 항목으로 나눠 주세요", Form.REPORT, Demand.SECTIONS, "배경 목표 대상 일정"),
        ("목차는 개요 시장 경쟁사 전략", Form.REPORT, Demand.SECTIONS, "개요 시장 경쟁사 전략"),
        ("1) 지난주 한 일 2) 할 일 3) 이슈 이렇게 나눠줘", Form.LIST, Demand.SECTIONS, "지난주 한 일 할 일 이슈"),
        ("intro, current state, pros, cons", Form.REPORT, Demand.SECTIONS, "intro current state pros cons"),
        ("Split it into causes, effects and solutions", Form.PROSE, Demand.SECTIONS, "causes effects solutions"),
        ("장마다 제목 / 본문 / 넣을 그림 순서로", "발표 자료", Demand.COLUMNS, "제목 본문 넣을 그림"),
    ],
)
def test_a_row_names_what_an_answer_consists_of(text: str, form: Form | str, demand: Demand, names: str) -> None:
    ((row,), rest) = take_rows(text, form)
    assert (row.demand, " ".join(row.values)) == (demand, names)
    assert not any(name in rest for name in row.values)


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize(
    "text",
    [
        "상에 밥 국 나물세가지 전 조기 과일 술",
        "참석 나 / 오팀장 / 가은 / 태식과장",
        "국어/수학/영어",
        "서울/부산/대구 로",
        "예산/일정/장소 미정",
        "과장님이 '현황-원인-대책' 순서로 보고하라고 하셨어요",
        "시설/급여/사람 문제로 갈라 주세요",
        "5/2 복사용지 66,000 / 5/9 토너 121,000 / 5/20 종이컵 9,800",
        "구성은 초코/바닐라/딸기",
        "개회, 축사, 시상 순서로 진행됩니다",
        "결제, 속도, 디자인, 기타 네 칸 중 어디인지",
        "A열은 이름, B열은 금액, C열은 날짜",
        "파일에 컬럼은 이름/금액/날짜가 있어요",
        "매출 파일 컬럼: 이름, 금액, 날짜",
        "날짜 / 담당 / 이슈 컬럼도 추가해줘",
        "비고, 담당자, 기한 칸은 빼줘",
        "계약서, 견적서, 영수증 세 장을 첨부했어요",
        "합격 기준은 토익 800점, 학점 3.5 이상",
        "폐광 마을, 설명하지 말고 보여주기, 첫 문장 열 자 안쪽",
    ],
)
def test_facts_and_single_changes_are_no_row(text: str, form: Form) -> None:
    assert take_rows(text, form) == ((), text)


@pytest.mark.parametrize("form", [Form.CODE, "번호 매긴 글"])
def test_no_row_is_taken_where_the_form_cannot_show_it(form: Form | str) -> None:
    text = "컬럼은 일자, 품목, 수량, 단가"
    assert take_rows(text, form) == ((), text)


def test_what_else_is_said_around_a_row_stays() -> None:
    rows, rest = take_rows("안고침. Why / What / How tested 순서 마케팅 같은 말 쓰지 말 것", Form.LIST)
    assert [row.said for row in rows] == ["Why / What / How tested 순서"]
    assert rest == "안고침.\n마케팅 같은 말 쓰지 말 것"


def test_the_verb_of_an_order_goes_with_it() -> None:
    rows, rest = take_rows("배경-문제-해결-결과 순서로 고치고 상사 얘기는 다 빼기", Form.REPORT)
    assert [row.values for row in rows] == [("배경", "문제", "해결", "결과")]
    assert rest == "상사 얘기는 다 빼기"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("총무인데 품목/수량/금액/비고 순으로 정리해서 회장님께 드려요", None),
        ("날짜/할일/담당자 칸으로 하고 담당자는 비워주세요", "담당자는 비워주세요"),
        ("날짜/할일/담당자 칸으로. 담당자는 비워주세요", "담당자는 비워주세요"),
    ],
)
def test_a_row_is_not_cut_out_of_its_sentence(text: str, told: str | None) -> None:
    assert without_rows(text, Form.TABLE) == (told or text)
