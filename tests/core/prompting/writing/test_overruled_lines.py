"""A line of an intent yields to what the person has settled."""

import pytest

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.prompting.writing.overruled_lines import refuses
from core.values.choices import Form, Language, Length, Level
from core.values.locale import Locale


def _prompt(background: str) -> str:
    texts = (MaskedText("제주도 3박 4일 일정"), MaskedText(background))
    return compose(Brief(Locale.KO, *texts, Form.TABLE, Length.MEDIUM, Language.KOREAN, Level.HIGH_SCHOOL)).prompt


@pytest.mark.parametrize("said", ["하루에 두 군데만", "하루에 한 곳만 넣어 주세요"])
def test_a_count_of_the_persons_leaves_no_other_count(said: str) -> None:
    assert "두세 곳" in _prompt("부모님과 가요.")
    assert "두세 곳" not in _prompt(f"부모님과 가요. {said}")


def test_a_number_in_a_fact_leaves_no_other_of_the_same() -> None:
    assert "두세 곳" not in _prompt("부모님과 가요. 지난번엔 네 군데 들렀다가 앓아누우심")


def test_who_has_a_part_left_out_is_promised_nothing_whole() -> None:
    def converted(background: str) -> str:
        texts = (MaskedText("이 글을 표로 바꿔줘"), MaskedText(background))
        reference = MaskedText("원두 3봉, 우유 2팩, 어제 산 빵")
        brief = Brief(Locale.KO, *texts, Form.TABLE, Length.MEDIUM, Language.KOREAN, Level.HIGH_SCHOOL, reference)
        return compose(brief).prompt

    assert "하나도 빠지거나" in converted("카페 사장입니다.")
    assert "하나도 빠지거나" not in converted("카페 사장입니다. 우유는 빼 주세요.")


@pytest.mark.parametrize("said", ["이모티콘은 두 번만", "네 문장으로"])
def test_a_count_of_something_else_leaves_the_lines_that_count_items(said: str) -> None:
    assert "두세 곳" in _prompt(f"부모님과 가요. {said}")


@pytest.mark.parametrize(
    ("told", "line", "is_refused"),
    [
        ("꼬리질문까지, 답변은 내가 쓸 거니까 빼고", "답이 길어질 질문에는 1분 안에 말할 답변의 뼈대를 줍니다.", True),
        ("그만두라 말라 결론내지 말고 따져볼 것만", "의견을 분명히 말합니다.", True),
        ("저자나 연도 대신 검색어를 적어 주세요", "저자(연도)·대상·방법을 열로 둡니다.", True),
        ("비싼 대신 오래 가는 걸로", "비싼 것은 값을 밝힙니다.", False),
        ("내가 이어 쓸 거라서 결말 내지 말고 끊어줘", "달라진 것이 보이는 끝", True),
        ("법률용어 말고 쉽게요.", "법률 용어는 쓰고 바로 풀이합니다.", True),
        ("반전이나 죽음 같은 거 없이 조용하게요.", "반전의 단서를 앞쪽에 깝니다.", True),
        ("반전 같은 거 있으면 좋아요.", "반전의 단서를 앞쪽에 깝니다.", False),
        ("답변은 짧아도 돼요.", "답변의 뼈대를 줍니다.", False),
        ("표 말고 글로요.", "대표에게 보이는 것처럼 씁니다.", False),
    ],
)
def test_what_a_longer_sentence_refuses_is_in_no_line(told: str, line: str, *, is_refused: bool) -> None:
    assert refuses([told], line) is is_refused
