import pytest

from core.prompting.understanding.typos import mend, plain


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("수능 100일 남앗는데", "수능 100일 남았는데"),
        ("하루에 몇개해야하는지 모르겟음", "하루에 몇개 해야 하는지 모르겠음"),
        ("설명할수잇음", "설명할 수 있음"),
        ("버튼 잇어야되고", "버튼 있어야 되고"),
        ("정리해조", "정리해줘"),
        ("판결문 간추려줘", "판결문 간추려줘"),
        ("써조ㅠㅠ", "써줘"),
        ("짜주세여", "짜주세요"),
        ("글씨는 크게 해주이소", "글씨는 크게 해주세요"),
        ("달력 만들어 주소", "달력 만들어 주세요"),
        ("반은 버렸어예.", "반은 버렸어요."),
        ("제일 많이틀려요", "제일 많이 틀려요"),
        ("맥북에어중에 뭐살까", "맥북에어 중에 뭐 살까"),
        ("자바 조금 할줄암", "자바 조금 할 줄 암"),
        ("못간다고 카톡", "못 간다고 카톡"),
        ("안될 것 같아요", "안 될 것 같아요"),
        ("시간이 업어요", "시간이 없어요"),
    ],
)
def test_typing_and_spacing_are_set_right(typed: str, mended: str) -> None:
    assert mend(typed) == mended


@pytest.mark.parametrize(
    "text",
    [
        "타겟으로 삼을 사람",
        "맛있는 음식",
        "그것은 좋은 옷이다",
        "선을 긋는 법",
        "{이름1}은 '햇어요'라고 씀",
        "아이를 업어 재웠다고 함",
        "규정도 적기",
        "안전 교육 안내",
    ],
)
def test_what_is_right_stays(text: str) -> None:
    assert mend(text) == text


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("그램이랑 맥북 중에 뭐 살까", "그램과 맥북 중에 무엇을 살까"),
        ("선생님한테 낼거", "선생님에게 낼 것"),
        ("없는건 빼고", "없는 것은 빼고"),
        ("사랑이랑 자랑", "사랑과 자랑"),
        ("근거를 적을 것", "근거를 적을 것"),
        ("네 가지로 나눠줘", "네 가지로 나눠줘"),
    ],
)
def test_spoken_words_become_written_ones(spoken: str, written: str) -> None:
    assert plain(mend(spoken)) == written
