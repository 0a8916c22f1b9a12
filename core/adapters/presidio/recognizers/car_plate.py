"""Korean number plates. Presidio has none for Korea."""

import re
from typing import Final

from core.adapters.presidio.recognizers.pattern import (
    IS,
    LIKELY,
    POSSIBLE,
    SURE,
    WITH_CONTEXT,
    PatternRecognizer,
    PatternRule,
)
from core.privacy.entities import EntityType

_PROVINCE: Final = r"(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)"
_USE: Final = r"[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주바사아자하허호배]"
_READ: Final = "[공영일이삼사오육칠팔구]"
_SAID: Final = r"(?=[^가-힣]|\Z|이(?:에요|야|고|며|라)|입니|예요|인데|[은는이가을를도로](?![가-힣]))"
_START: Final = r"(?<![0-9A-Za-z])(?<![0-9][-.:])"
_COUNTED: Final = (
    r"(?:년|원|명|개|월|점|쪽|건|천|백|억|조|%|시간|분|장|권|회|위|층|보(?![가-힣])|미터|킬로|만[ ]?[원명개건0-9])"
)
# What follows a count or a price, but no number plate; a word may begin alike: 38나 7215 점검.
_END: Final = (
    r"(?![0-9A-Za-z])(?![-.][0-9])(?![:/][0-9]{1,2}(?![0-9가-힣]))(?!,[0-9]{3}(?![0-9가-힣]))"
    rf"(?!{_COUNTED})(?![ ]{_COUNTED}(?:[은는이가을를의에도로]|[^가-힣]|\Z))"
)


class CarPlateRecognizer(PatternRecognizer):
    """Finds number plates: 12가 3456, 123가4567, 서울 12가 3456."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.CAR_PLATE,
            PatternRule.of(
                "plate with a province", rf"{_PROVINCE}[ ]?[0-9]{{1,2}}[ \-]?{_USE}[ \-]?[0-9]{{4}}{_END}", SURE
            ),
            PatternRule.of(
                "plate of a motorcycle",
                rf"{_PROVINCE}[ ]?[가-힣]{{1,3}}[ ]{_USE}[ \-]?[0-9]{{4}}{_END}",
                POSSIBLE,
                _is_no_year,
            ),
            PatternRule.of(
                "plate of an embassy", rf"(?:외교|영사|준외|준영)[ ]?[0-9]{{3}}[ \-][0-9]{{3}}{_END}", LIKELY
            ),
            PatternRule.of(
                "plate behind its name",
                rf"(?:(?:차량|차|자동차|오토바이|이륜차)[ ]?번호|번호판){IS}"
                rf"(?P<item>(?:{_PROVINCE}[ ]?(?:[가-힣]{{1,3}}[ ])?)?(?:[0-9]{{1,3}}[ .\-]?)?{_USE}[ .\-]?[0-9]{{4}})"
                rf"{_END}",
                LIKELY,
                _is_no_year,
            ),
            PatternRule.of(
                "plate that ends as a year",
                rf"{_START}[0-9]{{2,3}}[ ]?{_USE}[ ]?(?:19|20)[0-9]{{2}}{_END}",
                WITH_CONTEXT,
            ),
            PatternRule.of(
                "plate without its first digits", rf"(?<![0-9A-Za-z가-힣]){_USE}[ ]?[0-9]{{4}}{_END}", WITH_CONTEXT
            ),
            PatternRule.of(
                "plate that is read out",
                rf"(?<![가-힣])(?:{_PROVINCE}[ ]?)?{_READ}{{2,3}}[ ]?{_USE}[ ]?{_READ}{{4}}{_SAID}",
                POSSIBLE,
            ),
            PatternRule.of("plate without blanks", rf"{_START}[0-9]{{2,3}}{_USE}[0-9]{{4}}{_END}", LIKELY),
            PatternRule.of(
                "plate with blanks", rf"{_START}[0-9]{{2,3}}[ ]?{_USE}[ \-]?\n?[0-9]{{4}}{_END}", POSSIBLE, _is_no_year
            ),
            context="차량 차번호 주차 번호판 오토바이 이륜차 렌터카 차주",
        )


def _is_no_year(plate: str) -> bool:
    """12주 2024 is a count before a year."""
    return not re.search(r"(?:19|20)[0-9]{2}\Z", plate)
