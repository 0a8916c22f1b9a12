"""Persons: Korean full names by Kiwi and surname, surnames with titles, announced names, romanised ones."""

import re
from collections.abc import Iterator
from typing import Final

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from core.adapters.presidio.engine import morphemes
from core.adapters.presidio.recognizers.districts import DISTRICTS, PROVINCES
from core.adapters.presidio.recognizers.pattern import IS, LIKELY, POSSIBLE, Form, PatternRecognizer
from core.privacy.entities import EntityType
from core.privacy.persons import DOUBLE_SURNAMES, SURNAMES, TITLES

_TITLED: Final = 0.85
_FREE: Final = r"(?<![가-힣0-9])"
_ONE: Final = f"[{''.join(sorted(SURNAMES))}]"
_SURNAME: Final = rf"(?:{'|'.join(sorted(DOUBLE_SURNAMES))}|{_ONE})"
_AFTER: Final = r"(?=님|[^가-힣]|\Z|[은는이가을를의에와과도로께한랑입부까보처만])"
_TITLE: Final = rf"(?:{'|'.join(sorted(TITLES, key=len, reverse=True))}){_AFTER}"
# A title that a bare surname may carry; 씨, 님 and 이사 are words' beginnings too often.
_OFFICE: Final = rf"(?:대리|과장|차장|부장|팀장|주임|선임|책임|실장|상무|전무|사장|교수|박사|원장|본부장){_AFTER}"
_ANNOUNCED: Final = (
    r"(?:이름|성함|성명|본명|예금주|환자명|담당자|수신인?|발신인?|참조|보호자|대표자|작성자|신청자|고객명|"
    rf"(?:받는|보내는)[ ]?(?:분|사람)){IS}"
)
_END: Final = r"(?=입니|이고|이며|이에|이야|이라|예요|[은는이가을를의에께]?(?![가-힣]))"
_HIDDEN: Final = rf"{_ONE}[O○ㅇ*X●][가-힣]|{_ONE}[가-힣][O○*●]|{_ONE}[O○*●]{{2}}"
_ROMAN: Final = (
    r"(?:Kim|Lee|Park|Choi|Jung|Jeong|Kang|Cho|Yoon|Jang|Lim|Han|Oh|Seo|Shin|Kwon|Hwang|Ahn|Song|Yoo|Hong|Moon|Yang|"
    r"Bae|Baek|Nam|Shim|Noh|Ryu)"
)
_ROMAN_GIVEN: Final = r"[A-Z][a-z]{1,7}(?:-[a-zA-Z][a-z]{1,6}| [A-Z][a-z]{1,6})?"
_GIVEN_ROMAN: Final = r"[A-Z][a-z]{2,7}(?:-?[a-zA-Z][a-z]{1,6})?"
_ENGLISH: Final = (
    r"(?:[Mm]y name is|[Ii]'m|[Ii] am|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Dear|Prof\.?) (?P<item>[A-Z][a-z]+ [A-Z][a-z]+)"
)

# Syllables that given names are made of.
_GIVEN: Final = frozenset(
    "가강건겸경고관광교구국권규균근금기길나남다단달담대덕도동두라란람래려련렬령록루류률름리린림마만말매면명모무문미민"
    "박반방배백범벽별병보복봉부분빈사산상새서석선설섭성세소솔송수숙순술슬승시식신아안애양언여연열영예오옥온완용우욱운울"
    "웅원월위유윤율은을음응의이익인일임자장재전점정제조종주준중지진찬창채천철초춘충치탁태택판평표필하학한해향헌혁현형혜호"
    "홍화환황회효후훈휘희흥"
)
_WORDS: Final = """
    서울대 전라도 경상도 충청도 한국어 유럽인 신세계 이마트 현대차 기아차 고려대 연세대 성균관 한양대 서강대 이화여
    조선일 동아일 이순신 세종대 장영실 유관순 안중근 신사임 홍길동전 우리나 하나님 예수님 부처님 고객님 선생님 사장님
    주인공 조상님 한강변 신라면 문자열 서구청 여의도 전문관 아저 아가 누구
"""
_NOT_NAMES: Final = frozenset((*_WORDS.split(), *DISTRICTS, *PROVINCES))
_FULL: Final = re.compile(rf"(?:{'|'.join(sorted(DOUBLE_SURNAMES))})[가-힣]{{1,2}}|{_ONE}[가-힣]{{2}}")


class PersonRecognizer(PatternRecognizer):
    """Finds persons; the span ends before the title and the particle."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.PERSON,
            Form(re.compile(rf"{_FREE}(?P<item>{_SURNAME}[가-힣]{{2}})[ ]?{_TITLE}"), _TITLED, _is_name),
            Form(re.compile(rf"{_FREE}(?P<item>{_SURNAME}) ?{_OFFICE}"), LIKELY),
            Form(re.compile(rf"{_FREE}(?P<item>[가-힣]{{2}}) ?씨{_AFTER}"), POSSIBLE, _is_name),
            Form(re.compile(rf"{_ANNOUNCED}(?P<item>{_SURNAME}[가-힣]{{1,2}}?){_END}"), _TITLED),
            Form(re.compile(rf"{_FREE}(?P<item>{_HIDDEN})(?![A-Za-z0-9*])"), LIKELY),
            Form(
                re.compile(rf"{_FREE}(?P<item>{_ONE} [가-힣] [가-힣])(?= ?{_TITLE}|입니다|이에요|예요|라고)"),
                POSSIBLE,
                _is_name,
            ),
            Form(re.compile(rf"(?<![A-Za-z])(?:{_ROMAN} {_ROMAN_GIVEN}|{_GIVEN_ROMAN} {_ROMAN})(?![A-Za-z])"), LIKELY),
            Form(re.compile(rf"{_ENGLISH}(?![A-Za-z])"), LIKELY),
        )

    def analyze(self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts) -> list[RecognizerResult]:
        """Return what the forms find, and the proper nouns that look like a full name; ordinary nouns are no names."""
        nouns = {
            (token.start, token.end) for token in morphemes(nlp_artifacts) if token.tag == "NNG" and len(token) > 1
        }
        found = super().analyze(text, entities, nlp_artifacts)
        return [
            *(result for result in found if (result.start, result.end) not in nouns),
            *self._proper_nouns(text, nlp_artifacts),
        ]

    def _proper_nouns(self, text: str, nlp_artifacts: NlpArtifacts) -> Iterator[RecognizerResult]:
        for token in morphemes(nlp_artifacts):
            form = text[token.start : token.end]
            if token.tag == "NNP" and _FULL.fullmatch(form) and _is_name(form) and _stands_free(text, token.start):
                yield self.result(token.start, token.end, LIKELY)


def _is_name(name: str) -> bool:
    plain = name.replace(" ", "")
    return plain not in _NOT_NAMES and _GIVEN.issuperset(plain[-2:])


def _stands_free(text: str, start: int) -> bool:
    return start == 0 or not "가" <= text[start - 1] <= "힣"
