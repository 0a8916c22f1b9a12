"""Comment density: what people say of the comments in code."""

import pytest

from core.prompting.understanding.comment_density import Comments, comments_wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("주석은 한 줄도 달지 마", Comments.NONE),
        ("주석은 필요없고 코드만", Comments.NONE),
        ("주석 없이 쿼리만 주세요", Comments.NONE),
        ("no comments, code only", Comments.NONE),
        ("Please don't add any comments.", Comments.NONE),
        ("주석 많이요", Comments.MANY),
        ("수업 때 발표해야 돼서 주석을 아주 자세하게 달아 주세요", Comments.MANY),
        ("Lots of comments please, I have to present it", Comments.MANY),
        ("comment it heavily", Comments.MANY),
        ("줄마다 주석 달아줘", Comments.EACH_LINE),
        ("한 줄 한 줄 주석이 있었으면 좋겠어요", Comments.EACH_LINE),
        ("Comment every line please", Comments.EACH_LINE),
        ("주석은 영어로", Comments.OPEN),
        ("주석은 빼지 말고 그대로 두세요", Comments.OPEN),
        ("파이썬 계산기 코드", Comments.OPEN),
    ],
)
def test_how_many_comments_are_wanted(said: str, wanted: Comments) -> None:
    assert comments_wanted(said) is wanted
