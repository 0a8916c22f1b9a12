import pytest

from core.choices import Form
from core.prompting.extent import Extent
from core.prompting.wishes import read_wishes


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("표로 정리해줘", Form.TABLE),
        ("글머리 기호로 나열해줘", Form.LIST),
        ("줄글로 써줘", Form.PROSE),
        ("코드만 줘", Form.CODE),
        ("보고서 형식으로", Form.REPORT),
        ("as a table please", Form.TABLE),
        ("대표로 발표할 글", None),
        ("목표로 삼을 것", None),
        ("vegetable soup", None),
        ("보고서를 검토해줘", None),
    ],
)
def test_a_form_is_heard(text: str, form: Form | None) -> None:
    assert read_wishes(text).form is form


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("방법을 5가지 알려줘", ("5가지",)),
        ("장점 3가지와 단점 2가지", ("3가지", "2가지")),
        ("세 가지 주제", ("세 가지",)),
        ("장소 5곳", ("5곳",)),
        ("전략을 하나만 추천해 주세요", ("하나",)),
        ("하나의 글로 써 줘", ()),
        ("10-15개 만들어줘", ("10-15개",)),
        ("give me 7 ideas", ("7 ideas",)),
        ("suggest three measures", ("three measures",)),
        ("6개월 계획", ()),
        ("3개국 여행", ()),
        ("2024년 예산", ()),
    ],
)
def test_a_number_of_items_is_heard(text: str, counts: tuple[str, ...]) -> None:
    assert read_wishes(text).counts == counts


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("900자 이내로", Extent(720, 900)),
        ("150단어 에세이", Extent(540, 660)),
        ("두 줄씩 띄어 써줘", None),
        ("2분 뒤에 시작하는 회의", None),
        ("그냥 써줘", None),
    ],
)
def test_a_length_is_heard(text: str, extent: Extent | None) -> None:
    assert read_wishes(text).extent == extent


@pytest.mark.parametrize(
    ("text", "korean"),
    [
        ("영어로 써줘", "영어"),
        ("영어로 번역해줘", "영어"),
        ("일본어로만 답해줘", "일본어"),
        ("write it in French", "프랑스어"),
        ("영어 공부 계획", None),
        ("영어로 된 기사를 요약해줘", None),
    ],
)
def test_a_language_is_heard(text: str, korean: str | None) -> None:
    tongue = read_wishes(text).tongue
    assert (tongue and tongue.korean) == korean
