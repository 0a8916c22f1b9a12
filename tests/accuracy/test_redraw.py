"""Names drawn anew: other ones of the same shape, in the same places."""

from core.privacy.entities import EntityType
from core.privacy.spans import Span
from tests.accuracy.measure import Row
from tests.accuracy.redraw import redrawn

NAMES = ("김서연", "박지훈", "Kim Seoyeon", "Bo Lee", "응우옌티란", "사브리나", "이", "최민", "남궁민수")


def _row(*pieces: str) -> Row:
    """Return a row; pieces that are names or numbers are gold."""
    text, gold = "", []
    for piece in pieces:
        kind = EntityType.PERSON if piece in (*NAMES, "서연") else EntityType.PHONE if piece[0].isdigit() else None
        gold += [Span(len(text), len(text + piece), kind, 1.0)] if kind else []
        text += piece
    return Row(text, gold, [Span(0, 1, EntityType.CUSTOM, 1.0)])


def _told(row: Row) -> list[tuple[str, EntityType]]:
    return [(row.text[span.start : span.end], span.type) for span in row.gold]


def test_every_name_gives_way_to_one_that_looks_like_it() -> None:
    rows = [_row("담당 ", name, "님 ", "010-2345-6789") for name in NAMES]
    others = redrawn(rows)
    for row, other in zip(rows, others, strict=True):
        (before, _), (after, kind), (phone, _) = *_told(row)[:1], *_told(other)
        assert kind is EntityType.PERSON
        assert (after.isascii(), " " in after) == (before.isascii(), " " in before)
        assert phone == "010-2345-6789"
        assert other.text == f"담당 {after}님 {phone}"
        assert other.neutral == row.neutral
    assert {_told(row)[0] for row in rows} != {_told(row)[0] for row in others}


def test_somebody_stays_one_and_particles_stay_right() -> None:
    rows = [_row("담당 ", "김서연", "이 ", "서연", "이와 왔다"), _row("나는 ", "박지훈", "이다")]
    (full, _), (given, _) = _told(redrawn(rows)[0])
    assert full.endswith(given)
    assert full != "김서연"
    assert (ord(full[-1]) - ord("가")) % 28
