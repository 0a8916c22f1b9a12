"""Replies as they look on Discord."""

from collections.abc import Sequence
from typing import Final

from bots.discord import buttons, limits
from bots.discord.markdown import bold, one_line, plain, shortened, small
from bots.discord.message import Button, Message, Option, Row, Select, TextFile, in_rows
from bots.discord.prompt import show_prompt, show_reasons, show_text
from bots.discord.question import show_question
from bots.discord.rehearsal import show_rehearsal
from bots.discord.scene import Scene
from bots.discord.shelf import show_entry, show_library
from bots.discord.summary import show_options, show_summary
from bots.discord.takeaway import show_takeaway
from bots.discord.trial import show_partial, show_trial, show_verdict
from bots.discord.understood import ask_intent
from bots.shared.custom_ids import code_of
from core.conversation.controls import Control
from core.conversation.events import Rated, VersionChosen
from core.conversation.missing import missing_sentence
from core.conversation.questions import Key
from core.conversation.rating import Rating
from core.conversation.replies import (
    FOR_ONE,
    Ask,
    AskIntent,
    Greet,
    OpenForm,
    Rehearsed,
    Reply,
    ShowEntry,
    ShowExport,
    ShowFeedback,
    ShowFilled,
    ShowLibrary,
    ShowLibraryFile,
    ShowOptions,
    ShowPartial,
    ShowProgress,
    ShowPrompt,
    ShowReasons,
    ShowSummary,
    ShowTakeaway,
    ShowTrial,
    ShowVerdict,
    ShowVersions,
    Tell,
)
from core.conversation.session import Version
from core.conversation.versions import feedback_sentence, name_of_version
from core.messages import Revealed

_WISHES: Final = {"prompt.next", "refine.unclear"}
_TALKED_ON: Final = {"rehearsal.review_cancelled", "rehearsal.nothing_said", "rehearsal.nothing_left"}
_OWN_WORDS: Final = {"forget.done"}
_QUOTED: Final = 60
_EXPORT_FILE: Final = "promptgen-data.json"
_LIBRARY_FILE: Final = "promptgen-library.md"
_RESTORED_FILE: Final = "answer.md"

_BY_MODEL: Final = ShowTrial | ShowPartial | ShowVerdict


def render(revealed: Revealed, scene: Scene) -> tuple[Message, ...]:
    """Return the messages that show a reply, in their order, with controls that are about its interview."""
    return tuple(message.of(scene.session) for message in _messages(revealed, scene))


def spent(content: str, chosen: str) -> Message:
    """Return a question that was answered: it keeps its words, shows what was pressed, and loses its controls."""
    mark = small(f"✓ {chosen}")
    return Message(f"{shortened(content, limits.CONTENT - len(mark) - 1)}\n{mark}")


def _messages(revealed: Revealed, scene: Scene) -> tuple[Message, ...]:
    match revealed.reply:
        case Ask() | AskIntent() as reply:
            return (show_question(reply, scene) if isinstance(reply, Ask) else ask_intent(reply, scene),)
        case ShowSummary() as reply:
            return (show_summary(reply, revealed.values, scene),)
        case ShowOptions() as reply:
            return (show_options(reply, scene),)
        case ShowPrompt() | ShowTakeaway() | ShowReasons():
            return _prompt(revealed, scene)
        case reply if isinstance(reply, FOR_ONE | _BY_MODEL) and not isinstance(reply, ShowFeedback):
            return _kept(revealed, scene) or _answer(revealed, scene)
        case reply:
            if isinstance(reply, Rehearsed):
                message = show_rehearsal(reply, revealed.values, scene)
            else:
                message = _sentence(reply, scene)
            return (message,)


def _prompt(revealed: Revealed, scene: Scene) -> tuple[Message, ...]:
    if isinstance(revealed.reply, ShowTakeaway):
        return show_takeaway(revealed.reply, revealed, scene)
    if isinstance(revealed.reply, ShowReasons):
        return (show_reasons(revealed.reply.version, scene),)
    return show_prompt(revealed.reply, scene) if isinstance(revealed.reply, ShowPrompt) else ()


def _answer(revealed: Revealed, scene: Scene) -> tuple[Message, ...]:
    match revealed.reply:
        case ShowTrial() as trial:
            return show_trial(trial, revealed, scene)
        case ShowVerdict() as verdict:
            return (show_verdict(verdict, scene),)
        case ShowPartial() as partial:
            return (show_partial(partial, revealed, scene),)
        case _:
            return (_own(revealed, scene),)


def _sentence(reply: Reply, scene: Scene) -> Message:
    match reply:
        case Greet():
            return Message(scene.say("greeting"))
        case OpenForm():
            return Message(scene.tell("form.open"), in_rows(scene.controls((Control.FORM,))))
        case ShowProgress(controls=controls, text=text):
            return Message(scene.say(text), in_rows(scene.controls(controls)))
        case ShowFeedback() as shown:
            return Message(feedback_sentence(shown, scene.locale), in_rows(_reasons(shown, scene)))
        case ShowVersions():
            return _versions(reply, scene)
        case Tell():
            words = scene.tell(reply.text) if reply.text in _OWN_WORDS else scene.say(reply.text, **reply.details)
            return Message(words, in_rows(_told(reply, scene)))
        case _:
            raise TypeError(type(reply).__name__)


def _reasons(shown: ShowFeedback, scene: Scene) -> tuple[Button, ...]:
    return tuple(
        Button(scene.say(f"why.{reason}"), code_of(Rated(Rating.BAD, shown.number, reason))) for reason in shown.wanted
    )


def _told(reply: Tell, scene: Scene) -> tuple[Button, ...]:
    """Return the controls of a sentence, with an input where the answer to it cannot just be typed."""
    controls = scene.controls(reply.controls)
    if reply.text == "restore.paste":
        return (scene.answer(buttons.REPLY), *controls)
    if reply.text in _WISHES and not scene.readable and Control.REFINE not in reply.controls:
        return (scene.answer(buttons.WISH), *controls)
    talks = Control.AGAIN in reply.controls or reply.text in _TALKED_ON
    if talks and not scene.readable:
        return (scene.answer(buttons.SAY), *controls)
    return controls


def _versions(shown: ShowVersions, scene: Scene) -> Message:
    newest = sorted(shown.versions, key=lambda version: -version.number)[: limits.OPTIONS]
    lines = [bold(scene.say("versions.title"))]
    for version in newest:
        current = f" · {scene.say('versions.current')}" if version.number == shown.current else ""
        name = name_of_version(version, scene.locale)
        lines.append(f"{version.number}. {name} – {plain(_about(version))}{current}")
    return Message(shortened("\n".join(lines), limits.CONTENT), (*_choice(newest, scene), *_controls(shown, scene)))


def _choice(versions: Sequence[Version], scene: Scene) -> tuple[Select, ...]:
    options = tuple(
        Option(
            name_of_version(version, scene.locale),
            code_of(VersionChosen(version.number)),
            _about(version),
        )
        for version in versions
    )
    return (Select("version", scene.tell("version.placeholder"), options),) if options else ()


def _controls(shown: ShowVersions, scene: Scene) -> tuple[Row, ...]:
    return in_rows(scene.controls(control for control in shown.controls if control is not Control.VERSIONS))


def _about(version: Version) -> str:
    return one_line(version.instruction or version.answers[Key.PURPOSE].text, _QUOTED)


def _kept(revealed: Revealed, scene: Scene) -> tuple[Message, ...]:
    if not isinstance(revealed.reply, ShowLibrary | ShowEntry):
        return ()
    if isinstance(revealed.reply, ShowLibrary):
        return (show_library(revealed.reply, revealed.entries, scene),)
    if revealed.entries:
        return show_entry(revealed.entries[0], scene)
    return (Message(scene.say("library.gone"), in_rows(scene.controls((Control.LIBRARY,)))),)


def _own(revealed: Revealed, scene: Scene) -> Message:
    text = revealed.restored.reveal() if revealed.restored else ""
    match revealed.reply:
        case ShowExport():
            return Message(scene.say("control.export"), file=TextFile(_EXPORT_FILE, text))
        case ShowLibraryFile():
            return Message(scene.say("library.title"), file=TextFile(_LIBRARY_FILE, text))
    title = bold(scene.say("library.filled" if isinstance(revealed.reply, ShowFilled) else "restore.title"))
    if revealed.left:
        title = f"{title}\n{small(scene.say('restore.left', labels=' '.join(revealed.left)))}"
    if revealed.missing:
        title = f"{title}\n{small(missing_sentence(revealed.missing, scene.locale))}"
    return show_text(title, text, scene, _RESTORED_FILE)
