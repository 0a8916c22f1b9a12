"""Slack's way of writing text, both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.slack.blocks import bold, italic
from bots.slack.markup import alike, clip, entities, escape, plain


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a &lt;b&gt; &amp; c", "a <b> & c"),
        ("&amp;lt;", "&lt;"),
        ("메일 <mailto:a@b.example|a@b.example>로", "메일 a@b.example로"),
        ("<tel:010-2345-6789|010-2345-6789>", "010-2345-6789"),
        ("<https://x.example/a?b=1&amp;c=2>", "https://x.example/a?b=1&c=2"),
        ("<https://x.example|여기>", "여기"),
        ("<@U123> 님께", "@… 님께"),
        ("<@U123|minjun> 님께", "@… 님께"),
        ("<!subteam^S1|@team>", "@…"),
        ("<#C1|general>에서", "#general에서"),
        ("<#C1>", "#…"),
        ("<!channel>", "@channel"),
        ("<!date^1^{date}|어제>", "어제"),
        ("3 < 5 그리고 x > 2", "3 < 5 그리고 x > 2"),
        ("  앞뒤 빈칸 ", "앞뒤 빈칸"),
    ],
)
def test_what_a_person_meant(written: str, meant: str) -> None:
    assert plain(written) == meant


def test_the_bots_own_name_is_left_out() -> None:
    assert plain("<@U0BOT> 회의록 <@U1>", without="U0BOT") == "회의록 @…"


@given(st.text())
def test_what_is_copied_is_what_was_written(text: str) -> None:
    assert plain(entities(text)) == text.strip()
    assert "<" not in entities(text)


@given(st.text(alphabet="가a1 *_~`<>&\n"))
def test_what_is_shown_reads_as_what_was_written(text: str) -> None:
    assert alike(plain(escape(text))) == alike(text).strip()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("*중요* 2*3*4", "∗중요∗ 2*3*4"),
        ("_밑줄_ snake_case_name", "＿밑줄＿ snake_case_name"),
        ("~취소~ ~100자", "∼취소∼ ~100자"),
        ("*_둘 다_*", "∗＿둘 다＿∗"),
        ("`코드` 하나", "ˋ코드ˋ 하나"),
        ("```\n여러 줄\n```", "ˋˋˋ\n여러 줄\nˋˋˋ"),
        ("> 인용\n3 > 2", "＞ 인용\n3 &gt; 2"),
        ("<!channel> & <@U1>", "&lt;!channel&gt; &amp; &lt;@U1&gt;"),
    ],
)
def test_no_mark_formats_what_people_wrote(written: str, shown: str) -> None:
    assert escape(written) == shown


def test_a_mark_ends_nothing_that_is_bold() -> None:
    assert bold("별표* 설명") == "*별표∗ 설명*"
    assert italic("밑줄_ 설명") == "_밑줄＿ 설명_"


@given(st.text(), st.integers(1, 50))
def test_clipping_never_exceeds(text: str, most: int) -> None:
    assert len(clip(text, most)) <= most
