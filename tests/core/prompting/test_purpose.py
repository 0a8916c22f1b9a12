import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.prompting.purpose import Cut, cut

TEXT = "본문 문장입니다. " * 60


@given(st.text(), st.integers(0, 300))
def test_the_parts_are_the_purpose(purpose: str, limit: int) -> None:
    parts = cut(purpose, limit)
    assert parts.before + parts.ask + parts.after == purpose
    assert len(parts.ask) <= limit


@pytest.mark.parametrize(
    ("purpose", "ask"),
    [
        (f"다음 글을 요약해줘.\n\n{TEXT}", "다음 글을 요약해줘."),
        (f"다음 글을 요약해줘: {TEXT}", "다음 글을 요약해줘:"),
        (f"안녕하세요. 이 글을 번역해 주세요. {TEXT}", "안녕하세요. 이 글을 번역해 주세요."),
        (f"{TEXT}\n이 글을 요약해줘", "이 글을 요약해줘"),
        (f"Summarise this. {TEXT}", "Summarise this."),
        ("가" * 900, ""),
    ],
)
def test_what_asks_is_found(purpose: str, ask: str) -> None:
    assert cut(purpose, 200).ask == ask


def test_the_text_before_is_told_from_the_text_behind() -> None:
    assert cut(f"글입니다.\n{TEXT}\n요약해줘", 100) == Cut(f"글입니다.\n{TEXT}\n", "요약해줘", "")
