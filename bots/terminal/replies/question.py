"""A question on a terminal: one of the interview, or for a gap."""

from rich.text import Text

from bots.terminal.render_context import Parts, RenderContext
from core.conversation.questions import QUESTIONS, Key, progress_of
from core.conversation.replies import Ask, AskGap
from core.messages import Revealed


def question_parts(ask: Ask, _revealed: Revealed, ctx: RenderContext) -> Parts:
    """Yield the question: its choices by number, and what is said of it."""
    if ask.hint:
        yield Text(ctx.t(ask.hint, **ask.details), style="yellow")
    optional = QUESTIONS[ask.key].optional
    yield Text(
        "\n" + ctx.t(f"ask.{ask.key}") + progress_of(ask.key),
        style="dim" if ask.key is Key.REFERENCE else "bold",
    )
    for number, choice in enumerate(ask.choices, 1):
        yield Text(f"  {number}  {ctx.t(f'{ask.key}.{choice}')}")
    if ask.current:
        yield Text(f"{ctx.t('current', answer=ask.current.text)} · {ctx.t('terminal.keep')}", style="dim")
    if ask.suggested:
        answer = ask.suggested.wording(ask.key, ctx.locale)
        yield Text(ctx.t("terminal.suggested", answer=answer), style="cyan")
    if ask.material:
        yield Text(ctx.t("ask.material", what=ask.material))
    if optional:
        yield Text(ctx.t("optional"), style="dim")
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
