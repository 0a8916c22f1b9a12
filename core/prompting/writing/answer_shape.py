"""The shape: what the answer consists of, from the person's words where they name it, else from the intent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from core.prompting.brief import Brief
from core.prompting.intents.intent import Product, Shape, Texts
from core.prompting.languages import NamedLanguage
from core.prompting.understanding.announced_rows import number_said
from core.prompting.understanding.counts import kinds_in
from core.prompting.understanding.form_choice import NATURAL
from core.prompting.understanding.task import is_of_a_part
from core.prompting.understanding.understanding import ConflictKind, Demand, Understanding
from core.prompting.writing.answer_headings import bare, in_answer
from core.prompting.writing.answer_length import Amount
from core.prompting.writing.code_fences import fence_of, is_alone, of_code
from core.prompting.writing.length_room import Room, room_of
from core.prompting.writing.list_items import counted, list_lines, number_of
from core.prompting.writing.overruled_lines import is_refused, named, refuses, says_count
from core.prompting.writing.phrases import phrase
from core.prompting.writing.table_columns import table_lines
from core.prompting.writing.told_things import people_of, shares_of_things
from core.prompting.writing.typed_forms import as_form, typed_lines
from core.values.choices import Form, Length
from core.values.locale import Locale

_TO: Final = re.compile(r"(?<=[가-힣A-Za-z0-9])(?<![별따대])으?로$")  # 카톡 메시지로; 주별로 and 따로 say how
_FEW_WORDS: Final = 2
_STEPS: Final = re.compile(r"단계(?:별)?(?:로)?|순서(?:대로)?|steps?|step[ -]by[ -]step", re.IGNORECASE)
_DIVIDES: Final = re.compile(
    r"[을를로]\s?(?:따로따로|나누어|나눠)|건별|\bseparately\b|(?:^|\s)제?\s?[0-9]{1,2}조(?:\([^()]{1,20}\))?(?:부터|까지|로)"
)  # 두 건을 나누어: no common outline
# 16마디 2절이랑 훅 4마디: a song in the person's own parts
_STANZAS: Final = re.compile(r"(?<![0-9])[0-9]{1,3}\s?(?:마디|절|연)(?![패승속차구습])|(?:벌스|훅|후렴)\s?[0-9]")
_PUT_IN: Final = ".{0,20}인사.{0,12}(?:넣|추가|붙|써|적)"  # a greeting stands in the last part, with the signature
_ENDS: Final = re.compile(rf"^(?:맨 ?)?(?:끝|마지막)(?:에는?|엔|은)\s(?!한|{_PUT_IN})|^(?i:end|finish) with\b")
_QUOTED: Final = re.compile(r"['‘’“”\"]")
_ORDERED: Final = re.compile(
    r"[가-힣] ?[-–—→>,/] ?[가-힣][^.\n]{0,60}순(?:서)?(?:대)?(?:으)?로(?!\s앉)"
)  # 배경 – 비용 – 요청 순서로
_MAIL: Final = re.compile(r"메일|\be-?mail\b", re.IGNORECASE)  # has its parts, whatever it is about
_REPORT: Final = re.compile(r"보고서|리포트|\breport\b", re.IGNORECASE)
_CHAT: Final = re.compile(
    r"카톡|단톡|(?<=\s)톡(?=을|\s)|메시지|메세지|문자(?!열)|댓글|답글|\bDM\b|\b(?:text|chat) message\b", re.IGNORECASE
)
_MESSAGE: Final = 300  # characters of a message that is read at one glance
_OF_TEXT: Final = frozenset({Product.SUMMARY, Product.TRANSLATION, Product.REWRITE, Product.ROLEPLAY, Product.REVIEW})
_ONE_TEXT: Final = frozenset({Product.TEXT_TO_SEND, Product.EXPLANATION, Product.ANALYSIS, Product.DECISION_ADVICE})
_TITLE: Final = re.compile(r"^(?:제목|title|subject)", re.IGNORECASE)
_NO_LANGUAGE: Final = "text"
_PART, _PART_OF_LIMIT, _SHORT_PART = 50, 80, 20  # characters: a part that would get less is no part


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of an answer one behind the other; `name` is that of the phrase that says them.

    `number` says in the person's words how many they are: 일곱 장; `is_completed` where they named the first or last.
    """

    name: str = ""
    parts: tuple[str, ...] = ()
    is_proposed: bool = False  # by a model
    number: str = ""
    is_completed: bool = False


def form_of(brief: Brief, understanding: Understanding) -> Form | str:
    """Return the form that the answer gets: the chosen one, or the thing's own where the chosen one cannot be."""
    if conflict := next((each for each in understanding.conflicts if each.kind is ConflictKind.FORM), None):
        if conflict.wanted is not None:
            return conflict.wanted
        natural = NATURAL.get(understanding.intent.product, Form.PROSE)
        return Form.PROSE if natural is brief.form else natural
    return brief.form


def layout_of(brief: Brief, understanding: Understanding) -> Form | str:
    """Return the form by which an answer is laid out: a letter is prose, a document has headings, as if chosen."""
    form = form_of(brief, understanding)
    return form if isinstance(form, Form) else as_form(_TO.sub("", form.strip().casefold()))


def shape_lines(
    brief: Brief,
    understanding: Understanding,
    amount: Amount,
    language: NamedLanguage | None,
    parts: tuple[str, ...] = (),
) -> Iterator[str]:
    """Say the form and what it consists of, but for the parts that stand one behind the other (`outline`)."""
    locale, form = understanding.locale, form_of(brief, understanding)
    if not isinstance(form, Form):
        name = "steps" if _STEPS.fullmatch(form) else "named"
        yield phrase(locale, f"format.{name}", form=_TO.sub("", form) if len(form.split()) <= _FEW_WORDS else form)
        table = _shape(Form.TABLE, brief, understanding, ())
        yield from typed_lines(table, brief, understanding, amount, language)
        return
    shape = _shape(form, brief, understanding, parts)
    said = _form(form, shape, understanding, _words(brief))
    if form is Form.PROSE and not shape.form and (name := _of_prose(understanding, amount)):
        said = phrase(locale, f"format.{name}")
    room = room_of(brief, understanding, amount, language)
    said = counted(said, brief, shape, understanding, room) if form is Form.LIST else said
    alone = is_alone(brief, understanding)
    yield of_code(said, understanding, alone=alone) if form is Form.CODE else said
    if form is Form.LIST:
        items = _items(shape, understanding, room)
        yield from list_lines(shape, understanding, amount, language)
        yield from filter(None, (shares_of_things(understanding, items),))
    elif form is Form.TABLE:
        yield from table_lines(shape, brief, understanding, amount, language)
    elif form is Form.CODE and shape.parts and not (alone or amount.is_short):
        yield phrase(locale, "format.behind_code", parts=" → ".join(shape.parts[locale]))
    elif form is Form.PROSE and not amount.is_short:
        yield from filter(None, (people_of(understanding),))


def outline(
    brief: Brief,
    understanding: Understanding,
    amount: Amount,
    language: NamedLanguage | None,
    parts: tuple[str, ...] = (),
) -> Outline:
    """Return the parts of the answer in their order: those the person named, else a model's, else the intent's own."""
    form = layout_of(brief, understanding)
    name = _OUTLINES.get(form) if isinstance(form, Form) else None
    if not isinstance(form, Form) or name is None:
        return Outline()
    shape, sections = _shape(form, brief, understanding, parts), named(understanding, Demand.SECTIONS)
    if sections and sections.values:  # in a list, parts that were not named in a row are no order of its items
        is_order = sections.is_row or form is not Form.LIST
        values = tuple(
            _QUOTED.split(value)[-1] if len(_QUOTED.findall(value)) == 1 else value for value in sections.values
        )
        told = number_said(sections.said) if sections.is_row else ""
        return Outline(_for_each(name, understanding), values, number=told) if is_order else Outline()
    own = shape.order if form is Form.LIST else shape.parts
    said = [understanding.task, *(each.said for each in understanding.requirements), *understanding.introduction.told]
    is_own = any(
        _DIVIDES.search(each) or _ORDERED.search(each) or kinds_in(each) or len(_STANZAS.findall(each)) > 1
        for each in said
    )
    found = own[understanding.locale] if own and not is_own else ()
    if not own and form is Form.PROSE and _MAIL.search(understanding.task):
        found = tuple(phrase(understanding.locale, "format.mail").split(", "))
    if form is Form.REPORT:
        if not (own or is_own or is_of_a_part(brief.purpose, understanding.intent)) and _REPORT.search(
            understanding.task
        ):
            own = _parts_of_report()
            found = own[understanding.locale]
        found = in_answer(found, (own,) if own else (), understanding, language)
    if form is Form.PROSE and _CHAT.search(understanding.task) and not _MAIL.search(understanding.task):
        found = tuple(part for part in found if not _TITLE.search(part))
    if any(map(_ENDS.search, said[1:])):  # the person has named the last part
        found = found[:-1]
    each = _PART if isinstance(brief.length, Length) else _PART_OF_LIMIT
    if form is Form.PROSE and amount.is_short and not shape.form:
        found, each = (
            tuple(part for part in found if not _TITLE.search(part))[: amount.room // _SHORT_PART],
            _SHORT_PART,
        )
    is_fit = amount.is_known and amount.room >= len(found) * each and (len(found) > 1 or form is not Form.PROSE)
    return Outline(_for_each(name, understanding), found if is_fit else (), is_proposed=bool(parts))


def _items(shape: Shape, understanding: Understanding, room: Room | None) -> int:
    count = named(understanding, Demand.COUNT)
    return (count.count or 0) if count and says_count(count) else number_of(shape, understanding, room)


def _parts_of_report() -> Texts:
    """Return what a report consists of, whatever it is about."""
    return Texts(*(tuple(phrase(locale, "format.report_parts").split(" / ")) for locale in (Locale.KO, Locale.EN)))


def _for_each(name: str, understanding: Understanding) -> str:
    """Return the name of the phrase that says the parts; several texts have them each."""
    count = named(understanding, Demand.COUNT)
    is_of_several = count is not None and says_count(count) and (count.count or 0) > 1
    return "format.parts_each" if name == "format.parts" and is_of_several else name


def _shape(form: Form, brief: Brief, understanding: Understanding, parts: tuple[str, ...]) -> Shape:
    shape = understanding.intent.shapes.get(form, Shape())
    if is_of_a_part(brief.purpose, understanding.intent) or not understanding.recognition.is_certain:
        shape = Shape(fence=shape.fence)
    if parts and form is not Form.CODE:
        shape = replace(shape, parts=Texts(parts, parts))
    shape = replace(shape, also=tuple(field for field in shape.also if field.said.is_in(_words(brief))))
    return _without_refused(shape, understanding)


def _said(understanding: Understanding) -> tuple[str, ...]:
    return (*understanding.introduction.told, *(each.said for each in understanding.requirements))


def _words(brief: Brief) -> str:
    return f"{brief.purpose}\n{brief.background}"


def _without_refused(shape: Shape, understanding: Understanding) -> Shape:
    """Return a shape without the parts that the person does not want: 칭찬은 필요 없어요."""
    refused = [each for each in understanding.requirements if each.demand is Demand.LEAVE_OUT]

    said = (*understanding.introduction.said, *(each.said for each in refused))

    def is_unwanted(text: str) -> bool:
        return any(is_refused(text, each) for each in refused) or refuses(said, text)

    def standing(parts: Texts | None) -> Texts | None:
        ours = parts[understanding.locale] if parts else ()
        at = [index for index, part in enumerate(ours) if not is_unwanted(bare(part))]
        noted = {index for index in at if not is_unwanted(ours[index])}

        def kept(names: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(names[index] if index in noted else bare(names[index]) for index in at)

        return Texts(kept(parts.ko), kept(parts.en)) if parts and at else parts

    return replace(shape, parts=standing(shape.parts), order=standing(shape.order))


def _form(form: Form, shape: Shape, understanding: Understanding, words: str) -> str:
    locale = understanding.locale
    if shape.form:
        return shape.form[locale]
    if form is Form.CODE and understanding.intent.product is Product.FORMULA:
        return phrase(locale, "format.formula")
    if form is Form.CODE and (fence := fence_of(shape.fence, words)) and fence != _NO_LANGUAGE:
        return phrase(locale, "format.code_named", fence=fence)
    return phrase(locale, f"format.{form}")


def _of_prose(understanding: Understanding, amount: Amount) -> str:
    """Return the name of the phrase for prose that is too short for paragraphs; empty for any other."""
    count = named(understanding, Demand.COUNT)
    if (count and (count.count or 0) > 1) or understanding.intent.product in _OF_TEXT:
        return ""
    if _CHAT.search(understanding.task) and not _MAIL.search(understanding.task):
        return "prose_message" if amount.room <= _MESSAGE else ""
    is_one = understanding.intent.product in _ONE_TEXT and understanding.recognition.is_certain
    return "prose_brief" if amount.is_short and not amount.loosened and is_one else ""


_OUTLINES: Final = {Form.LIST: "format.order", Form.PROSE: "format.parts", Form.REPORT: "format.sections"}
