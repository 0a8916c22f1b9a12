import pytest

from core.prompting.topics.stems import are_alike, stems


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("예상→관찰→설명의 순서로 예상을 먼저 적게 합니다.", "예상–관찰–설명의 차례로, 예상을 먼저 쓰게 합니다.", True),
        ("경쟁에는 같은 제품뿐 아니라 안 함도 넣습니다.", "경쟁사는 같은 제품뿐 아니라 안 하는 것도 넣습니다.", True),
        ("물이 끊기는 날짜와 시각을 적습니다.", "물이 다시 나올 때 할 일을 적습니다.", False),
        ("Compare row counts before and after a merge.", "Before a merge compare row counts.", True),
        ("", "물이 끊기는 날짜와 시각을 적습니다.", False),
    ],
)
def test_lines_that_say_nearly_the_same(one: str, other: str, *, alike: bool) -> None:
    assert are_alike(stems(one), stems(other)) is alike
