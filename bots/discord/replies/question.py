"""A question as a message: one of the interview, or for a gap."""

from typing import Final

from bots.discord import control_codes
from bots.discord.form import PAGES
from bots.discord.markup import bold, one_line, plain, quoted, small
from bots.discord.message import Button, ButtonStyle, Message, in_rows
from bots.discord.render_context import RenderContext
from bots.shared.custom_ids import encode
from core.conversation.events import Chosen, GapAnswered, SuggestionTaken
from core.conversation.questions import QUESTIONS, Key, progress_of
from core.conversation.replies import Ask, AskGap

_QUOTED: Final = 300
_GAP_QUOTED: Final = 220


def show_question(ask: Ask, ctx: RenderContext) -> Message:
    """Return the question with its choices; typing is offered through an input where it cannot be read."""
    controls = tuple(_of_page(button, ask.key, ctx) for button in ctx.controls(ask.controls, on_question=True))
    if not ctx.readable:
        controls = (ctx.answer(ask.key), *controls)
    rows = (*in_rows(_confirms(ask, ctx)), *in_rows(_choices(ask, ctx)), *in_rows(controls))
    return Message("\n".join(_lines(ask, ctx)), rows)


def ask_gap(ask: AskGap, ctx: RenderContext) -> Message:
    """Return the question for what decides: its options, an input for another answer, and to leave it to the AI."""
    lines = [ctx.sentence(ask.hint, ask.details)] if ask.hint else []
    lines.append(bold(ctx.t("gap.ask", number=ask.number, count=ask.count, question=plain(ask.question))))
    if ask.current:
        lines.append(small(ctx.t("current", answer=quoted(ask.current, _GAP_QUOTED))))
    if ask.assumed:
        lines.append(small(ctx.t("gap.assumed", assumed=quoted(ask.assumed, _GAP_QUOTED))))
    options = tuple(Button(option, encode(GapAnswered(ask.slot, at))) for at, option in enumerate(ask.options, 1))
    own = Button(ctx.t("gap.write"), control_codes.answer_code(control_codes.gap_target(ask.slot)))
    leaves = Button(ctx.t("control.leave"), encode(GapAnswered(ask.slot)))
    controls = ctx.controls(ask.controls, on_question=True)
    return Message("\n".join(lines), (*in_rows((*options, own)), *in_rows((leaves, *controls))))


def _of_page(button: Button, key: Key, ctx: RenderContext) -> Button:
    """Let the form open where the question stands in it."""
    if button.custom_id == control_codes.form_code(1) and key in PAGES[1]:
        return Button(ctx.t("form.next"), control_codes.form_code(2), button.style)
    return button


def _lines(ask: Ask, ctx: RenderContext) -> list[str]:
    question = ctx.t(f"ask.{ask.key}") + progress_of(ask.key)
    lines = [ctx.sentence(ask.hint, ask.details)] if ask.hint else []
    lines.append(small(question) if ask.key is Key.REFERENCE else bold(question))
    if ask.current:
        lines.append(small(ctx.t("current", answer=plain(one_line(ask.current.text, _QUOTED)))))
    if ask.suggested:
        lines.append(small(ctx.t("suggested", answer=plain(_said_before(ask, ctx)))))
    if ask.material:
        lines.append(ctx.t("ask.material", what=plain(ask.material)))
    if QUESTIONS[ask.key].optional:
        lines.append(small(ctx.t("optional")))
    if not (ctx.readable or ask.choices):
        lines.append(small(ctx.t("type_hint", answer=ctx.t("control.answer"))))
    return lines


def _confirms(ask: Ask, ctx: RenderContext) -> tuple[Button, ...]:
    """Return the button that takes what was said before, where anything was."""
    if ask.suggested is None:
        return ()
    label = ctx.t("suggested.yes", answer=_said_before(ask, ctx))
    return (Button(label, encode(SuggestionTaken(ask.key)), ButtonStyle.SUCCESS),)


def _said_before(ask: Ask, ctx: RenderContext) -> str:
    return one_line(ask.suggested.wording(ask.key, ctx.locale), _QUOTED) if ask.suggested else ""


def _choices(ask: Ask, ctx: RenderContext) -> tuple[Button, ...]:
    return tuple(
        Button(ctx.t(f"{ask.key}.{choice}"), encode(Chosen(ask.key, choice)), _style(ask, choice))
        for choice in ask.choices
    )


def _style(ask: Ask, choice: str) -> ButtonStyle:
    """Return the colour of a choice: the answer that is being changed stands out."""
    return ButtonStyle.PRIMARY if ask.current and ask.current.choice == choice else ButtonStyle.SECONDARY
