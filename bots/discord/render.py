"""Replies as they look on Discord."""

from typing import Final

from bots.discord import control_codes, limits
from bots.discord.markup import answered_by, shortened
from bots.discord.message import Button, ButtonStyle, Message, in_rows
from bots.discord.render_context import Messages, RenderContext, shows
from bots.discord.replies.comparison import COMPARISON
from bots.discord.replies.feedback import FEEDBACK
from bots.discord.replies.library import LIBRARY
from bots.discord.replies.model_answer import MODEL_ANSWERS
from bots.discord.replies.prompt import show_prompt, show_reasons
from bots.discord.replies.question import ask_gap, show_question
from bots.discord.replies.rehearsal import REHEARSAL
from bots.discord.replies.restored import show_file, show_restored
from bots.discord.replies.summary import show_options, show_summary
from bots.discord.replies.takeaway import TAKEAWAY
from bots.discord.replies.understood import ask_intent
from bots.discord.replies.versions import show_versions
from bots.shared.renderers import registry
from core.conversation import replies
from core.conversation.control_names import Control
from core.conversation.expected_input import Expects
from core.conversation.model_replies import ShowProgress
from core.messages import Revealed

_EXPORT_FILE: Final = "promptgen-data.json"


def render(revealed: Revealed, ctx: RenderContext) -> tuple[Message, ...]:
    """Return the messages that show a reply, in their order, with controls that are about its interview."""
    first, *more = RENDERERS[type(revealed.reply)](revealed.reply, revealed, ctx)
    return tuple(
        message.of(ctx.session, ctx.serial) for message in (first.headed(_preface(revealed.reply, ctx)), *more)
    )


def _preface(reply: replies.Reply, ctx: RenderContext) -> str:
    """Return the sentences that were said before it, to stand at its head."""
    said = reply.preface if isinstance(reply, replies.Prefaced) else ()
    return "\n".join(ctx.sentence(each.text, each.details) for each in said)


def with_choice(content: str, chosen: str) -> Message:
    """Return a question that was answered: it keeps its words, shows what was pressed, and loses its controls."""
    mark = answered_by(chosen)
    return Message(f"{shortened(content, limits.CONTENT - len(mark) - 1)}\n{mark}")


def _tell(shown: replies.Tell, _revealed: Revealed, ctx: RenderContext) -> Messages:
    said = shortened(ctx.sentence(shown.text, shown.details), limits.CONTENT)
    return (Message(said, in_rows(_told(shown, ctx))),)


def _form(_shown: replies.OpenForm, _revealed: Revealed, ctx: RenderContext) -> Messages:
    return (Message(ctx.t("form.open"), in_rows(ctx.controls((Control.FORM,)))),)


def _progress(shown: ShowProgress, _revealed: Revealed, ctx: RenderContext) -> Messages:
    return (Message(ctx.t(shown.text), in_rows(ctx.controls(shown.controls)), silent=True),)


def _told(reply: replies.Tell, ctx: RenderContext) -> tuple[Button, ...]:
    """Return the controls of a sentence, with an input where the answer to it cannot just be typed."""
    controls = ctx.controls(reply.controls)
    match reply.expects:
        case Expects.ANSWER:
            return (ctx.answer(control_codes.REPLY), *controls)
        case Expects.WISH if not ctx.readable and Control.REFINE not in reply.controls:
            return (ctx.answer(control_codes.WISH), *controls)
        case Expects.LINE if not ctx.readable:
            return (ctx.answer(control_codes.SAY), *controls)
        case Expects.VALUE if not ctx.readable:
            return (ctx.answer(control_codes.VALUE), *controls)
        case Expects.WORDS if not ctx.readable:
            return (ctx.answer(control_codes.TYPED, ButtonStyle.SECONDARY), *controls)
        case _:
            return controls


_INTERVIEW: Final = (
    shows(replies.Greet, lambda _, _revealed, ctx: (Message(ctx.t("greeting")),)),
    shows(replies.Tell, _tell),
    shows(replies.Ask, lambda ask, _, ctx: (show_question(ask, ctx),)),
    shows(replies.AskIntent, lambda ask, _, ctx: (ask_intent(ask, ctx),)),
    shows(replies.AskGap, lambda ask, _, ctx: (ask_gap(ask, ctx),)),
    shows(replies.OpenForm, _form),
    shows(replies.ShowSummary, lambda shown, revealed, ctx: (show_summary(shown, revealed.values, ctx),)),
    shows(replies.ShowOptions, lambda shown, _, ctx: (show_options(shown, ctx),)),
    shows(ShowProgress, _progress),
    shows(replies.ShowPrompt, lambda shown, _, ctx: show_prompt(shown, ctx)),
    shows(replies.ShowReasons, lambda shown, _, ctx: (show_reasons(shown.version, ctx),)),
    shows(replies.ShowVersions, lambda shown, _, ctx: (show_versions(shown, ctx),)),
    shows(replies.ShowRestored, lambda _, revealed, ctx: (show_restored(revealed, "restore.title", ctx),)),
    shows(replies.ShowExport, lambda _, revealed, ctx: (show_file(revealed, ctx.t("control.export"), _EXPORT_FILE),)),
)
RENDERERS: Final = registry(
    _INTERVIEW,
    MODEL_ANSWERS,
    COMPARISON,
    FEEDBACK,
    LIBRARY,
    REHEARSAL,
    TAKEAWAY,
)
"""How each reply looks."""
