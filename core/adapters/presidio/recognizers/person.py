"""Persons: Korean full names by Kiwi and surname, surnames with titles, names that a word announces."""

import re
from collections.abc import Iterator
from typing import Final

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from core.adapters.presidio.engine import morphemes
from core.adapters.presidio.recognizers.pattern import IS, LIKELY, POSSIBLE, SURE, Form, PatternRecognizer
from core.privacy.entities import EntityType

_SURNAMES: Final = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기"
    "반왕금옥육인맹제모탁국어은편용예경봉사부가"
)
_DOUBLE: Final = "남궁|황보|제갈|사공|선우|서문|독고|동방"
_SURNAME: Final = rf"(?:{_DOUBLE}|[{_SURNAMES}])"
_TITLES: Final = (
    "대표이사|부사장|본부장|선생님|변호사|간호사|회계사|세무사|연구원|매니저|디렉터|대리|과장|차장|부장|팀장|사원|주임|선임|책임|수석|실장|이사|상무|"
    "전무|사장|대표|회장|교수|박사|선생|교사|강사|원장|소장|센터장|학생|환자|고객|의원|기자|작가|감독|선수|씨|님|군|양"
)
_AFTER_TITLE: Final = r"(?![가-힣])|(?=님|은|는|이|가|을|를|의|에|와|과|도|로|께|한|랑|입|부|까|보|처|만|이)"
# Syllables that given names are made of; the second place takes nearly the same ones.
_GIVEN: Final = (
    "가강건겸경고관광교구국권규균근금기길나남다단달담대덕도동두라란람래려련렬령록루류률름리린림마만말매면명모무문미민박반방배백범벽별병보"
    "복봉부분빈사산상새서석선설섭성세소솔송수숙순술슬승시식신아안애양언여연열영예오옥온완용우욱운울웅원월위유윤율은을음응의이익인일임자장재"
    "전점정제조종주준중지진찬창채천철초춘충치탁태택판평표필하학한해향헌혁현형혜호홍화환황회효후훈휘희흥"
)
_ANNOUNCED: Final = rf"(?:이름|성함|성명|본명|예금주|환자명|담당자|수신인?|발신인?|참조|보호자|대표자|작성자|신청자|고객명|받는[ ]?(?:분|사람)|보내는[ ]?(?:분|사람)){IS}"
_ROMAN: Final = r"(?:Kim|Lee|Park|Choi|Jung|Jeong|Kang|Cho|Yoon|Jang|Lim|Han|Oh|Seo|Shin|Kwon|Hwang|Ahn|Song|Yoo|Hong|Moon|Yang|Bae|Baek|Nam|Shim|Noh|Ryu)"
_GIVEN_ROMAN: Final = r"[A-Z][a-z]{1,7}(?:-[a-zA-Z][a-z]{1,6}| [A-Z][a-z]{1,6})?"
_NOT_NAMES_LIST: Final = """
    서울시 서울대 강남구 강동구 강서구 강북구 구로구 성동구 성북구 송파구 양천구 용산구 은평구 종로구 중랑구 금천구
    마포구 노원구 도봉구 동작구 제주도 경기도 강원도 전라도 경상도 충청도 한국어 유럽인 신세계 이마트 현대차 기아차
    고려대 연세대 성균관 한양대 서강대 이화여 조선일 동아일 이순신 세종대 장영실 유관순 안중근 신사임 홍길동전 우리나
    하나님 예수님 부처님 고객님 선생님 사장님 주인공 조상님 한강변 신라면 전주시 문자열 안동시 공주시 나주시 원주시 여주시
    양주시 경주시 진주시 남원시 구미시 성남시 하남시 오산시 안산시 안성시 고양시 유성구 서구청
"""
_NOT_NAMES: Final = frozenset(_NOT_NAMES_LIST.split())
_SYLLABLES: Final = frozenset(_GIVEN)
_FULL: Final = re.compile(rf"(?:{_DOUBLE})[가-힣]{{1,2}}|[{_SURNAMES}][가-힣]{{2}}")


class PersonRecognizer(PatternRecognizer):
    """Finds persons; the span ends before the title and the particle."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.PERSON,
            Form(re.compile(rf"(?<![가-힣])(?P<item>{_SURNAME}[가-힣]{{2}})[ ]?(?:{_TITLES})(?:{_AFTER_TITLE})"), SURE - 0.05, _is_given),
            Form(re.compile(rf"(?<![가-힣0-9])(?P<item>{_SURNAME}) ?(?:대리|과장|차장|부장|팀장|주임|선임|책임|실장|상무|전무|사장|교수|박사|원장|본부장)(?:{_AFTER_TITLE})"), LIKELY, _is_surname),
            Form(re.compile(rf"(?<![가-힣])(?P<item>[{_GIVEN}]{{2}}) ?씨(?:{_AFTER_TITLE})"), POSSIBLE, _is_word_free),
            Form(re.compile(rf"{_ANNOUNCED}(?P<item>{_SURNAME}[가-힣]{{1,2}}?)(?=입니|이고|이며|이에|이야|이라|예요|[은는이가을를의에께]?(?![가-힣]))"), SURE - 0.05),
            Form(re.compile(rf"(?<![가-힣])(?P<item>[{_SURNAMES}][O○ㅇ*X●][가-힣]|[{_SURNAMES}][가-힣][O○*●]|[{_SURNAMES}][O○*●]{{2}})(?![A-Za-z0-9*])"), LIKELY),
            Form(re.compile(rf"(?<![가-힣])(?P<item>[{_SURNAMES}] [가-힣] [가-힣])(?= ?(?:{_TITLES})|입니다|이에요|이라|예요|라고)"), POSSIBLE, _is_spaced),
            Form(re.compile(rf"(?<![A-Za-z])(?P<item>{_ROMAN} {_GIVEN_ROMAN})(?![A-Za-z])"), LIKELY),
            Form(re.compile(rf"(?<![A-Za-z])(?P<item>[A-Z][a-z]{{2,7}}(?:-?[a-zA-Z][a-z]{{1,6}})? {_ROMAN})(?![A-Za-z])"), LIKELY),
            Form(re.compile(r"(?:(?:[Mm]y name is|[Ii]'m|[Ii] am|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Dear|Prof\.?) )(?P<item>[A-Z][a-z]+ [A-Z][a-z]+)(?![A-Za-z])"), LIKELY),
        )  # fmt: skip

    def analyze(self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts) -> list[RecognizerResult]:
        """Return what the forms find, besides the proper nouns that look like a full name; an ordinary noun is no name."""
        nouns = {(token.start, token.end) for token in morphemes(nlp_artifacts) if token.tag == "NNG"}
        found = [
            result
            for result in super().analyze(text, entities, nlp_artifacts)
            if (result.start, result.end) not in nouns or result.end - result.start == 1
        ]
        return [*found, *self._proper_nouns(text, nlp_artifacts)]

    def _proper_nouns(self, text: str, nlp_artifacts: NlpArtifacts) -> Iterator[RecognizerResult]:
        for token in morphemes(nlp_artifacts):
            form = text[token.start : token.end]
            if token.tag == "NNP" and _FULL.fullmatch(form) and _is_given(form) and _stands_free(text, token.start):
                yield self.result(token.start, token.end, LIKELY)


def _is_given(name: str) -> bool:
    return name not in _NOT_NAMES and all(syllable in _SYLLABLES for syllable in name[-2:])


def _is_surname(name: str) -> bool:
    return bool(name)


def _is_spaced(name: str) -> bool:
    return _is_given(name.replace(" ", ""))


def _is_word_free(name: str) -> bool:
    return name not in ("아저", "아가", "모모", "누구")


def _stands_free(text: str, start: int) -> bool:
    return start == 0 or not "가" <= text[start - 1] <= "힣"
