"""The interface texts: the same ids and places in both languages."""

import string

import pytest

from core.conversation.control_names import Control
from core.conversation.questions import Key
from core.conversation.texts import TEXTS, t
from core.privacy.entities import EntityType
from core.prompting.improvements import Kind
from core.values.choices import Form, Language, Length, Level
from core.values.locale import Locale


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_say_the_same_things() -> None:
    korean, english = TEXTS[Locale.KO], TEXTS[Locale.EN]
    assert korean.keys() == english.keys()
    assert {text: _places(korean[text]) for text in korean} == {text: _places(english[text]) for text in english}


@pytest.mark.parametrize("locale", Locale)
def test_every_text_can_be_said(locale: Locale) -> None:
    details = dict.fromkeys({place for text in TEXTS[locale].values() for place in _places(text)}, "5")
    for text in TEXTS[locale]:
        assert t(locale, text, **details)


def test_all_that_has_a_name_has_a_wording() -> None:
    names = [
        *(f"ask.{key}" for key in Key),
        *(f"key.{key}" for key in Key),
        *(f"control.{control}" for control in Control),
        *(f"entity.{kind}" for kind in EntityType),
        *(f"improvement.{kind}" for kind in Kind),
        *(f"{key}.{choice}" for key, kind in _CHOICES.items() for choice in kind),
        "language.other",
    ]
    assert [name for name in names if name not in TEXTS[Locale.KO]] == []


_CHOICES = {Key.FORM: Form, Key.LENGTH: Length, Key.LANGUAGE: Language, Key.LEVEL: Level}
