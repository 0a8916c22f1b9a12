"""What the classifier of uses was trained from, and that it learns."""

from core.prompting.intents.intent import Product
from core.prompting.understanding.uses import ToldSentence, Use, likeliest, weights
from serving.training.uses.__main__ import figures, fit
from serving.training.uses.rows import LabelledSentence, all_rows, digest

_SENTENCES = {
    Use.ANSWER: ("몇 개를 해야 하는지 모르겠어요", "어느 쪽이 나은지 모르겠어요", "언제 말해야 하는지 모르겠어요"),
    Use.AVOID: ("저번엔 사흘 만에 포기했어요", "저번엔 계획이 빡빡해서 포기했어요", "저번엔 하루 만에 포기했어요"),
    Use.NONE: ("회사원이에요", "대학생이에요", "가게를 해요", "주부예요"),
}


def test_weights_were_trained_from_the_rows_of_today() -> None:
    """Anew: `python -m serving.training.uses`."""
    assert weights().digest == digest(all_rows())


def test_ten_sentences_teach_their_uses() -> None:
    rows = [
        LabelledSentence(ToldSentence(text, "공부 계획 짜줘", Product.PLAN), use, "writer")
        for use, texts in _SENTENCES.items()
        for text in texts
    ]
    fitted = fit(rows, "")
    unseen = ToldSentence("무엇부터 해야 하는지 모르겠어요", "공부 계획 짜줘", Product.PLAN)
    assert likeliest(fitted.probabilities(unseen)) is Use.ANSWER
    assert figures(fitted, rows) == "6 said, 1.000 of them right; 1.000 of 6 found"


def test_sentences_of_one_author_are_labelled_one_way() -> None:
    seen: dict[tuple[str, ToldSentence], Use] = {}
    for row in all_rows():
        assert seen.setdefault((row.author, row.told), row.use) is row.use
