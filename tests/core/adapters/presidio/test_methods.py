"""Methods that are called after somebody are nobody's names."""

import pytest

from core.adapters.presidio.ner.methods import names_method


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("trained with Adam optimizer", "Adam"),
        ("Adam 옵티마이저로 학습", "Adam"),
        ("Bahdanau attention", "Bahdanau"),
        ("Kaplan-Meier 곡선으로", "Kaplan-Meier"),
        ("Kaplan-Meier 곡선", "Kaplan-Meier 곡선"),
        ("Mann-Whitney U test", "Mann-Whitney"),
        ("Breusch-Pagan test", "Breusch-Pagan"),
    ],
)
def test_a_method_behind_a_name(text: str, name: str) -> None:
    start = text.index(name)
    assert names_method(text, start, start + len(name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Adam will review the optimizer", "Adam"),
        ("Adam Smith optimizer", "Adam Smith"),
        ("Sarah test results are in", "Sarah"),
        ("Mary-Ann called about the test", "Mary-Ann"),
        ("James 검정고시 접수", "James"),
    ],
)
def test_somebody(text: str, name: str) -> None:
    start = text.index(name)
    assert not names_method(text, start, start + len(name))
