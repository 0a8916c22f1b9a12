from core.privacy.text import MaskedText
from core.values.choices import Form
from core.values.locale import Locale
from tests.core.prompting.briefs import brief


def test_an_empty_optional_answer_is_none() -> None:
    assert brief("요청", tone="  ", constraints="\u200b").tone is None


def test_an_id_typed_as_text_is_the_choice() -> None:
    assert brief("요청", form="table").form is Form.TABLE


def test_a_word_for_a_choice_stays_what_was_typed() -> None:
    form = brief("요청", form="표").form
    assert isinstance(form, MaskedText)
    assert form == "표"


def test_a_name_without_a_reference_is_dropped() -> None:
    assert brief("요청", reference_name="a.pdf").reference_name is None


def test_briefs_are_equal_when_their_canonical_words_are() -> None:
    assert brief(" 요청\r\n둘 ") == brief("요청\n둘")
    assert brief("요청") != brief("요청", Locale.EN)
