import pytest

from core.prompting.background import Experience, Field, read_background


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("저는 {기관1} 인사팀 {이름2} 과장입니다.", Field.HR),
        ("5년 차 백엔드 개발자예요", Field.DEVELOPMENT),
        ("중학교 교사입니다", Field.EDUCATION),
        ("동네 카페 사장이에요", Field.FOOD),
        ("자영업을 해요", None),
        ("의사소통이 어려워요", None),
        ("This is important to me", None),
        ("I run marketing at a startup", Field.MARKETING),
        ("인사드립니다. 처음 뵙겠습니다", None),
        ("대학생이에요", None),
        ("", None),
    ],
)
def test_a_field_is_told(text: str, field: Field | None) -> None:
    assert read_background(text).field is field


@pytest.mark.parametrize(
    ("text", "experience"),
    [
        ("총무를 처음 맡았어요", Experience.NOVICE),
        ("엑셀 초보입니다", Experience.NOVICE),
        ("10년 차 디자이너", Experience.PRACTISED),
        ("Senior engineer", Experience.PRACTISED),
        ("1년 차예요", None),
        ("2024년에 입사했어요", None),
    ],
)
def test_experience_is_told(text: str, experience: Experience | None) -> None:
    assert read_background(text).experience is experience


@pytest.mark.parametrize(
    ("text", "has_example"),
    [
        ("상담원이에요. 예: 배송이 늦어요", True),
        ("상담원이에요. 예시 문장: 환불해 주세요", True),
        ("예를 들어 이런 문의가 와요", True),
        ("For example: my order is late", True),
        ("예산을 맡고 있어요", False),
        ("예전에 영업을 했어요", False),
    ],
)
def test_a_sample_is_noticed(text: str, has_example: bool) -> None:  # noqa: FBT001 - a column of the table
    assert read_background(text).has_example is has_example
