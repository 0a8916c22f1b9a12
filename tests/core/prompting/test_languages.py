import pytest

from core.prompting.languages import NAMED_LANGUAGES, NamedLanguage, read_language
from core.values.choices import Language
from core.values.locale import Locale


@pytest.mark.parametrize(
    ("answer", "korean"),
    [
        (Language.KOREAN, "한국어"),
        (Language.ENGLISH, "영어"),
        ("일본어로 부탁해요", "일본어"),
        ("日本語", "일본어"),
        ("Japanese please", "일본어"),
        ("中文", "중국어"),
        ("繁體中文", "중국어 번체"),
        ("Tiếng Việt", "베트남어"),
        ("BAHASA INDONESIA", "인도네시아어"),
        ("불어", "프랑스어"),
        ("Deutsch", "독일어"),
        ("русский", "러시아어"),
        ("ไทย", "태국어"),
        ("español", "스페인어"),
        ("터키어", "튀르키예어"),
        ("العربية", "아랍어"),
    ],
)
def test_a_language_is_known_by_each_of_its_names(answer: Language | str, korean: str) -> None:
    language = read_language(answer)
    assert language is not None
    assert language.korean == korean


@pytest.mark.parametrize("answer", ["클링온어", "", "아무거나", "한국어랑 영어 둘 다"])
def test_none_or_several_is_left_as_typed(answer: str) -> None:
    assert read_language(answer) is None


@pytest.mark.parametrize("language", NAMED_LANGUAGES, ids=lambda language: language.english)
def test_every_name_means_its_own_language(language: NamedLanguage) -> None:
    for name in (language.name(Locale.KO), language.name(Locale.EN), language.own, *language.also):
        assert read_language(name) is language
