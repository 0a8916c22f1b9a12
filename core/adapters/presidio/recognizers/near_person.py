"""Numbers and dates that are somebody's because somebody is named near them: in the text, or beside the name itself.

They are found with a score below the threshold; `context.py` lifts those that have a person near.
"""

import re
from typing import Final

from core.adapters.presidio.recognizers.birth_date import OLD
from core.adapters.presidio.recognizers.pattern import IS, NO_AMOUNT, WITH_CONTEXT, Form, PatternRecognizer
from core.privacy.entities import EntityType

# What has a number that is nobody's, and what is found elsewhere.
_NO_KEY: Final = (
    r"(?!(?:우편|문서|모델|제품|상품|품목|부품|버전|페이지|문제|지역|국가|포트|전화|휴대폰"
    r"|핸드폰|연락처|팩스|내선|대표|직통|계좌|통장|카드|비밀|주민|외국인|여권|운전면허|법인"
    r"|사업자|인증|색상|도로|노선|열차|호차|채널|행|열|시리얼|일련|규격|표준|법령|공고|고시)[ ]?(?:등록[ ]?)?번호)"
)
# What somebody who is named has a number for.
_KEYS: Final = (
    rf"(?:(?<![가-힣]){_NO_KEY}[가-힣]{{1,10}}[ ]?(?:번호|코드)|(?:사고|사건|접수|예약|지원"
    rf"|회원|고객|관리|식별|개인)[ ]?(?:ID|no\.?|#)|(?<![A-Za-z])PNR"
    r"|(?<![가-힣])(?:사건|접수|운송장|송장|택배|등기|병록|차트|면허|수험표|접수증"
    r"|증권|회원권|예약|진료카드|회원카드|학생증|증권|보험증권)"
    r"|(?<![A-Za-z])(?:case|visit|booking|reservation|tracking"
    r"|application|claim|ticket|invoice|file|record|account"
    r"|confirmation|registration|enrol?lment|chart|permit|certificate|visa|id|ref(?:erence)?)"
    r"(?:[ _]?(?:number|num|no\.?|id|code|ref|#)))"
)
_NO_DATE: Final = r"(?!(?:19|20)[0-9]{2}[-./ ]?(?:0?[1-9]|1[0-2])[-./ ]?(?:[12][0-9]|3[01]|0?[1-9])(?![0-9]))"
_NO_TIME: Final = r"(?!0(?:1[016789]|2|[3-6][1-5]|70)-)"
_UNITS: Final = (
    r"(?![0-9A-Za-z_%]|[.,:\-][0-9]|[ ]?(?:만|억|천)?(?:원|개|명|건|회|분|시|호|동|층|인"
    r"|석|장|권|대|년|월|일|주|점|위|살|세|판|배|보|주차|kg|g|cm|mm|L|ml|km)"
    r"(?:[은는이가을를에도만의씩]|[^가-힣]|\Z))"
)
_CODED: Final = r"[A-Za-z]{1,5}[\-–]?(?:[0-9]{1,4}[\-–])?(?:[A-Za-z][\-–])?[0-9]{3,9}(?:-[0-9]{1,6})?"
_DIGITS: Final = rf"{NO_AMOUNT}[0-9]{{5,13}}|[0-9]{{2,6}}(?:-[0-9A-Z]{{1,9}}){{1,3}}"
_VALUE: Final = rf"(?<![0-9A-Za-z\-_./])(?P<item>{_NO_DATE}{_NO_TIME}(?:{_CODED}|{_DIGITS})){_UNITS}"
# Behind a key, whatever is written in groups of letters and digits.
_KEYED: Final = (
    r"(?<![0-9A-Za-z\-_./])(?P<item>(?!(?:19|20)[0-9]{2}[-./][01]?[0-9][-./][0-3]?[0-9](?![0-9]))(?![0-9]{1,2}:)"
    rf"(?=[0-9A-Za-z\-가나다라마바사아자차카타파하]*[0-9])(?=(?:[\-가나다라마바사아자차카타파하]?[0-9A-Za-z]){{4}})"
    rf"[0-9A-Za-z가나다라마바사아자차카타파하]{{1,14}}(?:-[0-9A-Za-z]{{1,12}}){{0,4}}(?:[ ][0-9]{{4}}){{0,3}}){_UNITS}"
)
# The courts' and prosecutors' numbers of cases, by their register.
_CASE: Final = (
    r"(?<![0-9])(?:19|20)[0-9]{2}[ ]?(?:가단|가합|가소|고단|고합|고정|고약|구합"
    r"|구단|드단|드합|느단|느합|카단|카합|카기|카공|타경|타채|타기|하단|하면"
    r"|개회|회단|회합|즈단|즈기|초기|차전|형제|푸|버|너|르|므|나|노|다|도|두|누|머|차|본"
    r"|호)[ ]?(?:제[ ]?)?[0-9]{2,7}(?:호)?(?![0-9])"
    r"(?![^\n]{0,12}(?:판결|결정|선고|전원합의체|판례))"
)
_MONTH_AND_DAY: Final = r"(?:0?[1-9]|1[0-2])(?:[ ]?[-./][ ]?|월[ ]?)(?:[12][0-9]|3[01]|0?[1-9])일?"
_DATE: Final = rf"(?:19[2-9][0-9]|20[0-2][0-9]|[0-9]{{2}})(?:[ ]?[-./][ ]?|년[ ]?){_MONTH_AND_DAY}"
_SIX: Final = r"(?:[3-9][0-9]|0[0-9]|1[0-9])(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_YEAR: Final = r"(?:19|20)?[0-9]{2}년[ ]?생(?![가-힣])"
_TITLE: Final = r"(?: ?[가-힣]{1,4})?"
_NEXT: Final = rf"{_TITLE}(?:[ ]?[,/|·\t(][ ]?|[ ]{{1,3}})"


class NearPersonRecognizer(PatternRecognizer):
    """Finds what counts where somebody is named; `behind` and `before` say that it must touch the name.

    `behind` is what may stand between the name and the item, `before` what may between the item and a name. `fewest`
    is how many items that are written alike must have a person each; then all that are written so are somebody's.
    """

    def __init__(
        self,
        entity_type: EntityType,
        *forms: Form,
        behind: str | None = None,
        before: str | None = None,
        fewest: int = 1,
    ) -> None:
        self.fewest = fewest
        self.behind = re.compile(rf"(?:{behind})\Z") if behind else None
        self.before = re.compile(before) if before else None
        super().__init__(entity_type, *forms)


def numbers_in_the_text() -> NearPersonRecognizer:
    """Return the recognizer of cases, orders, visits and bookings of those whom a text names."""
    return NearPersonRecognizer(
        EntityType.ID_NUMBER,
        Form.of(rf"{_KEYS}{IS}{_KEYED}", WITH_CONTEXT),
        Form.of(rf"{_KEYS}{IS}제[ ]?(?P<item>[0-9]{{3,12}}(?:-[0-9]{{2,10}}){{0,3}})호", WITH_CONTEXT),
        Form.of(_CASE, WITH_CONTEXT),
        Form(re.compile(r"(?<=\()(?P<item>[A-Z]{1,4}[0-9]{0,4}-?[0-9]{3,8})(?=\))"), WITH_CONTEXT),
    )


def units_in_the_text() -> NearPersonRecognizer:
    """Return the recognizer of houses and doors in texts that name somebody: 204동, 908호."""
    return NearPersonRecognizer(
        EntityType.ADDRESS,
        Form.of(
            r"(?<![0-9A-Za-z가-힣\-])(?:[0-9A-Za-z가나다라마]{1,4}동[ ]?)?(?:[0-9]{1,2}층[ ]?)?[0-9]{3,4}호(?!선"
            r"|관|실|차|봉|점)",
            WITH_CONTEXT,
        ),
        Form.of(r"(?<![0-9A-Za-z가-힣\-])[0-9]{3,4}동(?![가-힣]{2}|작)", WITH_CONTEXT),
        Form.of(
            r"(?<![0-9A-Za-z가-힣])[가-힣]{2,4}[0-9]?(?:동|읍|면|리)(?=[ ]?(?:사는"
            r"|사시는|거주|에[ ]?(?:살|사는|사시|거주)))",
            WITH_CONTEXT,
        ),
    )


def phones_in_the_text() -> NearPersonRecognizer:
    """Return the recognizer of telephone numbers without an area code, and of other countries' without their code."""
    return NearPersonRecognizer(
        EntityType.PHONE,
        Form.of(r"(?<![0-9\-.])[2-9][0-9]{2,3}-[0-9]{4}(?![0-9\-])", WITH_CONTEXT),
        Form.of(r"(?<![0-9\-.])0[0-9]{2,3}([ .\-])[0-9]{3}\1[0-9]{3,4}(?![0-9\-])", WITH_CONTEXT),
    )


def accounts_in_the_text() -> NearPersonRecognizer:
    """Return the recognizer of numbers in three groups, as accounts are written, without the word for it."""
    return NearPersonRecognizer(
        EntityType.BANK_ACCOUNT,
        Form.of(
            r"(?<![0-9A-Za-z\-.])(?!(?:19"
            r"|20)[0-9]{2}-[01][0-9]-)[0-9]{3,6}-[0-9]{2,6}-[0-9]{5,8}(?:-[0-9]{1,3})?(?![0-9\-])",
            WITH_CONTEXT,
        ),
    )


def birth_years_in_the_text() -> NearPersonRecognizer:
    """Return the recognizer of years of birth."""
    return NearPersonRecognizer(EntityType.DATE_OF_BIRTH, Form.of(rf"(?<![0-9]){_YEAR}", WITH_CONTEXT))


def handles_in_the_text() -> NearPersonRecognizer:
    """Return the recognizer of handles, which without a digit may be a decorator's where nobody is named."""
    return NearPersonRecognizer(
        EntityType.ACCOUNT_NAME,
        Form.of(
            r"(?<![0-9A-Za-z_.@/])@[a-z][0-9a-z_.]{2,28}[0-9a-z_](?![0-9A-Za-z_@(])(?=[^\n]*[가-힣])", WITH_CONTEXT
        ),
    )


def numbers_beside() -> NearPersonRecognizer:
    """Return the recognizer of numbers directly beside a name."""
    return NearPersonRecognizer(
        EntityType.ID_NUMBER,
        Form.of(_VALUE, WITH_CONTEXT, lambda number: "@" not in number),
        behind=_NEXT,
        before=r"[ ]?[,/|\t)·][ ]?|[ ]{1,3}",
    )


def rows_of_numbers() -> NearPersonRecognizer:
    """Return the recognizer of numbers that each member of a list has: 20261102 피오나, 20261103 추하늘."""
    return NearPersonRecognizer(
        EntityType.ID_NUMBER,
        Form.of(
            rf"(?<![0-9A-Za-z\-_./])(?P<item>{NO_AMOUNT}[0-9]{{5,10}}|[A-Z]{{1,3}}-?[0-9]{{3,8}}|[0-9]{{2,4}}-[0-9]{{3,6}}){_UNITS}",
            WITH_CONTEXT,
        ),
        behind=_NEXT,
        before=r"[ ]?[,/|\t)·][ ]?|[ ]{1,3}",
        fewest=2,
    )


def birth_dates_beside() -> NearPersonRecognizer:
    """Return the recognizer of dates of birth directly behind a name."""
    return NearPersonRecognizer(
        EntityType.DATE_OF_BIRTH,
        # As airlines write it: 12MAY1979.
        Form.of(
            r"(?<![0-9A-Za-z])[0-3][0-9](?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP"
            r"|OCT|NOV|DEC)(?:19[2-9][0-9]|200[0-9])(?![0-9A-Za-z])",
            WITH_CONTEXT,
        ),
        Form.of(rf"(?<![0-9\-./])(?:{OLD}|{_SIX}|{_YEAR})(?![0-9\-]|[./][0-9])", WITH_CONTEXT),
        behind=rf"{_NEXT}(?:[MFmf남여]자?(?:성)?[ ]?/?[ ]?(?:만?[ ]?[0-9]{{1,3}}세?)?[ ,/]{{1,3}})?",
        before=r"[ ,]{1,2}(?![가-힣])|[ ]",
    )


def birth_dates_in_brackets() -> NearPersonRecognizer:
    """Return the recognizer of dates in brackets behind a name: 김하은 (2025.12.08)."""
    return NearPersonRecognizer(
        EntityType.DATE_OF_BIRTH,
        Form.of(rf"(?<=[(, ])(?:[음양]력[ ]?)?(?P<item>{_DATE})(?=[ ]?[),/])", WITH_CONTEXT),
        behind=rf"{_TITLE}[ ]?\((?:[^()\n]{{0,10}}, ?)?",
    )
