"""Tongues: languages an answer can be in, by every name people give them."""

import re
from dataclasses import dataclass
from typing import Final

from core.values.choices import Language
from core.values.locale import Locale


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language by its names in Korean, in English and in itself; `also` are other names."""

    korean: str
    english: str
    own: str
    also: tuple[str, ...] = ()

    def name(self, locale: Locale) -> str:
        """Return its name in the interface's language."""
        return self.korean if locale is Locale.KO else self.english


KOREAN: Final = Tongue("한국어", "Korean", "한국말", ("국문", "우리말", "한글"))
ENGLISH: Final = Tongue("영어", "English", "english", ("영문",))
TONGUES: Final = (
    KOREAN,
    ENGLISH,
    Tongue("일본어", "Japanese", "日本語", ("일어", "にほんご", "nihongo")),
    Tongue("중국어 번체", "Traditional Chinese", "繁體中文", ("번체", "繁体", "대만어", "taiwanese")),
    Tongue("중국어", "Chinese", "中文", ("중문", "간체", "汉语", "漢語", "简体", "普通话", "mandarin")),
    Tongue("스페인어", "Spanish", "español", ("에스파냐어", "서반아어", "espanol", "castellano")),
    Tongue("프랑스어", "French", "français", ("불어", "francais")),
    Tongue("독일어", "German", "deutsch", ("독어",)),
    Tongue("베트남어", "Vietnamese", "tiếng việt", ("월남어", "tieng viet")),
    Tongue("인도네시아어", "Indonesian", "bahasa indonesia", ("인니어",)),
    Tongue("태국어", "Thai", "ภาษาไทย", ("타이어", "ไทย")),
    Tongue("러시아어", "Russian", "русский", ("노어",)),
    Tongue("포르투갈어", "Portuguese", "português", ("portugues", "브라질어")),
    Tongue("이탈리아어", "Italian", "italiano", ("이태리어",)),
    Tongue("아랍어", "Arabic", "العربية", ("아라비아어",)),
    Tongue("힌디어", "Hindi", "हिन्दी", ("हिंदी", "인도어")),
    Tongue("몽골어", "Mongolian", "монгол"),
    Tongue("튀르키예어", "Turkish", "türkçe", ("터키어", "turkce")),
    Tongue("우즈베크어", "Uzbek", "o‘zbekcha", ("우즈벡어", "o'zbek", "o‘zbek")),
    Tongue("필리핀어", "Filipino", "tagalog", ("타갈로그어", "따갈로그")),
    Tongue("말레이어", "Malay", "bahasa melayu", ("말레이시아어",)),
    Tongue("우크라이나어", "Ukrainian", "українська"),
    Tongue("네덜란드어", "Dutch", "nederlands"),
    Tongue("폴란드어", "Polish", "polski"),
)
_NAMES: Final = {
    name.casefold(): tongue for tongue in TONGUES for name in (tongue.korean, tongue.english, tongue.own, *tongue.also)
}
_ANY: Final = re.compile("|".join(re.escape(name) for name in sorted(_NAMES, key=len, reverse=True)))


def tongues_in(text: str) -> tuple[Tongue, ...]:
    """Return the languages that a text names, each once, in order."""
    return tuple(dict.fromkeys(_NAMES[name] for name in _ANY.findall(text.casefold())))


def read_tongue(answer: Language | str) -> Tongue | None:
    """Return the one language that the answer to question 5 means; None when it names none, or several."""
    if isinstance(answer, Language):
        return {Language.KOREAN: KOREAN, Language.ENGLISH: ENGLISH}[answer]
    named = tongues_in(answer)
    return named[0] if len(named) == 1 else None
