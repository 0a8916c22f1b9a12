"""Where an introduction is cut, and what of it stays whole."""

import pytest

from core.prompting.understanding.clauses import place_clauses


def parts(text: str) -> list[str]:
    return [one.said.rstrip(".") for one in place_clauses(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "기말고사 4번 문항 채점 기준이 궁금해요",
        "2시간 40분 뒤 객실을 바꿔드렸습니다",
        "이번 주 금요일에 이사차 와서 그날은 꼭 비워야 해요",
        "캐나다 고등학교 1학기 교환 프로그램에 지원합니다",
        "피자 그림은 학원에서 봤어요",
        "무조건 안전하다고 단정하진 말아줘",
        "간병 얘기는 하기 싫음",
        "인턴 경험은 6개월입니다",
        "간호사 15명 근무표인데 자정 넘으면 마이너스로 나와요",
        "벌칙은 청소 횟수로 정함 (한 번에 두 번)",
        "업무는 급여이체(매달 10일), 법인카드 정산, 부가세 자료 준비",
        "manuscript no. {식별번호1}",
        "초4 아들 생일 파티에 친구 여섯 명",
        "회비 안내면 코트를 못쓴다는 회칙을 꼭 언급해주세요",
    ],
)
def test_a_phrase_is_not_cut(whole: str) -> None:
    assert parts(f"{whole}.") == [whole]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("초3 우리집에 햄스터 새로 왔음", ["초3", "우리집에 햄스터 새로 왔음"]),
        ("초5 딸 키우는 아빠예요 방학이 길어요", ["초5 딸 키우는 아빠예요", "방학이 길어요"]),
        ("보건교사예요 독감 접종은 10월입니다", ["보건교사예요", "독감 접종은 10월입니다"]),
        ("주 2일까지, 팀장 승인, 장비는 회사 지급", ["주 2일까지", "팀장 승인", "장비는 회사 지급"]),
        ("암기문장 하나 만들어줘 ㅋㅋ 글로 쭉", ["암기문장 하나 만들어줘", "글로 쭉"]),
        ("건물주 입니다 도색은 6월 3일이고 하루 걸림", ["건물주 입니다", "도색은 6월 3일이고 하루 걸림"]),
        ("밭 900평 합니더 작년에 반은 버렸어예", ["밭 900평 합니더", "작년에 반은 버렸어예"]),
    ],
)
def test_clauses_are_told_apart(text: str, clauses: list[str]) -> None:
    assert parts(text) == clauses
