"""What a prompt says of its labels once some of them are filled in."""

import pytest

from core.privacy.text import MaskedText
from core.prompting.compose import compose
from core.prompting.label_sentence import about_labels
from core.prompting.writing.phrases import phrase
from core.values.locale import Locale
from tests.core.prompting.briefs import brief

_KO = f"- {phrase(Locale.KO, 'limits.label', label='{이름1}')}"
_EN = f"- {phrase(Locale.EN, 'limits.label', label='{NAME1}')}"


@pytest.mark.parametrize("sentence", [_KO, _KO.removeprefix("- "), _EN])
def test_without_labels_it_says_nothing_of_them(sentence: str) -> None:
    assert about_labels(MaskedText(f"요청\n{sentence}\n끝"), ()) == "요청\n끝"


def test_the_heading_over_it_is_never_left_alone() -> None:
    prompt = compose(brief("음악", background="{이름1}은 오후에만 연다")).prompt
    assert about_labels(prompt, ()).splitlines()[-1].startswith("- ")


def test_it_names_a_label_that_stays() -> None:
    assert about_labels(MaskedText(_KO), ("{{주제}}", "{기관1}")) == _KO.replace("{이름1}", "{기관1}")


def test_what_a_person_wrote_stays() -> None:
    written = MaskedText("{이름1}처럼 밝게 써 줘")
    assert about_labels(written, ()) == written
