import pytest

from core.prompting.options import options_in


@pytest.mark.parametrize(
    ("purpose", "options"),
    [
        ("노션이랑 컨플루언스 중에 뭐가 나은지 비교해줘", ("노션", "컨플루언스")),
        ("이어폰과 헤드폰의 차이는 뭐야?", ("이어폰", "헤드폰")),
        ("전세와 월세 비교", ("전세", "월세")),
        ("React vs Vue", ("React", "Vue")),
        ("Compare Postgres and MySQL for 3 services", ("Postgres", "MySQL")),
        ("부모와 자녀 간의 소통", None),
        ("이직할지 말지 고민이야", None),
    ],
)
def test_two_options_are_told_when_they_are_said(purpose: str, options: tuple[str, str] | None) -> None:
    assert options_in(purpose) == options
