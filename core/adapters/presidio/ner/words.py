"""Words: which stretches of a text are words of the language, by Kiwi's dictionary and the lists."""

from collections.abc import Sequence
from typing import Final

from core.adapters.presidio.engine import Morpheme
from core.adapters.presidio.gazetteer import words

_COMMON: Final = words(*("word.noun", "word.term", "word.common", "word.frequent", "title", "nobody", "nobody.known"))
_TITLES: Final = frozenset(title for title in (*words("title"), *words("title.rank")) if len(title) > 1)
_SYLLABLES: Final = words("given.syllable")
_NAMES: Final = words("given", "given.word")
_ADNOMINAL: Final = words("given.adnominal")
# What makes another word of a word: 영업부, 구매자, 감정적.
_SUFFIXES: Final = frozenset(
    "팀부과실처국소점원반조회단청장직급형용별자인적률율비값측층권식물품기학성화법사제지가계도표들끼리쯤씩째선후전중내외상하간앱"
)
_SHORTEST: Final = 2
_FUNCTIONAL: Final = ("J", "E", "V", "XSV", "XSA")
_SUBJECT: Final = ("JKS", "JKC")
_OF_PLACES: Final = ("에", "에서", "으로", "로")
_WHOLE: Final = ("NNG", "NNP", "MAG")
_VERBS: Final = ("VV", "VA", "VX", "VCN", "XSV", "XSA", "EP", "EF")
_NOUNS: Final = ("NNG", "NNB", "NP", "NR", "XR", "MM", "MA", "XPN", "XSN", "SN", "IC")


class Words:
    """The words of one text."""

    def __init__(self, text: str, morphemes: Sequence[Morpheme]) -> None:
        self._text = text
        self._starting: dict[int, list[Morpheme]] = {}
        self._ending: dict[int, str] = {}
        for morpheme in morphemes:
            self._starting.setdefault(morpheme.start, []).append(morpheme)
            self._ending[morpheme.end] = morpheme.tag

    def is_word(self, start: int, end: int) -> bool:
        """Say whether it is a word, or several or a derived one: 공무원, 신입사원, 영업부."""
        written = self._text[start:end]
        if written in _COMMON or (written[:-1] in _COMMON and written[-1] in _SUFFIXES):
            return True
        return self._is_made_of_words(start, end)

    def is_ordinary(self, start: int, end: int) -> bool:
        """Say whether it is a word that nobody is called."""
        return self._text[start:end] not in _NAMES and self.is_word(start, end)

    def is_noun(self, start: int, end: int) -> bool:
        """Say whether Kiwi's dictionary has it as one noun."""
        return any(held.end == end and held.known and held.tag == "NNG" for held in self._starting.get(start, ()))

    def is_name(self, start: int, end: int) -> bool:
        """Say whether it may be a name: no ordinary word or part of one, no verb, and no word with a particle."""
        if self.is_ordinary(start, end) or self.is_other(start, end) or self._text[start:end].endswith(("님", "씨")):
            return False
        if self.is_titled(start, end):
            return False
        if any(held.known and held.end > end and held.tag in _WHOLE for held in self._starting.get(start, ())):
            return False
        return is_given(self._text[start:end]) or not self._holds_a_verb(start, end)

    def is_titled(self, start: int, end: int) -> bool:
        """Say whether it ends with a title behind one or two syllables: 동대표."""
        return self._text[start + 1 : end] in _TITLES or self._text[start + 2 : end] in _TITLES

    def _holds_a_verb(self, start: int, end: int) -> bool:
        return any(
            held.known and held.tag.startswith(_VERBS)
            for place in range(start, end)
            for held in self._starting.get(place, ())
        )

    def is_part(self, start: int, end: int) -> bool:
        """Say whether it is no name and a noun of Kiwi's dictionary goes on behind it: 어린|이, but not 지은|이."""
        if end - start < _SHORTEST or is_given(self._text[start:end]):
            return False
        return any(held.known and held.end > end and held.tag == "NNG" for held in self._starting.get(start, ()))

    def is_other(self, start: int, end: int) -> bool:
        """Say whether a known word ends within it, and a particle, an ending or a verb begins there: 정보|라고."""
        ends = [held.end for held in self._starting.get(start, ()) if held.known and held.end - start >= _SHORTEST]
        behind = (held for place in ends if place < end for held in self._starting.get(place, ()))
        return any(held.tag.startswith(_FUNCTIONAL) for held in behind)

    def is_verb(self, start: int, end: int) -> bool:
        """Say whether it is a verb or an adjective with its ending, or without the one that follows: 나은, 빛나|는."""
        stems = [held.end for held in self._starting.get(start, ()) if held.known and held.tag.startswith(("VV", "VA"))]
        return any(
            held.tag.startswith("E") and end in (held.start, held.end)
            for stem in stems
            if stem <= end
            for place in range(start + 1, end + 1)
            for held in self._starting.get(place, ())
        )

    def is_adnominal(self, start: int, end: int) -> bool:
        """Say whether a name that is a form of an adjective or a verb as well stands before a noun: 고은 모래."""
        if self._text[start:end] not in _ADNOMINAL or self._text[end : end + 1] != " ":
            return False
        return any(held.known and held.tag.startswith("NN") for held in self._starting.get(end + 1, ()))

    def is_predicate(self, start: int, end: int) -> bool:
        """Say whether such a form has a subject, or a noun that needs it: 어머니가 지은 밥, 지은 지 10년."""
        if not self.is_adnominal(start, end):
            return False
        needed = any(held.tag == "NNB" for held in self._starting.get(end + 1, ()))
        return needed or self._ending.get(start - 1, "") in _SUBJECT

    def is_place(self, end: int) -> bool:
        """Say whether a particle begins there that places and times have, and no person: 가을|에, 하늘|에서."""
        return any(held.tag == "JKB" and held.form in _OF_PLACES for held in self._starting.get(end, ()))

    def _is_made_of_words(self, start: int, end: int) -> bool:
        """Say whether known nouns cover it, the first of two syllables at least."""
        place = start
        while place < end:
            known = [held for held in self._starting.get(place, ()) if held.known and held.tag.startswith(_NOUNS)]
            longest = max((held.end for held in known if held.end <= end), default=place)
            length = longest - place
            if place == start and self._is_prefix(start, end):
                longest = start + 1
            elif not length or (length < _SHORTEST and (place == start or self._text[place] not in _SUFFIXES)):
                return False
            place = longest
        # 오이진: a word with a particle within its last syllable.
        return not any(held.tag.startswith(_FUNCTIONAL) for held in self._starting.get(end - 1, ()) if end - 1 > start)

    def _is_prefix(self, start: int, end: int) -> bool:
        """Say whether a prefix begins there and no given name follows it: [신]소재, but neither 신미래 nor 최지혜."""
        held = self._starting.get(start, ())
        return any(one.tag == "XPN" and one.end == start + 1 < end for one in held) and not is_given(
            self._text[start + 1 : end]
        )


def is_given(written: str) -> bool:
    """Say whether people are called so, whatever else it means: 서연, 하늘."""
    return written in _NAMES


def is_made_for_names(written: str) -> bool:
    """Say whether all its syllables are ones that given names are made of."""
    return _SYLLABLES.issuperset(written)


def is_common(written: str) -> bool:
    """Say whether the lists hold it as a word."""
    return written in _COMMON
