"""The library on Slack: the list, and one entry."""

from collections.abc import Iterator
from typing import Final

from bots.shared.custom_ids import encode
from bots.slack.blocks import actions, bold, button, header, paragraph, pieces, preformatted, section, small
from bots.slack.confirm_dialog import ConfirmDialog, confirming_button
from bots.slack.markup import clip, escape
from bots.slack.message import posting
from bots.slack.payload import Payload
from bots.slack.render_context import Messages, RenderContext, shows
from bots.slack.replies.restored import file_posting, restored_postings
from bots.slack.texts import t
from core.conversation.control_names import Control, Style
from core.features import library
from core.messages import Revealed
from core.ports.library import Amendment, LibraryEntry
from core.values.locale import Locale

_MOST: Final = 15
_CODE_BLOCK: Final = 3_500
_CODE_BLOCKS: Final = 2
_ASKED: Final = {
    Amendment.SHARE: ConfirmDialog("share_entry", Style.PRIMARY),
    Amendment.DELETE: ConfirmDialog("delete_entry", Style.DANGER),
}


def library_blocks(shown: library.ShowLibrary, locale: Locale, *, guest: bool = False) -> list[Payload]:
    """Return the entries that were looked for, each with the button that opens it; guests have no team here."""
    entries = shown.entries
    title = header(t(locale, "library.team_title" if shown.team else "library.title"))
    other = library.LibraryRequested(team=not shown.team)
    team = button(t(locale, "library.title" if shown.team else "library.team_title"), encode(other))
    ways = [] if guest else [team]
    if entries and not shown.team:
        ways.append(button(t(locale, "control.export"), encode(library.LibraryExported())))
    listed = [_line(entry, locale) for entry in entries[:_MOST]] or [paragraph(library.nothing_found(shown, locale))]
    more = len(entries) - _MOST
    beyond = [small(t(locale, "library.more", count=more))] if more > 0 else []
    return [title, *listed, *beyond, small(t(locale, "library.next")), *actions(ways)]


def entry_blocks(entry: LibraryEntry, locale: Locale, *, guest: bool = False, whole: bool = True) -> list[Payload]:
    """Return one entry with what can be done to it; the `whole` one with its prompt."""
    prompt = pieces(entry.prompt, _CODE_BLOCK)[:_CODE_BLOCKS] if whole else []
    return [
        header(clip(library.name_of(entry), 150)),
        *_about(entry, locale),
        *map(preformatted, prompt),
        *actions(list(_buttons(entry, locale, guest=guest))),
    ]


def _line(entry: LibraryEntry, locale: Locale) -> Payload:
    marks = " ".join(f"#{tag}" for tag in entry.tags)
    whose = f" · {t(locale, 'library.of_team')}" if entry.shared else ""
    line = f"{entry.number}. {bold(clip(library.name_of(entry), 120))}{escape(whose)}\n{escape(clip(marks, 300))}"
    open_it = button(t(locale, "library.open"), encode(library.EntryOpened(entry.number)), about=library.name_of(entry))
    return section(line.rstrip(), open_it)


def _about(entry: LibraryEntry, locale: Locale) -> Iterator[Payload]:
    marks = [*(f"#{tag}" for tag in entry.tags), *([t(locale, "library.shared")] if entry.shared else [])]
    if marks:
        yield small(clip(" · ".join(marks), 500))
    if variables := library.variables_in(entry.prompt):
        yield small(t(locale, "library.variables", variables=clip(", ".join(variables), 500)))
    if entry.mine:
        yield small(t(locale, "library.hint", number=entry.number))


def _buttons(entry: LibraryEntry, locale: Locale, *, guest: bool) -> Iterator[Payload]:
    yield button(t(locale, "library.use"), encode(library.EntryUsed(entry.number)), style="primary")
    for amendment in library.amendments_of(entry):
        if guest and amendment is Amendment.SHARE:
            continue
        label, code = t(locale, f"library.{amendment}"), encode(library.EntryAmended(entry.number, amendment))
        asked = _ASKED.get(amendment)
        yield confirming_button(label, code, asked, locale, number=entry.number) if asked else button(label, code)
    yield button(t(locale, "library.title"), encode(library.LibraryRequested()))


def _list(shown: library.ShowLibrary, _revealed: Revealed, ctx: RenderContext) -> Messages:
    blocks = library_blocks(shown, ctx.locale, guest=ctx.guest)
    return (posting(t(ctx.locale, "library.title"), ctx.locale, blocks),)


def _one(shown: library.ShowEntry, _revealed: Revealed, ctx: RenderContext) -> Messages:
    if shown.entry is None:
        return (posting(t(ctx.locale, "library.gone"), ctx.locale, controls=(Control.LIBRARY,)),)
    is_new = not shown.number  # it was saved just now, so its prompt stands right above
    blocks = entry_blocks(shown.entry, ctx.locale, guest=ctx.guest, whole=not is_new)
    return (posting(shown.entry.name, ctx.locale, blocks),)


LIBRARY: Final = (
    shows(library.ShowLibrary, _list),
    shows(library.ShowEntry, _one),
    shows(library.ShowFilled, lambda _, revealed, ctx: restored_postings(revealed, ctx.locale, "library.filled")),
    shows(
        library.ShowLibraryFile,
        lambda _, revealed, ctx: (file_posting(revealed, ctx.locale, "library.title", "library.file"),),
    ),
)
