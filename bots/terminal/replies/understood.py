"""How a wish was understood, and why the prompt is as it is, on a terminal."""

from collections.abc import Mapping, Sequence

from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from bots.terminal.render_context import Parts, RenderContext
from core.conversation.questions import Key
from core.conversation.replies import AskGap, AskIntent, ShowReasons
from core.conversation.session import Answer
from core.conversation.understanding_lines import assumption_lines, understanding_lines
from core.conversation.understood import Proposed, ProposedQuestion, Understood
from core.conversation.versions import name_of_version
from core.features.substance import line_of
from core.messages import Revealed


def understood_parts(understood: Understood, answers: Mapping[Key, Answer], ctx: RenderContext) -> Parts:
    """Yield what was understood; the next guesses have the numbers by which they are chosen."""
    table = grid()
    for name, text in understanding_lines(understood, answers, ctx.locale):
        table.add_row(Text(name, style="bold"), Text(text))
    yield table
    others = " · ".join(f"{number} {kind.name}" for number, kind in enumerate(understood.others, 1))
    if others:
        yield Text(f"{ctx.t('understood.others')}: {others}", style="dim")
    lines = assumption_lines([each.line for each in understood.assumptions], ctx.locale)
    yield from (Text(line, style="dim") for line in lines)
    yield Text(ctx.t("understood.typed", name="1") + "\n", style="dim")


def proposal_parts(proposals: Sequence[Proposed], ctx: RenderContext) -> Parts:
    """Yield what a model proposes, by number."""
    if not proposals:
        return
    yield Text("\n" + ctx.t("proposals.title"), style="bold")
    for number, each in enumerate(proposals, 1):
        yield Text(f"  {number}  {line_of(each, ctx.locale)}", style="" if each.wanted else "dim")
    yield Text(f"{ctx.t('proposals.next')} {ctx.t('proposals.typed', number=1)}", style="dim")


def question_parts(questions: Sequence[ProposedQuestion], ctx: RenderContext) -> Parts:
    """Yield what a model would ask, by number."""
    if not questions:
        return
    yield Text("\n" + ctx.t("proposed.questions"), style="bold")
    yield from (Text(f"  {each.number}  {each.ask}") for each in questions)
    yield Text(ctx.t("proposed.typed"), style="dim")


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


def gap_parts(ask: AskGap, _revealed: Revealed, ctx: RenderContext) -> Parts:
    """Yield the question for what decides: its options by number, the last one leaves it to the AI."""
    if ask.hint:
        yield Text(ctx.t(ask.hint, **ask.details), style="yellow")
    question = ctx.t("gap.ask", number=ask.number, count=ask.count, question=ask.question)
    yield Text("\n" + question, style="bold")
    for number, option in enumerate((*ask.options, ctx.t("control.leave")), 1):
        yield Text(f"  {number}  {option}")
    if ask.current:
        yield Text(ctx.t("current", answer=ask.current), style="dim")
    if ask.assumed:
        yield Text(ctx.t("gap.assumed", assumed=ask.assumed), style="dim")
    yield Text(ctx.t("gap.typed"), style="dim")
    yield from ctx.controls(ask.controls)


def reasons_parts(shown: ShowReasons, _revealed: Revealed, ctx: RenderContext) -> Parts:
    """Yield what the prompt says that the answers alone did not, and why."""
    yield Rule(ctx.t("reasons.title", version=name_of_version(shown.version, ctx.locale)))
    table = grid()
    for each in shown.version.improvements:
        kind = ctx.t(f"improvement.{each.kind}")
        table.add_row(Text(kind, style="cyan"), Text.assemble(each.added, "\n", (each.why, "dim")))
    yield table if shown.version.improvements else Text(ctx.t("reasons.none"))


def grid(columns: int = 2, *, whole: int = 1) -> Table:
    """Return a table without lines whose first columns stay whole."""
    table = Table.grid(padding=(0, 2))
    for _ in range(whole):
        table.add_column(no_wrap=True)
    for _ in range(columns - whole):
        table.add_column(overflow="fold")  # an ellipsis after a word of double width would hide it
    return table
