"""Postal addresses: by road, by lot, by apartment, from the province down to the door.

A province, a city or a district alone stays.
"""

from typing import Final

from core.adapters.presidio.recognizers.pattern import LIKELY, POSSIBLE, SURE, Form, PatternRecognizer
from core.privacy.entities import EntityType

_START: Final = r"(?<![가-힣0-9A-Za-z])"
_PROVINCE: Final = (
    r"(?:서울(?:특별시|시)?|(?:부산|대구|인천|광주|대전|울산)(?:광역시|시)?|세종(?:특별자치시|시)?|경기도?|강원(?:특별자치도|도)?|"
    r"충청[남북]도|충[남북]|전라[남북]도|전북특별자치도|전[남북]|경상[남북]도|경[남북]|제주(?:특별자치도|도)?)"
)
_DISTRICT: Final = r"(?:[가-힣]{1,5}(?:시|군|구))"
_TOWN: Final = r"(?:[가-힣0-9]{1,7}(?:읍|면|동|리|가))"
_ABOVE: Final = rf"(?:\(?[0-9]{{5}}\)?[ ,]{{1,2}})?(?:{_PROVINCE}[ ]{{1,2}})?(?:{_DISTRICT}[ ]{{1,2}}){{0,2}}(?:{_TOWN}[ ]{{1,2}}){{0,2}}"
_ABOVE_FOR_SURE: Final = (
    rf"(?:\(?[0-9]{{5}}\)?[ ,]{{1,2}})?(?:{_PROVINCE}[ ]{{1,2}}(?:{_DISTRICT}[ ]{{1,2}}){{0,2}}|(?:{_DISTRICT}[ ]{{1,2}}){{1,2}})"
    rf"(?:{_TOWN}[ ]{{1,2}}){{0,1}}"
)
_ROAD: Final = r"[가-힣0-9·]{1,12}?(?:대로|로|길)(?:[0-9]{1,4}(?:번?[가나다라]?길|번안길))?"
_NUMBER: Final = r"(?:지하[ ]?)?[0-9]{1,5}(?:-[0-9]{1,4})?(?:번지|번)?(?![0-9])"
_NO_COUNT: Final = r"(?![0-9.,]*[ ]?(?:개|명|원|년|월|일|시|분|초|회|번째|위|점|세|살|자|줄|페이지|쪽|단계|가지|대|장|권|배|차|호선|%|km|m|kg))"
_BUILDING: Final = r"(?:[가-힣0-9A-Za-z]{1,14}(?:아파트|빌딩|타워|오피스텔|빌라|맨션|센터|플라자|하이츠|자이|래미안|푸르지오|힐스테이트|아이파크|캐슬|더샵|e편한세상))"
_UNIT: Final = r"(?:[0-9A-Za-z가나다라마]{1,4}동(?![가-힣])|[0-9]{1,4}동(?=[ ]?[0-9])|(?:지하[ ]?|B)?[0-9]{1,3}층|[0-9A-Z]{1,2}-?[0-9]{1,4}호)"
_DETAIL: Final = rf"(?:[ ]?\([가-힣0-9A-Za-z, ]{{2,25}}\)|,?[ ]{{0,2}}(?:{_BUILDING}|{_UNIT})){{0,5}}"


class AddressRecognizer(PatternRecognizer):
    """Finds addresses that lead to a door, a building or a lot."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.ADDRESS,
            Form.of(rf"{_START}{_ABOVE_FOR_SURE}{_ROAD}[ ]?{_NUMBER}{_DETAIL}", SURE),
            Form.of(rf"{_START}{_ABOVE_FOR_SURE}{_TOWN}[ ]?(?:산[ ]?)?{_NUMBER}{_NO_COUNT}{_DETAIL}", SURE - 0.05),
            Form.of(rf"{_START}{_ABOVE_FOR_SURE}(?:{_TOWN}[ ])?{_BUILDING}{_DETAIL}", LIKELY),
            Form.of(
                rf"{_START}(?:{_TOWN}[ ])?[가-힣]{{1,7}}(?:대로|로)(?:[0-9]{{1,4}}(?:번?[가나다라]?길))?[ ]?{_NUMBER}{_NO_COUNT}{_DETAIL}",
                POSSIBLE,
                _is_road,
            ),
            Form.of(rf"{_START}[가-힣0-9]{{1,7}}(?:동|리)[ ][0-9]{{1,4}}-[0-9]{{1,4}}(?:번지)?(?![0-9\-])", POSSIBLE),
            Form.of(
                rf"{_START}[가-힣0-9]{{1,7}}(?:동|리|읍|면)[ ]?[0-9]{{1,4}}(?:-[0-9]{{1,4}})?번지{_DETAIL}", LIKELY
            ),
            Form.of(rf"{_START}(?:{_BUILDING}[ ]?)?[0-9]{{1,4}}동[ ]?[0-9]{{1,4}}호(?![선가-힣])", LIKELY),
            Form.of(rf"{_START}(?:{_BUILDING}[ ]?)?[0-9]{{1,4}}동[ ]?[0-9]{{1,4}}호", LIKELY),
            Form.of(rf"우편[ ]?번호(?:는|은)?[ ]?[:=]?[ ]?(?P<item>[0-9]{{5}}|[0-9]{{3}}-[0-9]{{3}})(?![0-9])", LIKELY),
            Form.of(
                r"(?<![0-9A-Za-z])[0-9]{1,5} (?:[NSEW]\.? )?(?:[A-Z][a-z]+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr)\b\.?"
                r"(?:,? (?:Apt|Suite|Unit|#)\.? ?[0-9A-Za-z]{1,6})?(?:, [A-Z][A-Za-z ]{2,20})?(?:, [A-Z]{2} [0-9]{5})?",
                LIKELY,
            ),
        )


def _is_road(text: str) -> bool:
    """Ordinary words end in 로 too (그대로, 서로, 앞으로): a road's name has two syllables before it at least."""
    name = text.split("로")[0]
    return len(name) >= 2 and not name.endswith(("으", "대", "별", "적", "제", "새", "바", "따", "스스", "서", "실제"))  # noqa: PLR2004 - as said
