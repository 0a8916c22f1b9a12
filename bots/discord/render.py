"""Replies as they look on Discord."""

from collections.abc import Sequence
from typing import Final

from bots.discord import buttons, limits
from bots.discord.library import show_entry, show_library
from bots.discord.markdown import bold, one_line, plain, shortened, small
from bots.discord.message import Button, Message, Option, Row, Select, TextFile, in_rows
from bots.discord.prompt import show_prompt, show_reasons, show_text
from bots.discord.question import show_question
from bots.discord.rehearsal import show_rehearsal
from bots.discord.render_context import RenderContext
from bots.discord.summary import show_options, show_summary
from bots.discord.takeaway import show_takeaway
from bots.discord.trial import show_partial, show_trial, show_verdict
from bots.discord.understood import ask_gap, ask_intent
from bots.shared.custom_ids import code_of
from core.conversation.controls import Control
from core.conversation.events import VersionChosen
from core.conversation.missing import missing_sentence
from core.conversation.questions import Key
from core.conversation.rating import Rating
from core.conversation.replies import (
    Ask,
    AskGap,
    AskIntent,
    Greet,
    OpenForm,
    Reply,
    ShowExport,
    ShowOptions,
    ShowPartial,
    ShowProgress,
    ShowPrompt,
    ShowReasons,
    ShowSummary,
    ShowTrial,
    ShowVersions,
    Tell,
)
from core.conversation.session import Version
from core.conversation.versions import name_of_version
from core.features.comparison.replies import ShowVerdict
from core.features.feedback.events import Rated
from core.features.feedback.replies import ShowFeedback
from core.features.feedback.wording import feedback_sentence
from core.features.library.replies import ShowEntry, ShowFilled, ShowLibrary, ShowLibraryFile
from core.features.rehearsal.replies import Rehearsed
from core.features.takeaway.replies import ShowTakeaway
from core.messages import Revealed

_WISHES: Final = {"prompt.next", "refine.unclear"}
_TALKED_ON: Final = {"rehearsal.review_cancelled", "rehearsal.nothing_said", "rehearsal.nothing_left"}
_OWN_WORDS: Final = {"forget.done"}
_QUOTED: Final = 60
_EXPORT_FILE: Final = "promptgen-data.json"
_LIBRARY_FILE: Final = "promptgen-library.md"
_RESTORED_FILE: Final = "answer.md"

_BY_MODEL: Final = ShowTrial | ShowPartial | ShowVerdict


def render(revealed: Revealed, ctx: RenderContext) -> tuple[Message, ...]:
    """Return the messages that show a reply, in their order, with controls that are about its interview."""
    return tuple(message.of(ctx.session) for message in _messages(revealed, ctx))


def spent(content: str, chosen: str) -> Message:
    """Return a question that was answered: it keeps its words, shows what was pressed, and loses its controls."""
    mark = small(f"✓ {chosen}")
    return Message(f"{shortened(content, limits.CONTENT - len(mark) - 1)}\n{mark}")


def _messages(revealed: Revealed, ctx: RenderContext) -> tuple[Message, ...]:
    match revealed.reply:
        case Ask() | AskGap() | AskIntent() as reply:
            return (_question(reply, ctx),)
        case ShowSummary() as reply:
            return (show_summary(reply, revealed.values, ctx),)
        case ShowOptions() as reply:
            return (show_options(reply, ctx),)
        case ShowPrompt() | ShowTakeaway() | ShowReasons():
            return _prompt(revealed, ctx)
        case reply if (reply.for_one or isinstance(reply, _BY_MODEL)) and not isinstance(reply, ShowFeedback):
            return _kept(revealed, ctx) or _answer(revealed, ctx)
        case reply:
            if isinstance(reply, Rehearsed):
                message = show_rehearsal(reply, revealed.values, ctx)
            else:
                message = _sentence(reply, ctx)
            return (message,)


def _question(reply: Ask | AskGap | AskIntent, ctx: RenderContext) -> Message:
    match reply:
        case Ask():
            return show_question(reply, ctx)
        case AskGap():
            return ask_gap(reply, ctx)
        case AskIntent():
            return ask_intent(reply, ctx)


def _prompt(revealed: Revealed, ctx: RenderContext) -> tuple[Message, ...]:
    if isinstance(revealed.reply, ShowTakeaway):
        return show_takeaway(revealed.reply, ctx)
    if isinstance(revealed.reply, ShowReasons):
        return (show_reasons(revealed.reply.version, ctx),)
    return show_prompt(revealed.reply, ctx) if isinstance(revealed.reply, ShowPrompt) else ()


def _answer(revealed: Revealed, ctx: RenderContext) -> tuple[Message, ...]:
    match revealed.reply:
        case ShowTrial() as trial:
            return show_trial(trial, revealed, ctx)
        case ShowVerdict() as verdict:
            return (show_verdict(verdict, ctx),)
        case ShowPartial() as partial:
            return (show_partial(partial, revealed, ctx),)
        case _:
            return (_own(revealed, ctx),)


def _sentence(reply: Reply, ctx: RenderContext) -> Message:
    match reply:
        case Greet():
            return Message(ctx.say("greeting"))
        case OpenForm():
            return Message(ctx.tell("form.open"), in_rows(ctx.controls((Control.FORM,))))
        case ShowProgress(controls=controls, text=text):
            return Message(ctx.say(text), in_rows(ctx.controls(controls)))
        case ShowFeedback() as shown:
            return Message(feedback_sentence(shown, ctx.locale), in_rows(_reasons(shown, ctx)))
        case ShowVersions():
            return _versions(reply, ctx)
        case Tell():
            words = ctx.tell(reply.text) if reply.text in _OWN_WORDS else ctx.say(reply.text, **reply.details)
            return Message(words, in_rows(_told(reply, ctx)))
        case _:
            raise TypeError(type(reply).__name__)


def _reasons(shown: ShowFeedback, ctx: RenderContext) -> tuple[Button, ...]:
    return tuple(
        Button(ctx.say(f"why.{reason}"), code_of(Rated(Rating.BAD, shown.number, reason))) for reason in shown.wanted
    )


def _told(reply: Tell, ctx: RenderContext) -> tuple[Button, ...]:
    """Return the controls of a sentence, with an input where the answer to it cannot just be typed."""
    controls = ctx.controls(reply.controls)
    if reply.text == "restore.paste":
        return (ctx.answer(buttons.REPLY), *controls)
    if reply.text in _WISHES and not ctx.readable and Control.REFINE not in reply.controls:
        return (ctx.answer(buttons.WISH), *controls)
    talks = Control.AGAIN in reply.controls or reply.text in _TALKED_ON
    if talks and not ctx.readable:
        return (ctx.answer(buttons.SAY), *controls)
    return controls


def _versions(shown: ShowVersions, ctx: RenderContext) -> Message:
    newest = sorted(shown.versions, key=lambda version: -version.number)[: limits.OPTIONS]
    lines = [bold(ctx.say("versions.title"))]
    for version in newest:
        current = f" · {ctx.say('versions.current')}" if version.number == shown.current else ""
        name = name_of_version(version, ctx.locale)
        lines.append(f"{version.number}. {name} – {plain(_about(version))}{current}")
    return Message(shortened("\n".join(lines), limits.CONTENT), (*_choice(newest, ctx), *_controls(shown, ctx)))


def _choice(versions: Sequence[Version], ctx: RenderContext) -> tuple[Select, ...]:
    options = tuple(
        Option(
            name_of_version(version, ctx.locale),
            code_of(VersionChosen(version.number)),
            _about(version),
        )
        for version in versions
    )
    return (Select("version", ctx.tell("version.placeholder"), options),) if options else ()


def _controls(shown: ShowVersions, ctx: RenderContext) -> tuple[Row, ...]:
    return in_rows(ctx.controls(control for control in shown.controls if control is not Control.VERSIONS))


def _about(version: Version) -> str:
    return one_line(version.instruction or version.answers[Key.PURPOSE].text, _QUOTED)


def _kept(revealed: Revealed, ctx: RenderContext) -> tuple[Message, ...]:
    if not isinstance(revealed.reply, ShowLibrary | ShowEntry):
        return ()
    if isinstance(revealed.reply, ShowLibrary):
        return (show_library(revealed.reply, ctx),)
    if revealed.reply.entry:
        return show_entry(revealed.reply.entry, ctx)
    return (Message(ctx.say("library.gone"), in_rows(ctx.controls((Control.LIBRARY,)))),)


def _own(revealed: Revealed, ctx: RenderContext) -> Message:
    text = revealed.restored.reveal() if revealed.restored else ""
    match revealed.reply:
        case ShowExport():
            return Message(ctx.say("control.export"), file=TextFile(_EXPORT_FILE, text))
        case ShowLibraryFile():
            return Message(ctx.say("library.title"), file=TextFile(_LIBRARY_FILE, text))
    title = bold(ctx.say("library.filled" if isinstance(revealed.reply, ShowFilled) else "restore.title"))
    if revealed.left:
        title = f"{title}\n{small(ctx.say('restore.left', labels=' '.join(revealed.left)))}"
    if revealed.missing:
        title = f"{title}\n{small(missing_sentence(revealed.missing, ctx.locale))}"
    return show_text(title, text, ctx, _RESTORED_FILE)
