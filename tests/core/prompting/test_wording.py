import re
from collections.abc import Iterator
from dataclasses import fields

import pytest

from core.locale import Locale
from core.prompting.craft import Craft, Specialty
from core.prompting.notes import Conflict
from core.prompting.qualities import VAGUE, WEIGHTS, Quality
from core.prompting.subtypes import SIGNS, SubType
from core.prompting.task_types import TaskType
from core.prompting.whys import Why
from core.prompting.wording import CRAFTS, FRAMES, NOTES, SPECIALTIES, WHYS
from core.prompting.wording.lint import LINT

SENTENCES = ("task", "item", "criteria", "pitfalls", "unknown", "steps")
REPORT_SECTIONS = 5


def _said(words: Craft | Specialty, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        value = getattr(words, name)
        yield from (value,) if isinstance(value, str) else value or ()


ALL = [
    pytest.param(locale, words, id=f"{locale}-{name}")
    for locale in Locale
    for name, words in (*CRAFTS[locale].items(), *SPECIALTIES[locale].items())
]


@pytest.mark.parametrize("locale", Locale)
def test_each_type_and_sub_type_has_its_words(locale: Locale) -> None:
    assert set(CRAFTS[locale]) == set(TaskType)
    assert set(SPECIALTIES[locale]) == set(SubType) == {sign.subtype for sign in SIGNS}
    assert set(NOTES[locale]) == set(Conflict)
    assert set(WHYS[locale]) == set(Why)
    assert set(LINT[locale]) == set(Quality) == set(WEIGHTS)


def test_the_weights_make_a_hundred() -> None:
    assert sum(WEIGHTS.values()) == 100


@pytest.mark.parametrize(("locale", "words"), ALL)
def test_there_is_no_vague_word_and_no_figure(locale: Locale, words: Craft | Specialty) -> None:
    said = "\n".join(_said(words, tuple(field.name for field in fields(words))))
    assert not re.search("[0-9]", said)
    if locale is Locale.KO:
        assert not VAGUE.search(said)
        assert not re.search("[A-Za-z]", said)


@pytest.mark.parametrize(("locale", "words"), ALL)
def test_there_is_one_register(locale: Locale, words: Craft | Specialty) -> None:
    ending = r"(?:니다|십시오)\.$" if locale is Locale.KO else r"[.?]$"
    for sentence in _said(words, SENTENCES):
        assert re.search(ending, sentence), sentence


@pytest.mark.parametrize(("locale", "words"), ALL)
def test_the_shapes_are_complete(locale: Locale, words: Craft | Specialty) -> None:
    assert words.sections is None or len(words.sections) == len(set(words.sections)) == REPORT_SECTIONS
    assert words.columns is None or words.columns.count(" | ") in (2, 3)
    assert words.flow is None or " → " in words.flow
    assert len(words.criteria) >= 2


def test_the_frames_name_the_same_answers() -> None:
    korean, english = FRAMES[Locale.KO], FRAMES[Locale.EN]
    for name in ("labels", "tags", "headings", "choices", "fields", "traits", "parts"):
        assert set(getattr(korean, name)) == set(getattr(english, name))
    assert set(korean.labels) <= set(korean.tags)


@pytest.mark.parametrize("locale", Locale)
def test_labels_headings_and_tags_are_told_apart(locale: Locale) -> None:
    frame = FRAMES[locale]
    assert len(set(frame.labels.values())) == len(frame.labels)
    assert len(set(frame.tags.values())) == len(frame.tags)
    assert not any(tag[-1].isdigit() for tag in frame.tags.values())
    for choices in frame.choices.values():
        assert len(set(choices.values())) == len(choices)
