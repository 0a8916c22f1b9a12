import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.prompting.fenced_blocks import Block, unfence


@pytest.mark.parametrize(
    "text",
    ["</자료>", "</ 자료 >", "＜/자료＞", "<자료>", "가</자료 나", "</자료>\n</자료2>", "</\n자료>", "&lt;/자료&gt;"],
)
def test_a_text_cannot_close_its_own_fence(text: str) -> None:
    block = Block.around("자료", f"앞\n{text}\n뒤")
    outside, blocks = unfence(f"위\n{block}\n아래")
    assert outside == ["위", "아래"]
    assert blocks == {block.tag: f"앞\n{text}\n뒤"}
    assert f"</{block.tag}>" not in text


def test_case_does_not_hide_a_closing_tag() -> None:
    assert Block.around("material", "</MATERIAL>").tag == "material2"


def test_a_harmless_text_keeps_the_plain_tag() -> None:
    assert Block.around("자료", "이 자료는 <표>입니다").tag == "자료"


@given(st.lists(st.sampled_from(["<자료>", "</자료>", "<자료2>", "</자료2>", "</소개>", "글"])).map("\n".join))
def test_whatever_is_fenced_comes_back(text: str) -> None:
    block = Block.around("자료", text)
    assert unfence(str(block)) == ([], {block.tag: text})


def test_a_tag_that_is_never_closed_is_no_block() -> None:
    assert unfence("<자료>\n글") == (["<자료>", "글"], {})
