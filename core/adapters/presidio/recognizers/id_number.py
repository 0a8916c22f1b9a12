"""Numbers by which an organization knows a person: employee, student, health insurance, military, customer numbers.

They have no shape of their own, so the word that names them must stand beside them.
"""

from typing import Final

from core.adapters.presidio.recognizers.pattern import (
    IS,
    LIKELY,
    NO_AMOUNT,
    SURE,
    WITH_CONTEXT,
    PatternRecognizer,
    PatternRule,
)
from core.privacy.entities import EntityType

_NAMES: Final = (
    r"(?:(?:개인[ ]?)?통관[ ]?(?:고유[ ]?)?(?:부호|번호)|"
    r"사번|교번|학번|군번|직번|행번|증권[ ]?번호|건강보험(?:[ ]?번호)?|(?:건강[ ]?)?보험증(?:[ ]?번호)?|"
    r"(?:학생증|공무원증|신분증|등록증|진료카드|회원카드|멤버십[ ]?카드|포인트[ ]?카드)(?:[ ]?번호)?|"
    r"(?:사원|직원|교직원|학생|수험|응시|의료보험|고객|회원|환자|등록|차트|조합원|자격증|면접|"
    r"건보|사회보장|학적|입소|입원|예약자|수급|계약자|피보험자|보험증권|요양인정|장기요양(?:인정)?|연금|실손"
    r"|멤버십|마일리지|스카이패스|병록|진료(?:[ ]?기록)?|계약|대출|국가유공자|보훈|수급자|가입자)[ ]?번호|"
    r"(?:고객|회원|환자|사원|직원|학생|조합원|멤버)[ ]?(?:id|코드|no\.?)(?![A-Za-z])|"
    r"(?:employee|student|staff|member(?:ship)?|customer|client|guest|patient|insurance|policy|service|licen[sc]e|badge)"
    r"[ _]?(?:id|number|no\.?|#)"
    r"(?: number)?|"
    r"(?<![A-Za-z])(?:emp|stu|cust|mem|pt)[ _]?(?:id|no\.?|num)(?![A-Za-z])|"
    r"(?<![A-Za-z])(?:mrn|medical record(?: number| no\.?)?|emp(?:loyee)?[ ]?no\.?|chart[ ]?(?:number|no\.?)|"
    r"ssn|itin|social security(?: number| no\.?)?|nhs number))"
)
# What a blank leads to is the next thing that is told: a phone number, a date, a card, an amount.
_NEXT: Final = (
    r"(?!0(?:1[016789]|2|[3-6][1-5]|70)(?![0-9]))(?!(?:19|20)[0-9]{2}(?![0-9]))"
    r"(?![0-9]{1,6}[ ]?(?:[-./:~,][ ]?[0-9]|[년월원명개건시분만억%]|(?<![0-9]{3})[일회차세살층점]))"
)
# In groups by dashes, or in short groups by blanks, and never by both.
_GROUPS: Final = rf"[0-9]{{1,14}}(?:-[0-9]{{1,10}}){{1,3}}|[0-9]{{1,6}}(?:[ ]{_NEXT}[0-9]{{2,6}}){{1,3}}|[0-9]{{1,14}}"
_VALUE: Final = rf"(?<![0-9A-Za-z])(?:[A-Za-z]{{1,5}}[- ]?)?(?:{_GROUPS})(?![0-9A-Za-z])"
_NO_PHONE: Final = r"(?!0(?:1[016789]|2|[3-6][1-5]|70)(?![0-9]))(?!(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])(?![0-9]))"
# Who it is whose number follows, without the word for it: 회원 88120417, member KX-20917.
_WHO: Final = (
    r"(?:(?<![가-힣])(?:회원|고객|환자|학생|사원|직원|가입자|수험생|조합원|예약자|피보험자|계약자|응시자|수강생|민원인|신청인)"
    r"|(?<![A-Za-z])(?:member|customer|patient|student|employee|guest|client|passenger|subscriber|cadet))"
    r"[ ]?[#:(]?[ ]?"
)
_WHOSE: Final = (
    rf"(?<![0-9A-Za-z])(?P<item>{_NO_PHONE}{NO_AMOUNT}(?:[A-Za-z]{{1,4}}-?[0-9]{{3,9}}(?:-[0-9]{{1,6}})?|[0-9]{{5,12}}"
    r"|[0-9]{2,6}-[0-9]{3,8}))(?![0-9A-Za-z\-])(?![ ]?(?:명|원|개|건|만|억|번째|인|분))"
)
# What is said of it stands between: 고객번호 없이 6610288341.
_FAR: Final = r"[이가은는을를도만]?[ ](?:[가-힣]{1,6}[ ]){1,3}"
_FAR_VALUE: Final = (
    rf"(?<![0-9A-Za-z\-])(?P<item>{_NO_PHONE}(?:[0-9]{{6,12}}|[0-9]{{2,6}}-[0-9]{{3,8}}|[A-Z]{{1,4}}-?[0-9]{{4,9}}))"
    r"(?![0-9A-Za-z\-])"
)
# P and twelve digits: the customs service's shape.
_CUSTOMS: Final = r"(?<![0-9A-Za-z])[Pp][0-9]{12}(?![0-9A-Za-z])"
# The year of enlistment and eight digits, where somebody serves.
_MILITARY: Final = r"(?<![0-9\-])[0-9]{2}-[0-9]{6,8}(?![0-9\-])"
# Of a car, a telephone or its card: up to twenty signs, which the device has from its maker.
_DEVICE: Final = r"(?:차대[ ]?번호|유심(?:[ ]?번호)?|(?<![A-Za-z])(?:vin|imei|iccid|usim|esim|eid)(?![A-Za-z]))"
_OF_DEVICE: Final = r"(?P<item>[0-9A-HJ-NPR-Z](?:[ \-]?[0-9A-HJ-NPR-Z]){13,31})(?![0-9A-Za-z])"
_PROFESSION: Final = (
    r"(?:(?:의사|약사|간호사|조무사|치료사|위생사|복지사|교사|교원|변호사|세무사|회계사|노무사|법무사|중개사|건축사|기술사|기사|조종사)"
    r"[ ]?(?:면허|자격)증?(?:[ ]?번호)?|장애인[ ]?등록(?:증|[ ]?번호))"
)
_OF_PROFESSION: Final = r"(?P<item>(?:제[ ]?)?[0-9][0-9\-]{3,14}(?:[ ]?호)?)(?![0-9A-Za-z])"
_FEWEST: Final = 4


class IdNumberRecognizer(PatternRecognizer):
    """Finds such numbers behind their name, or in front of it in brackets."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.ID_NUMBER,
            PatternRule.of("number behind its name", rf"{_NAMES}{IS}(?P<item>{_VALUE})", SURE - 0.1, _has_length),
            PatternRule.of("number before its name", rf"(?P<item>{_VALUE})[ ]?[(\[][ ]?{_NAMES}", LIKELY, _has_length),
            PatternRule.of("number behind whose it is", rf"{_WHO}{_WHOSE}", LIKELY),
            PatternRule.of("number some words behind its name", rf"{_NAMES}{_FAR}{_FAR_VALUE}", LIKELY),
            PatternRule.of("number of a device", rf"{_DEVICE}{IS}{_OF_DEVICE}", LIKELY, _has_digits),
            PatternRule.of("licence of a profession", rf"{_PROFESSION}{IS}{_OF_PROFESSION}", LIKELY),
            PatternRule.of("customs code", _CUSTOMS, LIKELY),
            PatternRule.of("military number", _MILITARY, WITH_CONTEXT),
            context="군필 병장 상병 일병 이병 전역 복무 입대 예비군 현역 군번",
        )


def _has_length(number: str) -> bool:
    return sum(map(str.isdigit, number)) >= _FEWEST


def _has_digits(number: str) -> bool:
    """A word in capitals is no number."""
    return sum(map(str.isdigit, number)) > _FEWEST
