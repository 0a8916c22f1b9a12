"""The verdict of `promptgen compare`: who kept most, and whether that may be chance."""

from collections import Counter
from collections.abc import Sequence

import pytest

from bots.commands.comparing.results import ContenderAnswer
from bots.commands.comparing.standing import standings
from bots.commands.comparing.verdict import Duel, duel, verdict
from core.conversation.model_answer import Figures
from core.values.locale import Locale

_CHECKS = ("form", "length", "language", "labels")


def answered(contender: str, *kept: int) -> list[ContenderAnswer]:
    """Return an answer to each brief that kept so many of four; a negative number is none."""
    return [
        ContenderAnswer(
            f"{line}", line, contender, "gpu", answer="" if count < 0 else "답", figures=_figures(max(count, 0))
        )
        for line, count in enumerate(kept, 1)
    ]


def _figures(count: int) -> Figures:
    return Figures(_CHECKS[:count], _CHECKS[count:])


def told(results: Sequence[ContenderAnswer], votes: dict[str, int] | None = None) -> list[str]:
    return list(verdict(standings(results, lambda _: (), Counter(votes)), results, Locale.KO))


def test_who_kept_most_stands_first_with_the_next_and_their_duel() -> None:
    lines = told([*answered("raw", 2, 2, 2, 4), *answered("short", 1, 1, 1, 1), *answered("detailed", 4, 4, 2, 3)])
    assert lines[:3] == [
        "가장 많이 지킨 것: detailed (준수 81%). 다음은 raw (62%).",
        "둘을 요청마다 비교하면 이긴 것 2, 진 것 1, 비긴 것 1.",
        "이만한 차이는 우연일 수 있어요. 요청을 더 많이 넣어 보세요.",
    ]


def test_a_difference_that_is_none_by_chance_is_not_called_so() -> None:
    lines = told([*answered("short", *[2] * 8), *answered("detailed", *[4] * 8)])
    assert lines[0].startswith("가장 많이 지킨 것: detailed")
    assert not any("우연" in line for line in lines)
    assert not any("raw" in line for line in lines)


def test_equals_are_called_so() -> None:
    lines = told([*answered("raw", 1), *answered("short", 3), *answered("detailed", 3)])
    assert lines[0] == "준수가 75%로 같아요: short, detailed."
    assert "한 줄 그대로(raw)" in lines[-1]


def test_what_has_no_answer_is_told_and_wins_nothing() -> None:
    lines = told([*answered("raw", 2, 2), *answered("detailed", 4, -1), *answered("short", -1, -1)])
    assert lines[0] == "가장 많이 지킨 것: detailed (준수 100%). 다음은 raw (50%)."
    assert "이긴 것 1, 진 것 0, 비긴 것 0" in lines[1]
    assert any("detailed 1, short 2" in line for line in lines)


def test_votes_of_people_are_told() -> None:
    lines = told([*answered("raw", 2), *answered("short", 2)], {"short": 5, "raw": 2})
    assert "사람들의 투표: short 5, raw 2." in lines


@pytest.mark.parametrize(
    ("won", "lost", "chance"),
    [(0, 0, True), (5, 0, True), (6, 0, False), (8, 1, False), (7, 2, True), (2000, 1, False)],
)
def test_chance_is_that_of_a_fair_coin(won: int, lost: int, chance: bool) -> None:  # noqa: FBT001 - a table's column
    assert Duel(won, lost).may_be_chance is chance


def test_a_duel_is_over_what_both_answered() -> None:
    results = [*answered("a", 3, 2, -1, 1), *answered("b", 1, 2, 4, 4)]
    assert duel(results, "a", "b") == Duel(won=1, lost=1, level=1)
