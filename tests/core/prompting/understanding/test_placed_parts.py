"""Placed parts: what is wanted first and last, and what only happened then."""

import pytest

from core.prompting.understanding.placed_parts import placed_parts


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("마지막에 해시태그 10개", "", "해시태그 10개"),
        ("제목 3개 먼저 주고 그 다음 본문", "제목 3개", ""),
        ("마지막엔 제안 하나로 끝나게", "", "제안 하나"),
        ("맨 앞에 한 줄 요약 넣고 마지막 줄은 다음 책 예고", "한 줄 요약", "다음 책 예고"),
        ("Give me 3 title options first, then the post. Finish with 5 hashtags.", "3 title options", "5 hashtags"),
        ("End with a question to the team", "", "a question to the team"),
        ("마지막에 환불을 받았습니다", "", ""),
        ("작년 말에 끝난 공사입니다. 마지막으로 확인한 날은 3월 2일", "", ""),
    ],
)
def test_what_stands_first_and_last(said: str, first: str, last: str) -> None:
    found = placed_parts((said,))
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    "said",
    ["해시태그는 맨끝에 5개씩", "use (쓱싹...) at the end"],
)
def test_what_names_nothing_has_no_place(said: str) -> None:
    assert placed_parts([said]).last == ""
