"""What tells the famous from their namesakes: trained on the texts beside its training as they are now."""

from importlib.resources import as_file, files

import numpy as np

from core.adapters.presidio import ner
from core.adapters.presidio.ner.namesakes import FILE
from serving.training.detector.namesakes.__main__ import digest


def test_the_weights_are_of_these_texts() -> None:
    with as_file(files(ner).joinpath(FILE)) as path, np.load(path, allow_pickle=False) as arrays:
        assert str(arrays["texts"]) == digest(), "the texts have changed: run serving.training.detector.namesakes again"
