"""Which lines a text takes away: by section and number, by their words, by what was told of."""

import pytest

from core.conversation.corrections.removal import lines_in, removal
from core.conversation.understood import Removal
from core.privacy.text import MaskedText

_LINES = tuple(
    lines_in("""[작업]
안내문을 씁니다.

[주어진 정보]
- 회비는 3만원이고 {이름1} 총무에게 입금함
- 계좌는 국민 {계좌번호1}
- 반말을 싫어하는 손님
- 주차: 2시간 무료
- 작년에는 비가 와서 체육대회를 못 했어요.
- 참가자는 1,200명이었습니다.
- 어려운 상황에도 준비를 마쳤어요.

[가정]
- 장소: 정해진 것이 없으면 비워 둡니다.

[제약]
- 가격은 적지 않습니다
- 이모지는 쓰지 않습니다""")
)
_ENGLISH = (
    ("told", "The price is 30 dollars."),
    ("told", "We found a bug in the billing module."),
    ("limits", "Short"),
)


def _gone(text: str, lines: tuple[tuple[str, str], ...] = _LINES) -> tuple[str, ...] | None:
    found = removal(lines, text)
    return found.lines if found else None


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("계좌번호는 빼줘", "계좌는 국민 {계좌번호1}"),
        ("주차는 쓰지 마세요", "주차: 2시간 무료"),
        ("참가자 수는 넣지 말아줘", "참가자는 1,200명이었습니다."),
    ],
)
def test_a_fact_that_is_to_be_left_unsaid_goes_and_is_banned(text: str, gone: str) -> None:
    assert removal(_LINES, text) == Removal((MaskedText(gone),), bans=True)


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("체육대회 얘기는 빼줘", "작년에는 비가 와서 체육대회를 못 했어요."),
        ("작년에 비 온 이야기는 지워 주세요", "작년에는 비가 와서 체육대회를 못 했어요."),
        ("체육대회 못 한 건 빼주세요", "작년에는 비가 와서 체육대회를 못 했어요."),
        ("이모지 얘기는 빼도 돼", "이모지는 쓰지 않습니다"),
    ],
)
def test_what_was_told_of_a_thing_goes_without_a_ban(text: str, gone: str) -> None:
    assert removal(_LINES, text) == Removal((MaskedText(gone),))


@pytest.mark.parametrize(
    "text",
    [
        "회비는 빼줘",  # that sentence says more
        "반말은 쓰지 마",
        "이름은 쓰지 마",
        "어려운 내용은 빼줘",
        "환불 얘기는 빼줘",
        "더 짧게",
        "두 번 나오는 말은 빼줘",
    ],
)
def test_another_wish_takes_nothing_away(text: str) -> None:
    assert removal(_LINES, text) is None


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("네 번째 사실 빼줘", ("주차: 2시간 무료",)),
        ("말씀드린 내용 중 마지막 문장은 빼줘", ("어려운 상황에도 준비를 마쳤어요.",)),
        ("꼭 지킬 것 2번 지워줘", ("이모지는 쓰지 않습니다",)),
        ("제약 1, 2번 지워줘", ("가격은 적지 않습니다", "이모지는 쓰지 않습니다")),
        ("열두 번째 사실 지워줘", ()),
        ("세 번째 제약 빼줘", ()),
        ("delete the seventh rule", ()),
    ],
)
def test_a_line_is_named_by_its_number_and_there_may_be_none(text: str, gone: tuple[str, ...]) -> None:
    assert _gone(text) == gone


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Leave out the part about the billing bug", "We found a bug in the billing module."),
        ("don't mention the price", "The price is 30 dollars."),
        ("Remove the second fact, please", "We found a bug in the billing module."),
        ("drop the last constraint", "Short"),
    ],
)
def test_english_names_lines_as_well(text: str, gone: str) -> None:
    assert _gone(text, _ENGLISH) == (gone,)
