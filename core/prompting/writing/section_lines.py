"""The lines that each section of a prompt could have, and what each is worth."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from core.prompting.brief import Brief
from core.prompting.intents.catalogue import NEUTRAL
from core.prompting.intents.intent import Product
from core.prompting.intents.naming import heads_of
from core.prompting.languages import ENGLISH, KOREAN
from core.prompting.substance import Substance
from core.prompting.understanding.demand_kinds import names_tone
from core.prompting.understanding.long_texts import ORDERS
from core.prompting.understanding.two_wishes import likelier
from core.prompting.understanding.understanding import ConflictKind, Demand, Understanding
from core.prompting.writing.answer_length import Amount, amount_of
from core.prompting.writing.answer_shape import layout_of, outline, shape_lines
from core.prompting.writing.closing_lines import CHECK, NO_CEREMONY, done_lines
from core.prompting.writing.fenced_texts import Fenced, fence, reference_lines
from core.prompting.writing.intent_lines import advice, assumed, of_texts
from core.prompting.writing.length_lines import length_lines, level_line
from core.prompting.writing.line import LABELS, Line, Origin
from core.prompting.writing.outline_lines import outline_lines
from core.prompting.writing.overruled_lines import goal_of, is_in_shape, named, refuses, says_length
from core.prompting.writing.phrases import phrase
from core.prompting.writing.placed_lines import placed_lines, with_placed
from core.prompting.writing.sections import Heading, rank
from core.prompting.writing.settled_conflicts import answer_language, instead_of, settled_as
from core.prompting.writing.skeleton import is_drawn
from core.prompting.writing.told_amounts import figure_lines
from core.prompting.writing.told_lines import led_lines, questions_of, sentence, told_lines
from core.prompting.writing.topic_lines import topical
from core.values.choices import Form
from core.values.locale import Locale

LABEL: Final = re.compile(r"\{\{[^{}\n]{1,40}\}\}|\{[^\W\d_]+(?:[ _][^\W\d_]+)*[0-9]+(?:-[0-9]+)?\}")
# What a line is worth in comparison; the first of a kind more than the next. A line that holds only because of
# something the person said is worth more than one that always holds.
_GOAL, _MOVE, _TRAP, _ROLE, _REGISTER, _TEXTS = 90, 80, 66, 40, 76, 20
_DRAWN_FROM: Final = frozenset(
    {Product.SUMMARY, Product.TRANSLATION, Product.REWRITE, Product.EXTRACTION, Product.TABLE_OF_DATA}
)
_ALONE: Final = frozenset(
    {Product.TEXT_TO_SEND, Product.REWRITE, Product.TRANSLATION, Product.CREATIVE, Product.LIST_OF_ITEMS}
)
_LETTERS: Final = frozenset({Product.TEXT_TO_SEND})
_SIGNER: Final = re.compile(r"\{(?:이름|기관|NAME|ORGANIZATION)[0-9]+\}")
_TO: Final = re.compile(r"받는|받을|수신")  # 보내는 사람 {이름1}, 받는 사람 {이름2}
_ORDERS_IN_DATA: Final = re.compile(r"따르지 않|지시로 (?:보|받아)|not (?:follow|obey)|as data", re.IGNORECASE)


def lines_of(brief: Brief, understanding: Understanding, substance: Substance) -> list[Line]:
    """Return every line that the prompt could have, in its order."""
    fenced = fence(brief, understanding)
    language = answer_language(brief, understanding)
    amount = amount_of(brief, understanding, language)
    before = [
        *_role(understanding, amount),
        *_task(brief, understanding, amount, fenced, substance),
        *_audience(brief, understanding, amount, fenced),
        *told_lines(understanding, brief.purpose, is_short=amount.is_short),
        *_read_as(brief, understanding),
        *assumed(understanding, is_short=amount.is_short),
        *_steps(brief, understanding),
        *_format(brief, understanding, amount, fenced, substance.parts),
        *length_lines(brief, understanding, amount, language),
    ]
    limits = [
        *_limits(brief, understanding, fenced),
        *(Line(Heading.LIMITS, trap, Origin.MODEL) for trap in substance.traps),
    ]
    of_labels = [line for line in limits if line.key == LABELS]
    if {line.text for line in limits if line not in of_labels} <= {line.text for line in before}:
        # The section always stands; what is said twice goes, and what is said of labels once they are filled in.
        name = "format.only" if understanding.intent.product in _ALONE else "limits.request"
        request = phrase(understanding.locale, name)
        limits = [Line(Heading.LIMITS, request, Origin.TRAP, CHECK), *of_labels]
        before = [line for line in before if line.text != request]
    after = (*done_lines(brief, understanding, amount), *reference_lines(brief, understanding, fenced))
    lines = [*before, *limits, *after]
    return [
        line if line.heading is Heading.REFERENCE and line.is_plain else _on_one_line(line)
        for line in sorted(lines, key=lambda line: rank(line.heading))
    ]


def _on_one_line(line: Line) -> Line:
    """Return a line without breaks: an answer of several lines could pass for headings and lines of the prompt."""
    parts = line.text.splitlines()
    return line if len(parts) == 1 else replace(line, text=" / ".join(part.strip() for part in parts if part.strip()))


def _role(understanding: Understanding, amount: Amount) -> Iterator[Line]:
    intent, locale = understanding.intent, understanding.locale
    if (
        intent.role
        and not amount.is_short
        and understanding.recognition.is_certain
        and intent.product not in NO_CEREMONY
    ):
        text = phrase(locale, "task.role", role=intent.role[locale])
        yield Line(Heading.ROLE, text, Origin.ROLE, _ROLE, is_plain=True)


def _task(
    brief: Brief, understanding: Understanding, amount: Amount, fenced: Fenced, substance: Substance
) -> Iterator[Line]:
    intent, locale = understanding.intent, understanding.locale
    yield Line(Heading.TASK, substance.restated or understanding.task, Origin.TASK, is_plain=True)
    if brief.intent not in (None, NEUTRAL) and not any(head in brief.purpose.casefold() for head in heads_of(intent)):
        # The request names another thing, or none, than the person has chosen since.
        text = phrase(locale, "task.chosen", name=intent.name[locale])
        yield Line(Heading.TASK, text, Origin.REQUIREMENT, key="intent", is_plain=True)
    if understanding.products:
        text = phrase(locale, "task.both", first=understanding.products[0], second=understanding.products[1])
        yield Line(Heading.TASK, text, Origin.REQUIREMENT, is_plain=True)
    if fenced.source:
        text = phrase(locale, "task.material", tag=fenced.source)
        yield Line(Heading.TASK, text, Origin.FIXED, key="reference", is_plain=True)
    if (goal := goal_of(understanding)) and understanding.recognition.is_certain:
        # Where there is room for one line only, what to do says more than what for.
        yield Line(Heading.TASK, goal, Origin.GOAL, _MOVE - 1 if amount.is_short else _GOAL, is_plain=True)
    for question in questions_of(understanding):
        name = "task.question_beside" if intent.product in _LETTERS else "task.question"
        yield Line(Heading.TASK, phrase(locale, name, question=question), Origin.REQUIREMENT)
    yield from (Line(Heading.TASK, point, Origin.MODEL) for point in substance.cover)
    yield from topical(brief, understanding)
    yield from figure_lines(understanding, brief.form)
    yield from advice(intent.moves, brief, understanding, (Heading.TASK, Origin.MOVE, _MOVE))
    yield from of_texts(brief, understanding, (Heading.TASK, Origin.MOVE, _TEXTS))


def _audience(brief: Brief, understanding: Understanding, amount: Amount, fenced: Fenced) -> Iterator[Line]:
    intent, locale = understanding.intent, understanding.locale
    reader = understanding.audience
    if (
        reader
        and reader not in str(brief.level)
        and not any(f"{reader.partition('(')[0]}도" in each for each in understanding.introduction.said)
    ):
        text = phrase(locale, "audience.reader", reader=reader)
        yield Line(Heading.AUDIENCE, text, Origin.READER, key="background")
    if tag := fenced.tag("background"):
        yield Line(Heading.AUDIENCE, phrase(locale, "reference.introduced", tag=tag), Origin.FACT, key="background")
    if not amount.is_short:
        yield level_line(brief, locale, Heading.AUDIENCE)
    if settled := settled_as(understanding, ConflictKind.READER_LEVEL):
        yield Line(Heading.AUDIENCE, settled, Origin.REQUIREMENT, key="level")
    if brief.tone:
        yield Line(Heading.AUDIENCE, phrase(locale, "audience.tone", tone=brief.tone), Origin.REQUIREMENT, key="tone")
    elif (
        intent.register
        and understanding.recognition.is_certain
        and not (tag or _sets_tone(understanding) or refuses(understanding.introduction.said, intent.register[locale]))
        and _is_native(brief, understanding)
    ):
        yield Line(Heading.AUDIENCE, intent.register[locale], Origin.MOVE, _REGISTER)
    if brief.personality:
        text = phrase(locale, "audience.personality", personality=brief.personality)
        yield Line(Heading.AUDIENCE, text, Origin.REQUIREMENT, key="personality")


def _read_as(brief: Brief, understanding: Understanding) -> Iterator[Line]:
    """Ask how names are read in the script of the answer, where that is another than the prompt's."""
    locale, language = understanding.locale, answer_language(brief, understanding)
    if language is None or understanding.intent.product not in _LETTERS or _is_native(brief, understanding):
        return
    told = (brief.purpose, *understanding.introduction.told, understanding.audience)
    labels = tuple(dict.fromkeys(_SIGNER.findall("\n".join(told))))
    if len(labels) == 1:
        text = phrase(locale, "limits.read_as", label=labels[0], language=language.name(locale))
        yield Line(Heading.TOLD, text, Origin.TRAP, key="language")
    elif labels:
        listed = ", ".join(f"{label} [ ]" for label in labels)
        text = phrase(locale, "limits.read_as_all", labels=listed, language=language.name(locale))
        yield Line(Heading.TOLD, text, Origin.TRAP, key="language")


def _steps(brief: Brief, understanding: Understanding) -> Iterator[Line]:
    if brief.steps:
        yield Line(Heading.STEPS, phrase(understanding.locale, "steps.own"), Origin.FIXED, key="steps", is_plain=True)
        for step in filter(None, (part.strip() for part in re.split(r"\n|(?<=[.다요])\s+(?=\S)|→|>", brief.steps))):
            yield Line(Heading.STEPS, step, Origin.REQUIREMENT, key="steps")


def _format(
    brief: Brief, understanding: Understanding, amount: Amount, fenced: Fenced, proposed: tuple[str, ...]
) -> Iterator[Line]:
    locale = understanding.locale
    language = answer_language(brief, understanding)
    outlined = with_placed(outline(brief, understanding, amount, language, proposed), understanding)
    parts = (
        *outline_lines(outlined, brief, understanding, amount, language),
        *placed_lines(outlined, understanding),
    )
    for text in (*shape_lines(brief, understanding, amount, language, proposed), *parts):
        is_proposed = bool(proposed) and (all(part in text for part in proposed) or _is_heading(text, proposed))
        origin = Origin.MODEL if is_proposed else Origin.SHAPE
        yield Line(Heading.FORMAT, text, origin, key="form", mark="" if is_drawn(text) else "- ")
    if understanding.products:
        yield Line(Heading.FORMAT, _apart(brief.form, understanding), Origin.REQUIREMENT, key="form")
    if settled := settled_as(understanding, ConflictKind.FORM) or instead_of(understanding, ConflictKind.FORM):
        yield Line(Heading.FORMAT, settled, Origin.REQUIREMENT, key="form")
    samples = {
        "example_output": ("sample", brief.example_output or understanding.introduction.example_of_output),
        "example_input": ("input", brief.example_input or understanding.introduction.example_of_input),
    }
    for key, (name, sample) in samples.items():
        if tag := fenced.tag(key):
            yield Line(Heading.FORMAT, phrase(locale, f"format.{name}_fenced", tag=tag), Origin.REQUIREMENT, key=key)
        elif sample:
            text = phrase(locale, f"format.{name}", sample=" / ".join(sample.splitlines()))
            yield Line(Heading.FORMAT, text, Origin.REQUIREMENT, key=key)
    if understanding.intent.product in _ALONE:
        worth = _REGISTER + 1 if amount.is_short else CHECK  # a remark is half of an answer of a hundred characters
        yield Line(Heading.FORMAT, phrase(locale, "format.only"), Origin.SHAPE, worth, key="form")


def _apart(form: Form | str, understanding: Understanding) -> str:
    """Say that two things are written apart, and of which of them the format is."""
    first, second = understanding.products
    path = f"{understanding.intent.family}.{understanding.intent.id}"
    reports = [each for each in understanding.products if form is Form.REPORT and each.endswith("보고서")]
    of = reports[0] if reports else likelier(understanding.products, path)
    return phrase(understanding.locale, "format.apart", first=first, second=second, of=of)


def _is_heading(text: str, proposed: tuple[str, ...]) -> bool:
    return is_drawn(text) and any(part in text for part in proposed)


def _limits(brief: Brief, understanding: Understanding, fenced: Fenced) -> Iterator[Line]:
    intent, locale = understanding.intent, understanding.locale
    for kind in (ConflictKind.COUNT, ConflictKind.REGISTER, ConflictKind.SAID):
        if settled := settled_as(understanding, kind) or instead_of(understanding, kind):
            yield Line(Heading.LIMITS, settled, Origin.REQUIREMENT, key="background")
    conflicts = (*understanding.conflicts, *understanding.turned)
    of_length = [each for each in conflicts if each.kind is ConflictKind.LENGTH]
    for requirement in (each for each in understanding.requirements if each.text):
        is_settled = any(says_length(requirement, each.settled) for each in of_length)  # with these words
        is_second = requirement.is_row and requirement is not named(understanding, requirement.demand)
        if is_settled or (is_in_shape(requirement, layout_of(brief, understanding)) and not is_second):
            continue
        yield Line(Heading.LIMITS, sentence(requirement.text), Origin.REQUIREMENT, key="background")
    traps = tuple(advice(intent.traps, brief, understanding, (Heading.LIMITS, Origin.TRAP, _TRAP)))
    yield from (trap for trap in traps if not (fenced.blocks and _ORDERS_IN_DATA.search(trap.text)))
    yield from led_lines(understanding)
    if fenced.source and intent.product in _DRAWN_FROM:
        yield Line(Heading.LIMITS, phrase(locale, "limits.ground", tag=fenced.source), Origin.FIXED, _TRAP + 1)
    if fenced.blocks and (brief.reference or ORDERS.search(brief.background)):
        tags = ", ".join(f"<{block.tag}>" for _, block in fenced.blocks)
        yield Line(Heading.LIMITS, phrase(locale, "limits.data", tags=tags), Origin.FIXED, key="reference")
    labels = labels_in(brief)
    signers = [label for who in understanding.introduction.who for label in _SIGNER.findall(_TO.split(who)[0])]
    if intent.product in _LETTERS and signers and len(labels) > len(signers):
        text = phrase(locale, "limits.signature", labels=", ".join(dict.fromkeys(signers)))
        yield Line(Heading.LIMITS, text, Origin.TRAP, _GOAL)
    if labels:
        yield Line(Heading.LIMITS, phrase(locale, "limits.label", label=labels[0]), Origin.FIXED, key=LABELS)


def labels_in(brief: Brief) -> tuple[str, ...]:
    """Return the variables of a brief, each once."""
    texts = (brief.purpose, brief.background, brief.constraints, brief.reference)
    return tuple(dict.fromkeys(LABEL.findall("\n".join(filter(None, texts)))))


def _is_native(brief: Brief, understanding: Understanding) -> bool:
    """Whether the answer is in the language of the prompt: registers are those of a language."""
    return answer_language(brief, understanding) is (KOREAN if understanding.locale is Locale.KO else ENGLISH)


def _sets_tone(understanding: Understanding) -> bool:
    is_told = any(map(names_tone, understanding.introduction.said))
    return is_told or any(each.demand is Demand.TONE for each in understanding.requirements)
