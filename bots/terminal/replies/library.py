"""The library on a terminal."""

from typing import Final

from rich.rule import Rule
from rich.text import Text

from bots.terminal.render_context import Parts, RenderContext, shows
from bots.terminal.replies.restored import document_parts, restored_parts
from bots.terminal.replies.understood import grid
from core.features.library import (
    ShowEntry,
    ShowFilled,
    ShowLibrary,
    ShowLibraryFile,
    amendments_of,
    name_of,
    nothing_found,
    variables_in,
)
from core.messages import Revealed


def _list(shown: ShowLibrary, _revealed: Revealed, ctx: RenderContext) -> Parts:
    yield Rule(ctx.t("library.team_title" if shown.team else "library.title"))
    table = grid(3)
    for entry in shown.entries:
        table.add_row(str(entry.number), Text(name_of(entry)), Text(" ".join(f"#{tag}" for tag in entry.tags)))
    yield table if shown.entries else Text(nothing_found(shown, ctx.locale))
    yield Text(ctx.t("library.next"), style="dim")


def _one(shown: ShowEntry, _revealed: Revealed, ctx: RenderContext) -> Parts:
    entry = shown.entry
    if entry is None:
        yield Text(ctx.t("library.gone"))
        return
    yield Rule(Text(f"{entry.number} · {name_of(entry)}"))
    yield Text(f"\n{entry.prompt}\n", no_wrap=True, overflow="ignore")
    yield Rule()
    if entry.tags:
        yield Text(" ".join(f"#{tag}" for tag in entry.tags), style="cyan")
    if variables := variables_in(entry.prompt):
        yield Text(ctx.t("library.variables", variables=", ".join(variables)), style="dim")
    verbs = [ctx.t("library.use"), *(ctx.t(f"library.{each}") for each in amendments_of(entry))]
    library = ctx.t("control.library")
    yield Text(" · ".join(f"{library} {entry.number} {verb}" for verb in verbs), style="dim italic")
    if entry.mine:
        yield Text(ctx.t("library.hint", number=entry.number), style="dim")


LIBRARY: Final = (
    shows(ShowLibrary, _list),
    shows(ShowEntry, _one),
    shows(ShowFilled, lambda _, revealed, ctx: restored_parts("library.filled", revealed, ctx)),
    shows(ShowLibraryFile, lambda _, revealed, ctx: document_parts(revealed, ctx)),
)
