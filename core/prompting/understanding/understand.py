"""From a brief to its understanding: all of its answers read together."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Final

from core.privacy.korean.hangul import is_korean
from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.intents.catalogue import NEUTRAL
from core.prompting.intents.intent import Intent, Product
from core.prompting.understanding.answer_size import Asking, holds_of
from core.prompting.understanding.audience import read_audience
from core.prompting.understanding.bot_questions import asks_the_bot
from core.prompting.understanding.comment_density import Comments, comments_wanted
from core.prompting.understanding.compared_options import candidates_in, options_in
from core.prompting.understanding.conflicts import AnswersAtOdds, find_conflicts
from core.prompting.understanding.counts import count_in
from core.prompting.understanding.demand_kinds import demands_in, number_of
from core.prompting.understanding.each_fields import each_fields, meal_fields
from core.prompting.understanding.finding_gaps import Told, find_gaps, split_answers
from core.prompting.understanding.form_choice import best_form, data_format
from core.prompting.understanding.introduction import read_introduction
from core.prompting.understanding.left_out_lines import is_left_out, without
from core.prompting.understanding.length_growth import loosened
from core.prompting.understanding.long_texts import is_fenced, split_purpose
from core.prompting.understanding.named_rows import take_rows, without_last_row, without_rows
from core.prompting.understanding.other_ways import without_overruled
from core.prompting.understanding.pasted_text import Paste, find_paste
from core.prompting.understanding.recognition import recognise
from core.prompting.understanding.replaced_readers import without_replaced_readers
from core.prompting.understanding.request_features import Request
from core.prompting.understanding.restated_request import Restated, restate
from core.prompting.understanding.self_contradictions import SelfContradiction, contradictions_in, is_overruled
from core.prompting.understanding.task import task_of
from core.prompting.understanding.two_wishes import two_wishes
from core.prompting.understanding.understanding import (
    ConflictKind,
    Demand,
    Introduction,
    Material,
    MaterialState,
    Requirement,
    Understanding,
)
from core.values.choices import Form, Language, Length
from core.values.locale import Locale

_TOLD: Final = 2  # facts or lists that make up what is worked on
# What is told of a text (석사논문, 교육학) is no text: there must be one to translate, shorten or look through.
_WORKED_ON: Final = frozenset(
    {Product.SUMMARY, Product.TRANSLATION, Product.REWRITE, Product.EXTRACTION, Product.REVIEW}
)
_PROGRAMS: Final = frozenset({Product.CODE, Product.FORMULA})
# A request that points at a text means one that is somewhere else.
_POINTS: Final = re.compile(
    r"(?:^|\s)(?:이|이거|이것|아래|위|다음|첨부|밑에?|붙임)(?:\s|의|에)|\b(?:this|these|below|attached|above)\b",
    re.IGNORECASE,
)
# 중국어로 상품 설명: named by what it does, it is written in that language from what was told, and not translated.
_TO_WRITE: Final = re.compile(
    r"(?:소개|설명|안내|홍보)(?![문글서장])|\b(?:intro(?:duction)?|description|guide|notice|invitation)\b",
    re.IGNORECASE,
)
_TRANSLATES: Final = re.compile(r"번역|옮[겨기긴]|바꿔|바꾸|통역|translat", re.IGNORECASE)
# A conversation to be read, not to be held: certain, whatever the words around it.
_WRITTEN_OUT: Final = re.compile(
    r"대본|스크립트|(?:쭉|끝까지|통째로|한 번에) ?(?:다 )?(?:써|적)|script|transcript", re.IGNORECASE
)
_NAMES: Final = re.compile(r"[가-힣A-Za-z]{2,12}(?:,\s?[가-힣A-Za-z]{2,12}){1,9}")
_LISTED: Final = re.compile(
    r"(?<![^\s,])(?:[^\s,.]+(?:\s[^\s,.]+)?,\s?){3,19}[^\s,.]+(?:\s[^\s,.]+)?\s(?:이렇게|이?에요|입니다|등)"
)
# 경쟁사 세 곳이랑 우리 제품: what is counted is not all that is compared
_AND_OURS: Final = re.compile(
    r"(?:곳|개|가지|군데|종류?|대)(?:이랑|랑|과|와|하고)\s(?:우리|저희|내|제|자사|당사)(?:\s|$)"
    r"|(?:우리|저희|자사|당사|(?<!\S)[내제])\s?\S{1,8}?(?:이랑|랑|과|와|하고)\s"
)
_ROUGHLY: Final = re.compile(
    r"[~∼–]|정도|안팎|내외|쯤|이상|이하|이내|about|around|some|up to|at (?:least|most)", re.IGNORECASE
)
_CHOSEN_AMONG: Final = frozenset({Product.COMPARISON, Product.DECISION_ADVICE})
_SUMMED_UP: Final = frozenset({Product.SUMMARY, Product.EXTRACTION})
_FIGURE: Final = re.compile(r"(?<![0-9,.])[0-9][0-9,.]*\s?(?:%|명|건|원|만|억|개|점|위|회|시간|대)")
_FIGURES: Final = 4
_LONG_TEXT: Final = 150  # characters behind the request in which the material itself may stand


@lru_cache(maxsize=8)  # one turn asks for the same up to six times; more would only keep what people wrote
def understand(brief: Brief) -> Understanding:
    """Read a brief; its prompt is in the language that was chosen for it, else in the one the person wrote in."""
    brief = with_material(brief)
    locale = brief.prompt_language or written_in(brief)
    asked, rest = split_purpose(brief.purpose)
    background = "" if is_fenced("background", brief.background) else brief.background
    recognition = recognise(request_of(brief), brief.intent or "")
    if recognition.intent.product is Product.ROLEPLAY and not brief.intent and _WRITTEN_OUT.search(brief.purpose):
        recognition = recognise(request_of(brief), "practice.practice_script")
    if not brief.intent and asks_the_bot(brief.purpose):
        recognition = recognise(request_of(brief), NEUTRAL)
    intent = recognition.intent
    restated = restate(without_last_row(asked, brief.form), locale)
    answers, constraints = split_answers(intent, brief.constraints or "")
    told_of = without_rows(background or "", brief.form)
    rows, background = take_rows(background or "", brief.form)
    later_rows, constraints = take_rows(constraints, brief.form)
    task = task_of(restated, recognition, locale)
    introduction = read_introduction(restated, task, background, constraints, told=told_of)
    audience = brief.audience or read_audience(restated, without(introduction, brief.left_out))
    introduction = replace(introduction, wishes=(*later_rows, *rows, *introduction.wishes, *answers))
    introduction = without_replaced_readers(without(introduction, brief.left_out), brief.audience)
    asked_for = _asked_for(asked, restated, brief.form, locale)
    if intent.product is Product.COMPARISON and _AND_OURS.search(asked):
        asked_for = tuple(_one_more(each, locale) for each in asked_for)
    if intent.product in _PROGRAMS:  # 상위 10개만 뽑는 수식: of what it finds
        asked_for = tuple(each for each in asked_for if each.demand is not Demand.COUNT)
    said = "\n".join(filter(None, (brief.purpose, brief.background, brief.constraints)))
    against_itself = contradictions_in(said)
    requirements = (*asked_for, *_counted(brief.length, locale), *introduction.wishes)
    requirements = tuple(each for each in requirements if not is_overruled(each, against_itself))
    requirements += _settled_counts(against_itself, brief, locale)
    fields: tuple[Requirement, ...] = ()
    if not any(each.is_row and each.demand is Demand.COLUMNS for each in requirements):
        fields = meal_fields(asked, said, intent.product, locale) if brief.form is Form.TABLE else ()
        fields = fields or each_fields(asked, said, brief.form)
        requirements = (*fields, *requirements)
    comments = comments_wanted(said) if brief.form is Form.CODE or intent.product in _PROGRAMS else Comments.OPEN
    if comments is not Comments.OPEN and not any(each.demand is Demand.COMMENTS for each in requirements):
        requirements = (*requirements, Requirement("", said, Demand.COMMENTS))
    options = options_in(asked) or (candidates_in(background) if intent.product in _CHOSEN_AMONG else ())
    asking = Asking(brief.form, brief.length, said, brief.reference or "", options)
    holds = holds_of(asking, intent, requirements) if recognition.is_certain or fields else None
    room = loosened(brief.length, intent, introduction, requirements, holds)
    contradicting = AnswersAtOdds(
        locale=locale,
        purpose=take_rows(asked, brief.form)[1],
        form=brief.form,
        length=brief.length,
        language=brief.language,
        level=brief.level,
        audience=audience,
        product=intent.product,
        count=max((each.count or 0 for each in requirements if each.demand is Demand.COUNT), default=0),
        loosened=room,
        holds=holds,
        is_tabular=any(each.is_row and each.demand is Demand.COLUMNS for each in requirements),
        is_certain=recognition.is_certain,
        against_itself=against_itself,
        is_codable=(Form.CODE in intent.shapes and intent.product is not Product.OTHER) or data_format(said) != "",
    )
    told = Told(asked, said, introduction, audience)
    found = find_conflicts(contradicting, introduction)
    turned = tuple(each for each in found if each.kind in brief.other_ways)
    return Understanding(
        locale=locale,
        recognition=recognition,
        task=task,
        audience=audience,
        introduction=introduction,
        requirements=without_overruled(requirements, turned),
        material=_material(brief, rest, intent, introduction, locale),
        conflicts=tuple(each for each in found if each not in turned),
        gaps=tuple(gap for gap in find_gaps(intent, told, locale) if not is_left_out(gap.assumed, brief.left_out)),
        options=options,
        loosened=0 if any(each.kind is ConflictKind.SECTIONS_LENGTH for each in turned) else room,
        holds=holds,
        comments=comments,
        turned=turned,
        products=two_wishes(asked),
    )


@lru_cache(maxsize=8)
def with_material(brief: Brief) -> Brief:
    """Return a brief whose reference is the text that was pasted into the introduction or the request, if any was.

    A form that was left open is the one in which the thing is best.
    Who gives a reference as well quotes for another reason, but code stands with it. A quoted error message is not the
    code to mend.
    """
    if brief.is_form_open:
        found = recognise(request_of(replace(brief, form=MaskedText(""))), brief.intent or "")
        said = f"{brief.purpose}\n{brief.background}"
        form = best_form(found.intent, said, is_certain=found.is_certain)
        return with_material(replace(brief, form=form, is_form_open=False))
    if brief.reference:
        return _with_code(brief)
    for is_asked, answer in ((False, brief.background), (True, brief.purpose)):
        paste = find_paste(answer, is_needed=True)
        if paste is None or (is_asked and not paste.rest):
            continue
        intent = recognise(request_of(_without(brief, paste, is_asked=is_asked)), brief.intent or "").intent
        if intent.needs is None:
            paste = find_paste(answer, is_needed=False)
        if paste and (paste.is_code or intent.family != "code"):
            return replace(_without(brief, paste, is_asked=is_asked), reference=MaskedText(paste.text))
    return brief


def _with_code(brief: Brief) -> Brief:
    """Return a brief whose reference has the code or stack trace that was pasted into the introduction as well."""
    paste = find_paste(brief.background, is_needed=False)
    if paste is None or not paste.is_code:
        return brief
    both = MaskedText(f"{brief.reference}\n\n{paste.text}")
    return replace(_without(brief, paste, is_asked=False), reference=both)


def _without(brief: Brief, paste: Paste, *, is_asked: bool) -> Brief:
    """Return a brief without what was pasted: its words say nothing of what is asked."""
    rest = MaskedText(paste.rest)
    return replace(brief, purpose=rest) if is_asked else replace(brief, background=rest)


def _asked_for(asked: str, restated: Restated, form: Form | str, locale: Locale) -> tuple[Requirement, ...]:
    """Return the demands inside a request; a row of names rules over what else could be one."""
    rows, _ = take_rows(asked, form)
    named = (Demand.SECTIONS, Demand.COLUMNS) if rows else ()
    counted = {len(row.values) for row in rows}  # 네 부분으로 counts the names of its row
    others = (each for each in demands_in(restated, locale) if each.demand not in named)
    return (*rows, *(each for each in others if each.demand is not Demand.COUNT or each.count not in counted))


def _settled_counts(found: Iterable[SelfContradiction], brief: Brief, locale: Locale) -> tuple[Requirement, ...]:
    """Return how many there are to be where two numbers were said: the last, or the first where the person says so."""
    is_turned = ConflictKind.COUNT in brief.other_ways
    said = (each.first if is_turned else each.second for each in found if each.kind is ConflictKind.COUNT)
    return tuple(number_of(count, each, locale) for each in said if (count := count_in(each)))


def _one_more(requirement: Requirement, locale: Locale) -> Requirement:
    """Return a demand for so many as one for these and the one that they are compared with."""
    is_count = requirement.demand is Demand.COUNT and requirement.count
    return number_of((requirement.count or 0) + 1, requirement.said, locale) if is_count else requirement


def _counted(length: Length | str, locale: Locale) -> tuple[Requirement, ...]:
    """Return the number of things that was typed as a length: 10개, 세 줄짜리 네 편."""
    count = None if isinstance(length, Length) or _ROUGHLY.search(length) else count_in(length)
    return (number_of(count, length, locale),) if count and count > 1 else ()


def request_of(brief: Brief) -> Request:
    """Return what the classifier looks at."""
    return Request(
        purpose=brief.purpose,
        background=brief.background,
        form=str(brief.form) if isinstance(brief.form, Form) else "",
        language=str(brief.language) if isinstance(brief.language, Language) else "other",
        has_reference=brief.reference is not None,
    )


def written_in(brief: Brief) -> Locale:
    """Return the language in which the person wrote their answers, that of the interface where it is not clear."""
    # trip, poem: so short a request is in the language of what is told beside it
    locale = Locale.written_in(brief.purpose, Locale.written_in(brief.background or "", brief.locale))
    if locale is Locale.EN and is_korean(brief.purpose):  # hostname이랑 domain 차이: names of things are in no language
        return Locale.written_in(f"{brief.purpose}\n{brief.background or ''}", brief.locale)
    return locale


def _material(brief: Brief, rest: str, intent: Intent, introduction: Introduction, locale: Locale) -> Material:
    """Say whether the text to work on is there; who has told what to work with in their own words has given it."""
    if brief.reference or len(rest) >= _LONG_TEXT:
        return Material(MaterialState.GIVEN, intent.needs[locale] if intent.needs else "")
    if intent.needs is None:
        return Material()
    named = [each.split(",") for each in _NAMES.findall(brief.background or "")]
    if (count := count_in(brief.purpose)) and any(len(names) == count for names in named):
        return Material()  # 불량 유형 3가지: 미성형, 플래시, 웰드라인
    is_listed = _LISTED.search(brief.background or "") is not None
    if intent.product is Product.TRANSLATION and (is_listed or (introduction.said and _is_written(brief))):
        return Material()  # 곰장어볶음, 볶음밥, 계란찜, 미역국 이렇게 네 개
    if intent.product in _WORKED_ON:
        # 응답 286명, 만족 61%, 1위 짜다(38%): whoever tells figures has told what there is to sum up.
        figures = len(_FIGURE.findall("\n".join(introduction.said))) if intent.product in _SUMMED_UP else 0
        is_told = figures >= _FIGURES or sum(map(len, introduction.said)) >= _LONG_TEXT
    else:
        is_told = len(introduction.facts) + sum(bool(wish.values) for wish in introduction.wishes) >= _TOLD
    if is_told and not _POINTS.search(brief.purpose):
        return Material()
    return Material(MaterialState.MISSING, intent.needs[locale])


def _is_written(brief: Brief) -> bool:
    """Whether a request names a text to be written in another language, and points at none that is there."""
    is_other = _POINTS.search(brief.purpose) or _TRANSLATES.search(f"{brief.purpose}\n{brief.background or ''}")
    return not is_other and _TO_WRITE.search(brief.purpose) is not None
