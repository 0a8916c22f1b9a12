"""Replies as Slack messages."""

from collections.abc import Sequence
from dataclasses import replace

from bots.shared.custom_ids import address_of, code_of
from bots.slack.blocks import actions, bold, button, header, pieces, preformatted, section, sections, small
from bots.slack.buttons import control_code
from bots.slack.library_blocks import entry_blocks, library_blocks
from bots.slack.mrkdwn import clip, escape
from bots.slack.outgoing_message import Attachment, OutgoingMessage
from bots.slack.payload import Payload
from bots.slack.prompt_blocks import prompt_posting, reasons_posting
from bots.slack.rehearsal_blocks import rehearsal_posting
from bots.slack.summary_blocks import options_blocks, summary_blocks
from bots.slack.takeaway_blocks import takeaway_postings
from bots.slack.texts import word
from bots.slack.trial_blocks import answer_posting
from bots.slack.understood_blocks import gap_blocks, gap_question, intent_blocks
from core.conversation.controls import Control
from core.conversation.events import Chosen, SuggestionTaken, VersionChosen
from core.conversation.missing import missing_sentence
from core.conversation.questions import QUESTIONS, Key, progress_of
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
    ShowRestored,
    ShowSummary,
    ShowTrial,
    ShowVersions,
    Tell,
)
from core.conversation.versions import name_of_version
from core.features.comparison.replies import ShowVerdict
from core.features.feedback.events import Rated
from core.features.feedback.replies import ShowFeedback
from core.features.feedback.wording import feedback_sentence
from core.features.library.replies import ShowEntry, ShowFilled, ShowLibrary, ShowLibraryFile
from core.features.rehearsal.replies import Rehearsed
from core.features.takeaway.replies import ShowTakeaway
from core.locale import Locale
from core.messages import Outgoing, Revealed
from core.privacy.text import RawText

_CODE_BLOCK = 3_500
_CODE_BLOCKS = 3
_STYLES = {Control.GENERATE: "primary", Control.RESUME: "primary", Control.FORGET: "danger"}


class Render:
    """Renders replies; `retention_days` stands in the privacy line."""

    def __init__(self, retention_days: int) -> None:
        self._retention_days = retention_days

    def __call__(self, outgoing: Outgoing, revealed: Revealed) -> tuple[OutgoingMessage, ...]:
        """Return the messages that show a reply, with controls that are about its interview."""
        return tuple(posting.of(address_of(outgoing)) for posting in self._postings(outgoing, revealed))

    def _postings(self, outgoing: Outgoing, revealed: Revealed) -> tuple[OutgoingMessage, ...]:
        match revealed.reply:
            case ShowRestored() | ShowFilled() as own:
                title = "restore.title" if isinstance(own, ShowRestored) else "library.filled"
                return _restored(revealed, outgoing.locale, title)
            case ShowTakeaway() as taken:
                return takeaway_postings(taken, outgoing.locale)
            case ShowExport():
                return (_file(revealed, outgoing.locale, "control.export", "export.file_name"),)
            case ShowLibrary() | ShowEntry():
                return (_kept(revealed, outgoing.locale, guest=outgoing.place.guest),)
            case ShowLibraryFile():
                return (_file(revealed, outgoing.locale, "library.title", "library.file"),)
            case _:
                return (self._message(outgoing, revealed),)

    def _message(self, outgoing: Outgoing, revealed: Revealed) -> OutgoingMessage:
        locale = outgoing.locale
        match revealed.reply:
            case ShowPrompt() as prompt:
                if outgoing.place.guest:
                    offered = tuple(control for control in prompt.controls if control is not Control.SHARE)
                    prompt = replace(prompt, controls=offered)
                return prompt_posting(prompt, locale, self._retention_days)
            case ShowTrial() | ShowPartial() | ShowVerdict():
                return answer_posting(revealed, locale)
            case ShowSummary() as summary:
                blocks = summary_blocks(summary, revealed.values, locale)
                return _posting(word(locale, "summary.title"), blocks, summary.controls, locale)
            case ShowOptions() as options:
                blocks = options_blocks(options, locale)
                return _posting(word(locale, "options.title"), blocks, options.controls, locale)
            case ShowVersions() as versions:
                return _posting(word(locale, "versions.title"), _versions(versions, locale), (), locale)
            case reply:
                if isinstance(reply, AskIntent):
                    posting = _kind_question(reply, locale, private=outgoing.place.private)
                elif isinstance(reply, ShowReasons):
                    posting = reasons_posting(reply.version, locale)
                elif isinstance(reply, Rehearsed):
                    posting = rehearsal_posting(reply, revealed.values, locale)
                else:
                    posting = _simple(reply, locale, private=outgoing.place.private)
                return posting


def control_buttons(controls: Sequence[Control], locale: Locale) -> list[Payload]:
    """Return a button for each control, in its wording everywhere."""
    return [
        button(word(locale, f"control.{control}"), control_code(control), style=_STYLES.get(control, ""))
        for control in controls
    ]


def _simple(reply: Reply, locale: Locale, *, private: bool) -> OutgoingMessage:
    match reply:
        case Greet():
            return _posting(word(locale, "greeting"), [section(escape(word(locale, "greeting")))], (), locale)
        case Tell(text=text, details=details, controls=controls):
            sentence = word(locale, text, **details)
            return _posting(sentence, [section(escape(sentence))], controls, locale)
        case Ask() | AskGap() as ask:
            return _question(ask, locale, private=private) if isinstance(ask, Ask) else _gap(ask, locale)
        case OpenForm():
            sentence = word(locale, "form.open")
            return _posting(sentence, [section(sentence)], (Control.FORM,), locale)
        case ShowFeedback() as shown:
            sentence = feedback_sentence(shown, locale)
            return OutgoingMessage(escape(sentence), (section(escape(sentence)), *actions(_reasons(shown, locale))))
        case ShowProgress(controls=controls, text=text):
            sentence = word(locale, text)
            return _posting(sentence, [section(f":hourglass_flowing_sand: {escape(sentence)}")], controls, locale)
        case _:
            raise TypeError(type(reply).__name__)


def _reasons(shown: ShowFeedback, locale: Locale) -> list[Payload]:
    return [
        button(word(locale, f"why.{reason}"), code_of(Rated(Rating.BAD, shown.number, reason)))
        for reason in shown.wanted
    ]


def _posting(text: str, blocks: Sequence[Payload], controls: Sequence[Control], locale: Locale) -> OutgoingMessage:
    return OutgoingMessage(clip(escape(text), 1_000), (*blocks, *actions(control_buttons(controls, locale))))


def _question(ask: Ask, locale: Locale, *, private: bool) -> OutgoingMessage:
    question = word(locale, f"ask.{ask.key}") + progress_of(ask.key)
    hint = [section(escape(word(locale, ask.hint, **ask.details)))] if ask.hint else []
    asked = small(escape(question)) if ask.key is Key.REFERENCE else section(bold(question))
    current = [small(escape(word(locale, "current", answer=clip(_current(ask, locale), 300))))] if ask.current else []
    said, confirms = _said_before(ask, locale)
    material = [section(escape(word(locale, "ask.material", what=ask.material)))] if ask.material else []
    optional = [small(escape(word(locale, "optional")))] if QUESTIONS[ask.key].optional else []
    choices = [
        button(word(locale, f"{ask.key}.{choice}"), code_of(Chosen(ask.key, choice)), style=_chosen(ask, choice))
        for choice in ask.choices
    ]
    # Where others read along, a typed answer would be seen by them; the answer button opens a window of one's own.
    answer = (Control.ANSWER,) if not (ask.choices or private) else ()
    blocks = [*hint, asked, *current, *said, *material, *optional, *actions(confirms), *actions(choices)]
    return _posting(question, blocks, tuple(dict.fromkeys((*answer, *ask.controls))), locale)


def _said_before(ask: Ask, locale: Locale) -> tuple[list[Payload], list[Payload]]:
    """Return the line about what was said before with the button that takes it; none where nothing was."""
    if ask.suggested is None:
        return [], []
    answer = word(locale, f"{ask.key}.{ask.suggested.choice}") if ask.suggested.choice else clip(ask.suggested.text, 60)
    label = word(locale, "suggested.yes", answer=answer)
    line = small(escape(word(locale, "suggested", answer=answer)))
    return [line], [button(label, code_of(SuggestionTaken(ask.key)), style="primary")]


def _gap(ask: AskGap, locale: Locale) -> OutgoingMessage:
    return _posting(gap_question(ask, locale), gap_blocks(ask, locale), ask.controls, locale)


def _kind_question(ask: AskIntent, locale: Locale, *, private: bool) -> OutgoingMessage:
    answer = () if private else (Control.ANSWER,)
    controls = tuple(dict.fromkeys((*answer, *ask.controls)))
    return _posting(word(locale, "ask.intent"), intent_blocks(ask, locale), controls, locale)


def _current(ask: Ask, locale: Locale) -> str:
    if ask.current is None:
        return ""
    return word(locale, f"{ask.key}.{ask.current.choice}") if ask.current.choice else str(ask.current.text)


def _chosen(ask: Ask, choice: str) -> str:
    return "primary" if ask.current and ask.current.choice == choice else ""


def _versions(versions: ShowVersions, locale: Locale) -> list[Payload]:
    shown = [header(word(locale, "versions.title"))]
    for version in versions.versions[-20:]:
        made_from = version.instruction or version.answers[Key.PURPOSE].text
        line = f"{bold(name_of_version(version, locale))}  {escape(clip(made_from, 300))}"
        if version.number == versions.current:
            shown.append(section(f"{line}  _{escape(word(locale, 'versions.current'))}_"))
        else:
            use = word(locale, "version.use", number=version.number)
            shown.append(section(line, button(use, code_of(VersionChosen(version.number)))))
    return [*shown, small(escape(word(locale, "versions.next")))]


def _kept(revealed: Revealed, locale: Locale, *, guest: bool) -> OutgoingMessage:
    if isinstance(revealed.reply, ShowLibrary):
        blocks = library_blocks(revealed.reply, locale, guest=guest)
        return _posting(word(locale, "library.title"), blocks, (), locale)
    entry = revealed.reply.entry if isinstance(revealed.reply, ShowEntry) else None
    if entry is None:
        gone = word(locale, "library.gone")
        return _posting(gone, [section(escape(gone))], (Control.LIBRARY,), locale)
    return _posting(entry.name, entry_blocks(entry, locale, guest=guest), (), locale)


def _restored(revealed: Revealed, locale: Locale, title_id: str) -> tuple[OutgoingMessage, ...]:
    title = word(locale, title_id)
    blocks = [preformatted(piece) for piece in pieces((revealed.restored or RawText("")).reveal(), _CODE_BLOCK)]
    if revealed.left:
        blocks.append(small(escape(word(locale, "restore.left", labels=", ".join(revealed.left)))))
    if revealed.missing:
        blocks.append(small(escape(missing_sentence(revealed.missing, locale))))
    messages = [blocks[start : start + _CODE_BLOCKS] for start in range(0, len(blocks), _CODE_BLOCKS)]
    return tuple(OutgoingMessage(escape(title), (section(bold(title)), *message)) for message in messages or [[]])


def _file(revealed: Revealed, locale: Locale, title_id: str, file_name: str) -> OutgoingMessage:
    title = word(locale, title_id)
    content = (revealed.restored or RawText("")).reveal()
    return OutgoingMessage(escape(title), tuple(sections(bold(title))), Attachment(word(locale, file_name), content))
