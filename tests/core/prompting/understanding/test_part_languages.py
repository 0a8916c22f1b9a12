"""Languages of parts: which parts a text wants in another language than the whole."""

import pytest

from core.prompting.compose import compose
from core.prompting.understanding.part_languages import part_languages
from core.prompting.understanding.wanted_language import wanted_language
from tests.core.prompting.briefs import brief


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("뜻은 한국어로 같이", (("뜻", "한국어"),)),
        ("병음도 같이 적고 해석은 우리말로", (("해석", "한국어"),)),
        ("발음은 한글로, 뜻은 한국어로 옆에", (("발음", "한글"), ("뜻", "한국어"))),
        ("속담은 영어로, 뜻은 한국어로", (("속담", "영어"), ("뜻", "한국어"))),
        ("Give the meaning in English", (("meaning", "English"),)),
        ("메일은 영어로 써 주세요", ()),
        ("회의는 영어로 진행됩니다", ()),
    ],
)
def test_parts_have_languages_of_their_own(text: str, parts: tuple[tuple[str, str], ...]) -> None:
    assert part_languages(text) == parts
    assert not parts or wanted_language(text) is None


def test_the_line_of_the_language_says_it() -> None:
    prompt = compose(brief("카페 표현 12개 뽑아줘", background="뜻은 한국어로 같이 적어줘", language="프랑스어")).prompt
    assert "프랑스어(뜻: 한국어)" in prompt
