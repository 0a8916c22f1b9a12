"""Which pages are chosen."""

from hypothesis import given
from hypothesis import strategies as st

from core.usecases.reference_text import choose


def test_korean_endings_do_not_hide_a_word() -> None:
    pages = ["머리말", "날씨 이야기입니다", "매출액이 늘었습니다", "맺음말"]

    assert choose(pages, "매출액을 분석해줘", room=15) == (0, 2)


def test_a_first_page_that_is_too_long_is_used_all_the_same() -> None:
    assert choose(["가" * 100, "나" * 100], "", room=50) == (0,)


@given(st.lists(st.text(max_size=30), max_size=12), st.text(max_size=20), st.integers(1, 100))
def test_the_choice_is_in_order_without_blank_pages_and_never_empty_handed(
    pages: list[str], about: str, room: int
) -> None:
    chosen = choose(pages, about, room)

    assert list(chosen) == sorted(set(chosen))
    assert all(pages[place].strip() for place in chosen)
    assert bool(chosen) == any(page.strip() for page in pages)
    assert sum(len(pages[place]) for place in chosen[1:]) <= room
