"""Phone numbers of people: Korean mobile and landline numbers, and foreign ones with their country code.

Replaces Presidio's PhoneRecognizer, whose regions leave out KR; the same library (phonenumbers) judges foreign numbers.
Company numbers (15xx, 16xx, 18xx) and toll-free ones (080) are nobody's, and stay.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

import phonenumbers
from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from core.adapters.presidio.recognizers.pattern import (
    BEHIND_DIGITS,
    GAP,
    LIKELY,
    POSSIBLE,
    RULE,
    SURE,
    WITH_CONTEXT,
    PatternRecognizer,
    PatternRule,
    digits,
)
from core.privacy.entities import EntityType

_ABBREVIATED: Final = r"(?:(?<![A-Za-z])(?:tel|hp|phone|mobile|cell|fax|[tmhp])[.:]?)?"
_BEFORE: Final = rf"(?<![0-9_+])(?<![0-9][-.:]){_ABBREVIATED}(?<![0-9_+])(?P<item>"
_COUNTRY: Final = rf"(?:\((?:\+|00)?82\)|(?:\+|00|%2B)?82){GAP}(?:\(0\)|0)?{GAP}"
# What people put between the groups of a mobile number so that it is not found.
_ANYTHING: Final = r"(?:[^0-9A-Za-z가-힣\n]{1,4}|(?:에|의)[ ]?)"
# Digit by digit in its beginning, or throughout.
_SPELLED: Final = r"0[ .\-]{1,2}1[ .\-]{1,2}[016789]"
_AREA: Final = r"(?:2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|50[2-8]?|303)"
# Of other countries without their code, in the groups in which they are written there.
_BRITISH: Final = (
    r"0(?:20 [0-9]{4} [0-9]{4}|7[0-9]{3} [0-9]{3} ?[0-9]{3}|1[0-9]{2} [0-9]{3} [0-9]{4}|1[0-9]{3} [0-9]{6})"
)
_JAPANESE: Final = r"0[89]0-[0-9]{4}-[0-9]{4}"
# Of Tokyo, Osaka and other towns; numbers of files look so, too.
_JAPANESE_TOWN: Final = r"0(?:[36]-[0-9]{4}|[4-9][2-9]-[0-9]{3})-[0-9]{4}"
_CHINESE: Final = r"1[3-9][0-9](?P<gap>[ \-])[0-9]{4}(?P=gap)[0-9]{4}"
# Of China: mobile numbers, with the country's code or without, and those of towns.
_CHINESE_MOBILE: Final = rf"1[3-9][0-9]{GAP}[0-9]{{4}}{GAP}[0-9]{{4}}"
_CHINESE_TOWN: Final = r"0(?:10|2[0-9]|[3-9][0-9]{2})[ \-]?[0-9]{3,4}[ \-]?[0-9]{4}"
# Of North America; what goes free of charge is a company's.
_FREE_OF_CHARGE: Final = r"(?!8(?:00|33|44|55|66|77|88))"
_AREA_CODE: Final = rf"{_FREE_OF_CHARGE}[2-9][0-9]{{2}}"
# In front of a number of so many digits: what it numbers is no telephone.
_NO_THING: Final = re.compile(
    r"(?:부품|품번|모델|제품|상품|주문|송장|접수|문서|사건|계좌|통장|은행|코드|버전|시리얼|일련|우편|(?<![a-z])(?:part|model|order"
    r"|invoice|ticket|case|isbn|serial|sku|item|p/?n|s/?n|acc(?:oun)?t|ref|tracking))[^\n0-9]{0,12}\Z",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(r"[ ]?(?:달러|원|위안|엔|유로|元|円|회|개|명|건|%|bytes?|won|dollars?)", re.IGNORECASE)
_REACH: Final = 24
_CHINA_LIST: Final = (
    "手机 手機 电话 联系 wechat 위챗 微信 중국 상하이 베이징 선전 광저우 칭다오 톈진 다롄 上海 北京 深圳 广州"
)
_CHINA: Final = tuple(_CHINA_LIST.split())
_NORTH_AMERICAN: Final = "North American number"
_CHINESE_TOWN_RULE: Final = "number of a Chinese town"
_WITHOUT_A_CODE: Final = frozenset(
    (_NORTH_AMERICAN, "American number in one", "Chinese mobile number", _CHINESE_TOWN_RULE)
)
_SIGNS: Final = "*＊●○•xX"
_HIDDEN: Final = rf"[0-9{_SIGNS}]"
_FEWEST_SEEN: Final = 5
# Of two lines that differ in their last digits: 010-2345-6789/6790, 043-255-7788~9.
_MORE: Final = r"(?:[ ]?[~/][ ]?[0-9]{1,4}(?![0-9\-/.:]))?"
_END: Final = rf"[0-9]{{4}}{_MORE}){BEHIND_DIGITS}"


class PhoneRecognizer(PatternRecognizer):
    """Finds phone numbers."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.PHONE,
            PatternRule.of(
                "mobile number",
                rf"{_BEFORE}(?:\(01[016789]\)|01[016789]\)?){GAP}[0-9]{{3,4}}{GAP}{_END}",
                SURE,
                _is_given_out,
            ),
            PatternRule.of(
                "mobile number partly hidden",
                rf"{_BEFORE}01[016789]{GAP}{_HIDDEN}{{3,4}}{GAP}{_HIDDEN}{{4}})(?![0-9*])",
                LIKELY,
                _is_partly_hidden,
            ),
            PatternRule.of(
                "mobile number with signs or words between",
                rf"{_BEFORE}01[016789]{_ANYTHING}[0-9]{{3,4}}{_ANYTHING}{_END}",
                POSSIBLE,
                _is_given_out,
            ),
            PatternRule.of(
                "mobile number with spelled beginning", rf"{_BEFORE}{_SPELLED}{GAP}[0-9]{{3,4}}{GAP}{_END}", POSSIBLE
            ),
            PatternRule.of(
                "mobile number split by dots or dashes",
                rf"{_BEFORE}0(?P<mark>[.\-])1(?P=mark)[016789](?:(?P=mark)[0-9]){{7,8}}){BEHIND_DIGITS}",
                POSSIBLE,
            ),
            PatternRule.of(
                "mobile number with blanks anywhere",
                rf"{_BEFORE}0[ ]?1[ ]?0(?:[ \-.]{{0,2}}[0-9]){{8}}){BEHIND_DIGITS}(?![ ][0-9])",
                POSSIBLE,
                _is_given_out,
            ),
            PatternRule.of(
                "mobile number in pairs", rf"{_BEFORE}010(?:[ .\-][0-9]{{2}}){{4}}){BEHIND_DIGITS}", POSSIBLE
            ),
            PatternRule.of(
                "mobile number with Korea's country code",
                rf"{_BEFORE}{_COUNTRY}1[016789]{GAP}[0-9]{{3,4}}{GAP}{_END}",
                SURE,
            ),
            PatternRule.of(
                "landline number", rf"{_BEFORE}(?:\(0{_AREA}\)|0{_AREA}\)?){GAP}[0-9]{{3,4}}{GAP}{_END}", LIKELY
            ),
            PatternRule.of(
                "number with a country code",
                rf"{_BEFORE}\+[1-9](?:[ .()\-]{{0,2}}[0-9]){{7,14}}){BEHIND_DIGITS}",
                LIKELY,
                _is_foreign,
            ),
            PatternRule.of(
                "number with an international prefix",
                rf"{_BEFORE}00[1-9][0-9]{{0,2}}[ .\-](?:[ .()\-]{{0,2}}[0-9]){{7,12}}){BEHIND_DIGITS}",
                LIKELY,
                _is_foreign,
            ),
            # The last four digits, by which a shop calls its customers; those of a car and a card are none.
            PatternRule.of(
                "last four digits of a phone",
                r"(?<!차 번호 )(?<!차번호 )(?<!차량 번호 )(?<!카드 )(?<!카드번호 )"
                r"(?:전화(?:번호)?|휴대폰|핸드폰|연락처|폰)?[ ]?(?:뒷|뒤|끝)[ ]?(?:[네4][ ]?)?(?:자리"
                r"|번호)(?:는|가|은|이)?[ ]?[:(]?[ ]?"
                r"(?P<item>[0-9]{4})(?![0-9])",
                POSSIBLE,
            ),
            PatternRule.of(
                "American number with brackets",
                rf"{_BEFORE}(?:1[ .\-]?)?\({_AREA_CODE}\) ?[2-9][0-9]{{2}}[-. ]{_END}",
                POSSIBLE,
            ),
            PatternRule.of(
                _NORTH_AMERICAN,
                rf"{_BEFORE}(?:1(?P<mark>[\-. ]){_AREA_CODE}(?P=mark)[2-9][0-9]{{2}}(?P=mark)"
                rf"|{_AREA_CODE}(?P<sign>[\-.])[2-9][0-9]{{2}}(?P=sign)){_END}",
                POSSIBLE,
                _is_north_american,
            ),
            PatternRule.of(
                "American number in one",
                rf"{_BEFORE}1?{_AREA_CODE}[2-9][0-9]{{2}}{_END}",
                WITH_CONTEXT,
                _is_north_american,
            ),
            PatternRule.of(
                "Chinese mobile number with its country code",
                rf"{_BEFORE}(?:00)?86{GAP}{_CHINESE_MOBILE}){BEHIND_DIGITS}",
                POSSIBLE,
            ),
            PatternRule.of("Chinese mobile number", rf"{_BEFORE}{_CHINESE_MOBILE}){BEHIND_DIGITS}", WITH_CONTEXT),
            PatternRule.of(_CHINESE_TOWN_RULE, rf"{_BEFORE}{_CHINESE_TOWN}){BEHIND_DIGITS}", POSSIBLE),
            PatternRule.of(
                "British, Japanese or Chinese number",
                rf"{_BEFORE}(?:{_BRITISH}|{_JAPANESE}|{_CHINESE})){BEHIND_DIGITS}",
                POSSIBLE,
            ),
            PatternRule.of(
                "American number",
                rf"{_BEFORE}(?:\([2-9][0-9]{{2}}\)|[2-9][0-9]{{2}})[ .-][0-9]{{3}}[ .-]{_END}",
                WITH_CONTEXT,
            ),
            PatternRule.of(
                "Russian number",
                rf"{_BEFORE}[78][ ]?\(9[0-9]{{2}}\)[ ]?[0-9]{{3}}(?:[- ][0-9]{{2}}){{2}}){BEHIND_DIGITS}",
                POSSIBLE,
            ),
            PatternRule.of("number of a Japanese town", rf"{_BEFORE}{_JAPANESE_TOWN}){BEHIND_DIGITS}", WITH_CONTEXT),
            PatternRule.of("number without its area code", rf"{_BEFORE}[2-9][0-9]{{2,3}}-{_END}", WITH_CONTEXT),
            context="☎ ☏ 전화 연락처 휴대폰 핸드폰 폰번호 직통 팩스 phone call tel cell mobile fax reach"
            f" text me contact my number 電話 일본 도쿄 오사카 大阪 東京 {_CHINA_LIST}",
        )

    def kept(
        self,
        text: str,
        found: Sequence[RecognizerResult],
        nlp_artifacts: NlpArtifacts,  # noqa: ARG002 - its words do not matter
    ) -> Iterable[RecognizerResult]:
        """Return the numbers; behind a word for what has numbers, or before what is counted, foreign ones are none."""
        return [result for result in found if _is_called(text, result)]


def _is_called(text: str, number: RecognizerResult) -> bool:
    rule = number.recognition_metadata[RULE]
    if rule not in _WITHOUT_A_CODE:
        return True
    before = text[max(0, number.start - _REACH) : number.start].rpartition("\n")[2]
    if _NO_THING.search(before) or _COUNTED.match(text, number.end):
        return False
    around = f"{before} {text[number.end : number.end + _REACH]}".casefold()
    return rule != _CHINESE_TOWN_RULE or any(word in around for word in _CHINA)


def _is_given_out(number: str) -> bool:
    """010-0000-0000 is a form to fill in."""
    return bool(digits(number)[3:].strip("0"))


def _is_north_american(number: str) -> bool:
    """Its area code has been given out, or belongs to the numbers of films (555)."""
    return phonenumbers.is_valid_number(phonenumbers.parse(digits(number)[-10:], "US"))


def _is_partly_hidden(number: str) -> bool:
    """Of 010-****-1234 enough is left to tell people apart; 010-XXXX-XXXX is a form to fill in."""
    return any(sign in _SIGNS for sign in number) and sum(map(str.isdigit, number)) >= _FEWEST_SEEN


def _is_foreign(number: str) -> bool:
    try:
        return bool(phonenumbers.is_possible_number(phonenumbers.parse(re.sub(r"\A00", "+", number))))
    except phonenumbers.NumberParseException:
        return False
