import pytest

from core.prompting.similarity import NearDuplicates

FIRST = "신입사원 {이름1}에게 보낼 환영 이메일 초안 써줘"


@pytest.mark.parametrize(
    "text",
    [
        FIRST,
        "신입사원 {이름1}에게 보낼 환영 이메일 초안 써줘!!",
        "신입사원{이름1}에게 보낼 환영이메일 초안 써 줘",
        "신입사원 {이름1}에게 보낼 환영 이메일 초안 써줘요",
    ],
)
def test_what_says_all_but_the_same_is_found(text: str) -> None:
    seen = NearDuplicates()

    assert not seen.has_like(FIRST)
    assert seen.has_like(text)


@pytest.mark.parametrize(
    "text",
    [
        "퇴사자 {이름1}에게 보낼 감사 편지 초안 써줘",
        "신입사원 {이름1}에게 보낼 환영 이메일을 영어로 번역해줘",
        "회의록 요약해 줘",
        "",
        "가",
    ],
)
def test_what_says_something_else_is_not(text: str) -> None:
    seen = NearDuplicates()
    seen.has_like(FIRST)

    assert not seen.has_like(text)


def test_all_that_came_before_is_remembered() -> None:
    seen = NearDuplicates()
    texts = [f"{topic}에 관한 글을 {count}자로 써줘" for topic in ("바다", "산", "강") for count in (100, 2_000)]

    assert [seen.has_like(text) for text in texts + texts] == [False] * 6 + [True] * 6
