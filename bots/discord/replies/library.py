"""The library on Discord: the list, and one entry."""

from collections.abc import Iterator, Sequence
from typing import Final

from bots.discord import limits
from bots.discord.markup import bold, one_line, plain, shortened, small
from bots.discord.message import Button, ButtonStyle, Message, Option, Row, Select, in_rows, menu
from bots.discord.render_context import Messages, RenderContext, shows
from bots.discord.replies.prompt import show_text
from bots.discord.replies.restored import show_file, show_restored
from bots.shared.custom_ids import encode
from core.conversation.control_names import Control
from core.features import library
from core.messages import Revealed
from core.ports.library import Amendment, LibraryEntry

_LIBRARY_FILE: Final = "promptgen-library.md"
_MOST: Final = 15
_NAME: Final = 60
_SMALL_PRINT: Final = 500


def show_library(shown: library.ShowLibrary, ctx: RenderContext) -> Message:
    """Return the entries that were looked for, with a menu to open one."""
    entries = shown.entries
    lines = [bold(ctx.t("library.team_title" if shown.team else "library.title"))]
    lines += [_line(entry, ctx) for entry in entries[:_MOST]] or [library.nothing_found(shown, ctx.locale)]
    if len(entries) > _MOST:
        lines.append(small(ctx.t("library.more", count=len(entries) - _MOST)))
    content = "\n".join([*lines, small(ctx.t("library.next"))])
    rows: tuple[Row, ...] = (*_menu(entries, ctx), *in_rows(_ways(shown, ctx)))
    return Message(shortened(content, limits.CONTENT), rows)


def show_entry(entry: LibraryEntry, ctx: RenderContext) -> tuple[Message, Message]:
    """Return one entry, which stands alone so that it is copied whole, and what can be done to it."""
    about = [*(f"#{plain(tag)}" for tag in entry.tags), *([ctx.t("library.shared")] if entry.shared else [])]
    lines = [" · ".join(about)] if about else []
    if variables := library.variables_in(entry.prompt):
        told = ctx.t("library.variables", variables=", ".join(variables))
        lines.append(small(one_line(plain(told), _SMALL_PRINT)))
    lines += [small(ctx.t("library.hint", number=entry.number))] if entry.mine else []
    title = bold(plain(one_line(library.name_of(entry), _NAME)))
    below = Message(shortened("\n".join(lines) or title, limits.CONTENT), in_rows(tuple(_buttons(entry, ctx))))
    return show_text(title, entry.prompt, ctx), below


def _line(entry: LibraryEntry, ctx: RenderContext) -> str:
    tags = " ".join(f"#{plain(tag)}" for tag in entry.tags)
    whose = f" · {ctx.t('library.of_team')}" if entry.shared else ""
    return f"{entry.number}. {plain(one_line(library.name_of(entry), _NAME))}{whose} {one_line(tags, _NAME)}".rstrip()


def _menu(entries: Sequence[LibraryEntry], ctx: RenderContext) -> tuple[Select, ...]:
    options = (
        Option(
            f"{entry.number}. {library.name_of(entry)}",
            encode(library.EntryOpened(entry.number)),
            one_line(entry.prompt, _NAME),
        )
        for entry in entries
    )
    return menu("entry", ctx.t("library.choose"), options)


def _ways(shown: library.ShowLibrary, ctx: RenderContext) -> tuple[Button, ...]:
    other = library.LibraryRequested(team=not shown.team)
    ways = [Button(ctx.t("library.title" if shown.team else "library.team_title"), encode(other))]
    if shown.entries and not shown.team:
        ways.append(Button(ctx.t("control.export"), encode(library.LibraryExported())))
    return tuple(ways)


def _buttons(entry: LibraryEntry, ctx: RenderContext) -> Iterator[Button]:
    yield Button(ctx.t("library.use"), encode(library.EntryUsed(entry.number)), ButtonStyle.PRIMARY)
    for amendment in library.amendments_of(entry):
        style = ButtonStyle.DANGER if amendment is Amendment.DELETE else ButtonStyle.SECONDARY
        yield Button(ctx.t(f"library.{amendment}"), encode(library.EntryAmended(entry.number, amendment)), style)
    yield Button(ctx.t("library.title"), encode(library.LibraryRequested()))


def _one(shown: library.ShowEntry, _revealed: Revealed, ctx: RenderContext) -> Messages:
    if shown.entry is None:
        return (Message(ctx.t("library.gone"), in_rows(ctx.controls((Control.LIBRARY,)))),)
    return show_entry(shown.entry, ctx)


LIBRARY: Final = (
    shows(library.ShowLibrary, lambda shown, _, ctx: (show_library(shown, ctx),)),
    shows(library.ShowEntry, _one),
    shows(library.ShowFilled, lambda _, revealed, ctx: (show_restored(revealed, "library.filled", ctx),)),
    shows(
        library.ShowLibraryFile, lambda _, revealed, ctx: (show_file(revealed, ctx.t("library.title"), _LIBRARY_FILE),)
    ),
)
