"""Replies as they look on a terminal."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from bots.terminal.rehearsal import rehearsal_parts
from bots.terminal.settings import settings_table
from bots.terminal.understood import gap_parts, grid, intent_parts, proposal_parts, reasons_parts, understood_parts
from core.conversation.controls import Control, Where
from core.conversation.difference import Change
from core.conversation.documents import contents_line
from core.conversation.missing import missing_sentence
from core.conversation.privacy_line import privacy_line
from core.conversation.questions import CORRECTIONS, QUESTIONS, Key, progress_of
from core.conversation.remarks import remarks
from core.conversation.remarks import title as title_of
from core.conversation.replies import (
    Ask,
    AskGap,
    AskIntent,
    Greet,
    OpenForm,
    Reply,
    ShowExport,
    ShowOptions,
    ShowProgress,
    ShowPrompt,
    ShowReasons,
    ShowRestored,
    ShowSummary,
    ShowTrial,
    ShowVersions,
    Tell,
)
from core.conversation.session import Answer, Document, MaskedItem
from core.conversation.texts import say
from core.conversation.understanding_lines import assumption_lines
from core.conversation.versions import model_sentence, name_of_version
from core.features.comparison.replies import ShowVerdict
from core.features.comparison.wording import verdict
from core.features.feedback.replies import ShowFeedback
from core.features.feedback.wording import feedback_sentence
from core.features.library.replies import ShowEntry, ShowFilled, ShowLibrary, ShowLibraryFile
from core.features.library.variables import variables_in
from core.features.library.wording import amendments_of, name_of, nothing_found
from core.features.registry import CONTROLS
from core.features.rehearsal.replies import Rehearsed
from core.features.takeaway.files import label_of, links_of
from core.features.takeaway.replies import ShowTakeaway
from core.locale import Locale
from core.messages import Revealed
from core.privacy.text import RawText

_HIDDEN: Final = {Control.ANSWER, Control.FORM, Control.SHARE}
"""Controls that make no sense where everything is typed."""

_CHANGES: Final = 6
_LONGEST_URL: Final = 8_000  # what browsers and servers take at least


class Render:
    """Turns replies into what `rich` prints; `retention_days` is told to the person with the prompt."""

    def __init__(self, locale: Locale, retention_days: int) -> None:
        self._locale = locale
        self._retention_days = retention_days

    def __call__(self, revealed: Revealed) -> RenderableType:
        """Return what to print for a reply."""
        reply = revealed.reply
        if isinstance(reply, Rehearsed):
            parts = rehearsal_parts(reply, revealed.values, self._locale)
            return Group(*parts, *self._controls(reply.controls))
        return Group(*self._parts(revealed))

    def _parts(self, revealed: Revealed) -> Iterator[RenderableType]:
        match revealed.reply:
            case Greet() | Tell() | OpenForm() | ShowProgress() | ShowFeedback() as reply:
                yield from self._sentence(reply)
            case Ask() | AskGap() | AskIntent() as reply:
                yield from self._asked(reply)
                yield from self._controls(reply.controls)
            case ShowSummary() as reply:
                yield from self._summary(reply, revealed.values)
            case ShowOptions() as reply:
                yield from self._options(reply)
            case ShowPrompt() | ShowTakeaway() | ShowReasons():
                yield from self._finished(revealed)
            case ShowVersions() as reply:
                yield from self._versions(reply)
            case ShowTrial() | ShowVerdict() as reply:
                yield from self._by_model(reply)
            case ShowLibrary() | ShowEntry() as reply:
                yield from self._kept(reply)
            case ShowRestored() | ShowExport() | ShowFilled() | ShowLibraryFile() as reply:
                yield from self._own(reply, revealed)

    def _sentence(self, reply: Reply) -> Iterator[RenderableType]:
        match reply:
            case Greet():
                yield Text(self._say("greeting"), style="bold")
                yield Text(self._say("terminal.welcome"), style="dim")
            case Tell(text=text, details=details, controls=controls):
                yield Text(self._say(text, **details))
                yield from self._controls(controls)
            case ShowFeedback(wanted=wanted):
                yield Text(feedback_sentence(reply, self._locale))
                if wanted:
                    yield Text(" · ".join(self._say(f"why.{reason}") for reason in wanted), style="dim italic")
            case OpenForm():
                yield Text(self._say("terminal.no_form"))
            case ShowProgress(text=text):
                yield Text(f"{self._say(text)} {self._say('terminal.stop')}", style="dim")

    def _asked(self, reply: Ask | AskGap | AskIntent) -> Iterator[RenderableType]:
        match reply:
            case Ask():
                return self._question(reply)
            case AskGap():
                return gap_parts(reply, self._locale)
            case AskIntent():
                return intent_parts(reply, self._locale)

    def _question(self, ask: Ask) -> Iterator[RenderableType]:
        if ask.hint:
            yield Text(self._say(ask.hint, **ask.details), style="yellow")
        optional = QUESTIONS[ask.key].optional
        yield Text(
            "\n" + self._say(f"ask.{ask.key}") + progress_of(ask.key),
            style="dim" if ask.key is Key.REFERENCE else "bold",
        )
        for number, choice in enumerate(ask.choices, 1):
            yield Text(f"  {number}  {self._say(f'{ask.key}.{choice}')}")
        if ask.current:
            yield Text(self._say("current", answer=ask.current.text), style="dim")
        if ask.suggested:
            answer = self._answer(ask.key, ask.suggested)
            yield Text(self._say("terminal.suggested", answer=answer), style="cyan")
        if ask.material:
            yield Text(self._say("ask.material", what=ask.material))
        if optional:
            yield Text(self._say("optional"), style="dim")

    def _summary(self, summary: ShowSummary, values: Mapping[str, RawText]) -> Iterator[RenderableType]:
        if summary.arrived:  # the rest of it stands above
            yield from proposal_parts(summary.proposals, self._locale)
            return
        yield Rule(self._say("summary.title"))
        if summary.understood:
            yield from understood_parts(summary.understood, summary.answers, self._locale)
        yield self._answers(summary.answers, summary.document)
        yield from proposal_parts(summary.proposals, self._locale)
        if summary.items:
            yield Text("\n" + self._say("summary.items"), style="bold")
            yield self._items(summary.items, values)
            unclear = ", ".join(item.label for item in summary.items if item.ambiguous)
            if unclear:
                yield Text(self._say("summary.ambiguous", labels=unclear), style="yellow")
            yield Text(self._say("terminal.switch", label=summary.items[0].label), style="dim")
        else:
            yield Text("\n" + self._say("summary.items_none"), style="dim")
        yield Text("\n" + self._say("summary.next"))
        yield from self._controls(summary.controls)

    def _answers(self, answers: Mapping[Key, Answer], document: Document | None) -> Table:
        table = grid()
        for key in Key:
            if key in answers and key not in CORRECTIONS:
                shown = self._answer(key, answers[key])
                table.add_row(Text(self._say(f"key.{key}"), style="bold"), Text(shown))
        if document and (line := contents_line(document.contents, self._locale)):
            table.add_row("", Text(line, style="dim"))
        return table

    def _answer(self, key: Key, answer: Answer) -> str:
        return self._say(f"{key}.{answer.choice}") if answer.choice else str(answer.text)

    def _items(self, items: Sequence[MaskedItem], values: Mapping[str, RawText]) -> Table:
        table = grid(4)
        for item in items:
            state = self._say("summary.kept" if item.kept else "summary.masked")
            value = values[item.label].reveal() if item.label in values else ""
            table.add_row(
                Text(item.label, style="cyan"), self._say(f"entity.{item.type}"), state, Text(value, style="dim")
            )
        return table

    def _options(self, options: ShowOptions) -> Iterator[RenderableType]:
        yield Rule(self._say("options.title"))
        yield settings_table(options, self._locale)
        yield Text("\n" + self._say("options.next"))
        yield from self._controls(options.controls)

    def _finished(self, revealed: Revealed) -> Iterator[RenderableType]:
        match revealed.reply:
            case ShowPrompt() as prompt:
                yield from self._prompt(prompt)
            case ShowTakeaway() as taken:
                yield from self._takeaway(taken)
            case ShowReasons() as reasons:
                yield from reasons_parts(reasons, self._locale)

    def _prompt(self, shown: ShowPrompt) -> Iterator[RenderableType]:
        title = f"{self._say('prompt.title')} · {name_of_version(shown.version, self._locale)}"
        yield Rule(title)
        # Bare, unbroken lines without a frame, so that a selection with the mouse copies the prompt and nothing else.
        yield Text(f"\n{shown.version.prompt}\n", no_wrap=True, overflow="ignore")
        yield Rule()
        yield from self._changes(shown.changes)
        yield from (Text(line, style="dim") for line in assumption_lines(shown.assumed, self._locale))
        yield from (Text(f"{self._say('prompt.notes')}: {note}", style="yellow") for note in shown.notes)
        if sentence := model_sentence(shown.version, self._locale):
            yield Text(sentence, style="dim")
        yield Text(privacy_line(shown, self._locale, self._retention_days), style="dim")
        if shown.version.missing:
            yield Text("\n" + self._say("prompt.missing"))
            yield from (Text(f"  · {self._say(f'missing.{each}')}") for each in shown.version.missing)
        yield Text("\n" + self._say("prompt.next") + " " + self._say("terminal.done"))
        yield from self._controls(shown.controls)
        yield from self._controls((*shown.menu, *CONTROLS.offered(Where.RATING)), f"{self._say('menu.more')}: ")

    def _changes(self, changes: Sequence[Change]) -> Iterator[RenderableType]:
        if changes:
            yield Text(self._say("prompt.changes"), style="bold")
        for change in changes[:_CHANGES]:
            yield Text(f"{'+' if change.added else '-'} {change.line}", style="green" if change.added else "red")
        if len(changes) > _CHANGES:
            yield Text(self._say("prompt.changes_more", count=len(changes) - _CHANGES), style="dim")

    def _versions(self, shown: ShowVersions) -> Iterator[RenderableType]:
        yield Rule(self._say("versions.title"))
        table = grid(3)
        for version in shown.versions:
            current = self._say("versions.current") if version.number == shown.current else ""
            about = version.instruction or version.answers[Key.PURPOSE].text
            table.add_row(name_of_version(version, self._locale), Text(about), current)
        yield table
        yield Text(self._say("versions.next"))

    def _by_model(self, shown: ShowTrial | ShowVerdict) -> Iterator[RenderableType]:
        """Say what is to be said of an answer; it stands above already, printed as it came."""
        if isinstance(shown, ShowTrial) and shown.trial.answer and not shown.letter:
            yield Rule(title_of(shown, self._locale))
        said = remarks(shown, self._locale) if isinstance(shown, ShowTrial) else verdict(shown, self._locale)
        yield from map(Text, said)
        yield from self._controls(shown.controls)

    def _kept(self, reply: ShowLibrary | ShowEntry) -> Iterator[RenderableType]:
        return self._library(reply) if isinstance(reply, ShowLibrary) else self._entry(reply)

    def _library(self, shown: ShowLibrary) -> Iterator[RenderableType]:
        yield Rule(self._say("library.team_title" if shown.team else "library.title"))
        table = grid(3)
        for entry in shown.entries:
            table.add_row(str(entry.number), Text(name_of(entry)), Text(" ".join(f"#{tag}" for tag in entry.tags)))
        yield table if shown.entries else Text(nothing_found(shown, self._locale))
        yield Text(self._say("library.next"), style="dim")

    def _entry(self, shown: ShowEntry) -> Iterator[RenderableType]:
        entry = shown.entry
        if entry is None:
            yield Text(self._say("library.gone"))
            return
        yield Rule(Text(f"{entry.number} · {name_of(entry)}"))
        yield Text(f"\n{entry.prompt}\n", no_wrap=True, overflow="ignore")
        yield Rule()
        if entry.tags:
            yield Text(" ".join(f"#{tag}" for tag in entry.tags), style="cyan")
        if variables := variables_in(entry.prompt):
            yield Text(self._say("library.variables", variables=", ".join(variables)), style="dim")
        verbs = [self._say("library.use"), *(self._say(f"library.{each}") for each in amendments_of(entry))]
        library = self._say("control.library")
        yield Text(" · ".join(f"{library} {entry.number} {verb}" for verb in verbs), style="dim italic")
        if entry.mine:
            yield Text(self._say("library.hint", number=entry.number), style="dim")

    def _takeaway(self, shown: ShowTakeaway) -> Iterator[RenderableType]:
        """Show the links; the files lie in the folder already."""
        yield Rule(self._say("take.title", number=shown.number))
        yield Text(self._say("take.files"))
        links = links_of(shown, _LONGEST_URL)
        if links:
            yield Text(self._say("take.links"), style="dim")
        for link in links:
            yield Text(f"{label_of(link, self._locale)}\n{link.url}", no_wrap=True, overflow="ignore")
        yield from self._controls(shown.controls)

    def _own(self, reply: Reply, revealed: Revealed) -> Iterator[RenderableType]:
        if isinstance(reply, ShowRestored | ShowFilled):
            yield Rule(self._say("restore.title" if isinstance(reply, ShowRestored) else "library.filled"))
        yield Text(revealed.restored.reveal() if revealed.restored else "", no_wrap=True, overflow="ignore")
        yield Rule()
        if revealed.left:
            yield Text(self._say("restore.left", labels=", ".join(revealed.left)), style="yellow")
        if revealed.missing:
            yield Text(missing_sentence(revealed.missing, self._locale), style="dim")

    def _controls(self, controls: Sequence[Control], title: str = "") -> Iterator[RenderableType]:
        words = " · ".join(self._say(f"control.{control}") for control in controls if control not in _HIDDEN)
        if words:
            yield Text(title + words, style="dim italic")

    def _say(self, text: str, **details: str | int) -> str:
        return say(self._locale, text, **details)
