"""Replies as Slack messages."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bots.shared.custom_ids import address_of
from bots.shared.renderers import registry
from bots.slack.blocks import pieces, section
from bots.slack.markup import escape
from bots.slack.message import OutgoingMessage, posting
from bots.slack.payload import Payload
from bots.slack.render_context import Messages, RenderContext, shows
from bots.slack.replies.comparison import COMPARISON
from bots.slack.replies.feedback import FEEDBACK
from bots.slack.replies.library import LIBRARY
from bots.slack.replies.model_answer import MODEL_ANSWERS
from bots.slack.replies.prompt import prompt_postings, reasons_posting
from bots.slack.replies.question import gap_blocks, gap_question, question_blocks, question_line
from bots.slack.replies.rehearsal import REHEARSAL
from bots.slack.replies.restored import file_posting, restored_postings
from bots.slack.replies.summary import options_blocks, summary_blocks
from bots.slack.replies.takeaway import TAKEAWAY
from bots.slack.replies.understood import intent_blocks
from bots.slack.replies.versions import versions_posting
from bots.slack.texts import t
from core.conversation import replies
from core.conversation.control_names import Control
from core.conversation.expected_input import Expects
from core.conversation.model_replies import ShowProgress
from core.messages import Outgoing, Revealed


class Render:
    """Renders replies; `retention_days` stands in the privacy line."""

    def __init__(self, retention_days: int) -> None:
        self._retention_days = retention_days

    def __call__(self, outgoing: Outgoing, revealed: Revealed) -> tuple[OutgoingMessage, ...]:
        """Return the messages that show a reply, with controls that are about its interview."""
        ctx = RenderContext(outgoing, self._retention_days)
        first, *more = RENDERERS[type(revealed.reply)](revealed.reply, revealed, ctx)
        shown = (_prefaced(first, revealed.reply, ctx), *more)
        return tuple(posting.of(address_of(outgoing)) for posting in shown)


def _prefaced(shown: OutgoingMessage, reply: replies.Reply, ctx: RenderContext) -> OutgoingMessage:
    """Return the message with the sentences that were said before it at its head."""
    preface = reply.preface if isinstance(reply, replies.Prefaced) else ()
    sentences = [escape(t(ctx.locale, each.text, **each.details)) for each in preface]
    text = pieces("\n".join([*sentences, shown.text]), 1_000)[0] if sentences else shown.text
    return replace(shown, text=text, blocks=(*map(section, sentences), *shown.blocks))


def _told(shown: replies.Tell, _revealed: Revealed, ctx: RenderContext) -> Messages:
    sentence = t(ctx.locale, shown.text, **shown.details)
    # Where others read along, a value is written in a window of one's own, like any answer.
    answer = (Control.ANSWER,) if shown.expects is Expects.VALUE and not ctx.private else ()
    return (posting(sentence, ctx.locale, controls=(*answer, *shown.controls)),)


def _progress(shown: ShowProgress, _revealed: Revealed, ctx: RenderContext) -> Messages:
    sentence = t(ctx.locale, shown.text)
    blocks = [section(f":hourglass_flowing_sand: {escape(sentence)}")]
    return (posting(sentence, ctx.locale, blocks, shown.controls),)


def _waiting(
    shown: replies.Prefaced, text: str, blocks: Sequence[Payload], ctx: RenderContext, first: Sequence[Control] = ()
) -> Messages:
    """Return what waits for its person, with the controls that come first here before its own."""
    controls = tuple(dict.fromkeys((*first, *shown.controls)))
    return (posting(text, ctx.locale, blocks, controls, risks_answers=shown.risks_answers),)


def _summary(shown: replies.ShowSummary, revealed: Revealed, ctx: RenderContext) -> Messages:
    blocks = summary_blocks(shown, revealed.values, ctx.locale, private=ctx.private)
    return _waiting(shown, t(ctx.locale, "summary.title"), blocks, ctx)


def _options(shown: replies.ShowOptions, _revealed: Revealed, ctx: RenderContext) -> Messages:
    return _waiting(shown, t(ctx.locale, "options.title"), options_blocks(shown, ctx.locale), ctx)


def _prompt(shown: replies.ShowPrompt, _revealed: Revealed, ctx: RenderContext) -> Messages:
    if ctx.guest:
        shown = replace(shown, menu=tuple(each for each in shown.menu if each is not Control.SHARE))
    return prompt_postings(shown, ctx.locale, ctx.retention_days)


def _question(ask: replies.Ask, _revealed: Revealed, ctx: RenderContext) -> Messages:
    # Where others read along, a typed answer would be seen by them; the answer button opens a window of one's own.
    answer = (Control.ANSWER,) if not (ask.choices or ctx.private) else ()
    return _waiting(ask, question_line(ask, ctx.locale), question_blocks(ask, ctx.locale), ctx, answer)


def _gap(ask: replies.AskGap, _revealed: Revealed, ctx: RenderContext) -> Messages:
    return _waiting(ask, gap_question(ask, ctx.locale), gap_blocks(ask, ctx.locale), ctx)


def _kind_question(ask: replies.AskIntent, _revealed: Revealed, ctx: RenderContext) -> Messages:
    answer = () if ctx.private else (Control.ANSWER,)
    return _waiting(ask, t(ctx.locale, "ask.intent"), intent_blocks(ask, ctx.locale), ctx, answer)


_INTERVIEW: Final = (
    shows(replies.Greet, lambda _, _revealed, ctx: (posting(t(ctx.locale, "greeting"), ctx.locale),)),
    shows(replies.Tell, _told),
    shows(replies.Ask, _question),
    shows(replies.AskIntent, _kind_question),
    shows(replies.AskGap, _gap),
    shows(
        replies.OpenForm,
        lambda _, _revealed, ctx: (posting(t(ctx.locale, "form.open"), ctx.locale, controls=(Control.FORM,)),),
    ),
    shows(replies.ShowSummary, _summary),
    shows(replies.ShowOptions, _options),
    shows(ShowProgress, _progress),
    shows(replies.ShowPrompt, _prompt),
    shows(replies.ShowReasons, lambda shown, _, ctx: (reasons_posting(shown.version, ctx.locale),)),
    shows(replies.ShowVersions, lambda shown, _, ctx: (versions_posting(shown, ctx.locale),)),
    shows(replies.ShowRestored, lambda _shown, revealed, ctx: restored_postings(revealed, ctx.locale, "restore.title")),
    shows(
        replies.ShowExport,
        lambda _, revealed, ctx: (file_posting(revealed, ctx.locale, "control.export", "export.file_name"),),
    ),
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
