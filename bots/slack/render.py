"""Replies as Slack messages."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bots.shared.custom_ids import address_of, encode
from bots.shared.renderers import registry
from bots.slack.blocks import actions, bold, button, header, heading, italic, paragraph, pieces, section, small
from bots.slack.markup import clip, escape
from bots.slack.message import OutgoingMessage
from bots.slack.message_parts import file_posting, posting, restored_postings
from bots.slack.payload import Payload
from bots.slack.render_context import Messages, RenderContext, shows
from bots.slack.replies.comparison import COMPARISON
from bots.slack.replies.feedback import FEEDBACK
from bots.slack.replies.library import LIBRARY
from bots.slack.replies.model_answer import MODEL_ANSWERS
from bots.slack.replies.prompt import prompt_postings, reasons_posting
from bots.slack.replies.rehearsal import REHEARSAL
from bots.slack.replies.summary import options_blocks, summary_blocks
from bots.slack.replies.takeaway import TAKEAWAY
from bots.slack.replies.understood import gap_blocks, gap_question, intent_blocks
from bots.slack.texts import t
from core.conversation import replies
from core.conversation.controls import Control
from core.conversation.events import Chosen, SuggestionTaken
from core.conversation.expected_input import Expects
from core.conversation.model_replies import ShowProgress
from core.conversation.prompt_events import VersionChosen
from core.conversation.questions import QUESTIONS, Key, progress_of
from core.conversation.versions import name_of_version
from core.messages import Outgoing, Revealed
from core.values.locale import Locale


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
    locale = ctx.locale
    question = t(locale, f"ask.{ask.key}") + progress_of(ask.key)
    hint = [paragraph(t(locale, ask.hint, **ask.details))] if ask.hint else []
    asked = small(question) if ask.key is Key.REFERENCE else heading(question)
    answered = clip(ask.current.wording(ask.key, locale), 300) if ask.current else ""
    current = [small(t(locale, "current", answer=answered))] if ask.current else []
    said, confirms = _said_before(ask, locale)
    material = [paragraph(t(locale, "ask.material", what=ask.material))] if ask.material else []
    optional = [small(t(locale, "optional"))] if QUESTIONS[ask.key].optional else []
    choices = [
        button(t(locale, f"{ask.key}.{choice}"), encode(Chosen(ask.key, choice)), style=_chosen(ask, choice))
        for choice in ask.choices
    ]
    # Where others read along, a typed answer would be seen by them; the answer button opens a window of one's own.
    answer = (Control.ANSWER,) if not (ask.choices or ctx.private) else ()
    blocks = [*hint, asked, *current, *said, *material, *optional, *actions(confirms), *actions(choices)]
    return _waiting(ask, question, blocks, ctx, answer)


def _said_before(ask: replies.Ask, locale: Locale) -> tuple[list[Payload], list[Payload]]:
    """Return the line about what was said before with the button that takes it; none where nothing was."""
    if ask.suggested is None:
        return [], []
    answer = clip(ask.suggested.wording(ask.key, locale), 60)
    label = t(locale, "suggested.yes", answer=answer)
    line = small(t(locale, "suggested", answer=answer))
    return [line], [button(label, encode(SuggestionTaken(ask.key)), style="primary")]


def _gap(ask: replies.AskGap, _revealed: Revealed, ctx: RenderContext) -> Messages:
    return _waiting(ask, gap_question(ask, ctx.locale), gap_blocks(ask, ctx.locale), ctx)


def _kind_question(ask: replies.AskIntent, _revealed: Revealed, ctx: RenderContext) -> Messages:
    answer = () if ctx.private else (Control.ANSWER,)
    return _waiting(ask, t(ctx.locale, "ask.intent"), intent_blocks(ask, ctx.locale), ctx, answer)


def _chosen(ask: replies.Ask, choice: str) -> str:
    return "primary" if ask.current and ask.current.choice == choice else ""


def _versions(versions: replies.ShowVersions, _revealed: Revealed, ctx: RenderContext) -> Messages:
    locale = ctx.locale
    shown = [header(t(locale, "versions.title"))]
    for version in versions.versions[-20:]:
        made_from = version.instruction or version.answers[Key.PURPOSE].text
        line = f"{bold(name_of_version(version, locale))}  {escape(clip(made_from, 300))}"
        if version.number == versions.current:
            shown.append(section(f"{line}  {italic(t(locale, 'versions.current'))}"))
        else:
            use = t(locale, "version.use", number=version.number)
            shown.append(section(line, button(use, encode(VersionChosen(version.number)))))
    blocks = [*shown, small(t(locale, "versions.next"))]
    return (posting(t(locale, "versions.title"), locale, blocks),)


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
    shows(replies.ShowVersions, _versions),
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
