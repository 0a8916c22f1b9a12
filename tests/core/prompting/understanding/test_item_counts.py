"""Which numbers in a request say how many items the answer has."""

import pytest

from core.prompting.understanding.item_counts import items_in, may_count_items


@pytest.mark.parametrize(
    ("request_", "count"),
    [
        ("가게 이름 후보 다섯 개만 뽑아줘", 5),
        ("면접 예상 질문 10개 만들어줘 답은 빼고", 10),
        ("반장 선거 연설문 써줘 공약 2개는 꼭 들어가게", None),
        ("직원 3명 매장 2곳인데 구인 공고 하나 써줘", None),
        ("알약 2개를 같이 먹어도 되나요", None),
    ],
)
def test_only_a_number_of_items_counts(request_: str, count: int | None) -> None:
    assert items_in(request_) == count


def test_a_demand_for_so_many_parts_counts_no_items() -> None:
    assert may_count_items("질문 5개만 뽑아 주세요")
    assert not may_count_items("공약 2개는 진짜로 지킬 수 있는 거")
    assert may_count_items("짧게 써 주세요")
