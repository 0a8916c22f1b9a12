import pytest

from core.prompting.fences import fence_for


@pytest.mark.parametrize(
    ("text", "fence"),
    [
        ("파이썬으로 짜줘", "python"),
        ("자바스크립트로 짜줘", "javascript"),
        ("자바로 짜줘", "java"),
        ("Java로 짜줘", "java"),
        ("C++ 코드", "cpp"),
        ("SQL로 집계해줘", "sql"),
        ("엑셀 수식", "excel"),
        ("정규식 만들어줘", "regex"),
        ("코드 짜줘", None),
        ("trust me", None),
    ],
)
def test_a_language_is_told(text: str, fence: str | None) -> None:
    assert fence_for(text) == fence
