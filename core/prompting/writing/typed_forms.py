"""Typed forms: what a form in the person's own words consists of, 주차별 표 as well as 체크리스트 or 대화식."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from core.prompting.brief import Brief
from core.prompting.intents.intent import Product, Shape, Texts
from core.prompting.languages import NamedLanguage
from core.prompting.understanding.understanding import Demand, Understanding
from core.prompting.writing.answer_headings import language_of
from core.prompting.writing.answer_length import Amount
from core.prompting.writing.overruled_lines import named
from core.prompting.writing.phrases import phrase
from core.prompting.writing.skeleton import item_of, table_of
from core.prompting.writing.table_columns import table_lines
from core.values.choices import Form
from core.values.locale import Locale

_IN_COLUMNS: Final = re.compile(
    r"표(?:로|:)?\s(?:[0-9]칸\s?)?\(?(?P<behind>[^/()+]{1,14}(?:\s?/\s?[^/()+]{1,14}){1,7})\)?$"
    r"|^(?:\S{1,6}(?:별로|마다)\s)?(?P<before>[^/()\s]{1,10}(?:\s?/\s?[^/()\s]{1,10}){1,7})\s(?:[0-9]칸\s)?표$"
)
# The whole is a table, not a part of it: 밑에 고친 부분 표, 규칙표.
_TABLE: Final = re.compile(
    r"^(?:\S{1,5}별|일주일|주간|한 ?주|[DdX]-?[0-9]{1,3}부터|비교)?\s?표(?:로)?$"
    r"|^(?:시간표|타임테이블|일정표|timetable|schedule|table|(?:weekly|daily|hourly) table)$"
)
_BY: Final = re.compile(r"^(주차|요일|날짜|일자|시간대|월|단계|과목|항목|사람|부서)별")
_TURNS: Final = re.compile(
    r"^(?:대화|문답|역할극|티키타카)(?:식|처럼|로|으로|체)?$|one (?:question|turn) at a time|하나씩 ?(?:묻|물어)"
)
_SCRIPT: Final = re.compile(r"(?:대화|전화|상황별|통화|연극|콩트)\s?(?:식\s)?(?:대본|스크립트)")
_SCENES: Final = re.compile(r"대본|스크립트|콘티|\bscript\b", re.IGNORECASE)
_SPEECH: Final = re.compile(r"^(?:\S{1,6}\s)?(?:대본|원고|스크립트)$")
_ANSWERED: Final = re.compile(r"\bQ ?& ?A\b|큐앤에이|질의 ?응답|\bFAQ\b|자주 ?묻는|문답", re.IGNORECASE)
_NO_ANSWERS: Final = re.compile(r"(?:답|답변|정답)(?:은|는|을)?\s(?:[^,.]{0,16}\s)?(?:빼|말고|없이|필요 ?없|쓰지)")
_SLIDES: Final = re.compile(r"\bppt|피피티|슬라이드|발표 ?자료|\bslides?\b|\bdeck\b", re.IGNORECASE)
_SITUATIONS: Final = re.compile(r"(?:상황|유형|경우)(?:별|마다)")
_TICKED: Final = re.compile(r"체크 ?리스트|\bcheck ?list\b", re.IGNORECASE)
_VERSIONS: Final = re.compile(
    r"(?:[2-9]|두|세|네|다섯)\s?(?:가지|개|종)?\s?(?:버전|안(?![가-힣]))|\b(?:two|three|[2-9]) versions\b"
)
_SPOKEN: Final = frozenset({Product.ROLEPLAY, Product.QUESTIONS, Product.EXPLANATION})
_BETWEEN: Final = re.compile(r"\s?/\s?")


def typed_lines(
    shape: Shape, brief: Brief, understanding: Understanding, amount: Amount, language: NamedLanguage | None
) -> Iterator[str]:
    """Say what a typed form consists of; `shape` is that of the intent's table."""
    locale, form = understanding.locale, str(brief.form)
    if names := _columns_in(form):
        yield from table_of(names, (), has_sample=False)
        yield from filter(None, (language_of("columns", names, understanding, language),))
    elif _TABLE.search(form) and (shape.parts or named(understanding, Demand.COLUMNS)):
        yield from table_lines(_laid_out_by(form, shape), brief, understanding, amount, language)
    elif _SLIDES.search(form) and (fields := named(understanding, Demand.COLUMNS)) and fields.values:
        yield phrase(locale, "format.item", pattern=item_of(" · ".join(fields.values)))
    elif name := _way(form, shape, understanding):
        yield phrase(locale, f"typed.{name}")
    if _SITUATIONS.search(form):
        yield phrase(locale, "typed.situations")
    if _VERSIONS.search(form):
        yield phrase(locale, "typed.versions")


def _way(form: str, shape: Shape, understanding: Understanding) -> str:
    """Return the name of what says how a form goes that is no table; empty where it says so itself."""
    product, said = understanding.intent.product, _said(understanding)
    ways = (
        ("turns", _TURNS, product in _SPOKEN),
        ("script", _SCRIPT, product is not Product.ROLEPLAY),
        ("scenes", _SCENES, shape.parts is not None and "화면" in shape.parts[Locale.KO]),
        ("speech", _SPEECH, product is Product.TEXT_TO_SEND),
        ("answered", _ANSWERED, not any(map(_NO_ANSWERS.search, said))),
        ("slides", _SLIDES, "(" not in form),  # with a word on each slide, it says so itself
        ("owned", _TICKED, any("담당" in each for each in said)),
        ("ticked", _TICKED, True),
    )
    return next((name for name, pattern, holds in ways if holds and pattern.search(form)), "")


def _said(understanding: Understanding) -> tuple[str, ...]:
    return (*understanding.introduction.told, *(each.said for each in understanding.requirements))


def _columns_in(form: str) -> tuple[str, ...]:
    """Return the columns that a form names: 표 (주차/목표/활동), 원문/문제/수정 3칸 표."""
    found = _IN_COLUMNS.search(form.strip())
    listed = (found["behind"] or found["before"]) if found else ""
    return tuple(name.strip() for name in _BETWEEN.split(listed)) if listed else ()


def _laid_out_by(form: str, shape: Shape) -> Shape:
    """Return a table's shape with what the form lays it out by as its first column: 주차별 표."""
    by = _BY.search(form)
    if by is None or shape.parts is None:
        return shape
    return replace(shape, parts=Texts((by[1], *shape.parts.ko[1:]), (by[1], *shape.parts.en[1:])))


def as_form(form: str) -> Form | str:
    """Return the form by which a text that is typed as its kind is laid out: 공지문 is prose, 기획안 has headings."""
    for pattern, chosen in _KINDS:
        if pattern.search(form):
            return chosen
    return form


_KINDS: Final = (
    (
        re.compile(
            r"^(?:\S{1,6}\s)?\S{0,6}(?:편지|메일|메세지|메시지|문자|카톡|공지|공지문|안내문|게시문|공고문|알림장|가정통신문|글)$"
            r"|^(?:letter|e-?mail|notice|message)$",
            re.IGNORECASE,
        ),
        Form.PROSE,
    ),
    (
        re.compile(
            r"^\S{0,6}(?:문서|보고서|기획안|기획서|계획서|제안서|보도자료|매뉴얼)(?: 형식)?$|^(?:document|report)$"
        ),
        Form.REPORT,
    ),
)
