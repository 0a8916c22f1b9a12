"""The summary and the optional settings, on a terminal."""

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len, set_cell_size
from rich.console import Console, ConsoleOptions, RenderResult
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from bots.terminal.render_context import Parts, RenderContext
from bots.terminal.replies.understood import grid, understood_parts
from core.conversation.questions import OPTIONS, Key, listed
from core.conversation.reference_report import contents_line
from core.conversation.replies import ShowOptions, ShowSummary
from core.conversation.session import Answer, Document, MaskedItem
from core.conversation.understood import Proposed, ProposedQuestion, Suggestion
from core.features.substance import line_of
from core.messages import Revealed
from core.privacy.text import RawText


def summary_parts(summary: ShowSummary, revealed: Revealed, ctx: RenderContext) -> Parts:
    """Yield how the wish was understood, the answers, and the masked items."""
    if summary.arrived:  # the rest of it stands above
        yield from _proposal_parts(summary.proposals, ctx)
        yield from _question_parts(summary.questions, ctx)
        return
    yield Rule(ctx.t("summary.title"))
    if summary.understood:
        yield from understood_parts(summary.understood, summary.answers, ctx)
    yield from _answers(ctx, summary.answers, summary.document)
    yield from _proposal_parts(summary.proposals, ctx)
    yield from _question_parts(summary.questions, ctx)
    if summary.items:
        yield Text("\n" + ctx.t("summary.items"), style="bold")
        yield from _items(ctx, summary.items, revealed.values)
        unclear = ", ".join(item.label for item in summary.items if item.ambiguous)
        if unclear:
            yield Text(ctx.t("summary.ambiguous", labels=unclear), style="yellow")
        if summary.matter:
            yield Text(ctx.t("matter.ask", labels=", ".join(summary.matter)), style="yellow")
        yield Text(ctx.t("terminal.switch", label=summary.items[0].label), style="dim")
    else:
        yield Text("\n" + ctx.t("summary.items_none"), style="dim")
    yield Text("\n" + ctx.t("summary.next"))
    yield from ctx.controls(summary.controls)


def option_parts(options: ShowOptions, _revealed: Revealed, ctx: RenderContext) -> Parts:
    """Yield the optional settings with what they are set to."""
    yield Rule(ctx.t("options.title"))
    yield _settings_table(options, ctx)
    yield Text("\n" + ctx.t("options.next"))
    yield from ctx.controls(options.controls)


class _Line:
    """A text on one line, cut where the terminal ends."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> RenderResult:
        line = self._text.copy()
        line.truncate(options.max_width, overflow="ellipsis")
        yield line


def _proposal_parts(proposals: Sequence[Proposed], ctx: RenderContext) -> Parts:
    """Yield what a model proposes, by number."""
    if not proposals:
        return
    yield Text("\n" + ctx.t("proposals.title"), style="bold")
    for number, each in enumerate(proposals, 1):
        yield Text(f"  {number}  {line_of(each, ctx.locale)}", style="" if each.wanted else "dim")
    yield Text(f"{ctx.t('proposals.next')} {ctx.t('proposals.typed', number=1)}", style="dim")


def _question_parts(questions: Sequence[ProposedQuestion], ctx: RenderContext) -> Parts:
    """Yield what a model would ask, by number."""
    if not questions:
        return
    yield Text("\n" + ctx.t("proposed.questions"), style="bold")
    yield from (Text(f"  {each.number}  {each.ask}") for each in questions)
    yield Text(ctx.t("proposed.typed"), style="dim")


def _answers(ctx: RenderContext, answers: Mapping[Key, Answer], document: Document | None) -> Parts:
    """Yield a line for each answer; of a reference what was read of its files comes first."""
    shown = listed(answers)
    names = {key: ctx.t(f"key.{key}") for key in shown}
    width = max(map(cell_len, names.values()), default=0)
    for key in shown:
        answer = answers.get(key)
        text = " ".join((answer.wording(key, ctx.locale) if answer else ctx.t("summary.skipped")).split())
        if key is Key.REFERENCE and document:
            read = contents_line(document.contents, ctx.locale)
            text = f"{document.name}{f' ({read})' if read else ''}: {text}"
        yield _Line(Text.assemble((set_cell_size(names[key], width), "bold"), "  ", text))


def _items(ctx: RenderContext, items: Sequence[MaskedItem], values: Mapping[str, RawText]) -> Parts:
    """Yield the masked items by kind, each with its value for its owner; those that are kept say so."""
    kinds: dict[str, list[str]] = {}
    for item in items:
        value = f" {' '.join(values[item.label].reveal().split())}" if item.label in values else ""
        kept = f" ({ctx.t('summary.kept')})" if item.kept else ""
        kinds.setdefault(ctx.t(f"entity.{item.type}"), []).append(f"{item.label}{value}{kept}")
    for kind, shown in kinds.items():
        yield Text.assemble((f"{kind} {len(shown)}  ", "bold"), (" · ".join(shown), "dim"))


def _settings_table(options: ShowOptions, ctx: RenderContext) -> Table:
    """Return the settings; the numbers run through all that is offered."""
    offered = {suggestion.key: suggestion for suggestion in options.suggestions}
    table, first = grid(), 1
    for key in OPTIONS:
        suggestion, answer = offered.get(key, Suggestion(key)), options.answers.get(key)
        unset = ctx.t("options.unset") + (f" ({suggestion.hint})" if suggestion.hint else "")
        table.add_row(Text(ctx.t(f"key.{key}"), style="bold"), Text(answer.text if answer else unset, "dim"))
        for line in _offers(suggestion, first):
            table.add_row("", Text(line))
        first += len(suggestion.texts)
    return table


def _offers(suggestion: Suggestion, first: int) -> Iterator[str]:
    for at, text in enumerate(suggestion.texts, 1):
        yield f"{first + at - 1:>2}  {text}{' ✓' if at in suggestion.chosen else ''}"
