"""Answer size: what an answer consists of by number, so many rows, items or lines, and how long that makes it."""

import re
from dataclasses import dataclass
from typing import Final

from core.prompting.intents.intent import Intent, Product, Shape
from core.prompting.understanding.each_fields import weight_of
from core.prompting.understanding.understanding import Demand, Holds, Requirement
from core.values.choices import Form, Length
from core.values.length_choices import LENGTHS

_PERIODS: Final = (  # how many days or weeks a plan is for
    re.compile(r"[0-9]{1,2}박\s?(?P<days>[0-9]{1,2})일"),
    re.compile(r"(?<![0-9월.])(?<!월 )(?P<days>[0-9]{1,2})일\s?(?:간|치|짜리|동안|일정|계획|식단|코스)"),
    re.compile(r"(?<![0-9.])(?P<weeks>[0-9]{1,2})주\s?(?:간|치|짜리|동안|계획|완성|코스|과정|일정|프로그램)"),
    re.compile(r"(?<![0-9.])(?P<weeks>[0-9]{1,2})주\s(?:[가-힣]{1,8}\s){1,2}(?:계획|프로그램|과정|일정|식단)"),
    re.compile(r"\b(?P<days>[0-9]{1,2})[- ]days?\b", re.IGNORECASE),
    re.compile(r"\b(?P<weeks>[0-9]{1,2})[- ]weeks?\b", re.IGNORECASE),
)
_A_WEEK: Final = re.compile(
    r"일주일\s?(?:간|치|짜리|동안|(?:[가-힣]{2}\s)?식단|계획|일정)|(?:한\s?주|1주일)\s?(?:간|치|짜리|식단)|for a week"
)
_DAYS: Final = {"이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "열흘": 10, "보름": 15}
_SO_MANY_DAYS: Final = re.compile(
    rf"(?P<word>{'|'.join(_DAYS)})\s?(?:간|치|짜리|동안|일정|계획|식단|코스|메뉴|아침|점심|저녁|끼니|버틸)"
)
_STAGE: Final = re.compile(r"([가-힣]{1,8}) ([0-9]{1,2})분")
_STAGES: Final = re.compile(r"[가-힣]{1,8} [0-9]{1,2}분(?:, ?[가-힣]{1,8} [0-9]{1,2}분){2,9}")
_TIMED: Final = re.compile(r"시각|시간대")
_ROWS_A_DAY, _ROWS_A_SHORT_DAY = 4, 2
_MOST_ROWS: Final = 31
_CELLS_OF_LEAST: Final = 6  # rows that the least length of an intent is shared out over
_ROW_BESIDES: Final = 5  # rows that a comparison has where nobody counts them: what is looked at
_USUAL_COLUMNS: Final = 3
_LINE: Final = 35  # characters in which one thing of a source is told
_ITEM: Final = re.compile(r"^[ \t]{0,8}(?:\(?[0-9]{1,2}[.):]|[-•*·▶■○◦]|[가-하]\.)\s?\S", re.MULTILINE)
_AROUND_ITEMS: Final = 2  # lines: a title, and what is open
_FEWEST: Final = 3
_OF_SOURCE: Final = frozenset({Product.SUMMARY, Product.EXTRACTION})
_COMPARED: Final = frozenset({Product.COMPARISON, Product.DECISION_ADVICE})
_STOP: Final = re.compile(r"[.!?。…][\"'”’)]?(?=\s|$)")
_WITHIN: Final = re.compile(r"해시태그|이모지|이모티콘|키워드|느낌표|hashtag|emoji|keyword", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asking:
    """What of a brief says how much the answer holds."""

    form: Form | str
    length: Length | str
    said: str
    reference: str
    options: tuple[str, ...]


def holds_of(asking: Asking, intent: Intent, requirements: tuple[Requirement, ...]) -> Holds | None:
    """Return what the answer consists of by number, where the request or its text says it."""
    length = asking.length if isinstance(asking.length, Length) else Length.MEDIUM
    shape = intent.shapes.get(asking.form, Shape()) if isinstance(asking.form, Form) else Shape()
    if asking.form is Form.TABLE and intent.product is not Product.TEXT_TO_SEND:
        columns = _columns(shape, requirements, asking.options)
        count = _rows(asking, intent, shape, requirements)
        is_short = length is Length.SHORT
        least = LENGTHS[length].cell
        cell = least if is_short else max(least, intent.short // (columns * _CELLS_OF_LEAST))
        if intent.product is Product.PLAN and (stages := stages_in(asking.said)):
            return Holds("rows", len(stages), max(columns * cell, intent.short // 2))
        return Holds("rows", count, -(-columns * cell // 5) * 5) if count >= _FEWEST else None
    if intent.product in _OF_SOURCE and (items := len(_ITEM.findall(asking.reference))) >= _FEWEST:
        return Holds("lines", items + _AROUND_ITEMS, _LINE)
    count = _counted(requirements)
    if asking.form is Form.LIST and count >= _FEWEST and intent.product is not Product.TEXT_TO_SEND:
        named = next((each.values for each in requirements if each.demand is Demand.COLUMNS and each.values), ())
        fields = weight_of(named) or (len(re.split(r", | · ", shape.each.ko)) if shape.each else 1)
        return Holds("items", count, max(fields, 1) * LENGTHS[length].field)
    return None


def stages_in(text: str) -> tuple[str, ...]:
    """Return the stages that a text divides a time into, three or more: 도입 5분, 활동 25분, 정리 10분."""
    found = _STAGES.search(text)
    return tuple(f"{name}({minutes}분)" for name, minutes in _STAGE.findall(found.group())) if found else ()


def sentences_in(text: str) -> int:
    """Return how many sentences a text has; a line without a full stop is one too."""
    return sum(max(len(_STOP.findall(line)), 1) for line in text.splitlines() if line.strip())


def _columns(shape: Shape, requirements: tuple[Requirement, ...], options: tuple[str, ...]) -> int:
    named = max(
        (len(each.values) for each in requirements if each.demand is Demand.COLUMNS and not each.adds), default=0
    )
    usual = len(shape.parts.ko) - 1 + len(options) if shape.parts and "{options}" in shape.parts.ko else 0
    return named or usual or (len(shape.parts.ko) if shape.parts else 0) or _USUAL_COLUMNS


def _rows(asking: Asking, intent: Intent, shape: Shape, requirements: tuple[Requirement, ...]) -> int:
    if intent.product is Product.PLAN and any(period := period_in(asking.said)):
        days, weeks = period
        return min((days * _rows_a_day(asking) if _is_timed(shape, intent) else days) or weeks, _MOST_ROWS)
    if counted := _counted(requirements):
        return min(counted, _MOST_ROWS)
    if items := len(_ITEM.findall(asking.reference)):
        return min(items, _MOST_ROWS)
    return _ROW_BESIDES if intent.product in _COMPARED and asking.options else 0


def _rows_a_day(asking: Asking) -> int:
    return _ROWS_A_SHORT_DAY if asking.length is Length.SHORT else _ROWS_A_DAY


def _is_timed(shape: Shape, intent: Intent) -> bool:
    """Whether each day of a plan has several rows, one for each time."""
    is_plan = intent.product is Product.PLAN and shape.parts is not None
    return is_plan and shape.parts is not None and _TIMED.search(shape.parts.ko[0]) is not None


def period_in(said: str) -> tuple[int, int]:
    """Return how many days, or else weeks, a plan is for; zeros where that is not said."""
    for pattern in _PERIODS:
        if found := pattern.search(said):
            groups = found.groupdict()
            return int(groups.get("days") or 0), int(groups.get("weeks") or 0)
    if spelt := _SO_MANY_DAYS.search(said):
        return _DAYS[spelt["word"]], 0
    return (7, 0) if _A_WEEK.search(said) else (0, 0)


def _counted(requirements: tuple[Requirement, ...]) -> int:
    counts = (
        each.count or len(each.values)
        for each in requirements
        if each.demand in (Demand.ITEMS, Demand.COUNT) and not _WITHIN.search(each.said)
    )
    return max(counts, default=0)
