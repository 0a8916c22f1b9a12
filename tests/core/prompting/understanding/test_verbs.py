import pytest

from core.prompting.understanding.verbs import (
    formal,
    is_known,
    stem_of_infinitive,
)
from core.prompting.understanding.words import table


@pytest.mark.parametrize(
    ("form", "stem", "formally"),
    [
        ("써", "쓰", "씁니다"),
        ("해", "하", "합니다"),
        ("만들어", "만들", "만듭니다"),
        ("골라", "고르", "고릅니다"),
        ("지어", "짓", "짓습니다"),
        ("도와", "돕", "돕습니다"),
        ("구워", "굽", "굽습니다"),
        ("줄여", "줄이", "줄입니다"),
        ("가르쳐", "가르치", "가르칩니다"),
        ("나눠", "나누", "나눕니다"),
        ("뽑아", "뽑", "뽑습니다"),
        ("보내", "보내", "보냅니다"),
        ("모아", "모으", "모읍니다"),
        ("따라", "따르", "따릅니다"),
        ("달아", "달", "답니다"),
        ("켜", "켜", "켭니다"),
        ("시켜", "시키", "시킵니다"),
        ("돼", "되", "됩니다"),
    ],
)
def test_a_stem_is_found_behind_its_form(form: str, stem: str, formally: str) -> None:
    assert stem_of_infinitive(form) == stem
    assert formal(stem) == formally


@pytest.mark.parametrize("word", ["보고", "3개", "예시", "글"])
def test_what_is_no_form_has_no_stem(word: str) -> None:
    assert stem_of_infinitive(word) is None or word == "3개"


@pytest.mark.parametrize("name", sorted(table("words.toml")))
def test_a_word_list_is_sorted_and_free_of_doubles(name: str) -> None:
    words = table("words.toml")[name]["words"].split()
    assert words == sorted(set(words))


@pytest.mark.parametrize("stem", ["쓰", "알려주", "정리하", "적어두", "왜그러", "낫", "조심스럽"])
def test_a_stem_in_use_is_known(stem: str) -> None:
    assert is_known(stem)


@pytest.mark.parametrize("stem", ["이제오", "나은", "구르르", "두루뭉"])
def test_what_is_no_stem_is_not(stem: str) -> None:
    assert not is_known(stem)
