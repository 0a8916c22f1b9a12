"""Code: what stands in its block and behind it, and what its length limits."""

import pytest

from core.prompting.compose import compose
from core.values.choices import Form, Length
from tests.core.prompting.briefs import brief


def prompt_of(background: str, length: Length = Length.MEDIUM) -> str:
    return compose(
        brief("파이썬으로 CSV 합치는 코드 짜줘", background=background, form=Form.CODE, length=length)
    ).prompt


@pytest.mark.parametrize(
    ("background", "block"),
    [
        ("주석은 한 줄도 달지 마세요", "주석 없이(설명은 코드 뒤의 글로)"),
        ("주석 많이 달아 주세요", "주석을 자세히 많이 답니다"),
        ("줄마다 주석 달아 주세요", "줄마다 주석을 하나씩 답니다"),
        ("회사원입니다", "설명은 주석과 코드 뒤의 글로"),
    ],
)
def test_the_block_has_the_comments_that_are_wanted(background: str, block: str) -> None:
    assert f"```python 코드 블록 하나, {block}" in prompt_of(background)


@pytest.mark.parametrize("background", ["주석은 필요 없어요", "주석 많이 달아 주세요", "한 줄마다 주석을 달아 주세요"])
def test_comments_that_are_none_or_many_count_for_no_length(background: str) -> None:
    prompt = prompt_of(background, Length.SHORT)
    assert "주석과 설명을 합해" not in prompt
    assert "코드 뒤의 설명만 120자" in prompt


def test_code_alone_is_as_long_as_it_must_be() -> None:
    prompt = prompt_of("주석은 필요없고 코드만 주세요", Length.SHORT)
    assert "코드에 필요한 만큼(설명은 붙이지 않습니다)" in prompt
    assert "120자" not in prompt
