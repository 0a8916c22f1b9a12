"""The NLP engine: morphemes with their places, in texts of any length."""

from itertools import pairwise

import pytest

from core.adapters.presidio.engine import LANGUAGE, KiwiNlpEngine, morphemes


def test_morphemes_have_their_places(engine: KiwiNlpEngine) -> None:
    text = "서울에서 만나요"
    found = morphemes(engine.process_text(text, LANGUAGE))
    assert [(text[token.start : token.end], token.tag) for token in found[:2]] == [("서울", "NNP"), ("에서", "JKB")]


def test_morphemes_that_mean_something_have_their_classes(engine: KiwiNlpEngine) -> None:
    dog, particle, cat = morphemes(engine.process_text("강아지와 고양이", LANGUAGE))
    assert (dog.coarse, dog.fine) == (cat.coarse, cat.fine) != (0, 0)
    assert (particle.coarse, particle.fine) == (0, 0)


@pytest.mark.parametrize("unit", ["서울에서 만나요. ", "서울에서\n", "가나다라마바사"])
def test_a_long_text_is_read_to_its_end(engine: KiwiNlpEngine, unit: str) -> None:
    text = unit * (9_000 // len(unit))
    found = morphemes(engine.process_text(text, LANGUAGE))
    assert all(left.start <= right.start for left, right in pairwise(found))
    assert found[-1].end == len(text.rstrip())
    if unit.startswith("서울"):
        assert sum(text[token.start : token.end] == "서울" for token in found) == 9_000 // len(unit)


def test_it_must_be_loaded_first() -> None:
    engine = KiwiNlpEngine()
    assert not engine.is_loaded()
    with pytest.raises(RuntimeError):
        engine.process_text("가", LANGUAGE)
