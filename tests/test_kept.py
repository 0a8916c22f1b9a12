import pytest

from tests.kept import is_given, stands


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("후렴은 꼭 있어야 해요", "후렴은 꼭 넣습니다"),
        ("책임 소재는 쓰지 않았으면 합니다", "책임 소재는 쓰지 않습니다"),
        ("그걸 장점으로 살려주셨으면 해요", "그걸 장점으로 살립니다"),
        ("한 장에 맞춰야 돼요", "한 장에 맞춥니다"),
        ("법률 용어는 풀어서 설명해주세요", "법률 용어는 풀어서 설명합니다"),
        ("이모지 X", "이모지는 쓰지 않습니다"),
        ("과장 없이", "과장은 넣지 않습니다"),
        ("점수 말고 고칠 점만", "점수는 넣지 않습니다\n고칠 점만 넣습니다"),
        ("해요체로 써주면 좋겠음", "해요체로 씁니다"),
        ("교수 자랑은 줄이고", "교수 자랑은 줄입니다"),
        ("It should fit on one page.", "Make sure that it fits on one page"),
        ("Please don't mention my age.", "Do not mention my age"),
        ("No exclamation marks.", "Leave out exclamation marks"),
    ],
)
def test_a_demand_put_in_other_words_stands(said: str, line: str) -> None:
    assert stands(said, [line])


@pytest.mark.parametrize(
    ("said", "line", "facts"),
    [
        ("후렴은 꼭 있어야 해요", "가사를 씁니다", []),  # lost
        ("공문 말투 말고 쉽게", "공문 말투로 씁니다", []),  # turned round
        ("공문 말투 말고 쉽게", "공문 말투로 씁니다\n말고 쉽게 씁니다", []),
        ("영어 쓰지 말고", "영어 쓰지는 넣지 않습니다", []),  # no Korean
        ("존칭 실수 없게", "실 수 없게 합니다", []),  # a word gone
        ("의미 추가 금지", "의미 추는 넣지 않습니다", []),  # a word cut
        ("요구사항은 끝에 목록으로", "끝에 목록으로를 모두 넣습니다", []),
        ("공손하게", "12월 말 입주를 공손하게 씁니다", ["12월 말 입주"]),  # stitched to a fact
        (
            "어려운 말 쓰지마",
            "제일 슬펐던 것은 비 맞는 장면, 어려운 말을 쓰지 않습니다",
            ["제일 슬펐던 건 비 맞는 장면"],
        ),
        ("제목 네 개", "제목 다섯 개를 씁니다", []),
        ("No exclamation marks.", "Use exclamation marks", []),
    ],
)
def test_a_demand_lost_or_mangled_does_not_stand(said: str, line: str, facts: list[str]) -> None:
    assert not stands(said, [line], facts)


def test_a_reason_in_brackets_is_no_fact_stitched_on() -> None:
    assert stands("짧게", ["짧게 씁니다(엄마들이 폰으로 볼 예정)"], ["엄마들이 폰으로 볼 거라"])


def test_a_fact_is_given_where_its_words_are() -> None:
    assert is_given("제 연구실은 3층이에요", "연구실은 3층")
    assert is_given("도금 설비가 고장났어요", "도금 설비 고장남")
    assert not is_given("납기는 11월 1일", "납기는 12월 1일")
