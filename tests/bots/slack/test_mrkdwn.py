"""Slack's way of writing text, both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.slack.mrkdwn import clip, escape, plain


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
def test_what_is_shown_is_what_was_written(text: str) -> None:
    assert plain(escape(text)) == text.strip()
    assert "<" not in escape(text)


@given(st.text(), st.integers(1, 50))
def test_clipping_never_exceeds(text: str, most: int) -> None:
    assert len(clip(text, most)) <= most
