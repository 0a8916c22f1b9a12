"""How a wish was understood, on a terminal."""

from collections.abc import Mapping, Sequence

from rich.table import Table
from rich.text import Text

from bots.terminal.render_context import Parts, RenderContext
from core.conversation.questions import Key
from core.conversation.replies import AskIntent
from core.conversation.session import Answer
from core.conversation.understanding_lines import assumption_lines, understanding_lines
from core.conversation.understood import OtherWay, Understood
from core.messages import Revealed


def understood_parts(understood: Understood, answers: Mapping[Key, Answer], ctx: RenderContext) -> Parts:
    """Yield what was understood; the next guesses have the numbers by which they are chosen."""
    table = grid()
    for name, text in understanding_lines(understood, answers, ctx.locale):
        table.add_row(Text(name, style="bold"), Text(text))
    yield table
    yield from turn_parts(understood.other_ways, ctx)
    others = " · ".join(f"{number} {kind.name}" for number, kind in enumerate(understood.others, 1))
    if others:
        yield Text(f"{ctx.t('understood.others')}: {others}", style="dim")
    lines = assumption_lines([each.line for each in understood.assumptions], ctx.locale)
    yield from (Text(line, style="dim") for line in lines)
    yield Text(ctx.t("understood.typed", name="1") + "\n", style="dim")


def turn_parts(ways: Sequence[OtherWay], ctx: RenderContext) -> Parts:
    """Yield what is typed to have contradictions settled the other way."""
    yield from (Text(ctx.t("understood.turn", way=way.text.rstrip(".")), style="dim") for way in ways)


def intent_parts(ask: AskIntent, _revealed: Revealed, ctx: RenderContext) -> Parts:
    """Yield the question for the kind of thing: all of them by family, each with its number."""
    if ask.hint:
        yield Text(ctx.t(ask.hint), style="yellow")
    yield Text("\n" + ctx.t("ask.intent"), style="bold")
    number = 0
    table = grid()
    for family in ask.families:
        names = []
        for kind in family.kinds:
            number += 1
            names.append(f"{number} {kind.name}")
        table.add_row(Text(ctx.t(f"family.{family.id}"), style="cyan"), Text(" · ".join(names)))
    yield table
    yield Text(ctx.t("intent.next"), style="dim")
    yield from ctx.controls(ask.controls)


def grid(columns: int = 2, *, whole: int = 1) -> Table:
    """Return a table without lines whose first columns stay whole."""
    table = Table.grid(padding=(0, 2))
    for _ in range(whole):
        table.add_column(no_wrap=True)
    for _ in range(columns - whole):
        table.add_column(overflow="fold")  # an ellipsis after a word of double width would hide it
    return table
