"""What the classifier of counts was trained from, and that it learns."""

from core.prompting.understanding.item_counts import CountKind, weights
from serving.training.counts.__main__ import figures, fit
from serving.training.counts.rows import LabelledNumber, all_rows, digest

_TEXTS = {
    CountKind.ITEMS: ("제목 후보 5개 뽑아줘", "카페 이름 5개 지어줘", "면접 질문 5개 만들어줘", "광고 문구 5개 써줘"),
    CountKind.PARTS: ("해시태그는 끝에 5개 붙여", "예문은 끝에 5개 붙여", "사진은 끝에 5개 붙여"),
    CountKind.FACTS: ("매장이 5개 있어요", "지점이 5개 있어요", "교실이 5개 있어요"),
}


def test_weights_were_trained_from_the_rows_of_today() -> None:
    """Anew: `python -m serving.training.counts`."""
    assert weights().digest == digest(all_rows())


def test_ten_numbers_teach_what_they_count() -> None:
    rows = [
        LabelledNumber(text, text.index("5개"), text.index("5개") + 2, counted)
        for counted, texts in _TEXTS.items()
        for text in texts
    ]
    fitted = fit(rows * 2, "")
    assert figures(fitted, rows) == "4 taken, 1.000 of them right; 1.000 of 4 found"
    assert fitted.probability("가게 별명 5개 지어줘", 6, 8) > fitted.probability("강의실이 5개 있어요", 5, 7)
