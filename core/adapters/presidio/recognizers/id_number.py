"""Numbers by which an organization knows a person: employee, student, health insurance, military, customer numbers.

They have no shape of their own, so the word that names them must stand beside them.
"""

from typing import Final

from core.adapters.presidio.recognizers.pattern import IS, LIKELY, SURE, Form, PatternRecognizer
from core.privacy.entities import EntityType

_NAMES: Final = (
    r"(?:사번|사원[ ]?번호|직원[ ]?번호|교번|교직원[ ]?번호|학번|학생[ ]?번호|수험[ ]?번호|응시[ ]?번호|군번|"
    r"(?:건강[ ]?)?보험증[ ]?번호|건강보험(?:[ ]?번호)?|의료보험[ ]?번호|증권[ ]?번호|고객[ ]?번호|회원[ ]?번호|환자[ ]?번호|"
    r"등록[ ]?번호|차트[ ]?번호|조합원[ ]?번호|자격증[ ]?번호|면접[ ]?번호|"
    r"(?:employee|student|staff|member|customer|patient|insurance|service)[ ]?(?:id|number|no\.?)(?: number)?)"
)
_VALUE: Final = r"(?<![0-9A-Za-z])(?:[A-Za-z]{1,5}[- ]?)?[0-9]{1,14}(?:[- ][0-9]{2,10}){0,3}(?![0-9A-Za-z])"
_FEWEST: Final = 4


class IdNumberRecognizer(PatternRecognizer):
    """Finds such numbers behind their name, or in front of it in brackets."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.ID_NUMBER,
            Form.of(rf"{_NAMES}{IS}(?P<item>{_VALUE})", SURE - 0.1, _has_length),
            Form.of(rf"(?P<item>{_VALUE})[ ]?[(\[][ ]?{_NAMES}", LIKELY, _has_length),
        )


def _has_length(number: str) -> bool:
    return sum(map(str.isdigit, number)) >= _FEWEST
