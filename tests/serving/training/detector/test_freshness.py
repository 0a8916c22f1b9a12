"""The shipped weights are of the texts and the words as they are now."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.adapters.presidio import gazetteer
from core.adapters.presidio.ner import lexicon, model
from core.adapters.presidio.ner.model import shipped
from serving.training.detector import stamp
from serving.training.detector.corpus import digest


def test_the_model_is_of_these_texts() -> None:
    assert shipped().texts == digest(), "the training texts have changed: train the model again (ner/MODEL_CARD.md)"


def test_the_model_is_of_these_words() -> None:
    assert lexicon.stale(shipped().lists) == [], (
        "words of these kinds have changed: train the model again, or stamp it (ner/MODEL_CARD.md)"
    )


def test_each_combination_of_kinds_has_a_number() -> None:
    assert lexicon.numbered(shipped().classes) == shipped().classes


def test_other_words_are_told_by_their_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    held = {**gazetteer.combinations(), "role word.term": ("봉화지기",)}
    monkeypatch.setattr(gazetteer, "combinations", lambda: held)
    gazetteer._held.cache_clear()
    lexicon.digests.cache_clear()
    try:
        assert lexicon.stale(shipped().lists) == ["role", "word.term"]
    finally:
        monkeypatch.undo()
        gazetteer._held.cache_clear()
        lexicon.digests.cache_clear()


def test_a_new_combination_gets_the_next_number_and_moves_no_other() -> None:
    known = {kinds: number for kinds, number in shipped().classes.items() if kinds != "role"}
    numbered = lexicon.numbered(known)
    assert numbered.items() >= known.items()
    assert numbered["role"] == max(known.values()) + 1
    assert min(lexicon.numbered({}).values()) == 1
    assert lexicon.Lexicon.of(known).classes.keys() < lexicon.Lexicon.of(numbered).classes.keys()


def test_stamping_changes_only_what_stands_for_the_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = replace(shipped(), classes={}, lists=())
    monkeypatch.setattr(model, "shipped", lambda: old)
    stamp.main(["--output", str(tmp_path / "names.npz")])
    monkeypatch.undo()
    stamped = model.load(tmp_path / "names.npz")
    assert lexicon.stale(stamped.lists) == []
    assert stamped.classes.keys() == {*lexicon.numbered({})}
    assert np.array_equal(stamped.fields.weights, shipped().fields.weights)
    assert np.array_equal(stamped.judge.weights, shipped().judge.weights)
    assert stamped.texts == shipped().texts
