"""Columns: what the head of a table says of every cell below it.

Elsewhere the word that tells a date of birth or an employee number stands beside each; in a table it stands
once, on top.
"""

import re
from collections.abc import Iterator
from typing import Final

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from core.adapters.presidio.items.tables import cells_of
from core.adapters.presidio.needs import Sought
from core.adapters.presidio.recognizers.pattern import SURE, PatternRecognizer
from core.privacy.entities import EntityType

RULE_OF_COLUMNS: Final = "head of its column"
_MARKS: Final = "\t|;,"
# These part a row only where a head stands between them, too: 회원번호 이름 등급.
_WEAK_MARKS: Final = ("/", " ")
_FEWEST_CELLS: Final = 2
_BORN: Final = (
    r"(?:[가-힣]{1,6} ?)?(?:생년월일|생년|생일|출생(?:일자?|년도))(?: ?\([^()]{1,12}\))?"
    r"|[가-힣]{1,6} ?출생|출생 ?\([^()]{1,12}\)|date of birth|birth[ _]?da(?:te|y)|dob"
)
_YEAR: Final = r"(?:19|20)[0-9]{2}(?: ?[-./년] ?[0-9]{0,2}월?)?|[0-9]{4}월"
# What frames the value of a cell.
_FRAME: Final = " \t\"'"


class ColumnRecognizer(PatternRecognizer):
    """Finds the cells below a head, in rows that follow it and are parted by the same mark (tab, |, ; or comma)."""

    def __init__(self, entity_type: EntityType, head: str, cell: str) -> None:
        self._head = Sought(re.compile(head, re.IGNORECASE))
        self._cell = re.compile(cell, re.IGNORECASE)
        super().__init__(entity_type)

    def analyze(
        self,
        text: str,
        entities: list[str],  # noqa: ARG002 - Presidio's signature
        nlp_artifacts: NlpArtifacts,  # noqa: ARG002 - Presidio's signature
    ) -> list[RecognizerResult]:
        """Return a result for each cell below such a head that is written as such an item is."""
        cells = below(text, self._head)
        return [
            self.result(start, end, SURE, RULE_OF_COLUMNS)
            for start, end in cells
            if self._cell.fullmatch(text, start, end)
        ]


def below(text: str, head: Sought) -> Iterator[tuple[int, int]]:
    """Yield the cells of the columns of which the head matches."""
    mark, columns, width = "", frozenset[int](), 0
    for line in re.finditer(r"[^\r\n]+", text) if head.may_match(text) else ():
        row = cells_of(text, *line.span(), mark, _FRAME) if mark else []
        if len(row) < _FEWEST_CELLS or (mark in _WEAK_MARKS and len(row) != width):
            mark, row = _parted(text, *line.span(), head.pattern)
            columns, width = frozenset(), len(row)
        heads = frozenset(i for i, (start, end) in enumerate(row) if head.pattern.fullmatch(text, start, end))
        columns = heads or columns
        yield from (row[i] for i in sorted(columns - heads) if i < len(row))


def birth_dates() -> ColumnRecognizer:
    """Return the recognizer of dates of birth in tables."""
    return ColumnRecognizer(
        EntityType.DATE_OF_BIRTH,
        rf"{_BORN}|출생|birth",
        r"(?:19|20)?[0-9]{2} ?[-./년] ?[0-9]{1,2} ?[-./월] ?[0-9]{1,2} ?[일.]?|(?:19|20)?[0-9]{6}"
        r"|[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:19|20)[0-9]{2}|[0-9]{1,2}월 ?[0-9]{1,2}일|[0-9]{1,2}[-/.][0-9]{1,2}"
        r"|[0-9]{1,2}[- ]?[a-z]{3,9}[- ,]{1,2}(?:19|20)[0-9]{2}"
        r"|[a-z]{3,9} [0-9]{1,2},? (?:19|20)[0-9]{2}",
    )


def birth_years() -> ColumnRecognizer:
    """Return the recognizer of years of birth."""
    return ColumnRecognizer(EntityType.DATE_OF_BIRTH, _BORN, _YEAR)


def id_numbers() -> ColumnRecognizer:
    """Return the recognizer of employee, student and customer numbers in tables."""
    return ColumnRecognizer(
        EntityType.ID_NUMBER,
        r"(?:개인 ?)?통관 ?(?:고유 ?)?부호|"
        r"사번|학번|군번|교번|직번|(?:사원|직원|학생|수험|고객|회원|환자|등록|차트|조합원|가입자|보험증권"
        r"|증권|병록|면허|자격증)"
        r" ?(?:번호|코드|id)"
        r"|(?:emp(?:loyee)?|stu(?:dent)?|staff|mem(?:ber)?|cust(?:omer)?|client|patient|pt)"
        r"[ _]?(?:id|number|num|no\.?)|mrn|ssn|social security(?: number)?",
        r"(?:[A-Za-z]{1,5}[- ]?)?[0-9]{3,14}(?:[- ][0-9]{2,10}){0,3}",
    )


def passports() -> ColumnRecognizer:
    """Return the recognizer of passport numbers, of any country, in tables."""
    return ColumnRecognizer(
        EntityType.KR_PASSPORT,
        r"여권(?: ?번호)?|passport(?:[ _]?(?:no\.?|number|num))?",
        r"[A-Z]{0,2}[0-9]{6,9}[A-Z]?[0-9]{0,4}",
    )


def _parted(text: str, start: int, end: int, head: re.Pattern[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return the mark that parts a line into cells, and the cells; none where it is no row."""
    for mark in (*_MARKS, *_WEAK_MARKS):
        row = cells_of(text, start, end, mark, _FRAME) if text.find(mark, start, end) >= 0 else []
        weak = mark in _WEAK_MARKS
        if len(row) >= _FEWEST_CELLS + weak and (not weak or any(head.fullmatch(text, *cell) for cell in row)):
            return mark, row
    return "", []
