"""Postal addresses: by road, by lot, by apartment, from the province down to the door.

A province, a city or a district alone stays.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from core.adapters.presidio.engine import morphemes
from core.adapters.presidio.recognizers.districts import DISTRICTS, PROVINCES, alternatives
from core.adapters.presidio.recognizers.pattern import LIKELY, PARTICLE, POSSIBLE, SURE, PatternRecognizer, PatternRule
from core.privacy.entities import EntityType

_START: Final = r"(?<![가-힣0-9A-Za-z])"
# Where a province or a district begins, a particle may be glued on in front: 주소는서울시 강남구….
_AFTER_PARTICLE: Final = r"(?<![0-9A-Za-z])(?:(?<![가-힣])|(?<=[은는이가을를와과로에서게테의도만지터고며다요랑데럼]))"
_GAP: Final = r"(?:[ ]{1,3}\n?|\n)"
_POSTCODE: Final = r"(?:(?:\((?:우[ )]?)?[0-9]{5}\)|(?:우[ )]?)?[0-9]{5}\)?)[ ,]{1,3})?"
_PROVINCE: Final = rf"(?:{alternatives(PROVINCES)})"
_DISTRICT: Final = rf"(?:{alternatives(DISTRICTS)})"
# A town of the lot system: 역삼동, 역삼1동, 종로3가, 화도읍, 북면 창곡리.
_TOWN: Final = r"(?:[가-힣]{1,5}(?:(?<=로)[ ])?[0-9]가(?![가-힣])|[가-힣]{1,5}[0-9]{0,2}(?:읍|면|동|리))"
_CITY: Final = (
    rf"(?:{_PROVINCE}(?:{_GAP}|(?=[가-힣]{{1,4}}[시군구]))(?:{_DISTRICT}{_GAP}){{0,2}}|(?:{_DISTRICT}{_GAP}){{1,2}})"
)
_ABOVE: Final = rf"{_POSTCODE}{_CITY}(?:{_TOWN}[ ]{{1,3}}){{0,2}}"

_LANE: Final = r"(?:[0-9]{1,4}(?:번?[가나다라]?길|번안길))"
_ROAD: Final = rf"[0-9]?[가-힣·]{{1,10}}?[0-9]{{0,2}}(?:대로|로|길)(?:[ ]?{_LANE})?"
_LONE_ROAD: Final = rf"[가-힣]{{2,8}}(?:대로|로)(?:[ ]?{_LANE})?"
_NUMBER: Final = r"(?:지하[ ]?)?[0-9]{1,5}+(?:-[0-9]{1,4}+)?+(?:번지)?+(?![0-9])"
_LOT: Final = r"(?:산[ ]?)?[0-9]{1,4}+(?:-[0-9]{1,4}+)?+(?:번지)?+(?![0-9])"
_LABEL: Final = rf"주소{PARTICLE}?[ ]?[:=]?[ ]?[\"'“‘(]?"
_NO_LABEL: Final = r"(?![가-힣]{0,3}(?:주소|[사학군]번|번호))"
# A number in an address is followed by a particle or nothing: 테헤란로 12에서, but 영어로 3개, 내곡동 52사단.
_NO_COUNT: Final = (
    r"(?![.~%]?[0-9])"
    r"(?=[^가-힣%]|\Z|(?:번지|에|으?로|[의은는이가을를와과도만]|까지|부터|입니|예요|하고|라|처럼|보다|한테"
    r"|께|이?랑|인데|인지|마다)(?!지|계))"
)
_BUILDING: Final = (
    r"(?:[가-힣0-9A-Za-z]{1,14}(?:아파트|빌딩|타워|오피스텔|빌라|맨션|센터|플라자|하이츠|자이|래미안"
    r"|푸르지오|힐스테이트|"
    r"아이파크|캐슬|더샵|편한세상))"
)
_NAMES: Final = r"(?:아이파크|래미안|푸르지오|힐스테이트|자이|더샵|캐슬|롯데캐슬)[ ]"
_HOUSE: Final = r"(?:[0-9A-Za-z가나다라마]{1,4}동(?![가-힣])|[0-9]{1,4}동(?=[ ]?[0-9]))"
_DOOR: Final = r"(?:(?:지하[ ]?|B)?[0-9]{1,3}층|[0-9A-Z]{0,2}-?[0-9]{1,4}호(?!선|관))"
_SIDE: Final = r"(?:우측|좌측|왼쪽|오른쪽|뒤채|별채|옥탑방?|반지하|지하|지층|옥상|상가|본관|별관|신관)"
# An estate by its own name with a house or a door: 한빛마을 3단지 502호, 래미안 101동 1203.
_ESTATE_NAME: Final = (
    r"(?:[가-힣0-9A-Za-z]{1,10}(?:[ ]?아파트|마을|빌라|맨션|오피스텔|하이츠|자이|래미안|푸르지오|힐스테이트"
    r"|아이파크|캐슬|더샵|편한세상|팰리스"
    r"|타운하우스|주공|현대|삼성|우성|한신|롯데|쌍용|두산)|자이|래미안|푸르지오|힐스테이트|아이파크|더샵"
    r"|롯데캐슬|기숙사|생활관)"
)
_ESTATE: Final = (
    rf"{_ESTATE_NAME}[가-힣]{{0,6}}[ ]?(?:[0-9]{{1,2}}(?:단지|차)[ ]?)?"
    r"(?:[0-9A-Za-z가나다라마]{1,4}동(?:[ ]?[0-9]{3,4}(?:호|(?![0-9가-힣])))?(?![가-힣]{0,3}(?:출신"
    r"|주민센터))|[0-9]{3,4}호(?!선|관)"
    r"|[0-9]{2,4}[\-/][0-9]{3,4}(?![0-9\-]))"
)
# A word of a building's name: no verb, and nothing with a particle.
_WORD: Final = r"[가-힣0-9A-Za-z]{1,15}(?<![은는을를에서고며요다면해])(?![가-힣0-9A-Za-z])"
_DETAIL: Final = (
    rf"(?:[ ]{{0,2}}\([가-힣0-9A-Za-z, ]{{2,25}}\)|,?[ ]{{0,3}}\n?(?:{_BUILDING}(?![가-힣]{{3}})|{_HOUSE}|{_DOOR}"
    rf"|[0-9]{{2,4}}[\-/][0-9]{{3,4}}(?![0-9\-/])|(?<=동[ ])[0-9]{{3,4}}(?![0-9가-힣])"
    rf"|(?<=[ ])(?:[0-9]{{1,2}}(?:차|단지)|{_SIDE})(?![가-힣])"
    rf"|(?<=[ ])[가-힣]{{2,10}}[ ]?[0-9]{{1,4}}동(?![가-힣])"
    rf"|(?<=[ ,]){_WORD}(?=(?:[ ]{{1,2}}{_WORD}){{0,2}}[ ]{{1,2}}(?:{_BUILDING}|{_NAMES}|{_HOUSE}|{_DOOR})))){{0,5}}"
)
# Particles, adverbs, endings: Kiwi's tags for what 로 is in 영어로, 그대로, 새로. Behind a city or 주소 a road's own
# name (효자로) may look like a noun with its particle.
_NO_ROAD: Final = ("J", "MA", "EC")
_NO_ROAD_IN_A_CITY: Final = ("MA", "EC")
# Of the United States, the United Kingdom, Canada and Singapore.
_FOREIGN_POSTCODE: Final = (
    r"(?:[A-Z]{2},? [0-9]{5}(?:-[0-9]{4})?|[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}"
    r"|(?:[A-Z]{2},? )?[A-Z][0-9][A-Z] [0-9][A-Z][0-9]|[0-9]{6})(?![0-9A-Za-z])"
)
_TOWN_IN_ENGLISH: Final = (
    rf"(?:,? (?![A-Z]{{2}} )[A-Z][A-Za-z]{{2,20}}(?:[ -][A-Z][a-z]{{1,20}}){{0,2}}(?![0-9A-Za-z]))?"
    rf"(?:,? {_FOREIGN_POSTCODE})?"
)
_UNIT_WORD: Final = r"(?:(?:Apt|Apartment|Suite|Ste|Unit|Flat|Rm|Room|Floor)\.? ?#?|#)"
_STREET: Final = (
    rf"(?<![0-9A-Za-z])(?:{_UNIT_WORD}[0-9A-Z][0-9A-Z\-]{{0,6}},? )?"
    r"[0-9]{1,5}[A-Z]? (?!(?:1st|2nd|3rd|First|Second|Third) Place)"
    r"(?:(?:[NSEW]\.?|West|East|North|South) )?(?:(?:[A-Z][a-z]+(?:['’][a-z]+)?|[0-9]{1,3}(?:st|nd|rd|th)) ){1,3}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Terrace|Court|Way|Place|Square"
    r"|Parkway|Pkwy|Highway|Hwy|Plaza|Ct|Pl|Sq|Grove|Close|Crescent|Gardens|Mews|Row|Circle|Trail|Loop|Hill"
    r"|Walk)(?![A-Za-z])\.?(?: (?:West|East|North|South|Central|[NSEW]{1,2})(?![A-Za-z]))?"
    rf"(?:,? {_UNIT_WORD}[0-9A-Za-z\-]{{1,6}})?{_TOWN_IN_ENGLISH}"
)
_BOX: Final = rf"(?<![A-Za-z])P\.? ?O\.? ?[Bb](?:ox|OX) ?#?[0-9]{{1,6}}(?![0-9]){_TOWN_IN_ENGLISH}"
_CODE_IN_ENGLISH: Final = (
    r"(?:(?<![A-Za-z])(?:[Zz][Ii][Pp](?: ?[Cc]ode)?|[Pp]ost(?:al ?)?[ ]?[Cc]ode)|우편[ ]?번호)"
    rf"(?: is|은|는)?[ ]?[:=]?[ ]?(?P<item>[0-9]{{5}}-[0-9]{{4}}|[0-9]{{5}}(?![0-9])|{_FOREIGN_POSTCODE})"
)

# Songdo-daero 120beon-gil, Itaewon-ro 27ga-gil.
_LATIN_ROAD: Final = (
    r"[A-Z][A-Za-z]+(?:-[a-z]+)?(?:(?: ?[0-9]+)?-(?:daero|ro|gil|dong|ri)|[ ](?:Daero|Ro)(?=[ ][0-9]{1,4}-?gil))"
    r"(?:[ ,]{1,2}[0-9]{1,4}(?:[A-Za-z]{0,4}-)?gil)?"
)
# 152 Teheran-ro, Gangnam-gu, Seoul, with a floor or a unit before it.
_ROMANISED: Final = (
    r"(?<![0-9A-Za-z])(?:(?:B?[0-9]{1,3}F|(?:(?:Unit|Apt\.?|Room|Rm\.?|Suite|Building|Bldg\.?) |#)?[0-9]{1,4}"
    r"(?:-[0-9]{1,5})?(?:ho|dong)?"
    r"|(?:[A-Z][A-Za-z]+ ){1,2}(?:Villa|Apartment|Apt|Tower|Building|Bldg|Officetel|Mansion)s?), ?){0,3}"
    rf"(?:[0-9]{{1,4}}(?:-[0-9]{{1,3}})?,? {_LATIN_ROAD}|{_LATIN_ROAD},? [0-9]{{1,4}}(?:-[0-9]{{1,3}})?(?![0-9\-]))"
    r"(?:, ?(?:B?[0-9]{1,3}F|(?:Unit |Apt\.? |#)?[0-9]{1,4}(?:-[0-9]{1,5})?(?:ho)?))?"
    r"(?:, ?[A-Z][A-Za-z]+(?:-(?:gu|si|dong|do|gun|eup|myeon))?){0,4}(?:,? [0-9]{5})?"
    r"(?:,? (?:South Korea|Republic of Korea|Korea))?(?:, ?[0-9]{1,2}(?:st|nd|rd|th) [Ff]loor)?(?![0-9A-Za-z])"
)
_WHOSE_UNIT: Final = (
    r"(?<![0-9A-Za-z가-힣])[0-9]{1,4}(?:호|동)(?=[ ]?(?:세대|입주|주민|사는|사시는|아주머니|아저씨|할머니"
    r"|할아버지|집|이웃))"
    r"|(?<![0-9A-Za-z가-힣])[0-9]{3,4}호(?=(?:에|로)[ ](?:새로|이사|입주|살|사는|들어))"
    r"|(?<![0-9A-Za-z가-힣])[가나다라마A-F]동[ ]?[0-9]{3,4}호(?![선관])"
)


class AddressRecognizer(PatternRecognizer):
    """Finds addresses that lead to a door, a building or a lot."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.ADDRESS,
            PatternRule.of(
                "road with its city", rf"{_AFTER_PARTICLE}{_ABOVE}{_ROAD}[ ]{{0,3}}{_NUMBER}{_NO_COUNT}{_DETAIL}", SURE
            ),
            PatternRule.of(
                "lot with its city", rf"{_AFTER_PARTICLE}{_ABOVE}{_TOWN}[ ]{{0,3}}{_LOT}{_NO_COUNT}{_DETAIL}", SURE
            ),
            PatternRule.of(
                "road or lot behind 주소",
                rf"{_LABEL}(?P<item>(?:{_TOWN}[ ])?(?:{_LONE_ROAD}|{_TOWN})[ ]?{_NUMBER}{_NO_COUNT}{_DETAIL})",
                SURE,
            ),
            PatternRule.of(
                "road and number",
                rf"{_START}{_NO_LABEL}(?:{_TOWN}[ ])?{_LONE_ROAD}[ ]?{_NUMBER}{_NO_COUNT}{_DETAIL}",
                POSSIBLE,
            ),
            PatternRule.of(
                "house and door",
                rf"{_START}(?:{_BUILDING}[ ]?)?(?=[0-9]*동?[ ]?[0-9]{{3}})[0-9]{{1,4}}동[ ]?[0-9]{{1,4}}호(?!선|관)",
                LIKELY,
            ),
            PatternRule.of(
                "postcode",
                r"우편[ ]?번호(?:는|은|가)?[ ]?[:=]?[ ]?(?P<item>[0-9]{5}|[0-9]{3}-[0-9]{3})(?![0-9])",
                LIKELY,
            ),
            PatternRule("street in English", re.compile(_STREET), LIKELY),
            PatternRule("post office box", re.compile(_BOX), LIKELY),
            PatternRule("postcode of another country", re.compile(_CODE_IN_ENGLISH), LIKELY),
            PatternRule("romanised road", re.compile(_ROMANISED), SURE),
            PatternRule.of(
                "estate and house", rf"{_START}{_NO_LABEL}(?:{_CITY}(?:{_TOWN}[ ])?|{_TOWN}[ ])?{_ESTATE}", POSSIBLE
            ),
            PatternRule("house whose residents are told", re.compile(_WHOSE_UNIT), POSSIBLE),
        )

    def kept(
        self, text: str, found: Sequence[RecognizerResult], nlp_artifacts: NlpArtifacts
    ) -> Iterable[RecognizerResult]:
        """Return the addresses; a word of the language before a number (그대로 3, 영어로 100, 활동 3-2) is none."""
        nouns = {(token.start, token.end) for token in morphemes(nlp_artifacts) if token.tag == "NNG"}
        particles = {token.end for token in morphemes(nlp_artifacts) if token.tag.startswith(_NO_ROAD)}
        adverbs = {token.end for token in morphemes(nlp_artifacts) if token.tag.startswith(_NO_ROAD_IN_A_CITY)}
        return [
            result
            for result in found
            if not any(
                end in (adverbs if result.score >= SURE else particles)
                or (result.score < SURE and (result.start, end) in nouns)
                or text.startswith("으로", end - 2)
                for end in _before_numbers(text, result.start, result.end)
            )
        ]


def _before_numbers(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the words that stand before a number end."""
    return (start + match.start() + 1 for match in re.finditer(r"[로동리](?=[ ]{0,3}[0-9])", text[start:end]))
