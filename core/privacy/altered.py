"""Altered labels: which label a piece of an AI's answer stands for, if it clearly stands for one."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from core.privacy.entities import EntityType
from core.privacy.labels import NOUNS, Label, parse
from core.privacy.occurrences import BEHIND_A_NAME


@dataclass(frozen=True, slots=True)
class Reading:
    """A piece of a text, as written, and the label it stands for; None where it is `clear` that no known one is meant.

    `tail` is what the piece holds besides the label: a particle or title drawn into the brackets.
    """

    start: int
    end: int
    label: str | None
    clear: bool
    tail: str = ""


class Reader:
    """Reads labels of one vault, altered ones too."""

    def __init__(self, labels: Iterable[str]) -> None:
        self._labels = tuple((label, parsed) for label in labels if (parsed := parse(label)))
        self._known = frozenset(label for label, _ in self._labels)

    def read(self, text: str) -> Iterator[Reading]:
        """Yield the readings of a text, in order; pieces that have nothing to do with a label are passed over."""
        for match in _CANDIDATE.finditer(text):
            if match["bare"]:
                readings = [self._bare(match)]
            elif _SEVERAL.fullmatch(match.group()):
                readings = [self._bare(inner) for inner in _BARE.finditer(text, match.start() + 1, match.end() - 1)]
            else:
                readings = [self._bracketed(match)]
            yield from filter(None, readings)

    def _bare(self, match: re.Match[str]) -> Reading | None:
        label = f"{{{match['noun']}{match['number']}}}"
        if label not in self._known or not BEHIND_A_NAME.match(match.string, match.end()):
            return None
        return (
            Reading(*match.span(), None, clear=False) if match["blank"] else Reading(*match.span(), label, clear=True)
        )

    def _bracketed(self, match: re.Match[str]) -> Reading | None:
        if match.group() in self._known:
            return Reading(*match.span(), match.group(), clear=True)
        within = match.group().strip("".join((*_BRACKETS, _ESCAPE)))
        inner = _INNER.fullmatch(unicodedata.normalize("NFKC", within).strip(" *_`\"'"))
        if inner is None:
            return self._hint(match, within)
        word = re.sub(r"[\s_]", "", inner["noun"]).casefold()
        if word not in _TYPES:
            return self._hint(match, within)
        if not (inner["digits"] or inner["spelled"]):
            return self._numberless(match, _TYPES[word])
        number = int(inner["digits"]) if inner["digits"] else _NUMBERS[inner["spelled"].casefold()]
        found = self._find(word, number, int(inner["form"] or 1))
        if len(found) == 1:
            return Reading(*match.span(), found[0], clear=True, tail=inner["tail"])
        return Reading(*match.span(), None, clear=not found) if found or word in _OFFICIAL else None

    def _hint(self, match: re.Match[str], within: str) -> Reading | None:
        """Return what names a label's noun in curly brackets in another way: {첫 번째 이름}."""
        kinds = {_OFFICIAL.get(word.casefold()) for word in re.findall(r"[^\W\d]+", within)}
        meant = match.group().startswith(_CURLY) and any(label.type in kinds for _, label in self._labels)
        return Reading(*match.span(), None, clear=False) if meant else None

    def _numberless(self, match: re.Match[str], entity_type: EntityType) -> Reading | None:
        meant = match.group().startswith(_CURLY) and any(label.type is entity_type for _, label in self._labels)
        return Reading(*match.span(), None, clear=False) if meant else None

    def _find(self, word: str, number: int, form: int) -> list[str]:
        """Return the labels with this number whose noun is the word, else those whose type it names."""
        same = [(text, label) for text, label in self._labels if (label.number, label.form) == (number, form)]
        exact = [text for text, label in same if _key(label) == word]
        return exact or [text for text, label in same if label.type is _TYPES[word]]


def _key(label: Label) -> str:
    return label.noun.replace("_", "").casefold()


_SYNONYMS: Final = {
    EntityType.PERSON: "person fullname 성명 성함 사람 인물 姓名 名前 名字",
    EntityType.PHONE: "phonenumber telephone tel mobile contact 전화 휴대폰 휴대전화 핸드폰 연락처 电话 電話番号",
    EntityType.EMAIL: "e-mail mail emailaddress 메일 이메일주소 메일주소 邮箱",
    EntityType.KR_RRN: "residentnumber residentregistrationnumber 주민번호",
    EntityType.KR_FRN: "foreignernumber foreignerregistrationnumber 외국인번호",
    EntityType.KR_PASSPORT: "passportnumber 여권",
    EntityType.KR_DRIVER_LICENSE: "licence driverlicense licensenumber 면허번호 운전면허",
    EntityType.KR_BRN: "businessnumber businessregistrationnumber 사업자번호",
    EntityType.KR_CORP_REG: "corporatenumber corporateregistrationnumber 법인번호",
    EntityType.BANK_ACCOUNT: "accountnumber 계좌 은행계좌",
    EntityType.CREDIT_CARD: "cardnumber creditcard 카드",
    EntityType.ADDRESS: "homeaddress location 집주소 地址 住所",
    EntityType.ORGANIZATION: "company organisation org companyname institution 회사 조직 회사명 단체 公司 会社",
    EntityType.DATE_OF_BIRTH: "dateofbirth birthday birthdate dob 생일",
    EntityType.CAR_PLATE: "plate platenumber carnumber 차번호 번호판",
    EntityType.ID_NUMBER: "idnumber identifier 번호 사번 학번",
    EntityType.ACCOUNT_NAME: "handle username user 아이디 계정명",
    EntityType.URL_PERSONAL: "link personallink 링크 주소링크",
    EntityType.IP: "ipaddress 아이피",
    EntityType.MAC: "macaddress",
    EntityType.CUSTOM: "item 항목",
    EntityType.SECRET: "password key 비밀번호 암호 비밀",
}
_OFFICIAL: Final = {
    noun.replace("_", "").casefold(): entity_type for nouns in NOUNS.values() for entity_type, noun in nouns.items()
}
_TYPES: Final = {word: kind for kind, words in _SYNONYMS.items() for word in words.split()} | _OFFICIAL

_SPELLED: Final = (
    "일 이 삼 사 오 육 칠 팔 구 십",
    "하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열",
    "one two three four five six seven eight nine ten",
    "i ii iii iv v vi vii viii ix x",
)
_NUMBERS: Final = {word: number for words in _SPELLED for number, word in enumerate(words.split(), 1)}

# A number in words needs a blank before it: 이 is 2 as well as a particle.
_INNER: Final = re.compile(
    r"(?P<noun>[^\W\d_](?:[^\W\d]|[\s\-]){0,30}?)"
    rf"(?:(?:[\s_#.:\-]{{0,3}}(?P<digits>[0-9]{{1,6}})|[\s_\-](?P<spelled>{'|'.join(_NUMBERS)}))"
    r"(?:[ ]?-[ ]?(?P<form>[0-9]{1,4}))?(?P<tail>(?:[ ]?[가-힣]{1,6})?))?",
    re.IGNORECASE,
)
_NOUN: Final = "|".join(
    sorted({re.escape(noun) for nouns in NOUNS.values() for noun in nouns.values()}, key=len, reverse=True)
)
_WITHIN: Final = r"[^{}\[\]<>｛｝［］【】＜＞〈〉\n]{1,40}"
_BRACKETS: Final = ("{}", "[]", "<>", "｛｝", "［］", "【】", "＜＞", "〈〉")
_CURLY: Final = ("{", "｛", "\\{")
_ESCAPE: Final = "\\"  # Markdown's
_BARE_FORM: Final = (
    rf"(?P<bare>(?<![0-9A-Za-z가-힣_\-])(?P<noun>{_NOUN})(?P<blank>[ ]?)"
    r"(?P<number>[1-9][0-9]{0,5}(?:-[1-9][0-9]{0,3})?)(?![0-9A-Za-z_\-]))"
)
_BARE: Final = re.compile(_BARE_FORM)
# Some labels in one pair of brackets, with commas between them.
_SEVERAL: Final = re.compile(rf"\W(?:(?:{_NOUN})[1-9][0-9]{{0,5}}(?:[ ]?[,·/&와과][ ]?|(?=\W\Z))){{2,8}}\W")
_CANDIDATE: Final = re.compile(
    "(?P<bracketed>"
    + "|".join(rf"\\?{re.escape(o)}{{1,2}}{_WITHIN}{re.escape(c)}{{1,2}}" for o, c in _BRACKETS)
    + f")|{_BARE_FORM}"
)
