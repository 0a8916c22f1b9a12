"""The summary and the optional settings, on a terminal."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from bots.terminal.render_context import RenderContext
from bots.terminal.settings import settings_table
from bots.terminal.understood import grid, proposal_parts, understood_parts
from core.conversation.documents import contents_line
from core.conversation.questions import CORRECTIONS, Key
from core.conversation.replies import ShowOptions, ShowSummary
from core.conversation.session import Answer, Document, MaskedItem
from core.messages import Revealed
from core.privacy.text import RawText


def summary_parts(summary: ShowSummary, revealed: Revealed, ctx: RenderContext) -> Iterator[RenderableType]:
    """Yield how the wish was understood, the answers, and the masked items."""
    if summary.arrived:  # the rest of it stands above
        yield from proposal_parts(summary.proposals, ctx.locale)
        return
    yield Rule(ctx.say("summary.title"))
    if summary.understood:
        yield from understood_parts(summary.understood, summary.answers, ctx.locale)
    yield _answers(ctx, summary.answers, summary.document)
    yield from proposal_parts(summary.proposals, ctx.locale)
    if summary.items:
        yield Text("\n" + ctx.say("summary.items"), style="bold")
        yield _items(ctx, summary.items, revealed.values)
        unclear = ", ".join(item.label for item in summary.items if item.ambiguous)
        if unclear:
            yield Text(ctx.say("summary.ambiguous", labels=unclear), style="yellow")
        yield Text(ctx.say("terminal.switch", label=summary.items[0].label), style="dim")
    else:
        yield Text("\n" + ctx.say("summary.items_none"), style="dim")
    yield Text("\n" + ctx.say("summary.next"))
    yield from ctx.controls(summary.controls)


def option_parts(options: ShowOptions, _revealed: Revealed, ctx: RenderContext) -> Iterator[RenderableType]:
    """Yield the optional settings with what they are set to."""
    yield Rule(ctx.say("options.title"))
    yield settings_table(options, ctx.locale)
    yield Text("\n" + ctx.say("options.next"))
    yield from ctx.controls(options.controls)


def answer_wording(ctx: RenderContext, key: Key, answer: Answer) -> str:
    """Return what stands for an answer: the wording of a choice, or its words."""
    return ctx.say(f"{key}.{answer.choice}") if answer.choice else str(answer.text)


def _answers(ctx: RenderContext, answers: Mapping[Key, Answer], document: Document | None) -> Table:
    table = grid()
    for key in Key:
        if key in answers and key not in CORRECTIONS:
            shown = answer_wording(ctx, key, answers[key])
            table.add_row(Text(ctx.say(f"key.{key}"), style="bold"), Text(shown))
    if document and (line := contents_line(document.contents, ctx.locale)):
        table.add_row("", Text(line, style="dim"))
    return table


def _items(ctx: RenderContext, items: Sequence[MaskedItem], values: Mapping[str, RawText]) -> Table:
    table = grid(4)
    for item in items:
        state = ctx.say("summary.kept" if item.kept else "summary.masked")
        value = values[item.label].reveal() if item.label in values else ""
        table.add_row(Text(item.label, style="cyan"), ctx.say(f"entity.{item.type}"), state, Text(value, style="dim"))
    return table
