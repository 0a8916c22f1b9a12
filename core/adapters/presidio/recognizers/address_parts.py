"""Addresses by their parts: pieces that stand in a row, each worth something, and lead to a door, a house or a lot.

The grammar of `address.py` asks for one order. People leave out the city's 시, the road or the word for the house, so
here whatever stands together is weighed: 신내동 푸른솔빌 B03호, 구리 갈매순환로 18 702동 1104호.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from core.adapters.presidio.engine import morphemes
from core.adapters.presidio.recognizers.districts import CITIES, DISTRICTS, PROVINCES, alternatives
from core.adapters.presidio.recognizers.pattern import LIKELY, PatternRecognizer
from core.privacy.entities import EntityType

RULE_OF_PARTS: Final = "parts of an address in a row"
_ASKED: Final = 2.3
# What each kind of part is worth; those of `_LEADING` lead somewhere, the rest only say in which town.
_WORTH: Final = {
    "city": 1.0,
    "bare": 0.7,
    "town": 1.0,
    "road": 1.6,
    "lot": 1.4,
    "pair": 1.4,
    "building": 1.2,
    "complex": 1.0,
    "house": 1.2,
    "door": 1.3,
    "floor": 0.8,
    "side": 0.6,
}
_LEADING: Final = frozenset(("road", "lot", "complex", "house", "door"))
# Behind a city alone two numbers are a score or a range (서울 2-1 승); behind these they are a lot.
_HOLDS_LOTS: Final = frozenset(("town", "road", "building"))
_ABOVE: Final = frozenset(("city", "bare", "town", "road", "lot", "pair", "building"))
_BELOW: Final = frozenset(("building", "complex", "house", "door", "floor"))

_START: Final = r"(?<![가-힣0-9A-Za-z])"
_END: Final = (
    r"(?![가-힣]*[0-9]?(?:선|관|실|작|안|코스|개|명|원|년|월|일|시|분|번째|회|위|차|호선)(?![가-힣]))"
    r"(?=[^0-9A-Za-z가-힣]|\Z|[은는이가을를의에과와도로만고]|으로|까지|부터|입니|이[에고며]|예요|인데|라|살|사는)"
)
_PART: Final = re.compile(
    rf"(?P<city>{_START}(?:{alternatives((*PROVINCES, *DISTRICTS))})(?=[ ,]))"
    rf"|(?P<bare>{_START}(?:{alternatives(CITIES)})(?=[ ]))"
    rf"|(?P<town>{_START}(?:[가-힣]{{1,4}}[0-9]가|[가-힣]{{1,4}}[0-9]{{0,2}}(?:읍|면|동|리))(?=[ ,]))"
    rf"|(?P<road>{_START}(?!주소|장소|위치)[가-힣]{{1,8}}[0-9]{{0,3}}(?:대로|로|길)"
    r"(?:[ ]?[0-9]{1,4}(?:번?[가나다라]?길|번안길))?"
    rf"[ ]{{0,2}}[0-9]{{1,4}}(?:-[0-9]{{1,4}})?(?:번지)?(?![0-9.~%]){_END})"
    rf"|(?P<complex>{_START}[0-9]{{1,2}}단지{_END})"
    rf"|(?P<house>{_START}(?:[0-9]{{1,4}}|[가나다라마바A-F])동(?=[ ,]|[0-9]))"
    rf"|(?P<last>{_START}[0-9]{{3,4}}동{_END})"
    rf"|(?P<door>(?:{_START}|(?<=동)|(?<=층))(?:지하[ ]?|B)?[0-9]{{2,4}}(?:-[0-9]{{1,3}})?호{_END})"
    rf"|(?P<floor>{_START}(?:지하[ ]?|B)?[0-9]{{1,2}}층{_END})"
    rf"|(?P<lot>{_START}(?:산[ ]?[0-9]{{1,4}}(?:-[0-9]{{1,4}}|-?[0-9]{{0,4}}번지)|[0-9]{{1,4}}(?:-[0-9]{{1,4}})?번지)"
    rf"(?![0-9\-~.]){_END})"
    rf"|(?P<pair>{_START}[0-9]{{1,4}}-[0-9]{{1,4}}(?![0-9\-~.]){_END})"
    rf"|(?P<building>{_START}[가-힣0-9A-Za-z]{{0,10}}(?:아파트|빌라|맨션|오피스텔|타워|빌딩|하이츠|상가|연립|주공|자이"
    r"|래미안|푸르지오|힐스테이트|아이파크|캐슬|더샵|편한세상|팰리스|타운|마을|하우스|파크|시티|빌|뷰|원룸|고시원|고시텔"
    rf"|기숙사|생활관|시장)(?![가-힣0-9A-Za-z]))"
    rf"|(?P<side>{_START}(?:옥탑방?|반지하|지층|[가나다라마바사아]열|본관|별관|신관|뒤채|별채){_END})"
)
# A word of no kind that may stand between two parts: 구미 옥계동 [푸른센트럴] 2단지.
_WORD: Final = r"[가-힣A-Za-z][가-힣0-9A-Za-z]{1,11}(?<![은는을를에서고며요다면해])"
_GAP: Final = re.compile(r"[ ,]{0,2}")
_BRIDGE: Final = re.compile(rf"[ ,]{{1,2}}{_WORD}(?:[ ]{_WORD})?[ ]")


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of an address."""

    start: int
    end: int
    kind: str
    worth: float


class AddressPartsRecognizer(PatternRecognizer):
    """Finds rows of parts that are worth enough."""

    def __init__(self) -> None:
        super().__init__(EntityType.ADDRESS)

    def analyze(
        self,
        text: str,
        entities: list[str],  # noqa: ARG002 - Presidio's signature
        nlp_artifacts: NlpArtifacts,
    ) -> list[RecognizerResult]:
        """Return the addresses."""
        nouns = {(token.start, token.end) for token in morphemes(nlp_artifacts) if token.tag != "NNP" and token.known}
        rows = map(_closed, _rows(text, nouns))
        return [self.result(row[0].start, row[-1].end, LIKELY, RULE_OF_PARTS) for row in rows if _leads(row)]


def _rows(text: str, nouns: set[tuple[int, int]]) -> Iterator[list[_Part]]:
    """Yield the parts that stand together."""
    row: list[_Part] = []
    for part in _parts(text, nouns):
        if row and not _follows(text, row[-1], part):
            yield row
            row = []
        row.append(part)
    if row:
        yield row


def _parts(text: str, nouns: set[tuple[int, int]]) -> Iterator[_Part]:
    for match in _PART.finditer(text):
        kind = {"last": "house"}.get(match.lastgroup or "", match.lastgroup or "")
        # 활동, 정리, 마을: words of the language tell of no place by themselves.
        word = kind in ("town", "building") and match.span() in nouns
        yield _Part(*match.span(), kind, 0.2 if word else _WORTH[kind])


def _follows(text: str, one: _Part, other: _Part) -> bool:
    if _GAP.fullmatch(text, one.end, other.start):
        return True
    return one.kind in _ABOVE and other.kind in _BELOW and _BRIDGE.fullmatch(text, one.end, other.start) is not None


def _closed(row: list[_Part]) -> list[_Part]:
    """Return a row up to its door: in 302호 원룸 the last word tells no more of the place."""
    return row[:-1] if len(row) > 1 and row[-1].kind == "building" and row[-2].kind in _BELOW else row


def _leads(row: Sequence[_Part]) -> bool:
    return (
        sum({part.kind: part.worth for part in row}.values()) >= _ASKED
        and len(row) > 1
        and not _ABOVE.isdisjoint(part.kind for part in row)
        and (
            any(part.kind in _LEADING for part in row)
            or any(part.kind == "pair" and above.kind in _HOLDS_LOTS for above, part in pairwise(row))
        )
    )
