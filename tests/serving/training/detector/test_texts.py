"""The texts that the model was trained on: those of the training folder as they are now."""

from core.adapters.presidio.names.model import shipped
from serving.training.detector.corpus import digest


def test_the_model_is_of_these_texts() -> None:
    assert shipped().texts == digest(), "the training texts have changed: train the model again (names/MODEL_CARD.md)"
