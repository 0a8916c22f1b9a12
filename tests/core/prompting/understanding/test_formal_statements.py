import pytest

from core.prompting.understanding.formal_statements import state


@pytest.mark.parametrize(
    ("typed", "formal"),
    [
        ("우리 부스는 츄러스 팔아.", "우리 부스는 츄러스 팝니다."),
        ("7살, 어린이집 다녀", "7살, 어린이집 다닙니다."),
        ("놀이터에서 재봤어", "놀이터에서 재봤습니다."),
        ("납기가 밀렸어요ㅠ", "납기가 밀렸어요ㅠ"),
        ("토성이랑 M31 찍었음!", "토성이랑 M31 찍었습니다."),
        ("모임 총무임", "모임 총무입니다."),
        ("원하는 건 8시로 옮기는 거예요", "원하는 건 8시로 옮기는 것입니다."),
        ("3주차에요", "3주차입니다."),
        ("아직 학생은 아니에요", "아직 학생은 아닙니다."),
        ("원문은 CET야", "원문은 CET입니다."),
        ("팀장님께 낼 거야", "팀장님께 낼 겁니다."),
        ("불량은 두 가지이고", "불량은 두 가지입니다."),
        ("캐드 돌려야 됨", "캐드 돌려야 합니다."),
        ("포인터가 약함", "포인터가 약합니다."),
        ("차장님이 다녀가셨어요", "차장님이 다녀가셨습니다."),
    ],
)
def test_only_the_end_of_a_sentence_is_put_formally(typed: str, formal: str) -> None:
    assert state(typed) == formal


@pytest.mark.parametrize(
    "typed",
    [
        "1박 2일 관측함.",  # did, or does
        "초등 3학년 담임.",
        "해외영업 주임",
        "예산 170",
        "이거 맞아?",
        "회의가 많아서요",
        "역에서 10분 걸어요",  # of 걷다, or of 걸다
        "어머니는 잘 주무세요",
        "왜 그런가요?",
        "'오늘은 쉬어요'",
        "손님이 '다시는 안 와요'",
        "It is for my boss.",
        "어제 왔다",
    ],
)
def test_what_is_not_surely_read_stays_as_typed(typed: str) -> None:
    assert state(typed) == typed
