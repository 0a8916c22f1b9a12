"""Languages: those an answer can be in, by every name people give them."""

import re
from dataclasses import dataclass
from typing import Final

from core.values.choices import Language
from core.values.locale import Locale


@dataclass(frozen=True, slots=True)
class NamedLanguage:
    """A language by its names in Korean, in English and in itself; `also` are other names."""

    korean: str
    english: str
    own: str
    also: tuple[str, ...] = ()

    def name(self, locale: Locale) -> str:
        """Return its name in the interface's language."""
        return self.korean if locale is Locale.KO else self.english


KOREAN: Final = NamedLanguage("한국어", "Korean", "한국말", ("국문", "우리말", "한글"))
ENGLISH: Final = NamedLanguage("영어", "English", "english", ("영문",))
NAMED_LANGUAGES: Final = (
    KOREAN,
    ENGLISH,
    NamedLanguage("일본어", "Japanese", "日本語", ("일어", "にほんご", "nihongo")),
    NamedLanguage("중국어 번체", "Traditional Chinese", "繁體中文", ("번체", "繁体", "대만어", "taiwanese")),
    NamedLanguage("중국어", "Chinese", "中文", ("중문", "간체", "汉语", "漢語", "简体", "普通话", "mandarin")),
    NamedLanguage("스페인어", "Spanish", "español", ("에스파냐어", "서반아어", "espanol", "castellano")),
    NamedLanguage("프랑스어", "French", "français", ("불어", "francais")),
    NamedLanguage("독일어", "German", "deutsch", ("독어",)),
    NamedLanguage("베트남어", "Vietnamese", "tiếng việt", ("월남어", "tieng viet")),
    NamedLanguage("인도네시아어", "Indonesian", "bahasa indonesia", ("인니어",)),
    NamedLanguage("태국어", "Thai", "ภาษาไทย", ("타이어", "ไทย")),
    NamedLanguage("러시아어", "Russian", "русский", ("노어",)),
    NamedLanguage("포르투갈어", "Portuguese", "português", ("portugues", "브라질어")),
    NamedLanguage("이탈리아어", "Italian", "italiano", ("이태리어",)),
    NamedLanguage("아랍어", "Arabic", "العربية", ("아라비아어",)),
    NamedLanguage("힌디어", "Hindi", "हिन्दी", ("हिंदी", "인도어")),
    NamedLanguage("몽골어", "Mongolian", "монгол"),
    NamedLanguage("튀르키예어", "Turkish", "türkçe", ("터키어", "turkce")),
    NamedLanguage("우즈베크어", "Uzbek", "o‘zbekcha", ("우즈벡어", "o'zbek", "o‘zbek")),
    NamedLanguage("필리핀어", "Filipino", "tagalog", ("타갈로그어", "따갈로그")),
    NamedLanguage("말레이어", "Malay", "bahasa melayu", ("말레이시아어",)),
    NamedLanguage("우크라이나어", "Ukrainian", "українська"),
    NamedLanguage("네덜란드어", "Dutch", "nederlands"),
    NamedLanguage("폴란드어", "Polish", "polski"),
)
_NAMES: Final = {
    name.casefold(): language
    for language in NAMED_LANGUAGES
    for name in (language.korean, language.english, language.own, *language.also)
}
_ANY: Final = re.compile("|".join(re.escape(name) for name in sorted(_NAMES, key=len, reverse=True)))


def is_language(text: str) -> bool:
    """Say whether a text is nothing but the name of a language."""
    return text.strip().casefold() in _NAMES


def languages_in(text: str) -> tuple[NamedLanguage, ...]:
    """Return the languages that a text names, each once, in order."""
    return tuple(dict.fromkeys(_NAMES[name] for name in _ANY.findall(text.casefold())))


def read_language(answer: Language | str) -> NamedLanguage | None:
    """Return the one language that the answer to question 5 means; None when it names none, or several."""
    if isinstance(answer, Language):
        return {Language.KOREAN: KOREAN, Language.ENGLISH: ENGLISH}[answer]
    named = languages_in(answer)
    return named[0] if len(named) == 1 else None
