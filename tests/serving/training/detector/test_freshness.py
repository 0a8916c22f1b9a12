"""The shipped weights are of the texts and the word lists as they are now."""

from core.adapters.presidio.ner import lexicon
from core.adapters.presidio.ner.model import shipped
from serving.training.detector.corpus import digest


def test_the_model_is_of_these_texts() -> None:
    assert shipped().texts == digest(), "the training texts have changed: train the model again (ner/MODEL_CARD.md)"


def test_the_model_is_of_these_lists() -> None:
    assert shipped().lists == lexicon.digest(), (
        f"one of the lists {', '.join(lexicon.FEATURES)} has changed: train the model again (ner/MODEL_CARD.md)"
    )


def test_each_combination_of_lists_has_a_number() -> None:
    assert lexicon.unknown_classes() == set(), "add these at the end of lexicon/classes.txt"
