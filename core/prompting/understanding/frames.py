"""Frames: what an intent makes of the words it is given, and what those words are: a noun, a name of it, a manner."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from core.privacy.korean.hangul import ending_in, final, with_final
from core.privacy.korean.particles import Particle, attach
from core.prompting.intents.intent import Intent, Opening
from core.prompting.intents.naming import heads_of
from core.prompting.understanding.korean_requests import TEXT
from core.prompting.understanding.manner_adverbs import is_manner
from core.prompting.understanding.object_particles import is_adverb, is_bare_noun, is_verb
from core.prompting.understanding.predicates import read_predicate
from core.prompting.understanding.verbs import is_known
from core.prompting.understanding.words import words

_IT: Final = re.compile(r"\{it(?::(?P<particle>[a-z]+))?\}")
_WRITES: Final = re.compile(r"(?:씁|짭|만듭|짓습|냅|적습|뽑습)니다\.$")


_OBJECT: Final = re.compile(r"(?<![가-힣A-Z])(?P<noun>[가-힣A-Z]{1,24})[을를]\s")
_WORD_FOR_IT: Final = re.compile(r"(?:축|례|별|고|회|념|송|답|영|려|도|조|년)사$")  # 주례사, 송별사


@dataclass(frozen=True)
class Frame:
    """What an intent makes of a phrase."""

    intent: Intent
    opening: Opening

    @property
    def does(self) -> str:
        """What is done, in few words."""
        return self.opening.does

    @cached_property
    def writes(self) -> bool:
        """Whether a text or another thing is made."""
        return _WRITES.search(self.does) is not None

    @cached_property
    def verb(self) -> str:
        """The verb of the intent: 씁니다., 알려 줍니다."""
        last = (self.does if self.writes else self.opening.topic).split()
        return " ".join(last[-2:] if last[-1:] == ["줍니다."] else last[-1:])

    @cached_property
    def thing(self) -> str:
        """What is made, without what describes it: 자기소개서."""
        return "".join(_OBJECT.findall(self.does)[-1:])

    @property
    def is_described(self) -> bool:
        """Whether what is made is told by what it says: 거절하는 글."""
        return " " in self.does.removesuffix(self.verb).strip() and self.writes and "는 " in self.does

    def names(self, text: str) -> bool:
        """Whether a phrase ends in the name of what is made, or of a text."""
        last = text.rpartition(" ")[2]
        return bool(self.names_own(text) or TEXT.search(text) or _MADE.search(text) or last in words("written_things"))

    def names_own(self, text: str) -> bool:
        """Whether a phrase ends in the name of what this intent makes."""
        last = re.sub(r"^[0-9]+", "", text.rpartition(" ")[2])
        if self.verb == "씁니다." and (TEXT.search(text) or last in words("written_things")):
            return True
        if last.endswith(heads_of(self.intent)) and last not in words("verbal_nouns") | _DEEDS:
            return True
        if (len(last) > 1 and self.thing[:-1] == last) or (self.thing == "말" and _WORD_FOR_IT.search(last)):
            return True
        if len(self.thing) < 2 or last in words("verbal_nouns"):  # noqa: PLR2004 - a name has two syllables
            return bool(self.thing) and last.endswith(self.thing)
        is_part = (len(last) > 1 and self.thing.startswith(last)) or self.thing.endswith(last)
        return is_part or last.endswith(self.thing) or last[:-1] == self.thing  # 부고장

    def made(self, text: str) -> str:
        """Return a phrase that names the thing as what is made."""
        return f"{attach(text, Particle.OBJECT)} {self.verb}"


_DEEDS: Final = frozenset({"모집", "초대", "구인", "채용", "환불", "항의", "사고", "장애"})
_MADE: Final = re.compile(
    r"(?:[가-힣]{2}(?<!순)(?<!부)(?<!도)(?<!정)(?<!에)서|[가-힣]{2}(?<!질)(?<!방)(?<!주)(?<!소)문|[가-힣]{2}(?<!목)(?<!대)표|[가-힣]{2}[록]"
    rf"|(?:^|\s)(?:말|말씀|한마디)|[{ending_in('ㄹ')}]말)$"
)


def filled(sentence: str, it: str) -> str:
    """Return a sentence with the words for {it} and the particle that fits them."""

    def put(found: re.Match[str]) -> str:
        return attach(it, Particle[found["particle"].upper()]) if found["particle"] else it

    return _IT.sub(put, sentence)


def is_noun_phrase(text: str) -> bool:
    """Whether a clause is nothing but a noun with what belongs to it, or a note in -음."""
    last = text.rpartition(" ")[2]
    is_note = final(last[-1:]) == "ㅁ"
    return (is_note or (is_noun(last) and read_predicate(text) is None)) and not NO_PHRASE.search(text)


# 이론 and 연도 end as 으론 and 나도 do.
_LIKE_PARTICLE: Final = re.compile(r"(?<!으)론$|[가-힣]?(?:연|온|지|제|속|농|밀|빈|이|습|호|강|족|용|각)도$")


def is_noun(word: str) -> bool:
    """Whether a word is a noun with no particle, and no verb that ends so."""
    is_theory = _LIKE_PARTICLE.search(word) is not None
    shapes = len(word) > 1 and word in words("shaping_verbs")  # 쪼개
    is_bare = is_theory or (is_bare_noun(word) and not is_verb(word) and not shapes)
    return is_bare or word[:1].isdigit() or word in words("written_things")


def is_modifier(word: str) -> bool:
    """Whether a word only describes the next: 심각한 (순으로), 보낼."""
    return final(word[-1:]) in {"ㄴ", "ㄹ"} and len(word) > 1 and is_known(with_final(word, ""))


_SO: Final = re.compile(
    r"(?:[가-힣]게끔|[가-힣]도록|으로|[가-힣A-Za-z]로|만|까지|부터|처럼|없이|씩|대로|빼고|말고|제외하고|포함해|위주로|[가-힣]서|^더)$"
)
OF_ANOTHER: Final = frozenset({"말고", "빼고", "없이", "제외하고", "포함해"})
SIZE: Final = re.compile(
    r"\s(?P<size>(?:[Aa]4\s)?[0-9한두세네]{1,5}\s?(?:자|줄|문장|단어|쪽|장|페이지|p|분|포인트)(?:\s[0-9]{1,2}초)?)"
    r"(?:\s?(?:정도|내외|이내|분량))?$"
)


def says_how(word: str) -> bool:
    """Whether a word says how something is to be done: 정중하게, 영어로, 해설까지."""
    return (
        is_manner(word)
        or is_adverb(word)
        or word in OF_ANOTHER
        or bool(_SO.search(word) and (word[0].isdigit() or not is_bare_noun(word)))
    )


def sized(text: str, verb: str) -> str:
    """Return a thing with its size as how it is made: 독후감 1500자 → 독후감을 1500자로 씁니다."""
    found = SIZE.search(text)
    return (
        f"{attach(text[: found.start()], Particle.OBJECT)} {attach(found['size'], Particle.TO)} {verb}" if found else ""
    )


NO_PHRASE: Final = re.compile(
    r"[는은인운한던]데\s|[는은인]지\s|[가-힣]까\s|나요\s|냐\s|[?!:+]|[가-힣]도\s|네가\s|[0-9]$|[가-힣]{3}[나까냐꺼]$"
    r"|[ㄱ-ㅎ]{2}|\s중\s|(?:^|\s)(?:뭐|뭘)[가-힣]{1,3}$|(?:^|\s)(?:뭘|뭐|어디를|왜|어떻게)\s|[가-힣]줘\s"
)


def in_two(text: str) -> Iterator[tuple[str, str]]:
    """Yield a phrase in two at each blank, the longest head first."""
    parts = text.split(" ")
    for at in range(len(parts) - 1, 0, -1):
        yield " ".join(parts[:at]), " ".join(parts[at:])
