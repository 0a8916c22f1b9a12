import pytest

from core.prompting.understanding.conjugation import before_noun
from core.prompting.understanding.indirect_questions import as_question
from core.prompting.understanding.told_sentences import told


@pytest.mark.parametrize(
    ("question", "indirect"),
    [
        ("안 쓰면 어떻게 되나요", "안 쓰면 어떻게 되는지"),
        ("출산가방 뭐 싸야", "출산가방 뭐 싸야 하는지"),
        ("연금 바꾸면 좋나", "연금 바꾸면 좋은지"),
        ("중고차 살까 새차 살까", "중고차 살지 새차 살지"),
        ("시험 2주 전인데 7과목 어떻게 나눔", "시험 2주 전인데 7과목 어떻게 나눌지"),
        ("친구랑 화해 어떻게", "친구랑 화해를 어떻게 할지"),
        ("어디로 무얼 들고 가면 됩니까", "어디로 무얼 들고 가면 되는지"),
        ("구름이 하늘에 있는 거냐고", "구름이 하늘에 있는지"),
        ("보증금 못 주면 불법인가요", "보증금 못 주면 불법인지"),
        ("이거 무슨 뜻", "이거 무슨 뜻인지"),
        ("왕이 몇 명이더라", "왕이 몇 명인지"),
        ("왜 비가 왔어요", "왜 비가 왔는지"),
        ("비즈니스캐주얼이 뭔데", "비즈니스캐주얼이 무엇인지"),
        ("왜 줄었는지 조사한 글을 써야 해요", ""),
        ("공약은 주차랑 관리비예요", ""),
        ("어머니께 드릴 편지", ""),
        ("사과 하나", ""),
    ],
)
def test_a_question_becomes_an_indirect_one(question: str, indirect: str) -> None:
    assert as_question(question) == indirect


def test_a_mark_tells_a_question() -> None:
    assert as_question("고래는 물고기야", is_marked=True) == "고래는 물고기인지"
    assert as_question("목욕시켜도 됨", is_marked=True) == "목욕시켜도 되는지"
    assert as_question("비전공자 가능", is_marked=True) == "비전공자 가능한지"


@pytest.mark.parametrize(
    ("told", "before"),
    [
        ("인터넷이 안 돼요", "인터넷이 안 되는"),
        ("사진 안지움", "사진을 안 지우는"),
        ("시집을 냈어요", "시집을 낸"),
        ("너무 추워요", "너무 추운"),
        ("글이 좋지 않아요", "글이 좋지 않은"),
        ("문서가 하나도 없어요", "문서가 하나도 없는"),
        ("제가 반장이에요", "제가 반장인"),
        ("프린터가 오프라인이래요", ""),
        ("여행 일정", ""),
    ],
)
def test_what_is_so_comes_before_a_noun(told: str, before: str) -> None:
    assert before_noun(told) == before


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("자료 붙일게", "자료 붙이겠습니다."),
        ("엔진식이 힘이 좋대요", "엔진식이 힘이 좋다고 합니다."),
        ("계획서를 내래요", "계획서를 내라고 합니다."),
        ("면접 보려고 하는데", "면접 보려고 합니다."),
        ("비가 오는데", "비가 옵니다."),
        ("저는 경단녀인데", "저는 경단녀입니다."),
        ("5곳 방문함", "5곳 방문함."),
        ("소리가 안 남", "소리가 안 납니다."),
    ],
)
def test_what_is_told_ends_formally(typed: str, sentence: str) -> None:
    assert told(typed) == sentence
