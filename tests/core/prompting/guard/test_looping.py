import pytest

from core.prompting.guard.looping import loops


@pytest.mark.parametrize(
    "text",
    [
        "정말로 " * 100,
        "답: " + " " * 300,
        "가\n" + "\n" * 250,
        "그렇습니다. 그리고 " * 30,
        "0" * 400,
        "-" * 600,
        "네, 네. " * 60,
    ],
)
def test_what_goes_round_in_circles(text: str) -> None:
    assert loops(f"먼저 이렇게 시작합니다. {text}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "안녕하세요. 요청하신 내용을 정리했습니다.",
        "| --- | --- |\n" * 2 + "-" * 120,
        "ㅋ" * 100,
        "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20",
        "정말로 " * 100 + "그렇게 끝났습니다.",
        "\n".join(f"{number}. 항목을 정리합니다." for number in range(60)),
    ],
)
def test_what_does_not(text: str) -> None:
    assert not loops(text)
