"""The summary with its masked items, and the optional settings, as messages."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bots.discord import limits
from bots.discord.markup import bold, length, one_line, plain, shortened, small
from bots.discord.message import Button, Message, Option, Row, Section, Select, in_rows, menu
from bots.discord.render_context import RenderContext
from bots.discord.replies.understood import turn_rows, understood_lines, understood_selects
from bots.shared.custom_ids import encode
from core.conversation.control_names import Control
from core.conversation.events import EditRequested, ItemSwitched, SettingChosen
from core.conversation.questions import OPTIONS, Key, listed
from core.conversation.reference_report import contents_line
from core.conversation.replies import ShowOptions, ShowSummary
from core.conversation.session import Answer, Document, MaskedItem
from core.conversation.summary_events import MatterKept
from core.conversation.understood import Proposed, ProposedQuestion
from core.features.substance import ProposalsSwitched, QuestionOpened, line_of
from core.privacy.text import RawText

# All text of the message may have 4,000 characters. The answers and the items have their share of what the head leaves
# (`limits.LAID_OUT_HEAD`), and leave some for names and small print. What was understood, the proposals and the
# questions share the head.
_ANSWERS: Final = 1_400
_FRAME: Final = 5
"""The frame, its first and last text, and the select of what has no button beside it."""

_SECTION: Final = 3
"""Its text, its button and itself."""

_PROPOSALS: Final = 520
_QUESTION: Final = 120
_ITEMS: Final = 420
_VALUE: Final = 60


def show_summary(summary: ShowSummary, values: Mapping[str, RawText], ctx: RenderContext) -> Message:
    """Return how the wish was understood, every answer with its button, and the masked items.

    A masked item has what it stands for beside it if `values` tells.
    """
    head = [
        bold(ctx.t("summary.title")),
        *(understood_lines(summary.understood, summary.answers, ctx) if summary.understood else ()),
        *_proposals(summary.proposals, ctx),
        *_questions(summary.questions, ctx),
    ]
    tail = [*_items(summary.items, values, ctx), *_matter(summary.matter, ctx), small(ctx.t("summary.next"))]
    controls = ctx.controls(control for control in summary.controls if control is not Control.EDIT) + ctx.typing
    rows: tuple[Row, ...] = (
        *(understood_selects(summary.understood, ctx) if summary.understood else ()),
        *(turn_rows(summary.understood.other_ways) if summary.understood else ()),
        *_ticks(summary.proposals, ctx),
        *in_rows(_openers(summary.questions, ctx)),
        *in_rows([Button(ctx.t("matter.keep"), encode(MatterKept()))] if summary.matter else []),
        *_switches(summary.items, ctx),
        *in_rows(controls),
    )
    answers = dict(_answers(summary.answers, ctx))
    beside = _beside(tuple(answers), rows)
    others = tuple(key for key in answers if key not in beside)
    if Key.LEFT_OUT in summary.answers:
        others = (*others, Key.LEFT_OUT)
    edit = ctx.t("control.edit")
    sections = tuple(Section(answers[key], Button(edit, encode(EditRequested(key)))) for key in beside)
    rest = [answers[key] for key in others if key in answers]
    rest += _read(summary.document, ctx)
    return Message(
        shortened("\n".join(head), limits.LAID_OUT_HEAD),
        (*_edit(others, ctx), *rows),
        laid_out=True,
        sections=(*sections, "\n".join([*rest, "", *tail] if rest else tail)),
    )


def _beside(keys: Sequence[Key], rows: Sequence[Row]) -> tuple[Key, ...]:
    """Return the answers that have a button beside them: as many as Discord's limit leaves room for."""
    taken = _FRAME + sum(2 if isinstance(row, Select) else 1 + len(row) for row in rows)
    return tuple(keys[: (limits.COMPONENTS - taken) // _SECTION])


def show_options(options: ShowOptions, ctx: RenderContext) -> Message:
    """Return the optional settings with what they are set to."""
    lines = [bold(ctx.t("options.title"))]
    hints = {suggestion.key: suggestion.hint for suggestion in options.suggestions}
    for key in OPTIONS:
        answer = options.answers.get(key)
        unset = ctx.t("options.unset") + (f" ({plain(one_line(hints[key], _VALUE))})" if hints.get(key) else "")
        text = plain(one_line(answer.text, _VALUE * 2)) if answer else unset
        lines.append(f"{bold(ctx.t(f'key.{key}'))} {text}")
    lines.append(small(ctx.t("options.next")))
    rows: tuple[Row, ...] = (
        *_offered(options, ctx),
        *_edit(OPTIONS, ctx),
        *in_rows((*ctx.controls(options.controls), *ctx.typing)),
    )
    return Message(shortened("\n".join(lines), limits.CONTENT), rows)


def _offered(options: ShowOptions, ctx: RenderContext) -> tuple[Select, ...]:
    choices = (
        Option(
            f"{'✓ ' if at in suggestion.chosen else ''}{ctx.t(f'key.{suggestion.key}')}: {text}",
            encode(SettingChosen(suggestion.key, at)),
        )
        for suggestion in options.suggestions
        for at, text in enumerate(suggestion.texts, 1)
    )
    return menu("set", ctx.t("options.choose"), choices)


def _proposals(proposals: Sequence[Proposed], ctx: RenderContext) -> Iterator[str]:
    """Yield what a model proposes, as much as there is room for; the select has them all."""
    if proposals:
        yield bold(ctx.t("proposals.title"))
    share = _PROPOSALS // max(len(proposals), 1)
    for each in proposals:
        yield shortened(plain(one_line(line_of(each, ctx.locale), share)), share)


def _ticks(proposals: Sequence[Proposed], ctx: RenderContext) -> tuple[Select, ...]:
    """Return the select that takes proposals away, and back."""
    options = (
        Option(line_of(each, ctx.locale), encode(ProposalsSwitched(at, not each.wanted)))
        for at, each in enumerate(proposals, 1)
    )
    return menu("tick", ctx.t("proposals.choose"), options)


def _questions(questions: Sequence[ProposedQuestion], ctx: RenderContext) -> Iterator[str]:
    """Yield what a model would ask; each has its button."""
    if questions:
        yield bold(ctx.t("proposed.questions"))
    for each in questions:
        yield f"{each.number}. {plain(one_line(each.ask, _QUESTION))}"


def _openers(questions: Sequence[ProposedQuestion], ctx: RenderContext) -> tuple[Button, ...]:
    return tuple(
        Button(ctx.t("proposed.question", number=each.number), encode(QuestionOpened(each.number)))
        for each in questions
    )


def _answers(answers: Mapping[Key, Answer], ctx: RenderContext) -> Iterator[tuple[Key, str]]:
    keys = listed(answers)
    share = _ANSWERS // max(len(keys), 1)
    for key in keys:
        shown = shortened(plain(one_line(_wording(key, answers.get(key), ctx), share)), share)
        yield key, f"{bold(ctx.t(f'key.{key}'))} {shown}"


def _read(document: Document | None, ctx: RenderContext) -> list[str]:
    line = contents_line(document.contents, ctx.locale) if document else ""
    return [small(line)] if line else []


def _wording(key: Key, answer: Answer | None, ctx: RenderContext) -> str:
    return answer.wording(key, ctx.locale) if answer else ctx.t("summary.skipped")


def _items(items: Sequence[MaskedItem], values: Mapping[str, RawText], ctx: RenderContext) -> Iterator[str]:
    yield bold(ctx.t("summary.items")) if items else small(ctx.t("summary.items_none"))
    left = _ITEMS
    for number, item in enumerate(items):
        line = _item(item, values, ctx)
        left -= length(line) + 1
        if left < 0:
            yield small(ctx.t("more_items", count=len(items) - number))
            return
        yield line


def _matter(labels: Sequence[str], ctx: RenderContext) -> Iterator[str]:
    if labels:
        yield plain(one_line(ctx.t("matter.ask", labels=", ".join(labels)), _ITEMS))


def _item(item: MaskedItem, values: Mapping[str, RawText], ctx: RenderContext) -> str:
    state = ctx.t("summary.kept" if item.kept else "summary.masked")
    state += f" · {ctx.t('summary.unclear')}" if item.ambiguous else ""
    value = values.get(item.label)
    shown = f" = {plain(one_line(value.reveal(), _VALUE))}" if value is not None else ""
    return f"`{item.label}` {ctx.t(f'entity.{item.type}')} · {state}{shown}"


def _edit(keys: Sequence[Key], ctx: RenderContext) -> tuple[Select, ...]:
    options = (Option(ctx.t(f"key.{key}"), encode(EditRequested(key))) for key in keys)
    return menu("edit", ctx.t("edit.placeholder"), options)


def _switches(items: Sequence[MaskedItem], ctx: RenderContext) -> tuple[Select, ...]:
    options = (
        Option(
            f"{item.label} → {ctx.t('switch.mask' if item.kept else 'switch.keep')}",
            encode(ItemSwitched(item.label, kept=not item.kept)),
            ctx.t(f"entity.{item.type}"),
        )
        for item in items
    )
    return menu("switch", ctx.t("switch.placeholder"), options)
