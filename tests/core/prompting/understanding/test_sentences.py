import re

import pytest

from core.prompting.understanding.clauses import place_clauses
from core.prompting.understanding.sentences import marked_sentences, split_request


def split(text: str) -> list[str]:
    return [one.said for one in place_clauses(text)]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("초5 남자 4명. 춤은 절대 싫음 준비시간 일주일", ["초5", "남자 4명.", "춤은 절대 싫음", "준비시간 일주일"]),
        ("고3, 평일은 하루 1시간. 주말은 4시간", ["고3", "평일은 하루 1시간.", "주말은 4시간"]),
        ("문과 출신 아빠예요ㅠㅠ 아이가 궁금해해요", ["문과 출신 아빠예요", "아이가 궁금해해요"]),
        ("초3 우리집에 거북이 새로 왔음", ["초3", "우리집에 거북이 새로 왔음"]),
        ("기준은 시설, 수업, 급식 세 가지", ["기준은 시설, 수업, 급식 세 가지"]),
        ("서론, 현황, 원인, 대책, 결론 5개 장으로", ["서론, 현황, 원인, 대책, 결론 5개 장으로"]),
        ("하루만, 온천은 꼭 가야됨", ["하루만", "온천은 꼭 가야됨"]),
        ("교토는 하루만, 온천은 꼭 가야됨", ["교토는 하루만", "온천은 꼭 가야됨"]),
        ("행성 8개 다 넣고 어려운 단어는 없었으면 합니다", ["행성 8개 다 넣고", "어려운 단어는 없었으면 합니다"]),
        ("지어내지 말 것 짧게 쓸 것", ["지어내지 말 것", "짧게 쓸 것"]),
        ("돈 드는 순서로 나눠주시오 글씨는 크게", ["돈 드는 순서로 나눠주시오", "글씨는 크게"]),
        ("발주 목록이랑 입고 목록이 다름", ["발주 목록이랑 입고 목록이 다름"]),
        ("이름은 '가나, 다라. 마바'예요", ["이름은 '가나, 다라. 마바'예요"]),
        ("orders(user_id, amount), 2억 건", ["orders(user_id, amount), 2억 건"]),
        ("컬럼: id, age, group(A/B), q1", ["컬럼: id, age, group(A/B), q1"]),
        ("I'm a nurse. No jargon, please.", ["I'm a nurse.", "No jargon"]),
        ("", []),
        ("ㅋㅋㅋ", []),
    ],
)
def test_text_is_taken_apart(text: str, clauses: list[str]) -> None:
    assert split(text) == clauses


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Calls are from 1 to 2 a.m. my time. I nap.", ["Calls are from 1 to 2 a.m. my time.", "I nap."]),
        ("Calls end at 2 a.m. The days are long.", ["Calls end at 2 a.m.", "The days are long."]),
        ("아이가 화났어? 하고 물었어요. 귀가 어두우세요.", ["아이가 화났어? 하고 물었어요.", "귀가 어두우세요."]),
        ("번호 체계는 1. 가. 1) 순으로. 사과는 한 번만", ["번호 체계는 1. 가. 1) 순으로.", "사과는 한 번만"]),
    ],
)
def test_an_hour_ends_a_sentence_before_a_capital_only(text: str, sentences: list[str]) -> None:
    assert [each.strip() for each in marked_sentences(text) if each.strip()] == sentences


def test_code_and_tables_stay_whole() -> None:
    code = "def f(x):\n    return x + 1"
    assert split(f"이 코드 고쳐줘\n{code}\n초보예요") == ["이 코드 고쳐줘", code, "초보예요"]
    table = "| a | b |\n| 1 | 2 |"
    assert table in split(f"표 정리해줘\n{table}")


@pytest.mark.parametrize(
    "text", ["써줘 최원태 사장님이고 나는 봉하늘이야", "남았는데 계획 짜줘. 표로!", "a, b. c; d\ne 합니다 f"]
)
def test_no_letter_is_lost(text: str) -> None:
    assert re.sub(r"\W", "", "".join(split(text))) == re.sub(r"\W", "", text)


def test_a_purpose_keeps_its_conditions() -> None:
    text = "초2 딸한테 설명해 주려고 하는데 쉽게 풀어주세요"
    assert split_request(text) == (text,)


@pytest.mark.parametrize(
    "text",
    [
        "1. 지난 회의 확인 2. 예산 3. 채용 순서로",
        "1) 회비 인상 2) 총무 선출 논의함",
        "제가 물은 건 1. 가격 2. 기간이에요.",
    ],
)
def test_numbers_within_a_line_tear_nothing_apart(text: str) -> None:
    assert [each for each in marked_sentences(text) if each] == [text]
    assert split_request(text) == (text,)


def test_a_number_at_the_end_still_ends_a_sentence() -> None:
    assert len(marked_sentences("정원은 20명입니다. 회비는 3. 문의는 총무에게.")) > 1
