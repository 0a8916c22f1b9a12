"""Swapped copies of account names and secrets: the same places, other items."""

from serving.training.detector.item_swap import COPIES, swapped
from serving.training.detector.item_texts import LabelledText

TEXTS = [
    LabelledText(
        "아이디 noeul_h 비번 qwer77! 이고 (예: test_id)",
        "one",
        ((4, 11, "ACCOUNT_NAME"), (15, 22, "SECRET")),
        ((30, 37),),
    ),
    LabelledText("슬랙은 @daol_k 입니다", "two", ((4, 11, "ACCOUNT_NAME"),), ()),
    LabelledText("회의는 3시", "two", (), ()),
]


def test_spans_and_neutral_places_move_with_the_text() -> None:
    copies = list(swapped(TEXTS))
    assert len(copies) == 2 * COPIES
    for copy in copies:
        if copy.author == "one":
            assert [copy.text[start:end] for start, end in copy.neutral] == ["test_id"]
            assert copy.text.startswith("아이디 ")
        (start, end, kind), *_ = copy.spans
        assert kind == "ACCOUNT_NAME"
        assert copy.text[start:end].lstrip("@") in {"noeul_h", "daol_k"}


def test_a_sign_stays_where_it_stands() -> None:
    assert all(copy.text[copy.spans[0][0]] == "@" for copy in swapped(TEXTS) if copy.author == "two")


def test_the_same_item_becomes_the_same_one() -> None:
    twice = LabelledText("계정 noeul_h, noeul_h", "one", ((3, 10, "ACCOUNT_NAME"), (12, 19, "ACCOUNT_NAME")), ())
    for copy in swapped([twice, TEXTS[1]]):
        assert len({copy.text[start:end] for start, end, _ in copy.spans}) == 1
